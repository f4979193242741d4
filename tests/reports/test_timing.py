"""Dates that cannot be those of a figure."""

from datetime import date

import pytest

from reports.claim import Stance, Status, When
from reports.claims.timing import is_possible

PUBLISHED = date(2025, 6, 27)


def starting(day: date | None) -> When:
    return When(0, 1, "x", "x", day, None, None, None, "day", "test")


@pytest.mark.parametrize(
    ("status", "day", "possible"),
    [
        (Status.REPORTED, date(2025, 6, 1), True),
        (Status.REPORTED, date(2025, 7, 1), False),
        (Status.REPORTED, None, True),
        (Status.PLANNED, date(2025, 7, 1), True),
    ],
)
def test_what_is_told_as_done_lies_behind_the_report(
    status: Status, day: date | None, *, possible: bool
) -> None:
    assert is_possible(starting(day), Stance(status), PUBLISHED) is possible


def test_without_a_day_of_publication_nothing_is_ruled_out() -> None:
    assert is_possible(starting(date(2025, 7, 1)), Stance(Status.REPORTED), None)
