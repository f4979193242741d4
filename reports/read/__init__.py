"""The door to reading: a file's bytes or pasted text in, a Reading out."""

import re
from hashlib import sha256
from pathlib import PurePath

from reports.errors import EmptyReportError, OversizeReportError, UnknownFormatError
from reports.read.decode import Decoded, clean, decode
from reports.read.html import article
from reports.read.markup import parse
from reports.read.metadata import metadata
from reports.read.pieces import LeftOut, Opened, Piece, pieces
from reports.read.reading import Block, Reading
from reports.read.structure import structure
from reports.read.tongue import language

__all__ = [
    "HTML_LIMIT",
    "TEXT_LIMIT",
    "Block",
    "LeftOut",
    "Opened",
    "Piece",
    "Reading",
    "pieces",
    "read",
    "read_text",
]

TEXT_LIMIT = 5_000_000
HTML_LIMIT = 10_000_000

_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_HTML_START = re.compile(rb"(?i)\s*<(?:!doctype\s+html|html)\b")
_DECLARED = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})")
_DECLARED_WITHIN = 4096


def read(data: bytes, name: str) -> Reading:
    """Read a report from a file's bytes.

    The suffix of the name tells a web page from plain text; without a suffix, the content does.

    Raises
    ------
    ReportError
        When it is empty, too large, not text, in no known encoding, or of an unknown format; the
        message names the file and the way out.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML_SUFFIXES:
        return _read_html(data, name)
    if suffix in _TEXT_SUFFIXES:
        return read_text(data, name)
    if _SUFFIX.fullmatch(suffix):
        raise UnknownFormatError(
            name, f"is a {suffix} file", "only .txt and .html are read for now; save it as text"
        )
    return _read_html(data, name) if _HTML_START.match(data) else read_text(data, name)


def read_text(data: bytes | str, name: str) -> Reading:
    """Read plain text: the bytes of a file, or what somebody pasted.

    Offsets are code points of the text as it stands, line breaks included; only a byte order mark
    is left out, and control characters are replaced one for one.

    Raises
    ------
    ReportError
        As for :func:`read`.
    """
    original = data.encode("utf-8", errors="surrogatepass") if isinstance(data, str) else data
    _bound(original, name, TEXT_LIMIT)
    decoded = clean(data, name) if isinstance(data, str) else decode(data, name)
    if not decoded.text.strip():
        raise _empty(name)
    found = structure(decoded.text)
    return Reading(
        name=name,
        slug=slug(name),
        text=decoded.text,
        blocks=found.blocks,
        title=found.title,
        publisher=None,
        author=found.author,
        url=None,
        published=found.published,
        published_basis="document" if found.published else None,
        lang=language(decoded.text),
        sha256=sha256(original).hexdigest(),
        warnings=decoded.warnings,
    )


def slug(name: str) -> str:
    """Return the base name without its last suffix."""
    return PurePath(name).stem


def _read_html(data: bytes, name: str) -> Reading:
    _bound(data, name, HTML_LIMIT)
    decoded = _decoded_html(data, name)
    page = parse(decoded.text, name)
    found = article(page)
    if not found.text:
        raise EmptyReportError(
            name, "has no article in it", "open it in a browser and paste the article's text"
        )
    parts = structure(found.text, found.headline)
    stated = metadata(page, found.headline, parts.published)
    return Reading(
        name=name,
        slug=slug(name),
        text=found.text,
        blocks=parts.blocks,
        title=stated.title or parts.title,
        publisher=stated.publisher,
        author=stated.author or parts.author,
        url=stated.url,
        published=stated.published,
        published_basis="document" if stated.published else None,
        lang=stated.lang or language(found.text),
        sha256=sha256(data).hexdigest(),
        warnings=decoded.warnings,
    )


def _decoded_html(data: bytes, name: str) -> Decoded:
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return decode(data, name, declared[1].decode("ascii") if declared else None)


def _bound(data: bytes, name: str, limit: int) -> None:
    if len(data) > limit:
        raise OversizeReportError(
            name,
            f"is {len(data) / 1e6:.1f} MB, more than the {limit / 1e6:.0f} MB that are read",
            "split it into its articles",
        )
    if not data:
        raise _empty(name)


def _empty(name: str) -> EmptyReportError:
    return EmptyReportError(name, "is empty", "choose a file with the article's text in it")
