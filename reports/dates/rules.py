"""What calendar words mean once the day of publication is known.

A reader turns a match of the grammar into the periods it may mean. It gives all candidates, oldest
first: none where a day of publication or an earlier date is needed and there is none, one where the
words say which, several where only the tense can choose ("in July").
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from reports.dates import edtf_time as time
from reports.dates.edtf_time import Hemisphere, Period, Season
from reports.dates.words import (
    key,
    lexicon,
    month_numbers,
    seasons,
    weekday_numbers,
)

WEEK = timedelta(7)
DECADE = 10
SATURDAY = 5
_CHURCHES = {"western": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
# "Last", "this" and "next" as steps from the present one.
_STEPS = {"last": -1, "this past": -1, "this": 0, "next": 1, "coming": 1, "this coming": 1}


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative words are counted from.

    Attributes
    ----------
    today
        The day of publication (or a partner's date, in a range); None where it is not known.
    ahead
        True when the clause lies ahead of the report, False when behind it, None when the words do
        not say.
    context
        The last period named before in the same passage ("the year before" is counted from it).
    """

    today: date | None
    ahead: bool | None = None
    context: Period | None = None
    hemisphere: Hemisphere = Hemisphere.NORTH


Periods = tuple[Period, ...]
Reader = Callable[[re.Match[str], Clock], Periods]


def iso_day(match: re.Match[str], _: Clock) -> Periods:
    """Read "2025-03-12"."""
    return _one(int(match["year"]), int(match["month"]), int(match["day"]))


def numeric_day(match: re.Match[str], _: Clock) -> Periods:
    """Read "31/12/2024" and "31.12.2024"; none where slashes leave day and month open."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {(second, first), (first, second)} if match["mark"] == "/" else {(second, first)}
    possible = [_one(year, month, day) for month, day in readings]
    found = [periods for periods in possible if periods]
    return found[0] if len(found) == 1 else ()


def calendar_day(match: re.Match[str], clock: Clock) -> Periods:
    """Read "12 March 2025", "8–13 October" and their like, with or without a year."""
    month = _month(match)
    return tuple(
        time.days(first[0].first, last[0].last)
        for year in _years(match, clock)
        if (first := _one(year, month, int(match["day"])))
        and (last := _one(year, month, int(match.groupdict().get("until") or match["day"])))
        and first[0].first
        and last[0].last
        and first[0].first <= last[0].last
    )


def calendar_month(match: re.Match[str], clock: Clock) -> Periods:
    """Read "June 2024", "June of last year", "last June", "June"."""
    found = tuple(time.month(year, _month(match)) for year in _years(match, clock))
    return _stepped(found, match, clock)


def season(match: re.Match[str], clock: Clock) -> Periods:
    """Read "summer 2024", "this winter", "autumn"."""
    name = Season(seasons()[match["season"].casefold()])
    found = tuple(time.season(year, name, clock.hemisphere) for year in _years(match, clock))
    return _stepped(found, match, clock)


def holiday(match: re.Match[str], clock: Clock) -> Periods:
    """Read "Christmas", "Orthodox Easter"."""
    name = key(match["holiday"])
    moved = next((value for n, value in lexicon()["easter"].items() if key(n) == name), None)
    if moved is not None:
        church, offset = moved
        return tuple(
            time.day(easter(year, _CHURCHES[church]) + timedelta(offset))
            for year in _years(match, clock)
        )
    month, day = next(v for n, v in lexicon()["holidays"].items() if key(n) == name)
    return tuple(time.day(date(year, month, day)) for year in _years(match, clock))


def weekday(match: re.Match[str], clock: Clock) -> Periods:
    """Read "Sunday", "last Thursday", "Tuesday of next week"."""
    if clock.today is None:
        return ()
    number = weekday_numbers()[match["weekday"].casefold()]
    monday = clock.today - timedelta(clock.today.weekday())
    if match["week"]:
        return (time.day(monday + _step(match["week"]) * WEEK + timedelta(number)),)
    around = tuple(time.day(monday + n * WEEK + timedelta(number)) for n in (-1, 0, 1))
    if match["which"] and key(match["which"]) == "this":
        return (around[1],)
    return _stepped(around, match, clock)


def part_of_year(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the second half of 2023", "Q1 2024"."""
    ordinal = match["ordinal"].casefold()
    of = {"h": 2, "half": 2, "q": 4, "quarter": 4}[match["size"].casefold()]
    number = of if ordinal == "last" else int(lexicon()["ordinals"].get(ordinal, 0) or ordinal)
    if not 1 <= number <= of:
        return ()
    return tuple(time.fraction(time.year(y), number, of) for y in _years(match, clock, bare=(0,)))


