"""What opening a file gives: pieces, each the file of one article, and what was left out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One article's file, from which :func:`reports.read.read` makes a report, now and later.

    Attributes
    ----------
    name
        Names the file, and the one it came in: ``news.zip/kursk.html``. Its suffix says the format.
    data
        The bytes that are kept as the report's original.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not taken from a file that holds others: its name and a sentence that says why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: articles' files, in its own order, and what was left out."""

    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...] = ()
