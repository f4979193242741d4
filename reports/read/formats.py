"""Formats: which one a file is in, by its first bytes where they say it, else by its name."""

import re
import zipfile
from io import BytesIO
from mimetypes import guess_type
from pathlib import PurePath
from types import MappingProxyType

from reports.errors import ReportError, UnknownFormatError
from reports.read.zipped import locked

# Suffixes of the formats that are read.
SUFFIXES = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".md": "markdown",
        ".markdown": "markdown",
        ".docx": "docx",
        ".pdf": "pdf",
        ".eml": "mail",
        ".csv": "table",
        ".tsv": "table",
        ".rss": "feed",
        ".atom": "feed",
        ".rdf": "feed",
        ".xml": "feed",
        ".zip": "archive",
    }
)

# What to call a format in a sentence.
CALLED = MappingProxyType(
    {
        "text": "plain text",
        "html": "a web page",
        "markdown": "Markdown",
        "docx": "a Word document",
        "pdf": "a PDF",
        "mail": "a mail",
        "table": "a table",
        "feed": "a feed",
        "archive": "an archive",
    }
)

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_HTML_START = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b"
)
_FEED_START = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*)*"
    rb"<(?:rss|feed|(?:\w+:)?rdf)\b",
    re.DOTALL,
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_MARKUP_IN_DISGUISE = frozenset({"docx", "pdf", "feed"})
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_WITHIN = 1 << 20
_OFFICE_MARK = "[Content_Types].xml"
_WORD_BODY = "word/document.xml"
_NO_TEXT = MappingProxyType({"image": "a picture", "audio": "a recording", "video": "a film"})
_SAVE_AS = "save it as .docx or PDF"


def format_of(data: bytes, name: str) -> str:
    """Name a file's format, a value of :data:`SUFFIXES`.

    A file named .docx that begins as a PDF is a PDF.

    Raises
    ------
    ReportError
        When it is of a format that is not read, or encrypted as a whole.
    """
    suffix = PurePath(name).suffix.lower()
    told = _told_by_bytes(data, name)
    if told:
        return told
    if suffix in SUFFIXES:
        named = SUFFIXES[suffix]
        # Some programs save pages under the suffix of an office document.
        return "html" if named in _MARKUP_IN_DISGUISE and _HTML_START.match(data) else named
    if _SUFFIX.fullmatch(suffix):
        raise unknown(name)
    if _HTML_START.match(data):
        return "html"
    return "feed" if _FEED_START.match(data) else "text"


def unknown(name: str) -> UnknownFormatError:
    """Make the error of a file whose suffix stands for a format that is not read."""
    kind = (guess_type(name)[0] or "").partition("/")[0]
    if kind in _NO_TEXT:
        return UnknownFormatError(name, f"is {_NO_TEXT[kind]}", "give its text")
    return UnknownFormatError(name, f"is a {PurePath(name).suffix.lower()} file", _SAVE_AS)


def _told_by_bytes(data: bytes, name: str) -> str | None:
    if data.startswith(_ZIP):
        return _zipped(data, name)
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data, name)
    return "pdf" if data[:_PDF_WITHIN].lstrip().startswith(_PDF) else None


def _zipped(data: bytes, name: str) -> str:
    """Tell a Word document from other archives by what its directory lists."""
    suffix = PurePath(name).suffix.lower()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "docx" if suffix == ".docx" else "archive"  # its reader says what is wrong
    if _WORD_BODY in members:
        return "docx"
    if members[:1] == ["mimetype"] or _OFFICE_MARK in members:
        raise UnknownFormatError(name, "is an office document, but not of Word", _SAVE_AS)
    return "archive"


def _old_office(data: bytes, name: str) -> ReportError:
    """Name what begins as an old Office document: an encrypted new one does, too."""
    if _ENCRYPTED_PACKAGE in data[:_DIRECTORY_WITHIN] + data[-_DIRECTORY_WITHIN:]:
        return locked(name)
    return UnknownFormatError(name, "is an old Office document or an Outlook message", _SAVE_AS)
