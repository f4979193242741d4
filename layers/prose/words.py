"""Words for what a scene knows: who said it, when, how closely a place is known."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from layers.lengths import length_in, note_in
from layers.prose.headings import long_day
from layers.published import doubt

Json = Mapping[str, Any]

CHAIN = " ← "
NO_DAY = "not known: no report has a day"
NO_BREAK = "\u00a0"
KINDS = {
    "country": "country",
    "adm1": "province",
    "adm2": "county or district",
    "city": "city or town",
    "site": "site",
    "line": "line",
    "region": "region",
    "water": "water",
    "offset": "located by a distance",
}
CENTRES = {"adm2": "seat of the county or district", "adm1": "seat of the province"}
"""What a circle is drawn around, by kind."""
WIDE = {
    "polygon": "the whole of it, only the name is drawn",
    "circle": "no edge is known, only the name is drawn",
}
"""How closely places are known that are too wide to be filled, by shape."""
TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the text after them round: a number could be made to read backwards."""


def plain(text: str | None) -> str:
    r"""Give a report's text as one line that a document can carry.

    Control characters, halves of characters and marks that turn text round are left out.

    >>> plain("two\n lines\x1b and \u202e31")
    'two lines and 31'
    """
    kept = (
        char
        for char in (text or "")
        if char.isspace()
        or not (char in TURNS_TEXT or unicodedata.category(char) in {"Cc", "Cs", "Cn"})
    )
    return " ".join("".join(kept).split())


def attribution(source: str | None, publisher: str | None) -> str:
    """Say whose words a figure is, the root of the chain first.

    >>> attribution("a lawmaker ← NIS", "The Daily")
    'NIS, via a lawmaker'
    >>> attribution(None, None)
    'the report itself (publisher not stated)'
    """
    if source:
        *via, root = plain(source).split(CHAIN)
        return f"{root}, via {', via '.join(reversed(via))}" if via else root
    return f"the report itself ({plain(publisher) or 'publisher not stated'})"


def day_text(day: str) -> str:
    """Print an ISO day, with spaces at which no line ends.

    >>> day_text("2025-06-07").split()
    ['7', 'Jun', '2025']
    """
    read = date.fromisoformat(day)
    return f"{read.day}{NO_BREAK}{read:%b}{NO_BREAK}{read.year}"


def period(earliest: str | None, latest: str | None) -> str:
    """Print when something was, open ends and all.

    >>> period("2025-07-01", None).split(), period(None, None)
    (['from', '1', 'Jul', '2025'], 'undated')
    """
    if earliest and latest:
        first, last = day_text(earliest), day_text(latest)
        return first if earliest == latest else f"{first} – {last}"
    if earliest:
        return f"from {day_text(earliest)}"
    return f"until {day_text(latest)}" if latest else "undated"


def published(report: Json) -> str:
    """Print a report's day, and what is doubtful about it."""
    if not report["published"]:
        return "day not known"
    doubts = f" ({why})" if (why := doubt(report)) else ""
    return f"{day_text(report['published'])}{doubts}"


def publisher(report: Json) -> str:
    """Print a report's publisher."""
    return plain(report["publisher"]) or "publisher not stated"


def kind_text(mark: Json) -> str:
    """Print what kind of place a mark is, and what it lies in."""
    within = ", ".join(plain(name) for name in mark.get("within") or ())
    return ", ".join(filter(None, (KINDS.get(mark["kind"], mark["kind"]), within)))


def precision_text(mark: Json, unit: str = "km") -> str:
    """Say how closely a mark says where something is; never more than its footprint says."""
    if mark.get("coarse"):
        return plain(note_in(mark, unit))
    if mark["layer"] == "offsets":
        return "; ".join(filter(None, ("anywhere in the outline", plain(mark.get("note")))))
    if mark["layer"] == "mentioned":
        return "only mentioned: nothing is said to be there"
    if mark.get("reference"):
        return "only a distance is measured from here"
    reach = length_in(mark["radius"], unit) if mark["radius"] else None
    if mark["shape"] == "strip":
        return f"anywhere in a strip{f', {reach} either side of a line' if reach else ''}"
    where = WIDE.get(mark["shape"], "") if mark["wide"] else _where(mark)
    return f"{where}; somewhere within {reach}" if reach else where


def _where(mark: Json) -> str:
    words = {
        "polygon": "anywhere inside the outline",
        "line": "anywhere along the line",
        "circle": CENTRES.get(mark["kind"], "no outline is known"),
        "point": "the site" if mark["kind"] == "site" else "the town",
    }
    return words[mark["shape"]]


def counted(number: int, noun: str) -> str:
    """Print a number of things.

    >>> counted(1, "report"), counted(0, "report")
    ('1 report', '0 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def as_of_text(meta: Json, day: str | None = None) -> str:
    """Print the day a document speaks for: one that its maker set, or that of the newest report.

    >>> as_of_text({"asOf": "2025-06-27", "zone": "UTC"})
    '27 June 2025 (UTC), the day of the newest report'
    >>> as_of_text({"asOf": "2025-06-27", "zone": "UTC"}, "2025-06-20")
    '20 June 2025 (UTC); the newest report is of 27 June 2025'
    """
    newest = _long(meta["asOf"])
    if day and day != meta["asOf"]:
        known = f"the newest report is of {newest}" if newest else "no report has a day"
        return f"{_long(day)} ({meta['zone']}); {known}"
    return f"{newest} ({meta['zone']}), the day of the newest report" if newest else NO_DAY


def _long(day: str | None) -> str:
    """Print an ISO day in full; what is no day is printed as it is."""
    try:
        return long_day(date.fromisoformat(day)) if day else ""
    except ValueError:
        return plain(day)
