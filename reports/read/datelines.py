"""Datelines: the lines and line beginnings that say where and when a report was filed.

Only shapes that leave no doubt are read: "14 August 2025", "August 14, 2025", "2025-08-14", with a
weekday, a word such as "Published" and a clock time around them. "3/4/2025" has two readings and is
left alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from reports.lexicon import lexicon, words

_LONGEST_DATE_LINE = 160
_LONGEST_DATELINE = 120
_LONGEST_LEAD = 40
"""Characters that "first published on Thursday," and the like take before a day."""
_BETWEEN_STAMPS = re.compile(
    r"(?i)\s*[|·•/]\s*|(?<!last)\s*[,;–—-]?\s+(?=(?:last\s+)?(?:updated|modified|revised)\b)"
)
_CLOCK = (
    r"(?:[,\s]*(?:at|[–—-])?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?(?:[A-Za-z]{2,5}|[+-]\d\d:?\d\d)(?:[+-]\d{1,2})?\)?)?)?"
)
# The parts of a wire's dateline. An agency stands in brackets, as do "own report" and the like.
_TOWN = r"(?P<town>[^\W\d_][\w.'’]*(?:[\s/-][^\W\d_a-z][\w.'’]*){0,4})"
_REGION = r"(?:,\s+[^\W\d_a-z][\w.]+(?:\s[^\W\d_a-z][\w.]+){0,2})?"
_BRACKETS = r"(?:\s*\([^()]{2,40}\))"
_AGENCY = r"\s*\([^\W\d_a-z]\w+\)"
_DASH = r"\s*(?:--|[–—-])\s+"
_CLOSE = r"(?:[.:](?=\s+[^\W\d_a-z]|\s+[\"“«(\d]|$)|$)"
_BEFORE_STAMP = re.compile(r"\s*[,;|·•/–—-]?\s+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a date line says.

    ``published`` is None where it tells only of a revision; ``labelled`` when a word such as
    "Published" stands before the day.
    """

    published: date | None
    labelled: bool


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline at the head of a paragraph: its length, and its day if it names the year."""

    length: int
    day: date | None


def day_in(text: str) -> date | None:
    """Read the first full date in a short text; None if there is none, or no such day."""
    return next((day for match in _full_day().finditer(text) if (day := _day(match))), None)


def date_line(line: str) -> Stamp | None:
    """Read a line that holds nothing but days of publication or revision; None for others."""
    if len(line) > _LONGEST_DATE_LINE:
        return None
    parts = [part for part in _BETWEEN_STAMPS.split(line.strip()) if part]
    stamps = [match for part in parts if (match := _stamp().fullmatch(part))]
    if not stamps or len(stamps) < len(parts):
        return None
    days = (_day(match) for match in stamps if not match["revised"])
    labelled = any(match["published"] or match["revised"] for match in stamps)
    return Stamp(next(filter(None, days), None), labelled)


def filed(paragraph: str) -> Filed | None:
    """Find the wire dateline that a paragraph begins with ("VILNIUS -", "Seoul, Oct. 18 (AP) --").

    A town in small letters counts only with a day or an agency beside it, and nothing counts
    before words that are all in capitals: that is a headline.
    """
    head = paragraph[:_LONGEST_DATELINE]
    bare, attributed = _wires()
    match = next((m for pattern in attributed if (m := pattern.match(head))), bare.match(head))
    if match is None or not _is_town(match["town"], capitals=match.re is bare):
        return None
    if paragraph[match.end() :].isupper():
        return None
    return Filed(len(match[0].rstrip()), day_in(match[0]))


def headed(paragraph: str) -> Filed | None:
    """Find a town and a full day that a paragraph begins with, or is ("Dnipro, June 10, 2025.").

    Without a dash this heads an entry of a chronology as well as a report: a caller has to tell.
    """
    match = _head().match(paragraph[:_LONGEST_DATELINE])
    day = day_in(match[0]) if match and _is_town(match["town"], capitals=False) else None
    return Filed(len(match[0].rstrip()), day) if match and day else None


def signed(line: str) -> tuple[str, Stamp] | None:
    """Part a line from the date line that it ends with ("By Ana Rusu | Published 6 May 2025")."""
    day = _full_day().search(line) if len(line) <= _LONGEST_DATE_LINE else None
    if not day:
        return None
    gaps = _BEFORE_STAMP.finditer(line, max(0, day.start() - _LONGEST_LEAD), day.start())
    ends = ((line[: gap.start()], line[gap.end() :]) for gap in gaps)
    return next(((words, stamp) for words, rest in ends if (stamp := date_line(rest))), None)


def _is_town(name: str, *, capitals: bool) -> bool:
    labelled = name.lower() in words("reading", "wire", "not_towns")
    return not labelled and (name.isupper() if capitals else name[0].isupper())


@cache
def _months() -> MappingProxyType[str, int]:
    names = enumerate(lexicon("dates")["months"].values(), 1)
    return MappingProxyType({name.lower(): number for number, forms in names for name in forms})


@cache
def _day_shapes() -> tuple[str, str]:
    """Return patterns for a day of the month: with its year, and with or without it."""
    month = rf"(?:{_either(_months())})\.?"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    year = r"(?:19|20)\d\d"
    full = (
        rf"(?P<d1>{day})(?:st|nd|rd|th)?\s+(?P<m1>{month}),?\s+(?P<y1>{year})"
        rf"|(?P<m2>{month})\s+(?P<d2>{day})(?:st|nd|rd|th)?,?\s+(?P<y2>{year})"
        rf"|(?P<y3>{year})-(?P<m3>0[1-9]|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])"
    )
    loose = rf"(?:{day}\s+{month}|{month}\s+{day})(?:,?\s+{year})?"
    return full, loose


@cache
def _full_day() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{_day_shapes()[0]})(?!\w)")


@cache
def _weekday() -> str:
    names = lexicon("dates")["weekdays"]["names"]
    return rf"(?:(?:{_either(name[:3] for name in names)})[a-z]*\.?,?\s+)?"


@cache
def _stamp() -> re.Pattern[str]:
    known = lexicon("reading")["stamp"]
    revised, published = _either(known["revised"]), _either(known["published"])
    lead = rf"(?:(?:(?P<revised>{revised})|(?P<published>{published}))\s*:?\s*)?"
    return re.compile(rf"(?i){lead}{_weekday()}(?:{_day_shapes()[0]})(?:T[\d:.+Z-]+)?{_CLOCK}\.?")


@cache
def _wires() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return the pattern for a town alone, and those for a town with a day or an agency."""
    day = rf"(?:[,.]?\s+(?i:{_weekday()}{_day_shapes()[1]})\.?,?)"
    bare = re.compile(rf"{_TOWN}{_REGION}{_BRACKETS}?(?:{_DASH}|:\s+)")
    attributed = (
        rf"{_TOWN}{_REGION}{day}{_BRACKETS}?{_DASH}",
        rf"{_TOWN}{_REGION}{_AGENCY}{_DASH}",
        rf"{_TOWN}{_REGION}{day}\s*/[^/]{{2,40}}/\.?\s+",
    )
    return bare, tuple(map(re.compile, attributed))


@cache
def _head() -> re.Pattern[str]:
    """Return the pattern for a town with a full day and no dash."""
    day = rf"[,.]?\s+(?i:{_weekday()}(?:{_day_shapes()[0]}))"
    return re.compile(rf"{_TOWN}{_REGION}{day}{_BRACKETS}?\s*{_CLOSE}")


def _either(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


def _day(match: re.Match[str]) -> date | None:
    number = next(n for n in "123" if match[f"y{n}"])
    month = match[f"m{number}"]
    try:
        return date(
            int(match[f"y{number}"]),
            int(month) if month.isdigit() else _months()[month.lower().rstrip(".")],
            int(match[f"d{number}"]),
        )
    except ValueError:
        return None
