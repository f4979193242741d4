"""The day of publication that a text prints at its head or foot, and what it prints instead.

``printed_days.toml`` has the heads and feet; what stands between them is below.
"""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.read import Reading, read, read_text
from reports.read.days import day_in
from reports.read.stamps import date_line, masthead, signature
from tests.reports.read.files import SECOND, SENTENCE, TITLE, docx

BODY = (
    f"{SENTENCE}\n\nOn 5 May 2025 the same river had carried away a bridge, and nobody was hurt"
    f" then.\n\n{SECOND}"
)
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "printed_days.toml").read_text(encoding="utf-8")
)


def _notes(reading: Reading) -> list[str]:
    return [note for note in reading.warnings if "only English prose" not in note]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{kind}") for kind, cases in CASES.items() for case in cases]
)
def test_heads_and_feet_say_the_day_or_are_asked_about(case: dict[str, Any]) -> None:
    text = "\n\n".join(filter(None, (case["head"], BODY, case.get("foot"))))
    reading = read_text(text, "flood.txt")
    assert reading.published == case.get("day")
    assert reading.title == case.get("title", reading.title)
    if "asks" in case:
        assert len(_notes(reading)) == 1
        assert case["asks"] in _notes(reading)[0]
    else:
        assert _notes(reading) == []
    own = [reading.text[b.start : b.end] for b in reading.blocks if b.kind == "text"]
    assert set(BODY.split("\n\n")) <= {line.partition(" — ")[2] or line for line in own}


def _made(line: str, made: date) -> Reading:
    data = docx(
        lambda document: document.paragraphs[1].insert_paragraph_before(line),
        author="A",
        created=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    return read(data, "flood.docx")


@pytest.mark.parametrize(
    "line", ["10/06/2025", "Published June 10", "KYIV, June 10 (Wire) — Rain fell."]
)
def test_the_file_says_what_a_printed_day_leaves_open(line: str) -> None:
    soon = _made(line, date(2025, 6, 12))
    assert (soon.published, soon.published_basis) == (date(2025, 6, 10), "inferred")
    assert "correct it" in soon.warnings[0]
    late = _made(line, date(2025, 12, 12))
    assert (late.published, late.published_basis) == (date(2025, 12, 12), "file")


def test_a_year_that_has_just_turned_is_not_that_of_the_day() -> None:
    assert _made("Published December 30", date(2026, 1, 2)).published == date(2025, 12, 30)


def test_a_revision_gives_the_year() -> None:
    text = f"{TITLE}\n\nUpdated 11 June 2025\n\nKYIV, June 10 (Wire) — {SENTENCE}"
    assert read_text(text, "flood.txt").published == date(2025, 6, 10)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_slashes_are_read_where_one_number_can_be_no_month(day: date) -> None:
    sure = day.day > 12 or day.day == day.month
    for line in (f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}"):
        stamp = date_line(line)
        assert stamp is not None
        assert stamp.published == (day if sure else None)
        assert stamp.doubt is None or day in stamp.doubt.days
    assert day_in(f"{day:%d.%m.%Y}") == day


@given(st.text("Aa1 ,.|/-:©\n", max_size=170))
def test_a_line_of_anything_is_read_or_not(line: str) -> None:
    assert not any(read_one(line) for read_one in (date_line, masthead, signature))
