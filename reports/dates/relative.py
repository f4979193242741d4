"""What words counted from the report, or from a date named before, mean.

The readers keep to the terms of ``reports.dates.rules``: all candidates, oldest first, and none
where the day that the words are counted from is not known.
"""

import re
from datetime import date, timedelta

from reports.dates import edtf_time as time
from reports.dates.edtf_time import Period
from reports.dates.rules import WEEK, Clock, Periods, calendar_month, calendar_year
from reports.dates.words import (
    Unit,
    key,
    lexicon,
    numbers,
    unit_names,
    units,
    weekday_numbers,
)


def rolling(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the past year", "the last 72 hours": a stretch that ends at the report."""
    if clock.today is None:
        return ()
    return (time.days(_moved(clock.today, match, -1), clock.today),)


def spell(match: re.Match[str], clock: Clock) -> Periods:
    """Read "in two weeks": ahead in the future tense, behind it in the perfect.

    "The city fell in two days" tells how long it took and not when; it is not read at all.
    """
    return hence(match, clock) if clock.ahead else rolling(match, clock)


def running(match: re.Match[str], clock: Clock) -> Periods:
    """Read "for the third day in a row": as many units, the last of them the report's own."""
    if clock.today is None:
        return ()
    unit = units()[match["unit"].casefold()]
    back = _ordinal(match["nth"]) - 1
    first = (
        time.shift(clock.today, -back * unit.months)
        if unit.months
        else clock.today - timedelta(back * unit.days)
    )
    return (time.days(first, clock.today),)


def few(match: re.Match[str], clock: Clock) -> Periods:
    """Read "in recent weeks", "in the coming days": a stretch with one soft end."""
    if clock.today is None:
        return ()
    behind = match["past"] is not None
    entry = lexicon()["few"][unit_names()[match["unit"].casefold()]]
    length = entry.get("months", 0)
    sign = -1 if behind else 1
    far = (
        time.shift(clock.today, sign * length)
        if length
        else clock.today + timedelta(sign * entry["days"])
    )
    return (time.since(far, clock.today) if behind else time.until(clock.today, far),)


def coming(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the next six months", "within two weeks": a stretch that begins at the report."""
    if clock.today is None:
        return ()
    return (time.days(clock.today, _moved(clock.today, match, 1)),)


def ago(match: re.Match[str], clock: Clock) -> Periods:
    """Read "two weeks ago", as finely as the unit it is counted in."""
    if clock.today is None:
        return ()
    period = counted(clock.today, match, -1)
    return (time.up_to(period) if match["more"] else period,)


def anniversary(match: re.Match[str], clock: Clock) -> Periods:
    """Read "ten years ago this week": that week, or day, of the year that was."""
    number, unit = _amount(match)
    if clock.today is None or not unit.months:
        return ()
    months = -round(number * unit.months)
    near = key(match["near"])
    if near == "this month":
        then = time.shift(clock.today, months)
        return (time.month(then.year, then.month),)
    if near == "this week":
        first = clock.today - timedelta(clock.today.weekday())
        last = first + timedelta(WEEK.days - 1)
    else:
        first, last = (clock.today + timedelta(n) for n in lexicon()["deictic"][near])
    return (time.days(time.shift(first, months), time.shift(last, months)),)


def aged(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the nearly five-year-old war": the year, month or day in which it began."""
    return () if clock.today is None else (counted(clock.today, match, -1),)


def nth_year(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the war, now in its third year": when the first of them may have begun."""
    unit = units()[match["unit"].casefold()]
    if clock.today is None or not unit.months:
        return ()
    nth = _ordinal(match["nth"])
    first = time.shift(clock.today, -nth * unit.months)
    if unit.months >= time.MONTHS_A_YEAR:
        return (time.year(first.year),)
    return (time.month(first.year, first.month),)


def hence(match: re.Match[str], clock: Clock) -> Periods:
    """Read "in two weeks", "three years from now"."""
    return () if clock.today is None else (counted(clock.today, match, 1),)


def up_to_day(match: re.Match[str], last: Period) -> Period | None:
    """Read "the week to 9 November": as many days, the last of them that one.

    Hours count as the days that they touch: those of "the 48 hours to Wednesday" began on Monday.
    """
    if last.last is None:
        return None
    number, unit = _amount(match)
    months, days_ = round(number * unit.months), timedelta(round(number * unit.days))
    before = time.shift(last.last, -months) if months else last.last - days_
    touched = timedelta(0) if 0 < unit.days < 1 else timedelta(1)
    return time.days(before + touched, last.last)


def outer_part(match: re.Match[str], clock: Clock) -> Periods:
    """Read "the first five months of the year", "the last ten days of May"."""
    named = match.groupdict().get("month")
    wholes = calendar_month(match, clock) if named else calendar_year(match, clock)
    number, unit = _amount(match)
    months, days_ = round(number * unit.months), timedelta(round(number * unit.days))
    first = key(match["side"]) == "first"
    return tuple(
        _outer(whole.first, whole.last, (months if first else -months, days_ if first else -days_))
        for whole in wholes
        if whole.first and whole.last
    )


def _outer(start: date, end: date, length: tuple[int, timedelta]) -> Period:
    """Return so many months, or days, from the start of a period, or back from its end."""
    months, span = length
    if months > 0:
        last = time.shift(start, months - 1)
        return time.joined(time.month(start.year, start.month), time.month(last.year, last.month))
    if months < 0:
        first = time.shift(end.replace(day=1), months + 1)
        return time.joined(time.month(first.year, first.month), time.month(end.year, end.month))
    one = timedelta(1)
    return time.days(start, start + span - one) if span > one else time.days(end + span + one, end)


def into_day(match: re.Match[str], clock: Clock) -> Periods:
    """Read "overnight into Wednesday": that day and the one before.

    "Overnight Wednesday" may be either night of it, and so reaches to the day after as well.
    """
    if clock.today is None:
        return ()
    back = (clock.today.weekday() - weekday_numbers()[match["weekday"].casefold()]) % WEEK.days
    named = clock.today - timedelta(back)
    after = 0 if match["into"] or not back else 1
    return (time.days(named - timedelta(1), named + timedelta(after)),)


def deictic(match: re.Match[str], clock: Clock) -> Periods:
    """Read "yesterday", "this morning"."""
    if clock.today is None:
        return ()
    first, last = lexicon()["deictic"][key(match["deictic"])]
    return (time.days(clock.today + timedelta(first), clock.today + timedelta(last)),)


def night(_: re.Match[str], clock: Clock) -> Periods:
    """Read "between 11 p.m. and 6 a.m.": the night up to the report."""
    return () if clock.today is None else (time.days(clock.today - timedelta(1), clock.today),)


def present(_: re.Match[str], clock: Clock) -> Periods:
    """Read "now"."""
    return () if clock.today is None else (time.day(clock.today),)


def vague_past(_: re.Match[str], clock: Clock) -> Periods:
    """Read "recently"."""
    return () if clock.today is None else (time.before(clock.today),)


def vague_future(_: re.Match[str], clock: Clock) -> Periods:
    """Read "soon"."""
    return () if clock.today is None else (time.after(clock.today),)


def unresolved(_: re.Match[str], __: Clock) -> Periods:
    """Read what is counted from an event whose day is not said ("a month before the dispatch")."""
    return ()


def _ordinal(word: str) -> int:
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else int(lexicon()["ordinals"][word.casefold()])


def _amount(match: re.Match[str]) -> tuple[float, Unit]:
    groups = match.groupdict()
    words = key(groups.get("count") or "one")
    number = float(words) if words.isdigit() else numbers()[words]
    return number, units()[(groups.get("one") or groups["unit"]).casefold()]


def _moved(when: date, match: re.Match[str], direction: int) -> date:
    number, unit = _amount(match)
    if unit.months:
        return time.shift(when, direction * round(number * unit.months))
    return when + timedelta(direction * max(1, round(number * unit.days)))


def counted(when: date, match: re.Match[str], direction: int) -> Period:
    """Return the day, month or year that lies so many units away, as fine as the unit itself.

    Parameters
    ----------
    direction
        1 for later, -1 for earlier.
    """
    moved, (number, unit) = _moved(when, match, direction), _amount(match)
    whole_years, rest = divmod(number * unit.months, time.MONTHS_A_YEAR)
    if unit.months and whole_years and not rest:
        whole = time.year(moved.year)
        return whole if unit.months == time.MONTHS_A_YEAR else time.around(whole)
    if unit.months:
        return time.month(moved.year, moved.month)
    if unit.days < 1:
        return time.days(min(when, moved), max(when, moved))
    if unit.days < WEEK.days:
        return time.day(moved)
    # Counts of weeks are loose: "two weeks ago" may be half a week off either way.
    return time.around(time.day(moved))
