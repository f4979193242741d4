"""Periods: stretches of whole days, with the EDTF text that says how they were given.

EDTF, the Extended Date/Time Format, is ISO 8601-2:2019 and https://www.loc.gov/standards/datetime/.
Only level 0 and 1 are used: intervals, open ends (``..``) and "approximately" (``~``). Seasons are
written as months, so that no reader needs to know which hemisphere a season code was meant for.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

OPEN = ".."
MONTHS_A_YEAR = 12


class Granularity(StrEnum):
    """How fine the words were, not how long the period is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    VAGUE = "vague"


class Part(StrEnum):
    """A part of a period that has no sharp edges."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"


class Season(StrEnum):
    """Meteorological seasons: three whole calendar months."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Hemisphere(StrEnum):
    """Which half of the Earth a season belongs to."""

    NORTH = "north"
    SOUTH = "south"


_NORTHERN_START = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
# Which months of the whole (from, up to) a part covers; the start and end of a year are its outer
# quarters.
_YEAR_PARTS = {
    Part.EARLY: (0, 4),
    Part.MID: (4, 8),
    Part.LATE: (8, 12),
    Part.START: (0, 3),
    Part.END: (9, 12),
}
_SEASON_PARTS = {
    Part.EARLY: (0, 1),
    Part.MID: (1, 2),
    Part.LATE: (2, 3),
    Part.START: (0, 1),
    Part.END: (2, 3),
}
_MONTH_PARTS = {
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.START: (1, 10),
    Part.END: (21, 31),
}
# How far "around" reaches to either side, in days.
_AROUND = {Granularity.DAY: 3, Granularity.MONTH: 15, Granularity.SEASON: 45, Granularity.YEAR: 183}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes
    ----------
    first, last
        Closed days that hold it; None where it is open.
    begin, end
        EDTF of either end (``2025-08~``), ``..`` where open.
    core
        The closed days that are certainly meant, where narrower than ``first`` to ``last``.
    """

    first: date | None
    last: date | None
    begin: str
    end: str
    granularity: Granularity
    core: tuple[date, date] | None = None

    @property
    def edtf(self) -> str:
        """The EDTF text: one expression when both ends are the same, else an interval."""
        return self.begin if self.begin == self.end else f"{self.begin}/{self.end}"


def day(when: date) -> Period:
    """Return one day."""
    return Period(when, when, when.isoformat(), when.isoformat(), Granularity.DAY)


def days(first: date, last: date) -> Period:
    """Return the closed days from ``first`` to ``last``."""
    return Period(first, last, first.isoformat(), last.isoformat(), Granularity.DAY)


def month(year: int, number: int) -> Period:
    """Return a calendar month."""
    return months(year, number, 1, Granularity.MONTH)


def months(year: int, number: int, count: int, granularity: Granularity, mark: str = "") -> Period:
    """Return ``count`` calendar months from month ``number`` of ``year``, both ends marked."""
    first = date(year, number, 1)
    final = shift(first, count - 1)
    last = final.replace(day=monthrange(final.year, final.month)[1])
    return Period(first, last, f"{first:%Y-%m}{mark}", f"{last:%Y-%m}{mark}", granularity)


def season(year: int, name: Season, hemisphere: Hemisphere = Hemisphere.NORTH) -> Period:
    """Return the meteorological season that begins in ``year``; its edges are soft.

    >>> season(2025, Season.SUMMER).edtf
    '2025-06~/2025-08~'
    """
    start = _NORTHERN_START[name]
    if hemisphere is Hemisphere.SOUTH:
        start = (start + 5) % MONTHS_A_YEAR + 1
    return months(year, start, 3, Granularity.SEASON, "~")


def year(number: int) -> Period:
    """Return a calendar year."""
    return years(number, number)


def years(first: int, last: int) -> Period:
    """Return the calendar years from ``first`` to ``last``."""
    return Period(
        date(first, 1, 1), date(last, 12, 31), f"{first:04}", f"{last:04}", Granularity.YEAR
    )


def shift(when: date, count: int) -> date:
    """Move a day by whole months, within the years that a date can hold.

    >>> shift(date(2025, 3, 31), -1)
    datetime.date(2025, 2, 28)
    """
    index = when.year * MONTHS_A_YEAR + when.month - 1 + count
    to_year, to_month = divmod(index, MONTHS_A_YEAR)
    to_year = min(max(to_year, date.min.year), date.max.year)
    last = monthrange(to_year, to_month + 1)[1]
    return date(to_year, to_month + 1, min(when.day, last))


def before(when: date) -> Period:
    """Return the vague past up to a day ("recently")."""
    return Period(None, when, OPEN, when.isoformat(), Granularity.VAGUE)


def after(when: date) -> Period:
    """Return the vague future from a day on ("soon")."""
    return Period(when, None, when.isoformat(), OPEN, Granularity.VAGUE)


def since(first: date, last: date) -> Period:
    """Return the days from about ``first`` to ``last`` ("in recent weeks")."""
    return Period(first, last, f"{first}~", last.isoformat(), Granularity.DAY)


def until(first: date, last: date) -> Period:
    """Return the days from ``first`` to about ``last`` ("in the coming days")."""
    return Period(first, last, first.isoformat(), f"{last}~", Granularity.DAY)


def part(whole: Period, which: Part) -> Period:
    """Return a soft part of a month, a season or a year; other periods have no parts.

    >>> part(month(2024, 10), Part.MID).edtf
    '2024-10-11~/2024-10-20~'
    >>> part(season(2025, Season.SUMMER), Part.LATE).edtf
    '2025-08~'
    """
    if whole.first is None or whole.last is None:
        return whole
    if whole.granularity is Granularity.MONTH and whole.begin == whole.end:
        begin, end = _MONTH_PARTS[which]
        return _soft(
            whole.first.replace(day=begin), whole.last.replace(day=min(end, whole.last.day))
        )
    if whole.granularity is Granularity.SEASON:
        begin, end = _SEASON_PARTS[which]
    elif whole.granularity is Granularity.YEAR and whole.first.year == whole.last.year:
        begin, end = _YEAR_PARTS[which]
    else:
        return whole
    opening = shift(whole.first, begin)
    return months(opening.year, opening.month, end - begin, whole.granularity, "~")


def _soft(first: date, last: date) -> Period:
    return Period(first, last, f"{first}~", f"{last}~", Granularity.DAY)


def fraction(whole: Period, number: int, of: int) -> Period:
    """Return the ``number``-th of ``of`` equal parts of a calendar year: halves, quarters."""
    if whole.first is None or whole.granularity is not Granularity.YEAR:
        return whole
    size = MONTHS_A_YEAR // of
    opening = shift(whole.first, (number - 1) * size)
    return months(opening.year, opening.month, size, Granularity.MONTH)


def around(centre: Period) -> Period:
    """Return an approximate period: the same words, wider bounds."""
    reach = _AROUND.get(centre.granularity)
    if reach is None or centre.first is None or centre.last is None:
        return centre
    return replace(
        centre,
        first=centre.first - timedelta(reach),
        last=centre.last + timedelta(reach),
        begin=_approximate(centre.begin),
        end=_approximate(centre.end),
        core=(centre.first, centre.last),
    )


def _approximate(bound: str) -> str:
    return bound if bound.endswith("~") or bound == OPEN else f"{bound}~"


def onward(start: Period, until: date | None = None) -> Period:
    """Return what may begin in ``start`` and goes on, up to ``until`` or without end.

    >>> onward(month(2025, 7)).edtf
    '2025-07/..'
    """
    last = _not_before(start.first, until)
    core = None
    if start.first and start.last:
        core = (start.first, min(start.last, last or start.last))
    return replace(start, last=last, end=last.isoformat() if last else OPEN, core=core)


def up_to(stop: Period, since: date | None = None) -> Period:
    """Return what ends no later than ``stop`` ("by July").

    ``since`` narrows the bounds without being said: a plan lies after the day it was reported.

    >>> up_to(month(2025, 7)).edtf
    '../2025-07'
    """
    return replace(stop, first=_not_after(since, stop.last), begin=OPEN, core=None)


def ending_before(stop: Period, since: date | None = None) -> Period:
    """Return all time before ``stop``, narrowed by ``since``; soft edges are not sharpened."""
    if stop.first is None or stop.begin.endswith("~"):
        return up_to(stop, since)
    return up_to(day(stop.first - timedelta(1)), since)


def starting_after(start: Period, until: date | None = None) -> Period:
    """Return all time after ``start``, up to ``until``."""
    if start.last is None:
        return start
    return replace(onward(day(start.last + timedelta(1)), until), core=None)


def _not_before(first: date | None, last: date | None) -> date | None:
    return None if first and last and last < first else last


def _not_after(first: date | None, last: date | None) -> date | None:
    return None if first and last and last < first else first


def joined(first: Period, last: Period) -> Period:
    """Return the period from the start of one to the end of the other ("from June to August")."""
    return Period(first.first, last.last, first.begin, last.end, last.granularity)


def touching(first: Period, last: Period) -> bool:
    """Tell whether ``last`` begins on the morrow of ``first``."""
    return (
        first.last is not None
        and last.first is not None
        and first.last + timedelta(1) == last.first
    )


def plain(edtf: str) -> str:
    """Strip EDTF of its qualifiers, leaving ISO days, months, years, intervals and open ends.

    >>> plain("2025-06~/2025-08~")
    '2025-06/2025-08'
    """
    return edtf.replace("~", "").replace("?", "").replace("%", "")
