"""What words counted from a date that the report named before mean: "the night before", "the 17th".

The readers keep to the terms of ``reports.dates.rules``; what the reader has in mind of the report
is ``Clock.context``.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from reports.dates import edtf_time as time
from reports.dates.edtf_time import Granularity, Period
from reports.dates.relative import counted
from reports.dates.rules import WEEK, Clock, Periods
from reports.dates.words import Unit, key, units

# Rules whose words are counted from the last event that a report tells of, however far.
COUNTED = frozenset(
    {
        "neighbour",
        "neighbouring",
        "that-unit",
        "that-stretch",
        "in-that-day",
        "next-day",
        "time-neighbour",
        "time-neighbouring",
        "that-time",
    }
)
# Rules whose words go back to what was told last.
SINCE = frozenset({"since-then", "have-since"})
_BACK = frozenset({"before", "earlier", "previous", "preceding"})
_SAME = frozenset({"same", "very same", "that", "the", "the same"})
_DAY = timedelta(1)
_SHORT = frozenset({Granularity.DAY, Granularity.MONTH})
# What two events lie apart in days of is counted from a day, and not from a month.
_FINENESS = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR)


def neighbour(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the year before", "a month later", "that day": counted from the date named last."""
    known = clock.context
    named = (known.first or known.last) if known else None
    if known is None or named is None:
        return ()
    unit = units()[(match.groupdict().get("one") or match["unit"]).casefold()]
    if _fineness(known.granularity) > _fineness(_granularity(unit)):
        return ()  # a week before some day of December
    side = key(match["side"])
    if side in _SAME:
        return (_whole(known, unit),)
    return (counted(named, match, -1 if side in _BACK else 1),)


def time_of_day(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the night before", "that evening", "the following morning"."""
    known = clock.context
    if known is None or known.first is None or known.granularity is not Granularity.DAY:
        return ()
    side = key(match["side"])
    if side in _SAME:
        return (known,)
    if side not in _BACK:
        return (time.day((known.last or known.first) + _DAY),)
    # The night before a day reaches into it.
    last = known.first if key(match["daytime"]) == "night" else known.first - _DAY
    return (time.days(known.first - _DAY, last),)


def day_of_month(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the 17th": of the month named last, else of the months around the report."""
    number = int(match["day"])
    known = clock.context
    if known is not None and known.first is not None and known.granularity in _SHORT:
        after = (known.first, time.shift(known.first.replace(day=1), 1))
        return tuple(day for day in _nth(number, after) if day.first and day.first >= known.first)[
            :1
        ]
    if clock.today is None:
        return ()
    return _nth(number, tuple(time.shift(clock.today.replace(day=1), n) for n in (-1, 0, 1)))


def since_then(_: re.Match[str], clock: Clock) -> Periods:
    """Read "since then": from the date named last to the report."""
    if clock.context is None or clock.today is None:
        return ()
    return (time.onward(clock.context, clock.today),)


def _nth(number: int, months: tuple[date, ...]) -> Periods:
    return tuple(
        time.day(month.replace(day=number))
        for month in months
        if 1 <= number <= monthrange(month.year, month.month)[1]
    )


def _whole(known: Period, unit: Unit) -> Period:
    """Return the week, month or year that a date lies in; the day itself for days."""
    first = known.first
    if first is None or (unit.months == 0 and unit.days < WEEK.days):
        return known
    if unit.months == time.MONTHS_A_YEAR:
        return time.year(first.year)
    if unit.months == 1:
        return time.month(first.year, first.month)
    monday = first - timedelta(first.weekday())
    return time.days(monday, monday + timedelta(6)) if unit.months == 0 else known


def _granularity(unit: Unit) -> Granularity:
    if not unit.months:
        return Granularity.DAY
    return Granularity.YEAR if unit.months >= time.MONTHS_A_YEAR else Granularity.MONTH


def _fineness(granularity: Granularity) -> int:
    return _FINENESS.index(granularity) if granularity in _FINENESS else len(_FINENESS)
