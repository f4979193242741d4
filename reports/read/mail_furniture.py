"""What in a mail is no report: quoted answers, signatures, the headers of what is forwarded.

A mail may hold others, each under lines such as "From: …" and "Sent: …". Under one that answers,
they are what was written before; in one that passes something on, the longest of them is the
report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reports.lexicon import lexicon, words
from reports.read.days import either
from reports.read.paragraphs import SENTENCE_FINAL, Span

_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"\s{0,3}>")
_SIGNATURE = re.compile(r"-- ?")
_RULE = re.compile(r"\s*[_=*-]{5,}\s*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|@")
_LONGEST_LINE = 400
_LONGEST_SIGNING_LINE = 60
_MOST_SIGNING_LINES = 8
_SENTENCE = 6  # words
_NEAR = 4
# A forwarded mail's day and subject tell of its report.
_TELLING = frozenset({"sent", "subject"})


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A mail within a mail: the numbers of its header lines, and what they say."""

    first: int
    last: int
    keys: tuple[str, ...]
    sender: str | None


@dataclass(frozen=True, slots=True)
class Within:
    """What a mail's text holds besides its report, and who sent the one it passes on."""

    furniture: list[Span]
    forwards: bool
    sender: str | None


def within(text: str, *, forwarded: bool) -> Within:
    """Find the lines of a mail that are not its report's words, in order.

    Where nothing else is left (an article passed on with every line quoted) nothing is marked.

    Parameters
    ----------
    forwarded
        Whether its subject says that it passes something on; one that begins with the headers of
        another mail does so, too.
    """
    matches = list(_LINE.finditer(text))
    lines = [match[0] for match in matches]
    mails = list(_enclosed(lines))
    own = [line for line in lines[: mails[0].first] if _is_own(line)] if mails else []
    forwards = forwarded or (bool(mails) and not own)
    told = _longest(lines, mails) if forwards else None
    gone = set(_signed(lines, mails)) | {n for n, line in enumerate(lines) if _is_furniture(line)}
    for mail in mails:
        kept = _TELLING if mail == told else frozenset[str]()
        gone |= {mail.first + n for n, key in enumerate(mail.keys) if key not in kept}
    gone |= {n for first, after in _announcements(lines) for n in range(first, after)}
    if not forwards:
        gone |= set(range(_answered(lines, mails), len(lines)))
    spans = [matches[number].span() for number in sorted(gone)]
    left = [line for number, line in enumerate(lines) if number not in gone]
    return Within(spans if any(map(_is_own, left)) else [], forwards, told.sender if told else None)


def _is_own(line: str) -> bool:
    return not _is_furniture(line) and any(map(str.isalpha, line))


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    shapes = (_QUOTED.match, _RULE.fullmatch, _dividers().match)
    return any(shape(line) for shape in shapes)


def _enclosed(lines: Sequence[str]) -> Iterator[Enclosed]:
    """Yield the headers of mails: lines like one that stand together, a sender or a day in them."""
    found = [_header(line) for line in lines]
    number = 0
    while number < len(found):
        last = number
        while last < len(found) and found[last]:
            last += 1
        run = [each for each in found[number:last] if each]
        keys = tuple(key for key, _ in run)
        if len(run) > 1 and not {"from", "sent"}.isdisjoint(keys):
            sender = next((value for key, value in run if key == "from"), None)
            yield Enclosed(number, last, keys, sender)
        number = max(last, number + 1)


def _header(line: str) -> tuple[str, str] | None:
    """Return what a line is a header of, and its value."""
    match = _headers().fullmatch(line) if len(line) <= _LONGEST_LINE else None
    return (_keys()[match["key"].lower()], match["value"].strip(" *")) if match else None


def _longest(lines: Sequence[str], mails: Sequence[Enclosed]) -> Enclosed | None:
    """Return the mail with the most characters under its headers."""
    ends = [*(mail.first for mail in mails[1:]), len(lines)]
    lengths = [
        sum(map(len, lines[mail.last : end])) for mail, end in zip(mails, ends, strict=False)
    ]
    return mails[lengths.index(max(lengths))] if mails else None


def _answered(lines: Sequence[str], mails: Sequence[Enclosed]) -> int:
    """Return where a mail begins to repeat what it answers: behind its own words."""
    ends = [mail.first for mail in mails]
    for first, after in _announcements(lines):
        sure = _CLOCK.search(" ".join(lines[first:after])) is not None
        if sure and not any(map(_QUOTED.match, lines[after : after + 2])):
            ends.append(first)
    first = min(ends, default=len(lines))
    return first if any(map(_is_own, lines[:first])) else len(lines)


def _announcements(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where lines announce a quoted answer, first and behind the last: one or two."""
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            continue
        if _announced().fullmatch(line):
            yield number, number + 1
        elif "@" in line and _announced().fullmatch(" ".join(lines[number : number + 2])):
            yield number, number + 2


def _signed(lines: Sequence[str], mails: Sequence[Enclosed]) -> Iterator[int]:
    """Yield the lines of signatures, each in its own mail."""
    for first, last in pairwise([0, *(mail.first for mail in mails), len(lines)]):
        for number in range(first, last):
            if _SIGNATURE.fullmatch(lines[number]):
                yield from range(number, last)
                break
            if _greets(lines, first, number):
                yield number
                yield from _signing(lines, number + 1, min(number + 1 + _MOST_SIGNING_LINES, last))


def _greets(lines: Sequence[str], first: int, number: int) -> bool:
    """Tell "Best regards," below a sentence."""
    said = any(
        len(line.split()) >= _SENTENCE for line in lines[max(first, number - _NEAR) : number]
    )
    return said and lines[number].strip(" ,.!").lower() in words("reading", "mail", "greetings")


def _signing(lines: Sequence[str], first: int, last: int) -> Iterator[int]:
    """Yield the short lines of names and addresses from here on."""
    for number in range(first, last):
        line = lines[number]
        if len(line) > _LONGEST_SIGNING_LINE or line.endswith(SENTENCE_FINAL):
            return
        yield number


@cache
def _keys() -> dict[str, str]:
    known = lexicon("reading")["mail"]["headers"]
    return {name: key for key, names in known.items() for name in names}


@cache
def _headers() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*\*?(?P<key>{either(_keys())})\s?:\*?\s(?P<value>.{{0,300}})")


@cache
def _dividers() -> re.Pattern[str]:
    known = either(lexicon("reading")["mail"]["dividers"])
    return re.compile(rf"(?i)\s*(?:-{{2,}}\s*(?:{known})\b.{{0,80}}|begin forwarded message:\s*$)")


@cache
def _announced() -> re.Pattern[str]:
    """Return the pattern of the line before a quoted answer ("On 9 June Ion wrote:")."""
    known = lexicon("reading")["mail"]
    days, verbs = either(known["on"]), either(known["wrote"])
    return re.compile(rf"(?i)\s*(?:{days})\b.{{4,200}}\b(?:{verbs})\b.{{0,80}}:\s*")
