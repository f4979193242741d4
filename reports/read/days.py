"""Days as heads of reports print them: which shapes leave no doubt, and what the others leave open.

Months and weekdays are known in several languages, all of whose names mean one month whatever the
language around them is. Dots stand between day, month and year in this order wherever they are
used; slashes and dashes do not, and are read only where one of the two numbers can be no month.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from reports.lexicon import lexicon

_ONE_DAY = timedelta(days=1)
_LONGEST_AGE = timedelta(days=62)
_SHAPES = "12345678"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_NO_MONTH = r"(?:1[3-9]|2\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_OF = r"(?:de\s+|del\s+|of\s+)?"
_YEAR_NOTED = r"(?:\s*(?:г\.|года\b|року\b|р\.))?"
SLASHED = (
    rf"(?P<slashed>(?P<n1>{_MONTH})(?P<slash>[/-])(?P<n2>{_MONTH})(?P=slash)(?P<year>{_YEAR}))"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a report prints where others print their day, and why that is none.

    ``days`` are the days that it can mean; ``month_day`` is what it says of the day but the year.
    """

    why: str
    days: tuple[date, ...] = ()
    month_day: tuple[int, int] | None = None

    def settled(self, near: date | None) -> date | None:
        """Return the day that it means if the report was known to somebody on a day soon after."""
        if near is None:
            return None
        days = self.days
        if self.month_day:
            days = tuple(filter(None, (_existing(near.year - n, *self.month_day) for n in (0, 1))))
        close = [day for day in days if -_ONE_DAY <= near - day <= _LONGEST_AGE]
        return close[0] if len(close) == 1 else None


def day_in(text: str) -> date | None:
    """Read the first full date in a short text; None if there is none, or no such day."""
    return next((day for match in full_day().finditer(text) if (day := day_of(match))), None)


def loose_in(text: str) -> Doubt | None:
    """Find a day and month in a short text that names no year."""
    match = re.search(rf"(?i)(?<!\w){loose_day()}(?!\w|,?\s+{_OF}{_YEAR})", text)
    return without_year(match[0]) if match else None


def without_year(words: str) -> Doubt:
    """Tell of a day that is printed without its year."""
    number = re.search(r"\d+", words)
    month = next(n for name, n in months().items() if re.search(rf"(?i)\b{name}\b", words))
    month_day = (month, int(number[0])) if number else None
    return Doubt(f"prints “{words.strip()}” without a year", month_day=month_day)


def unsure(text: str) -> Doubt | None:
    """Tell of a stated day ("10/06/2025 09:14") that has two readings."""
    match = re.match(rf"\s*{SLASHED}(?!\d)", text)
    return two_ways(match) if match and match["n1"] != match["n2"] else None


def two_ways(match: re.Match[str]) -> Doubt:
    """Tell of a day that is printed in a way that has two readings."""
    year, first, second = int(match["year"]), int(match["n1"]), int(match["n2"])
    days = (date(year, second, first), date(year, first, second))
    names = [f"{day.day} {day:%B}" for day in days]
    return Doubt(f"prints “{match['slashed']}”, which may be {' or '.join(names)} {year}", days)


@cache
def months() -> MappingProxyType[str, int]:
    """Return the numbers of months by their names in lower case."""
    here, abroad = lexicon("dates")["months"], lexicon("reading")["months"]
    names = enumerate(((*forms, *abroad[name]) for name, forms in here.items()), 1)
    return MappingProxyType({name.lower(): number for number, forms in names for name in forms})


@cache
def shapes() -> str:
    """Return the pattern of full days; its groups are read by :func:`day_of`."""
    month = rf"(?:{either(months())})\.?"
    return (
        rf"(?P<d1>{_DAY}){_ORDINAL}\s+{_OF}(?P<m1>{month}),?\s+{_OF}(?P<y1>{_YEAR}){_YEAR_NOTED}"
        rf"|(?P<m2>{month})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})"
        rf"|(?P<y3>{_YEAR})(?P<sign>[-./])(?P<m3>0[1-9]|1[0-2])(?P=sign)(?P<d3>0[1-9]|[12]\d|3[01])"
        rf"|(?P<d4>{_DAY})\.\s?(?P<m4>{_MONTH})\.\s?(?P<y4>{_YEAR}){_YEAR_NOTED}"
        rf"|(?P<d5>{_NO_MONTH})(?P<s5>[/-])(?P<m5>{_MONTH})(?P=s5)(?P<y5>{_YEAR})"
        rf"|(?P<m6>{_MONTH})(?P<s6>[/-])(?P<d6>{_NO_MONTH})(?P=s6)(?P<y6>{_YEAR})"
        rf"|(?P<d7>{_MONTH})(?P<s7>[/-])(?P<m7>(?P=d7))(?P=s7)(?P<y7>{_YEAR})"
        rf"|(?P<y8>{_YEAR})\s?[년年]\s?(?P<m8>{_MONTH})\s?[월月]\s?(?P<d8>{_DAY})\s?[일日]"
    )


@cache
def loose_day() -> str:
    """Return the pattern of a day and month without a year."""
    month = rf"(?:{either(months())})(?:\b\.?)"
    return rf"(?:{_DAY}{_ORDINAL}\s+{_OF}{month}|{month}\s+{_DAY}(?:st|nd|rd|th)?)"


@cache
def full_day() -> re.Pattern[str]:
    """Return the pattern of a full day within a line."""
    return re.compile(rf"(?i)(?<![\w./-])(?:{shapes()})(?!\w|[./-]\d)")


@cache
def weekday() -> str:
    """Return the pattern of a weekday before a day, or of none."""
    names = lexicon("dates")["weekdays"]["names"]
    abroad = either(lexicon("reading")["weekdays"]["names"])
    english = rf"(?:{either(name[:3] for name in names)})[a-z]*"
    return rf"(?:(?:{english}|{abroad})\.?,?\s+)?"


def either(phrases: Iterable[str]) -> str:
    """Return the pattern of one of these phrases, the longest that fits."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


def day_of(match: re.Match[str]) -> date | None:
    """Return the day that a full day's pattern has found; None where no month has it."""
    number = next((n for n in _SHAPES if match[f"y{n}"]), None)
    if number is None:
        return None
    month = match[f"m{number}"]
    named = int(month) if month.isdigit() else months()[month.lower().rstrip(".")]
    return _existing(int(match[f"y{number}"]), named, int(match[f"d{number}"]))


def first(days: Sequence[date | None]) -> date | None:
    """Return the first day that there is."""
    return next(filter(None, days), None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
