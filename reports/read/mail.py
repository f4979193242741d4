"""Mails: the words of one, what its headers say, and the files that came with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default as modern
from email.utils import parseaddr

from reports.errors import BrokenReportError, EmptyReportError, OversizeReportError
from reports.lexicon import words
from reports.read.archive import inside
from reports.read.compose import Stated, prose, under_title
from reports.read.decode import decode
from reports.read.mail_furniture import within
from reports.read.reading import Reading
from reports.read.sizes import bound, sizes
from reports.read.web import fragment

_FORWARDED = re.compile(r"(?i)\s*(?:fwd?|wg|tr|rv|пересл)\s*:")
_PREFIX = re.compile(
    r"(?i)^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs)(?:\[\d+\])?\s*:|\s*\[[^\]]{1,40}\])+\s*"
)
_PART = re.compile(rb"(?im)^content-type:")
_READ_HEADER = re.compile(
    rb"(?im)^(?:content-[a-z-]{1,40}|from|date|subject|organization|archived-at):"
    rb"[^\n]*(?:\n[ \t][^\n]*)*"
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{1,2000})>?")
_HEADERS = frozenset({"from", "date", "subject", "received", "to", "message-id", "return-path"})
_LONGEST = 300
_ENCLOSED = "message/rfc822"
# What the email package lets through on broken headers and parts.
_STUMBLES = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)


def read_mail(data: bytes, name: str) -> Reading:
    """Read a mail: its plain text, or else its page.

    Raises
    ------
    ReportError
        When it is too large, no mail, or has no words in it.
    """
    message = parsed(data, name)
    text, warnings = body(message, name)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        warnings = (*warnings, f"{name} breaks off: there may have been more of it.")
    if not text.strip():
        raise EmptyReportError(name, "has no text in it", "add the files that came with it")
    subject = _header(message, "subject")
    title = _PREFIX.sub("", subject) or None
    whole = under_title(title, text)
    found = within(whole, forwarded=bool(_FORWARDED.match(subject)))
    said = _stated(message, title, forwarded=found.forwards)
    if found.sender:
        author, publisher = _person(found.sender)
        said = replace(said, author=author, publisher=publisher or said.publisher)
    return prose(data, name, whole, title, said, furniture=found.furniture, warnings=warnings)


def parsed(data: bytes, name: str) -> EmailMessage:
    """Parse a mail whose parts have been counted.

    Raises
    ------
    ReportError
        When it is too large, has too many parts, or has no header of a mail.
    """
    bound(data, name, sizes().mail)
    _count(data, name)
    try:
        message = message_from_bytes(data, policy=modern)
        is_mail = not _HEADERS.isdisjoint(key.lower() for key in message)
    except _STUMBLES as error:
        raise _broken(name, "is damaged") from error
    if not is_mail or not isinstance(message, EmailMessage):
        raise _broken(name, "is no mail")
    return message


def _count(data: bytes, name: str) -> None:
    """Count what the email package takes more time for than it is long."""
    parts = sum(1 for _ in _PART.finditer(data))
    if parts > sizes().mail_parts:
        problem = f"has {parts:,} parts, more than the {sizes().mail_parts:,} that are read"
    elif data.count(b"\n--") > sizes().mail_dividers:
        problem = f"is divided more than {sizes().mail_dividers:,} times"
    elif any(len(match[0]) > sizes().mail_header for match in _READ_HEADER.finditer(data)):
        problem = f"has a header of more than {sizes().mail_header:,} bytes"
    else:
        return
    raise OversizeReportError(name, problem, "save the article in it and give that")


def body(message: EmailMessage, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the words of a mail, with warnings about their characters; "" when there are none."""
    try:
        part = message.get_body(("plain", "html"))
        if part is None:
            return "", ()
        data = _content(part)
        markup = part.get_content_subtype() == "html"
        declared = part.get_content_charset()
    except _STUMBLES as error:
        raise _broken(name, "is damaged") from error
    if not data.strip():
        return "", ()
    decoded = decode(data, name, declared)
    text = fragment(decoded.text, name).text if markup else decoded.text.replace("\r\n", "\n")
    return text, decoded.warnings


def attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that came with a mail, a mail in it too."""
    for number, part in enumerate(message.iter_attachments(), 1):
        try:
            enclosed = part.get_content_type() == _ENCLOSED
            name, data = part.get_filename(), _content(part)
        except _STUMBLES:
            enclosed, name, data = False, f"attachment {number}", b""
        if enclosed:
            yield f"{inside(name or f'mail {number}').removesuffix('.eml')}.eml", data
        elif name:
            yield inside(name) or f"attachment {number}", data


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == _ENCLOSED:
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _stated(message: EmailMessage, title: str | None, *, forwarded: bool) -> Stated:
    """Keep what the headers say; those of a forwarded mail are not the report's own."""
    author, publisher = _sender(message)
    address = _ADDRESS.fullmatch(_header(message, "archived-at"))
    return Stated(
        title=title,
        publisher=_header(message, "organization") or publisher,
        author=None if forwarded else author,
        url=address[1] if address else None,
        published=_sent(message),
        weak=forwarded,
    )


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    return _person(_header(message, "from"))


def _person(sender: str) -> tuple[str | None, str | None]:
    """Tell a person from an office by the address: news@… bears an outlet's name."""
    name, address = parseaddr(sender)
    name = name or ("" if "@" in sender else sender)
    shown = name.strip("'\" ") or None
    office = not words("reading", "mail", "offices").isdisjoint(
        re.split(r"[^a-z]+", address.partition("@")[0].lower())
    )
    return (None, shown) if office else (shown, None)


def _sent(message: EmailMessage) -> date | None:
    """Return the day on which a mail was sent, in its sender's own zone."""
    try:
        moment = getattr(message["date"], "datetime", None)
    except _STUMBLES:
        return None
    return moment.date() if isinstance(moment, datetime) else None


def _header(message: EmailMessage, key: str) -> str:
    """Return a header as one line, "" where it is missing or broken."""
    try:
        return " ".join(str(message.get(key, ""))[:_LONGEST].split())
    except _STUMBLES:
        return ""


def _broken(name: str, problem: str) -> BrokenReportError:
    return BrokenReportError(name, problem, "save it again as .eml, or paste its text")
