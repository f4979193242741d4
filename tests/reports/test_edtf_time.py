"""Periods: what holds for all of them."""

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.dates import edtf_time as time
from reports.dates.edtf_time import Granularity, Hemisphere, Part, Period, Season

# The first example waits for imports and lexicons.
UNTIMED = settings(deadline=None)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
years = st.integers(1900, 2199)
wholes = st.one_of(
    st.builds(time.month, years, st.integers(1, 12)),
    st.builds(time.season, years, st.sampled_from(Season), st.sampled_from(Hemisphere)),
    st.builds(time.year, years),
    st.builds(time.day, days),
)


def bounds(period: Period) -> tuple[date, date]:
    assert period.first is not None
    assert period.last is not None
    return period.first, period.last


@UNTIMED
@given(wholes, st.sampled_from(Part))
def test_a_part_lies_within_its_whole(whole: Period, which: Part) -> None:
    (first, last), (start, end) = bounds(time.part(whole, which)), bounds(whole)

    assert start <= first <= last <= end


@UNTIMED
@given(wholes, days)
def test_derived_periods_are_edtf_and_in_order(whole: Period, other: date) -> None:
    derived = [
        whole,
        time.around(whole),
        time.onward(whole, other),
        time.up_to(whole, other),
        time.ending_before(whole, other),
        time.starting_after(whole, other),
        time.joined(whole, time.day(date(2199, 12, 31))),
    ]
    for period in derived:
        assert edtf.parse_edtf(period.edtf)
        assert period.first is None or period.last is None or period.first <= period.last


@UNTIMED
@given(wholes)
def test_edtf_and_bounds_agree(whole: Period) -> None:
    parsed = edtf.parse_edtf(time.plain(whole.edtf))
    first, last = bounds(whole)

    assert tuple(parsed.lower_strict()[:3]) == first.timetuple()[:3]
    assert tuple(parsed.upper_strict()[:3]) == last.timetuple()[:3]


@UNTIMED
@given(years, st.integers(1, 11))
def test_months_follow_each_other(year: int, number: int) -> None:
    assert time.touching(time.month(year, number), time.month(year, number + 1))


@UNTIMED
@given(days, st.integers(-1200, 1200))
def test_shifting_moves_by_months(when: date, count: int) -> None:
    moved = time.shift(when, count)

    assert (moved.year - when.year) * 12 + moved.month - when.month == count
    assert moved.day <= when.day


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (time.part(time.month(2025, 2), Part.LATE), "2025-02-21~/2025-02-28~"),
        (time.part(time.year(2025), Part.MID), "2025-05~/2025-08~"),
        (time.part(time.year(2025), Part.END), "2025-10~/2025-12~"),
        (time.fraction(time.year(2024), 1, 4), "2024-01/2024-03"),
        (time.season(2024, Season.WINTER), "2024-12~/2025-02~"),
        (time.season(2024, Season.SUMMER, Hemisphere.SOUTH), "2024-12~/2025-02~"),
        (time.before(date(2025, 6, 26)), "../2025-06-26"),
    ],
)
def test_edtf(period: Period, expected: str) -> None:
    assert period.edtf == expected


def test_vague_periods_say_so() -> None:
    assert time.after(date(2025, 6, 26)).granularity is Granularity.VAGUE
