"""Hostile texts in every format: read back to the letter, run by nothing."""

from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from layers.export.cells import cell
from layers.export.formats import FORMATS
from layers.export.selection import Selection, selection
from layers.export.xlsx_file import LONGEST
from layers.legible import legible
from tests.layers.export.readers import KML, rows

HOSTILE = [
    '=HYPERLINK("http://example.org")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<script>alert(1)</script> & ]]> <!--",
    "{{ 7*7 }} ${x} $[name] \\1 %s",
    "nul \x00 escape \x1b[31m bell \x07",
    "half \ud800 and none \ufffe \uffff",
    "Харків 평양 \U0001f5fa \u202e right to left",
    "; DROP TABLE claims; --",
    "line\nbreak\ttab",
    "http://example.org/x",
    "0012",
]


def chosen(texts: list[str]) -> Selection:
    said = [
        {
            "id": f"r1:c{number}",
            "type": "claim",
            "sentence": text,
            "as_printed": text,
            "publisher": text,
            "status": "reported",
            "shown_as": "reported",
            "review": "unverified",
            "sources": [text, "Said, by"],
            "low": -5.0,
            "earliest": "2025-06-01",
            "geometry": None,
        }
        for number, text in enumerate(texts)
    ]
    report = {"id": "r1", "report": "R1", "title": texts[0], "sha256": "0" * 64, "sample": False}
    return selection([], said, [], [report], {"counts": {}, "sources": texts, "as_of": None})


@pytest.mark.parametrize("suffix", FORMATS)
def test_texts_come_back_to_the_letter(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"hostile{suffix}"
    path.write_bytes(FORMATS[suffix].write(chosen(HOSTILE)))
    guard = cell if suffix == ".csv" else str
    assert [row["sentence"] for row in rows(path)] == [guard(legible(text)) for text in HOSTILE]


def test_what_cannot_be_held_is_shown_by_as_many_signs() -> None:
    for text in HOSTILE:
        assert len(legible(text)) == len(text)
    assert legible("nul \x00 escape \x1b") == "nul ␀ escape ␛"


def test_a_workbook_has_no_formula_and_no_link_and_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(FORMATS[".xlsx"].write(chosen(HOSTILE)))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Figures", "Places", "Reports", "About"]
    cells = [one for sheet in book for row in sheet.iter_rows() for one in row]
    assert {one.data_type for one in cells} <= {"s", "n", "d", "b"}
    assert not any(one.hyperlink for one in cells)
    assert "d" in {one.data_type for one in cells}
    assert -5 in {one.value for one in cells if one.data_type == "n"}


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    path.write_bytes(FORMATS[".xlsx"].write(chosen(["x" * (LONGEST + 1)])))
    (row,) = rows(path)
    assert len(row["sentence"]) == LONGEST
    assert row["sentence"].endswith("x…")


def test_a_balloon_runs_no_markup_of_a_report() -> None:
    root = ET.fromstring(FORMATS[".kml"].write(chosen(HOSTILE)))  # noqa: S314  our own file
    balloons = [each.text or "" for each in root.iter(f"{KML}description")]
    assert any("&lt;script&gt;" in text for text in balloons)
    assert not any("<script" in text for text in balloons)


def test_the_digest_tells_other_words_and_nothing_else() -> None:
    assert chosen(HOSTILE).content_sha256 == chosen(list(HOSTILE)).content_sha256
    assert chosen(HOSTILE).content_sha256 != chosen(HOSTILE[1:]).content_sha256


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_a_valid_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"empty{suffix}"
    empty = selection([], [], [], [], {"counts": {}, "sources": []})
    path.write_bytes(FORMATS[suffix].write(empty))
    assert rows(path) == []
