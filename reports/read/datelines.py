"""Datelines: the beginnings of paragraphs that say where and when a report was filed."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reports.lexicon import words
from reports.read.days import day_in, loose_day, shapes, weekday

_LONGEST_DATELINE = 120
# The parts of a wire's dateline. An agency stands in brackets, as do "own report" and the like.
_TOWN = r"(?P<town>[^\W\d_][\w.'’]*(?:[\s/-][^\W\d_a-z][\w.'’]*){0,4})"
_REGION = (
    r"(?:,\s+[^\W\d_a-z][\w.]+(?:\s[^\W\d_a-z][\w.]+){0,2}|\s+\([^\W\d_a-z][\w.\s]{1,30}\)(?=,))?"
)
_BRACKETS = r"(?:\s*\([^()]{2,40}\))"
_AGENCY = r"\s*\([^\W\d_a-z]\w+\)"
_DASH = r"\s*(?:--|[–—-])\s+"
_CLOSE = r"(?:[.:](?=\s+[^\W\d_a-z]|\s+[\"“«(\d]|$)|$)"


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline at the head of a paragraph: its length, and its day if it names the year."""

    length: int
    day: date | None


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


def _is_town(name: str, *, capitals: bool) -> bool:
    labelled = name.lower() in words("reading", "wire", "not_towns")
    return not labelled and (name.isupper() if capitals else name[0].isupper())


@cache
def _wires() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return the pattern for a town alone, and those for a town with a day or an agency."""
    day = rf"(?:[,.]?\s+(?i:{weekday()}{loose_day()}(?:,?\s+(?:19|20)\d\d)?)\.?,?)"
    bare = re.compile(rf"{_TOWN}{_REGION}{_BRACKETS}?(?:{_DASH}|:\s+)")
    attributed = (
        rf"{_TOWN}{_REGION}{day}{_BRACKETS}?{_DASH}",
        rf"{_TOWN}{_REGION}{_AGENCY}{_DASH}",
        rf"\({_TOWN}{_REGION}{day}\)(?:{_DASH}|\s+)",
        rf"{_TOWN}{_REGION}{day}\s*/[^/]{{2,40}}/\.?\s+",
    )
    return bare, tuple(map(re.compile, attributed))


@cache
def _head() -> re.Pattern[str]:
    """Return the pattern for a town with a full day and no dash."""
    day = rf"[,.]?\s+(?i:{weekday()}(?:{shapes()}))"
    return re.compile(rf"{_TOWN}{_REGION}{day}{_BRACKETS}?\s*{_CLOSE}")
