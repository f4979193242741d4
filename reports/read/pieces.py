"""Pieces: the articles' files in what somebody gave, one for a web page, many for an archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from reports.errors import EmptyReportError, ReportError
from reports.read.archive import members
from reports.read.feed import entries
from reports.read.formats import format_of
from reports.read.mail import attachments, body, parsed
from reports.read.mail_furniture import within
from reports.read.parts import LeftOut, Opened, Piece
from reports.read.sizes import sizes
from reports.read.table import rows

# How many files may lie around one that is opened: an archive in an archive, and mails in that.
_DEEPEST = {"archive": 1, "mail": 3}
_COVER_NOTE = 40  # words
_MOST_TOLD = 3


@dataclass(slots=True)
class _Budget:
    """The bytes that everything in one given file may still unpack to."""

    left: int


def pieces(data: bytes, name: str) -> Opened:
    """Open a file; one that holds a single article is its own only piece.

    Archives (with those directly in them), mails with what is attached, tables of articles and
    feeds hold many. A file that is in it twice is one piece.

    Raises
    ------
    ReportError
        When it holds others and cannot be opened, or none of them can be read; the message names
        the file and the way out.
    """
    found = list(_opened(Piece(name, data), 0, _Budget(sizes().archive_unpacked)))
    own = list(_once(found))
    opened = Opened(
        tuple(one for one in own if isinstance(one, Piece)),
        tuple(one for one in own if isinstance(one, LeftOut)),
    )
    if not opened.pieces:
        raise _nothing(name, opened.left_out)
    return opened


def _opened(piece: Piece, depth: int, budget: _Budget) -> Iterator[Piece | LeftOut]:
    """Yield what a file holds, or itself."""
    told = format_of(piece.data, piece.name)
    if depth > _DEEPEST.get(told, depth):
        yield LeftOut(piece.name, f"{piece.name} lies too deep in other files: give it by itself.")
    elif told == "archive":
        yield from _all(_spent(members(piece.data, piece.name, budget.left), budget), depth, budget)
    elif told == "mail":
        yield from _mail(piece, depth, budget)
    elif told == "table":
        yield from rows(piece.data, piece.name)
    elif told == "feed":
        yield from entries(piece.data, piece.name)
    else:
        yield piece


def _all(
    inside: Iterable[Piece | LeftOut], depth: int, budget: _Budget
) -> Iterator[Piece | LeftOut]:
    """Open the files in a file; one that fails costs only itself."""
    for one in inside:
        if isinstance(one, LeftOut):
            yield one
            continue
        try:
            yield from list(_opened(one, depth + 1, budget))
        except ReportError as error:
            yield LeftOut(one.name, str(error))


def _spent(inside: Iterable[Piece | LeftOut], budget: _Budget) -> Iterator[Piece | LeftOut]:
    for one in inside:
        budget.left -= len(one.data) if isinstance(one, Piece) else 0
        yield one


def _mail(piece: Piece, depth: int, budget: _Budget) -> Iterator[Piece | LeftOut]:
    """Yield a mail, unless it only says what comes with it, and the files that came with it."""
    message = parsed(piece.data, piece.name)
    enclosed = [Piece(f"{piece.name}/{name}", data) for name, data in attachments(message)]
    inside = list(_all(enclosed, depth, budget))
    length = _length(body(message, piece.name)[0])
    if length > _COVER_NOTE or not any(isinstance(one, Piece) for one in inside):
        yield piece
    else:
        yield LeftOut(
            piece.name,
            f"{piece.name} has only {length} words of its own: its attachments were taken.",
        )
    yield from inside


def _length(text: str) -> int:
    """Count a mail's own words, and those that it passes on."""
    furniture = within(text, forwarded=True).furniture
    return len(text.split()) - sum(len(text[a:b].split()) for a, b in furniture)


def _once(found: Iterable[Piece | LeftOut]) -> Iterator[Piece | LeftOut]:
    first: dict[bytes, str] = {}
    for one in found:
        if isinstance(one, Piece):
            known = first.setdefault(sha256(one.data).digest(), one.name)
            if known != one.name:
                yield LeftOut(one.name, f"{one.name} is the same file as {known}.")
                continue
        yield one


def _nothing(name: str, left_out: Iterable[LeftOut]) -> EmptyReportError:
    reasons = [one.why.rstrip(".") for one in left_out]
    more = f"; and {len(reasons) - _MOST_TOLD} more" if len(reasons) > _MOST_TOLD else ""
    told = f" ({'; '.join(reasons[:_MOST_TOLD])}{more})" if reasons else ""
    return EmptyReportError(
        name, f"holds no article that can be read{told}", "give the articles as .docx, PDF or text"
    )