def year(match: re.Match[str], _: Clock) -> Periods:
    """Read "2027"."""
    return (time.year(int(match["year"])),)


def calendar_year(match: re.Match[str], clock: Clock) -> Periods:
    """Read "2025", "last year", and "the year", which is the report's own."""
    return tuple(time.year(year_) for year_ in _years(match, clock, bare=(0,)))


def years(match: re.Match[str], _: Clock) -> Periods:
    """Read "2022–2024", "2022-24"."""
    first, last = match["year"], match["until"]
    end = int(first[: -len(last)] + last)
    return (time.years(int(first), end),) if int(first) < end else ()


def decade(match: re.Match[str], _: Clock) -> Periods:
    """Read "the 1990s"."""
    first = int(match["year"])
    return (time.years(first, first + DECADE - 1),)


def calendar_unit(match: re.Match[str], clock: Clock) -> Periods:
    """Read "last week", "earlier this year", "next month", "the weekend"."""
    today = clock.today
    if today is None:
        return ()
    which = match["which"] or "this"
    whole = _unit_period(match["unit"].casefold(), _step(which), today, clock)
    side = key(match["side"] or "")
    if whole.first is None or whole.last is None or _step(which):
        return (whole,)
    # "This month" in the past tense ends at the report, in the future tense it begins there.
    behind = side in {"earlier", "so far"} or (not side and match["which"] and clock.ahead is False)
    ahead = side == "later" or (not side and match["which"] and clock.ahead)
    if behind and whole.first <= today:
        return (time.days(whole.first, min(today, whole.last)),)
    if ahead and today <= whole.last:
        return (time.days(max(today, whole.first), whole.last),)
    return (whole,)


def _one(year_: int, month_: int, day_: int) -> Periods:
    valid = 1 <= month_ <= time.MONTHS_A_YEAR and 1 <= day_ <= monthrange(year_, month_)[1]
    return (time.day(date(year_, month_, day_)),) if valid else ()


def _month(match: re.Match[str]) -> int:
    return month_numbers()[match["month"].rstrip(".").casefold()]


def _step(which: str) -> int:
    return _STEPS[key(which)]


def _years(
    match: re.Match[str], clock: Clock, bare: tuple[int, ...] = (-1, 0, 1)
) -> tuple[int, ...]:
    """Return the years that a match may mean: the one it says, or those around the report."""
    groups = match.groupdict()
    if groups.get("year"):
        return (int(groups["year"]),)
    if clock.today is None:
        return ()
    if groups.get("year_which"):
        return (clock.today.year + _step(groups["year_which"]),)
    return tuple(clock.today.year + n for n in bare)


def _stepped(found: Periods, match: re.Match[str], clock: Clock) -> Periods:
    """Choose by "last", "this" or "next"; without one of them all candidates stay."""
    which = match.groupdict().get("which")
    if not which or clock.today is None:
        return found
    today, step = clock.today, _step(which)
    if step < 0:
        return tuple(p for p in found if p.last and p.last < today)[-1:]
    if step > 0:
        return tuple(p for p in found if p.first and p.first > today)[:1]
    if clock.ahead is None:
        return tuple(sorted(found, key=lambda p: _distance(p, today))[:1])
    return found


def _distance(period: Period, today: date) -> timedelta:
    first, last = period.first or today, period.last or today
    return max(first - today, today - last, timedelta(0))


def _unit_period(unit: str, step: int, today: date, clock: Clock) -> Period:
    monday = today - timedelta(today.weekday()) + step * WEEK
    match unit:
        case "week":
            return time.days(monday, monday + timedelta(6))
        case "weekend":
            saturday = monday + timedelta(SATURDAY)
            if saturday > today and step == 0 and not clock.ahead:
                saturday -= WEEK
            return time.days(saturday, saturday + timedelta(1))
        case "month":
            moved = time.shift(today, step)
            return time.month(moved.year, moved.month)
        case "quarter":
            moved = time.shift(today, 3 * step)
            return time.fraction(time.year(moved.year), (moved.month - 1) // 3 + 1, 4)
        case _:
            return time.year(today.year + step)
