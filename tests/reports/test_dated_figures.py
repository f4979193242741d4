"""When the figures of a report were: passages with the day of publication, and what holds for all.

``dated_figures.toml`` (passages), ``dated_reports.toml`` and ``dated_news.toml`` (short reports)
give for each figure the date that ``extract`` prints, "" where nothing is said of the event.
"""

import tomllib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.mention import Mention
from geo.passage import Passage
from reports.claim import Claim
from reports.claims import claims
from reports.dates import dates, plain
from reports.dates.edtf_time import Hemisphere

Passages = Callable[[str], Sequence[Passage]]
Unmarked = Callable[[str], tuple[str, list[Mention]]]

PASSAGES: list[dict[str, Any]] = [
    passage
    for name in ("dated_figures.toml", "dated_reports.toml", "dated_news.toml")
    for passage in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["passage"]
]
FIGURES = [(entry, figure) for entry in PASSAGES for figure in entry["when"]]
PUBLISHED = date(2025, 6, 26)


@pytest.fixture(scope="session")
def read(passages: Passages, unmarked: Unmarked) -> Callable[[str, date | None, str], list[Claim]]:
    """Read the claims of a marked text."""

    @cache
    def of(marked: str, published: date | None, hemisphere: str) -> list[Claim]:
        text, mentions = unmarked(marked)
        parsed = passages(text)
        found = dates(parsed, published, Hemisphere(hemisphere))
        return claims(text, parsed, mentions, found, published)

    return of


@pytest.mark.parametrize(
    ("entry", "figure"), FIGURES, ids=[f"{e['kind']}: {f}" for e, f in FIGURES]
)
def test_dates_each_figure(
    entry: dict[str, Any],
    figure: str,
    read: Callable[[str, date | None, str], list[Claim]],
    unmarked: Unmarked,
) -> None:
    text, _ = unmarked(entry["text"])
    at = text.index(figure)
    told = read(entry["text"], entry.get("published"), entry.get("hemisphere", "north"))
    claim = next(one for one in told if one.start < at + len(figure) and at < one.end)
    printed = (plain(claim.when) or "") if claim.when else ""
    assert printed == entry["when"][figure]


WHEN = st.sampled_from(
    [
        "on Monday",
        "late on Sunday",
        "overnight",
        "overnight into Tuesday",
        "this week",
        "last month",
        "so far this year",
        "in recent weeks",
        "over the past three days",
        "for the third day in a row",
        "between 1 and 3 March",
        "in mid-November",
        "last winter",
        "three weeks ago",
        "a year ago",
        "since January",
        "since the truce collapsed on 18 March",
        "two days after the flood of 3 May",
        "on Easter Sunday",
    ]
)
DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))


@given(WHEN, DAYS)
@settings(max_examples=150, deadline=None)
def test_what_was_done_is_an_interval_that_does_not_begin_after_the_report(
    passages: Passages, when: str, published: date
) -> None:
    found = dates(passages(f"The army killed 40 men {when}."), published)
    for one in (one for one in found if one.edtf is not None):
        assert edtf.parse_edtf(one.edtf)
        assert one.earliest is not None
        assert one.latest is not None
        assert one.earliest <= one.latest
        assert one.earliest <= published
        if one.core_from is not None and one.core_to is not None:
            assert one.earliest <= one.core_from <= one.core_to <= one.latest


@given(WHEN, DAYS, st.integers(1, 600))
@settings(max_examples=60, deadline=None)
def test_relative_dates_move_with_the_report(
    passages: Passages, when: str, published: date, later: int
) -> None:
    parsed = passages(f"The army killed 40 men {when}.")
    first, then = (dates(parsed, day) for day in (published, published + timedelta(later)))
    for one, other in zip(first, then, strict=True):
        if one.earliest is not None and other.earliest is not None:
            assert one.earliest <= other.earliest


@pytest.mark.parametrize(
    "when",
    ["on Monday", "overnight", "last month", "in recent weeks", "so far this year", "last winter"],
)
def test_without_a_day_of_publication_nothing_relative_is_resolved(
    passages: Passages, when: str
) -> None:
    (found,) = dates(passages(f"The army killed 40 men {when}."), None)
    assert found.edtf is None


def test_without_a_day_of_publication_no_figure_of_a_report_is_dated(
    read: Callable[[str, date | None, str], list[Claim]],
) -> None:
    text = (
        "A bus fell into a gorge on Monday, a day after a ferry sank, and 14 people died.\n"
        "The crash also hurt 30 people. In the week to 9 May, 22 people drowned.\n"
        "Since the war broke out in April, 900 people have been killed."
    )
    told = read(text, None, "north")
    assert len(told) == len(("14", "30", "22", "900"))
    assert [claim.when for claim in told if claim.when and claim.when.edtf] == []


def test_a_carried_date_stands_outside_the_sentence(
    read: Callable[[str, date | None, str], list[Claim]],
) -> None:
    (claim,) = read(
        "A missile struck a bakery on Tuesday. The blast killed 6 people.", PUBLISHED, "north"
    )
    assert claim.when is not None
    assert claim.when.end <= claim.sentence_start


def test_an_unrelated_paragraph_changes_no_date(
    read: Callable[[str, date | None, str], list[Claim]],
) -> None:
    text = "A missile struck a bakery on Tuesday. The blast killed 6 people."
    (alone,) = read(text, PUBLISHED, "north")
    more = read(f"{text}\n\nThe museum shows old ships.", PUBLISHED, "north")
    assert [claim.when for claim in more] == [alone.when]
