"""Stamps: the lines of a report that say when it was published, by themselves or beside names.

"Published 10 June 2025, updated 11 June", "The Courier | 10 June 2025", "Brussels, 10 June 2025".
What such a line says instead of a day ("3 hours ago", "10/06/2025", "as of 9 June") is told
as a doubt.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reports.lexicon import lexicon, words
from reports.read.days import (
    SLASHED,
    Doubt,
    day_of,
    either,
    first,
    full_day,
    loose_day,
    shapes,
    two_ways,
    weekday,
    without_year,
)

_LONGEST_LINE = 160
_LONGEST_LEAD = 40
"""Characters that "first published on Thursday," and the like take before a day."""
_MOST_WORDS_BESIDE = 6
_MOST_PARTS = 3  # a name, a town, a country
_TIME = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s?(?:h|uhr|[ap]\.?m\.?)(?!\w))"
_ZONE = r"(?:\(?(?:[^\W\d_]{1,5}\.?|[+-]\d\d:?\d\d)(?:[+-]\d{1,2})?\)?)"
_CLOCK = rf"(?:[,\s]*(?:at|um|à|a\s+las|в|о|об|[–—-])?\s*{_TIME}\s*{_ZONE}?)?"
_CLOCK_FIRST = rf"(?:{_TIME}(?:\s+{_ZONE})?,?\s+(?:on\s+)?)?"
_BARS = re.compile(r"\s*[|·•]\s*|\s+/\s+")
_BEFORE_STAMP = re.compile(r"\s*[,;|·•/–—-]?\s+")
_APART = re.compile(r"\s*[,;|·•/–—-]")
_AROUND = " \t\n()[]–—-."
_PART = re.compile(r"\s*,\s*|\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line says of when a report was published.

    Attributes
    ----------
    published
        None where it tells only of a revision, or leaves the day open.
    label
        What stands before the day: "published", "date" (the bare word, which forms have for other
        days, too), "other" (a revision, how things stood), or None.
    doubt
        What it says instead of a day of publication.
    other
        The day of a revision, or of what it tells of.
    """

    published: date | None
    label: str | None = None
    doubt: Doubt | None = None
    other: date | None = None

    @property
    def labelled(self) -> bool:
        """Whether words before the day say whose it is."""
        return self.label is not None


def date_line(line: str) -> Stamp | None:
    """Read a line that holds nothing but days of publication or revision; None for others."""
    if len(line) > _LONGEST_LINE:
        return None
    parts = [part for bar in _BARS.split(line.strip()) for part in _revised().split(bar) if part]
    stamps = [stamp for part in parts if (stamp := _read(part))]
    return _together(stamps) if stamps and len(stamps) == len(parts) else None


def masthead(line: str) -> Stamp | None:
    """Read a line in which bars set a day apart from names ("The Courier | 10 June 2025 | Page 3").

    A day among others counts only with a word such as "Published" before it.
    """
    parts = _BARS.split(line.strip()) if len(line) <= _LONGEST_LINE else []
    read = [(part, date_line(part)) for part in parts if len(parts) > 1]
    stamps = [stamp for _, stamp in read if stamp]
    beside = [part for part, stamp in read if not stamp]
    if not stamps or not beside or len({stamp.published for stamp in stamps}) > 1:
        return None
    told = stamps[0].label == "published"
    long = any(len(part.split()) > _MOST_WORDS_BESIDE for part in beside)
    return None if (long or any(map(full_day().search, beside))) and not told else _together(stamps)


def signature(line: str) -> tuple[str, Stamp] | None:
    """Read a line of names and their day ("Brussels, 10 June 2025", "Done at Geneva on …").

    Returns
    -------
    (names, stamp)
        Names are written with capitals; other words, but for those of signing, make it none.
    """
    bare = line.strip(_AROUND)
    found = signed(bare) if not date_line(bare) else None
    if not found:
        return None
    names, stamp = found
    verb = _signing().match(names)
    apart = verb or _APART.match(bare, len(names))
    own = names[verb.end() if verb else 0 :].strip(" ,–—-|")
    told = apart and is_names(own) and stamp.label in {None, "published"}
    return (own, stamp) if told else None


