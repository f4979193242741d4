"""The door to reading: a file's bytes or pasted text in, a Reading out.

Each format has a module of its own; ``formats`` tells which one a file is in, and ``pieces`` opens
what holds several articles.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from reports.errors import UnknownFormatError
from reports.read.compose import slug
from reports.read.feed import read_feed
from reports.read.formats import CALLED, SUFFIXES, format_of
from reports.read.mail import read_mail
from reports.read.markdown import read_markdown
from reports.read.parts import LeftOut, Opened, Piece
from reports.read.pdf import read_pdf
from reports.read.pieces import pieces
from reports.read.plain import read_text
from reports.read.reading import Block, Reading
from reports.read.table import read_table
from reports.read.web import read_html
from reports.read.word import read_docx

__all__ = [
    "READABLE_SUFFIXES",
    "Block",
    "LeftOut",
    "Opened",
    "Piece",
    "Reading",
    "pieces",
    "read",
    "read_text",
    "slug",
]

READABLE_SUFFIXES: Final = frozenset(SUFFIXES)

_READERS: Final[Mapping[str, Callable[[bytes, str], Reading]]] = MappingProxyType(
    {
        "text": read_text,
        "html": read_html,
        "markdown": read_markdown,
        "docx": read_docx,
        "pdf": read_pdf,
        "mail": read_mail,
        "table": read_table,
        "feed": read_feed,
    }
)


def read(data: bytes, name: str) -> Reading:
    """Read a report from a file's bytes.

    Its first bytes tell the format where they can, otherwise the suffix of its name does.

    Raises
    ------
    ReportError
        When it is empty, too large, encrypted, broken, without text, of an unknown format, or holds
        several articles (see :func:`pieces`); the message names the file and the way out.
    """
    told = format_of(data, name)
    reader = _READERS.get(told)
    if reader is None:
        raise UnknownFormatError(
            name, "holds several files", "add it whole, or unpack it and give the articles in it"
        )
    reading = reader(data, name)
    if SUFFIXES.get(PurePath(name).suffix.lower(), told) == told:
        return reading
    disguised = f"{name} is {CALLED[told]} by what it holds, and was read as one."
    return replace(reading, warnings=(*reading.warnings, disguised))
