"""What in a mail is no report: quoted answers, signatures, the headers of what is forwarded."""

import re
from collections.abc import Sequence

from reports.read.paragraphs import Span

_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"\s{0,3}>")
_ANNOUNCED = re.compile(r"(?i)\s*on\b.{4,200}\bwrote\s?:\s*$")
_SIGNATURE = re.compile(r"-- ?")
_DIVIDER = re.compile(
    r"(?i)\s*(?:-{2,}\s*(?:original message|forwarded message|forwarded by .{1,80}?)\s*-{2,}"
    r"|begin forwarded message:)\s*$"
)
_HEADER = re.compile(
    r"(?i)\s*\*?(?P<key>from|sent|date|to|cc|bcc|reply-to|subject|importance)\s?:\*?\s.{0,300}"
)
# A forwarded mail's day and subject tell of its report.
_TELLING = frozenset({"sent", "date", "subject"})


def mail_furniture(text: str) -> list[Span]:
    """Find the lines of a mail that are not its own words, in order.

    Where nothing else is left (an article passed on with every line quoted) nothing is marked.
    """
    lines = list(_LINE.finditer(text))
    signed = next((n for n, line in enumerate(lines) if _SIGNATURE.fullmatch(line[0])), len(lines))
    headers = _headers([line[0] for line in lines])
    spans = [
        line.span()
        for number, line in enumerate(lines)
        if number >= signed or number in headers or _is_furniture(line[0])
    ]
    return spans if len(spans) < len(lines) else []


def _is_furniture(line: str) -> bool:
    return any(shape.match(line) for shape in (_QUOTED, _ANNOUNCED, _DIVIDER))


def _headers(lines: Sequence[str]) -> set[int]:
    """Find the headers of forwarded mails: lines like one, with another beside them."""
    keys = [match["key"].lower() if (match := _HEADER.fullmatch(line)) else None for line in lines]
    return {
        number
        for number, key in enumerate(keys)
        if key
        and key not in _TELLING
        and any(keys[max(number - 1, 0) : number] + keys[number + 1 : number + 2])
    }
