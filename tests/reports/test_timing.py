"""Dates that cannot be those of a figure."""

from dataclasses import replace
from datetime import date

import pytest

from reports.claim import Stance, Status, When
from reports.claims.timing import from_the_report_on, is_possible

PUBLISHED = date(2025, 6, 27)


def starting(day: date | None) -> When:
    return When(0, 1, "x", "x", day, day, None, None, "day", "test")


@pytest.mark.parametrize(
    ("status", "day", "possible"),
    [
        (Status.REPORTED, date(2025, 6, 1), True),
        (Status.REPORTED, date(2025, 7, 1), False),
        (Status.REPORTED, None, True),
        (Status.PLANNED, date(2025, 7, 1), True),
        (Status.PLANNED, date(2024, 7, 1), False),
    ],
)
def test_what_is_told_as_done_lies_behind_the_report(
    status: Status, day: date | None, *, possible: bool
) -> None:
    assert is_possible(starting(day), Stance(status), PUBLISHED) is possible


def test_without_a_day_of_publication_nothing_is_ruled_out() -> None:
    assert is_possible(starting(date(2025, 7, 1)), Stance(Status.REPORTED), None)


def test_a_plan_without_a_start_begins_with_its_report() -> None:
    by_then = replace(starting(None), latest=date(2027, 12, 31))

    def begins(status: Status) -> date | None:
        when = from_the_report_on(by_then, Stance(status), PUBLISHED)
        return when.earliest if when else None

    assert begins(Status.PLANNED) == PUBLISHED
    assert begins(Status.REPORTED) is None


def test_a_plan_of_a_year_that_is_written_out_may_be_history() -> None:
    written = replace(starting(date(2024, 7, 1)), text="in July 2024")
    assert is_possible(written, Stance(Status.PLANNED), PUBLISHED)