def is_names(text: str) -> bool:
    """Tell whether a few words are written as names are: each with a capital."""
    parts = _PART.split(text)
    known = words("reading", "stamp", "within_names")
    own = [word for part in parts for word in part.split() if word.lower() not in known]
    few = len(parts) <= _MOST_PARTS and ":" not in text and 0 < len(own) <= _MOST_WORDS_BESIDE
    return few and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in own)


def signed(line: str) -> tuple[str, Stamp] | None:
    """Part a line from the date line that it ends with ("By Ana Rusu | Published 6 May 2025")."""
    day = _some_day().search(line) if len(line) <= _LONGEST_LINE else None
    if not day:
        return None
    gaps = _BEFORE_STAMP.finditer(line, max(0, day.start() - _LONGEST_LEAD), day.start())
    ends = ((line[: gap.start()], line[gap.end() :]) for gap in gaps)
    return next(((words, stamp) for words, rest in ends if (stamp := date_line(rest))), None)


def _together(stamps: list[Stamp]) -> Stamp:
    labels = {stamp.label for stamp in stamps if stamp.label}
    return Stamp(
        first([stamp.published for stamp in stamps]),
        next((label for label in ("published", "date", "other") if label in labels), None),
        next((stamp.doubt for stamp in stamps if stamp.doubt and stamp.label != "other"), None)
        or next((stamp.doubt for stamp in stamps if stamp.doubt), None),
        first([stamp.other for stamp in stamps]),
    )


def _read(part: str) -> Stamp | None:
    """Read one statement of a day."""
    match = _stamp().fullmatch(part)
    if not match:
        return None
    label = "other" if match["other"] else match["date"] and "date"
    label = label or (match["published"] and "published")
    day = day_of(match)
    if label == "other":
        return Stamp(None, label, Doubt(f"prints “{part}” but no day of publication"), day)
    if match["slashed"]:
        return Stamp(None, label, two_ways(match))
    if match["loose"]:
        return Stamp(None, label, without_year(match["loose"])) if label else None
    if match["ago"]:
        doubt = Doubt(f"prints “{part}”, which names no day")
        return Stamp(None, label, doubt) if label else None
    return Stamp(day, label) if day else None


@cache
def _stamp() -> re.Pattern[str]:
    known = lexicon("reading")["stamp"]
    revised = either([*known["revised"], *known["standing"]])
    lead = (
        rf"(?:(?:(?P<other>{revised})|(?P<published>{either(known['published'])})"
        rf"|(?P<date>{either(known['date'])}))\s*:?\s*)?"
    )
    day = rf"(?:{shapes()})|{SLASHED}|(?P<loose>{loose_day()})"
    ago = rf"(?P<ago>[\w\s]{{0,20}}\b(?:{either(known['ago'])}))"
    return re.compile(
        rf"(?i){lead}(?:{_CLOCK_FIRST}{weekday()}(?:{day})(?:T[\d:.+Z-]+)?|{ago}){_CLOCK}\.?"
    )


@cache
def _some_day() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w./-])(?:{shapes()}|{SLASHED})(?!\w|[./-]\d)")


@cache
def _revised() -> re.Pattern[str]:
    """Return the pattern of what parts a day from a revision told behind it."""
    known = either(lexicon("reading")["stamp"]["revised"])
    return re.compile(
        rf"(?i)(?<=\d\b)\s*[,;(–—-]?\s+\(?(?=(?:{known})\b)|(?<=\d[.)])\s+(?=(?:{known})\b)"
    )


@cache
def _signing() -> re.Pattern[str]:
    known = lexicon("reading")["stamp"]
    return re.compile(rf"(?i)(?:{either(known['signing'])})\s+")
