"""Datelines: which lines tell a day, and how much of a paragraph's head is a wire's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.read.datelines import filed, headed
from reports.read.days import day_in
from reports.read.stamps import date_line, signed


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 August 2025", date(2025, 8, 14)),
        ("August 14, 2025", date(2025, 8, 14)),
        ("14th Aug. 2025", date(2025, 8, 14)),
        ("2025-08-14", date(2025, 8, 14)),
        ("2025-08-14T23:10:00+09:00", date(2025, 8, 14)),
        ("Thursday, 14 August 2025", date(2025, 8, 14)),
        ("Published Tuesday 4 November 2025, 07:15 KST", date(2025, 11, 4)),
        ("Published: 4 Nov. 2025 | Updated: 5 Nov 2025 10:30 a.m. EDT", date(2025, 11, 4)),
        ("Thu, 26 Jun 2025 07:15:00 +0900", date(2025, 6, 26)),
        ("26 June 2025 at 10:15 GMT+9", date(2025, 6, 26)),
    ],
)
def test_date_lines_give_the_day_of_publication(line: str, day: date) -> None:
    stamp = date_line(line)
    assert stamp is not None
    assert stamp.published == day


@pytest.mark.parametrize("line", ["Updated 5 November 2025", "Last updated on June 26, 2025"])
def test_revisions_are_date_lines_without_a_day_of_publication(line: str) -> None:
    stamp = date_line(line)
    assert stamp is not None
    assert stamp.published is None
    assert stamp.labelled


@pytest.mark.parametrize(
    "line",
    [
        "On 14 August 2025 troops moved",
        "14 August 2025 was a Thursday",
        "May 2025",
        "14 August",
        "2025",
        "",
    ],
)
def test_other_lines_are_not_date_lines(line: str) -> None:
    assert date_line(line) is None


def test_days_that_do_not_exist_are_not_read() -> None:
    assert day_in("31 February 2025") is None
    assert day_in("filed 31 February 2025, then 1 March 2025") == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("WASHINGTON, 12 March 2025 -", "Two exercises share a name."),
        ("AMMAN, Dec 20 (own report) -", "Jordan said so."),
        ("VILNIUS -", "The brigade will be ready."),
        ("SEOUL, South Korea (AP) —", "The agency said so."),
        ("Seoul, Oct. 18 (Wire) --", "The agency said so."),
        ("London (AFP) –", "The minister left."),
        ("N'DJAMENA, Chad —", "The garrison left."),
        ("KYIV/MOSCOW, June 26 (Wire) -", "Both sides said so."),
        ("MOSCOW, October 18. /WIRE/.", "The ministry said so."),
        ("MOSCOW. Oct 18 (Wire) -", "The ministry said so."),
        ("NEW DELHI:", "The government said so."),
        ("Etulia (Moldova), 10 June 2025 –", "The council said so."),
        ("(Geneva, 10 June 2025)", "The office said so."),
        ("(Geneva, June 10, 2025) –", "The office said so."),
    ],
)
def test_wire_datelines_end_where_the_report_begins(head: str, rest: str) -> None:
    found = filed(f"{head} {rest}")
    assert found is not None
    assert found.length == len(head)


def test_wire_datelines_with_a_year_date_the_report() -> None:
    dated, undated = filed("OSLO, 12 March 2025 - Two men left."), filed("OSLO, Dec 20 - Two left.")
    assert dated is not None
    assert dated.day == date(2025, 3, 12)
    assert undated is not None
    assert undated.day is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kyiv - a drone hit the port.",
        "North Korea - which sent 12,000 men - denies it.",
        "KURSK - UKRAINE ATTACKS",
        "BREAKING - Drone hits Odesa",
        "The Pentagon (see above) - said nothing.",
        "Lee (a lawmaker) - said it.",
        "US troops left Gao.",
        "",
    ],
)
def test_sentences_are_not_datelines(paragraph: str) -> None:
    assert filed(paragraph) is None


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Dnipro, June 10, 2025.", ""),
        ("Dnipro, 10 June 2025", ""),
        ("Chisinau, Moldova, Tuesday, June 10, 2025.", " Two men left."),
        ("DNIPRO, June 10, 2025 (Wire):", " “We left,” he said."),
    ],
)
def test_a_town_and_a_full_day_head_a_paragraph_without_a_dash(head: str, rest: str) -> None:
    found = headed(head + rest)
    assert found is not None
    assert (found.length, found.day) == (len(head), date(2025, 6, 10))


@pytest.mark.parametrize(
    "paragraph",
    [
        "On June 10, 2025, Dnipro was hit.",
        "Dnipro, June 10, 2025, was quiet.",
        "Dnipro, June 10. Two men left.",
        "Nobody left Dnipro, 10 June 2025.",
        "June 10, 2025.",
    ],
)
def test_a_day_within_a_sentence_heads_nothing(paragraph: str) -> None:
    assert headed(paragraph) is None


def test_a_date_line_is_parted_from_the_names_before_it() -> None:
    for line in ("By Ana Rusu | 10 June 2025", "By Ana Rusu, published June 10, 2025"):
        found = signed(line)
        assert found is not None
        assert (found[0], found[1].published) == ("By Ana Rusu", date(2025, 6, 10))
    assert signed("By Ana Rusu") is None
    assert signed("By Ana Rusu, who left Etulia on 10 June 2025 with her sister") is None


@given(st.text(max_size=200))
def test_a_dateline_never_outgrows_its_paragraph(paragraph: str) -> None:
    found = filed(paragraph)
    assert found is None or 0 < found.length <= len(paragraph)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert day_in(day.isoformat()) == day
    assert day_in(f"{day.day} {day:%B %Y}") == day
    assert day_in(f"{day:%B} {day.day}, {day.year}") == day
