"""Pages as sites of several kinds mark them up: linked data, cards, banners, live blogs, exports.

``pages.toml`` says of each page in ``pages/`` what a reader sees that it says of itself.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reports.read import Reading, read

HERE = Path(__file__).parent
PAGES: dict[str, Any] = tomllib.loads((HERE / "pages.toml").read_text(encoding="utf-8"))
PARAGRAPHS: list[str] = PAGES.pop("paragraphs")


def _page(name: str) -> Reading:
    return read((HERE / "pages" / f"{name}.html").read_bytes(), f"{name}.html")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_a_reader_sees_it(name: str) -> None:
    reading, label = _page(name), PAGES[name]
    for field in ("title", "publisher", "author", "published"):
        assert getattr(reading, field) == label.get(field), field
    own = "\n".join(reading.text[b.start : b.end] for b in reading.blocks if b.kind == "text")
    assert [paragraph for paragraph in PARAGRAPHS if paragraph not in own] == []
    assert [words for words in label.get("lacks", []) if words in own] == []


def test_rows_of_tables_stay_rows() -> None:
    reading = _page("wiki")
    assert "Village | Families\n\nEtulia | 340\n\nVulcan | 120" in reading.text
    assert "wiki.html: 2 rows of tables have figures alone in their cells" in reading.warnings[0]


def test_marks_of_footnotes_run_into_no_figure() -> None:
    marked = (
        "<p>Some 340<sup><a href='#n1'>1</a></sup> families left 12 km<sup>2</sup> of land.</p>"
    )
    page = f"<html><body><h1>Flood</h1>{marked}</body></html>"
    assert "Some 340 families left 12 km2 of land." in read(page.encode(), "flood.html").text


def test_a_stated_day_of_two_readings_is_asked_about() -> None:
    head = '<head><meta name="date" content="10/06/2025"></head>'
    page = f"<html>{head}<body><h1>Flood</h1><p>{PARAGRAPHS[0]}</p></body></html>"
    reading = read(page.encode(), "flood.html")
    assert reading.published is None
    assert "10 June or 6 October 2025" in reading.warnings[0]
