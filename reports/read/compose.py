"""From a format's text to a Reading: its structure, and what it says of itself, put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import PurePath

from reports.lexicon import lexicon
from reports.read.days import Doubt
from reports.read.decode import clean
from reports.read.metadata import site
from reports.read.paragraphs import Span
from reports.read.reading import Reading
from reports.read.structure import Structure, structure
from reports.read.tongue import language

ONE_DAY = timedelta(days=1)
_FEWEST_WORDS = 60
_FEWEST_ROWS = 2
_FIGURE = re.compile(r"\s*[\d.,]{1,20}\s*")
_UNREAD = (
    "have figures alone in their cells, which were not read: what they count stands elsewhere."
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of its article besides the text; None where it says nothing.

    ``weak`` says that these are the properties of the file rather than of the article: what the
    text prints goes before them, and their day, on which the file was made, comes with a warning.
    ``doubt`` is a day that it states in a way that has two readings.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    lang: str | None = None
    weak: bool = False
    doubt: Doubt | None = None


NOTHING = Stated()


def reading(
    data: bytes,
    name: str,
    text: str,
    parts: Structure,
    stated: Stated = NOTHING,
    warnings: Sequence[str] = (),
) -> Reading:
    """Make a Reading of a clean text, its structure and what its file states."""
    published, basis, asks = _dated(name, stated, parts)
    warnings = (*warnings, *filter(None, (asks,)))
    lang = language(text)
    if foreign := _foreign(lang, stated.lang, text):
        warnings = (*warnings, f"{name} {foreign}: only English prose is read for figures.")
    title, author = (stated.title, parts.title), (stated.author, parts.author)
    if rows := _rows(text):
        warnings = (*warnings, f"{name}: {rows:,} rows of tables {_UNREAD}")
    return Reading(
        name=name,
        slug=slug(name),
        text=text,
        blocks=parts.blocks,
        title=_first(title, stated),
        publisher=stated.publisher
        or (site(stated.title or "", parts.title) if stated.weak else None),
        author=_first(author, stated),
        url=stated.url,
        published=published,
        published_basis=basis,
        lang=stated.lang or lang,
        sha256=sha256(data).hexdigest(),
        warnings=tuple(warnings),
        asks=asks,
    )


def _rows(text: str) -> int:
    """Count the rows of tables whose cells hold bare figures: what these count is not in them."""
    rows = (line.split(" | ") for line in text.split("\n") if " | " in line)
    bare = sum(any(map(_FIGURE.fullmatch, cells)) for cells in rows)
    return bare if bare >= _FEWEST_ROWS else 0


def _foreign(found: str | None, said: str | None, text: str) -> str | None:
    """Say what language a text is in, if there is enough of it to tell that it is not English."""
    if found == "en" or len(text.split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS:
        return None
    named = lexicon("reading")["languages"].get(found or said)
    return f"is in {named}" if named else "does not read like English"


def _first(names: Sequence[str | None], stated: Stated) -> str | None:
    return next(filter(None, reversed(names) if stated.weak else names), None)


def prose(
    data: bytes,
    name: str,
    text: str,
    headline: str | None = None,
    stated: Stated = NOTHING,
    *,
    furniture: Sequence[Span] = (),
    warnings: Sequence[str] = (),
) -> Reading:
    """Make a Reading of the text that a format's reader found.

    Parameters
    ----------
    headline
        The title as it stands in ``text``, where the format tells it.
    furniture
        Spans of ``text`` that the format tells to be no words of the report.

    Raises
    ------
    BinaryReportError
        When more than a tenth of it are control characters.
    """
    cleaned = clean(text, name)
    parts = structure(cleaned.text, headline, furniture)
    return reading(data, name, cleaned.text, parts, stated, (*warnings, *cleaned.warnings))


def under_title(title: str | None, text: str) -> str:
    """Put a title over a text that does not begin with it."""
    if not title or " ".join(text[: 2 * len(title)].split()).startswith(title):
        return text
    return f"{title}\n\n{text}"


def slug(name: str) -> str:
    """Return the base name without its last suffix."""
    return PurePath(name).stem


def _dated(
    name: str, stated: Stated, parts: Structure
) -> tuple[date | None, str | None, str | None]:
    """Return the day of publication, who says so, and a sentence where that is in doubt."""
    day, printed, doubt = stated.published, parts.published, stated.doubt or parts.doubt
    if day and not stated.weak:
        # A printed day beside it goes first: an instant's zone may be another.
        near = printed is not None and abs(printed - day) <= ONE_DAY
        return printed if near else day, "document", None
    if printed:
        return printed, "document", None
    if doubt and (settled := doubt.settled(day)):
        return settled, "inferred", _settled(name, doubt, settled)
    if day:
        return day, "file", _made(name, day)
    return None, None, f"{name} {doubt.why}; say which day it was published on." if doubt else None


def _settled(name: str, doubt: Doubt, day: date) -> str:
    return (
        f"{name} {doubt.why}; by the day of its file this is {day.isoformat()}; correct it if not."
    )


def _made(name: str, day: date) -> str:
    return (
        f"{name}: its day, {day.isoformat()}, is the one on which the file was made or sent, since"
        " its text prints none; correct it if the article is of another."
    )
