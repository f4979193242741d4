"""What reading gives: a report's clean text, its blocks, and what the document says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``text[start:end]`` of a report, in code points, end exclusive.

    ``kind`` is "title", "text", "boilerplate" (the publisher's furniture: labels, pleas, file
    names) or "dateline" (a wire's place and date, or a line with only the date of publication).
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read, before anything is found in it.

    Attributes
    ----------
    name
        The file name (or label) it came under.
    slug
        The base name without its last suffix.
    text
        The clean text that every offset refers to. For plain text it is the file as it stands,
        without its byte order mark.
    blocks
        Sorted, never overlapping, never empty; what lies between them is white space.
    published
        The day of publication in the report's own time zone.
    published_basis
        Who says so: "document", "file" (only its properties, or the hour a mail was sent on) or
        "inferred" (a printed day that has two readings, or no year, and what the file says beside
        it); None when there is no day.
    lang
        ISO 639-1 code, or None when nothing tells.
    sha256
        Of the bytes as received; for pasted text, of its UTF-8.
    warnings
        Sentences for the reader about what was guessed or replaced.
    asks
        The one of these about the day of publication, which holds until somebody gives that day.
    sample
        Whether this belongs to the corpus that ships with the project.
    """

    name: str
    slug: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: date | None
    published_basis: str | None
    lang: str | None
    sha256: str
    warnings: tuple[str, ...] = ()
    sample: bool = False
    asks: str | None = None
