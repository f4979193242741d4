"""Decks, read back: native slides whose every figure has its sentence in the notes."""

import hashlib
import io
import zipfile
from typing import Any

import pytest
from pptx.oxml.ns import qn

from layers.export.deck import deck
from layers.export.deck.grid import Cell, Column, Row, pages, row_height
from layers.export.story import of_view
from layers.prose import brief
from layers.prose.words import plain
from layers.view import View
from layers.visibility import visible
from tests.layers.export_cases import HOSTILE, empty_scene, hostile_scene, scene
from tests.layers.slides import notes, overflows, slides, tables

SCENE = scene()
MAP = 2
"""The number of the slide that is the plate."""


def titles(made: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in slides(made)]


@pytest.fixture(scope="module")
def made() -> bytes:
    return deck(SCENE, of_view(View()))


def test_slides_have_titles_in_order(made: bytes) -> None:
    heads = [title.split(" (")[0] for title in titles(made)]
    assert list(dict.fromkeys(heads[2:])) == [
        "Places that 10 reports name",
        "Figures as the reports state them",
        "Planned or possible, as the reports state it",
        "What is not known",
        "Sources",
        "Terms and limits",
    ]
    assert len(set(titles(made))) == len(titles(made))


def test_the_map_is_a_picture_with_its_text(made: bytes) -> None:
    (picture,) = [shape for shape in slides(made)[MAP - 1].shapes if shape.shape_type == 13]
    assert picture.image.blob.startswith(b"\x89PNG")
    assert "outside the dates" in picture._element.nvPicPr.cNvPr.get("descr")


def test_every_figure_of_a_table_has_its_sentence_in_the_notes(made: bytes) -> None:
    said = brief(SCENE, [View()])
    claims = [claim for group in (*said.facts, *said.plans) for claim in group.claims]
    for claim in claims:
        holding = [
            slide
            for slide in slides(made)
            for table in tables(slide)
            for row in table
            if row[0].removeprefix("· ").startswith(claim.figure.split()[0])
            and any(claim.quote.ref in cell for cell in row)
        ]
        assert holding
        assert all(claim.quote.text in notes(slide) for slide in holding)
        assert claim.quote.text in notes(slides(made)[MAP - 1])


def test_groups_print_low_and_high_with_all_their_claims(made: bytes) -> None:
    rows = [row for slide in slides(made) for table in tables(slide) for row in table]
    at = next(place for place, row in enumerate(rows) if row[0] == "≈300 – ≈600")
    assert [row[0] for row in rows[at + 1 : at + 4]] == [
        "· ≈300 killed",
        "· ≈600 killed",
        "· ≈600 killed",
    ]
    assert "National Intelligence Service, via lawmakers" in {
        row[2] for row in rows if len(row) > 2
    }


def test_a_denied_figure_is_struck(made: bytes) -> None:
    struck = [run for slide in slides(made) for run in slide._element.iter(qn("a:rPr"))]
    assert [run.getparent().findtext(qn("a:t")) for run in struck if run.get("strike")] == ["3,000"]


def long_scene() -> dict[str, Any]:
    return hostile_scene("Unbreakable" * 40 + " and many more words that go on and on" * 30)


@pytest.mark.usefixtures("no_plate")
@pytest.mark.parametrize("case", [scene, hostile_scene, long_scene, empty_scene])
def test_no_text_leaves_its_box(case: Any) -> None:  # noqa: ANN401  a maker of scenes
    assert [
        words for slide in slides(deck(case(), of_view(View()))) for words in overflows(slide)
    ] == []


@pytest.mark.usefixtures("no_plate")
def test_hostile_text_is_only_text() -> None:
    made = deck(hostile_scene(), of_view(View()))
    said = "\n".join(notes(slide) for slide in slides(made))
    assert plain(HOSTILE) in said
    assert "\u202e" not in said
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        links = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    assert not any(b'TargetMode="External"' in link for link in links)


@pytest.mark.usefixtures("no_plate")
def test_a_long_title_is_cut_and_stands_in_full_in_the_notes() -> None:
    title = "What several reports say of a place with a long name " * 12
    (first, *_) = slides(deck(SCENE, of_view(View(), title)))
    assert first.shapes.title.text.endswith("…")
    assert plain(title) in notes(first)


@pytest.mark.usefixtures("no_plate")
def test_an_empty_scene_says_so() -> None:
    said = [
        shape.text_frame.text
        for slide in slides(deck(empty_scene(), of_view(View())))
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any(words.startswith("No place is in view.") for words in said)
    assert any("No report is not no event" in words for words in said)


def test_a_view_gives_the_same_bytes_twice(made: bytes) -> None:
    assert hashlib.sha256(deck(SCENE, of_view(View()))).digest() == hashlib.sha256(made).digest()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "printer" in name]


@pytest.mark.usefixtures("no_plate")
def test_only_what_is_in_view_is_told() -> None:
    view = View(reports={report["id"]: False for report in SCENE["reports"][1:]})
    said = "\n".join(notes(slide) for slide in slides(deck(SCENE, of_view(view))))
    assert {item["report"] for item in visible(SCENE, view).items} == {"r01"}
    assert "[R1]" in said
    assert "[R2]" not in said


COLUMNS = (Column("Figure", 100), Column("What", 100))


def row(words: str, *, lead: bool = False, under: bool = False) -> Row:
    return Row((Cell("1"), Cell(words)), lead=lead, under=under)


def test_a_group_too_long_for_a_slide_goes_on_under_its_lead() -> None:
    group = [row("lead", lead=True), *(row(str(number), under=True) for number in range(20))]
    room = row_height(group[0], COLUMNS) * 8
    parts = pages([row("first"), *group], COLUMNS, room)
    assert [part[0].cells[1].words for part in parts[2:]] == ["lead (continued)"] * len(parts[2:])
    kept = [each.cells[1].words for part in parts for each in part if each.under]
    assert kept == [str(number) for number in range(20)]
    assert all(sum(row_height(each, COLUMNS) for each in part) <= room for part in parts)
