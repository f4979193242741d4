"""Which of the days that a report prints is that of its publication.

It stands above the report's words, or below them as a signature does. Days that head the entries of
a chronology, that date an event or belong to another article are not it; where nothing else is
printed, what is printed instead of a day is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reports.lexicon import words
from reports.read.days import Doubt, day_in, day_of, first, full_day, loose_in
from reports.read.paragraphs import SENTENCE_FINAL
from reports.read.reading import Block
from reports.read.stamps import Stamp, date_line, is_names, masthead, signature, signed

_BY = r"(?i:by|written by|text by|story by)\s+"
_BYLINE_HEAD = re.compile(_BY)
_BYLINE = re.compile(
    rf"{_BY}(?P<names>[^\W\d_a-z][\w.'’-]*"
    r"(?:,?\s+(?:and|&|de|van|von|der|al|bin|in|[^\W\d_a-z][\w.'’-]*)){1,9})"
)
_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ]{1,20}?)\s*:\s")
_FEWEST_SENTENCE_WORDS = 8
_LONGEST = 300
_HEAD = 60
"""Blocks from the first among which mastheads are looked for."""
_FOOT = 6
"""Blocks behind the last paragraph among which a signature is looked for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The day of publication that a report prints, or what it prints instead of one."""

    day: date | None
    doubt: Doubt | None


def of(text: str, block: Block) -> str:
    """Return a block's words as one line."""
    return " ".join(text[block.start : block.end].split())


def is_body(text: str, block: Block) -> bool:
    """Tell a paragraph of the report from a heading or a label."""
    line = of(text, block)
    long = len(line.split()) >= _FEWEST_SENTENCE_WORDS
    return block.kind == "text" and long and line.endswith(SENTENCE_FINAL) and not date_line(line)


def byline(line: str) -> tuple[str, Stamp | None] | None:
    """Read who wrote a report, and what a date line behind the names says."""
    if not _BYLINE_HEAD.match(line):
        return None
    names, stamp = signed(line) or (line, None)
    match = _BYLINE.fullmatch(names)
    return (match["names"], stamp) if match else None


def stamped(text: str, blocks: Sequence[Block], near_head: int) -> frozenset[int]:
    """Find the lines that say when the report was published, by where they start.

    Parameters
    ----------
    near_head
        Where the head ends; further down a bare date heads a part of the report.
    """
    own = [block for block in blocks if block.kind == "text"]
    bodies = [number for number, block in enumerate(own) if is_body(text, block)]
    top = bodies[0] if bodies else len(own)
    foot = bodies[-1] + 1 if bodies else len(own)
    lines = [of(text, block) for block in own]
    stamps = {number: stamp for number, line in enumerate(lines) if (stamp := date_line(line))}
    found = {
        number
        for number, stamp in stamps.items()
        if stamp.label in {"published", "other"}
        or (own[number].start < near_head and _is_near(lines, number, top))
    }
    found -= _events(lines, stamps) | _entries(stamps, bodies)
    found |= {number for number in range(min(top, _HEAD)) if _is_head(lines, number)}
    return frozenset(own[number].start for number in found | set(_signatures(lines, foot)))


def printed(text: str, blocks: Sequence[Block]) -> Printed:
    """Choose the day of publication among what the blocks at head and foot print."""
    stamps = [stamp for block in blocks if (stamp := _stamp(of(text, block), block.kind))]
    day = _original(text, blocks) or first([stamp.published for stamp in stamps])
    doubts = [stamp.doubt for stamp in stamps if stamp.doubt]
    sure = sorted(doubts, key=lambda doubt: not (doubt.days or doubt.month_day))
    other = first([stamp.other for stamp in stamps])
    settled = first([doubt.settled(other) for doubt in doubts])
    return Printed(day or settled, None if day or settled else next(iter(sure), None))


def _original(text: str, blocks: Sequence[Block]) -> date | None:
    """Read the day behind "Originally published", in a list of what a portal says of a report."""
    known = words("reading", "stamp", "original")
    told = ((of(text, label).lower().rstrip(" :"), after) for label, after in pairwise(blocks))
    stamps = (_stamp(of(text, after), after.kind) for label, after in told if label in known)
    return first([stamp.published for stamp in stamps if stamp])


def _stamp(line: str, kind: str) -> Stamp | None:
    """Read what a dateline prints, a byline, or a title with a masthead's bars."""
    if kind == "dateline":
        beside = signature(line)
        found = date_line(line) or masthead(line) or (beside[1] if beside else None)
        return found or Stamp(day_in(line), doubt=loose_in(line))
    if kind == "title":
        return masthead(line) or _entitled(line)
    signature_of = byline(line) if kind == "boilerplate" else None
    return signature_of[1] if signature_of else None


def _entitled(line: str) -> Stamp | None:
    """Tell of the one day that a title has: that of the report, or of what it tells of."""
    days = {day for match in full_day().finditer(line) if (day := day_of(match))}
    if len(days) != 1:
        return None
    day = days.pop()
    why = f"has {day.day} {day:%B %Y} in its title, but not as its day of publication"
    return Stamp(None, doubt=Doubt(why, (day,)))


def _is_near(lines: Sequence[str], number: int, top: int) -> bool:
    """Tell a bare date under the report's words from that of another article's title."""
    before = lines[number - 1] if number else ""
    return number <= top or before.endswith(SENTENCE_FINAL) or is_names(before)


def _is_head(lines: Sequence[str], number: int) -> bool:
    """Tell a masthead or a line of names and a day above the report's words.

    The first line is the title if a sentence follows at once; with a town alone it is not.
    """
    beside = signature(lines[number])
    alone = number == 0 and any(line.endswith(SENTENCE_FINAL) for line in lines[1:2])
    if beside:
        return not alone or len(beside[0].partition(",")[0].split()) == 1
    return not alone and masthead(lines[number]) is not None


def _signatures(lines: Sequence[str], foot: int) -> Iterator[int]:
    """Yield the line at the foot that signs the report, if no other there has a day."""
    last = range(foot, len(lines))
    dated = [n for n in last[:_FOOT] if full_day().search(lines[n][:_LONGEST])]
    if len(dated) != 1 or len(last) > _FOOT:
        return
    number = dated[0]
    led = number > 0 and lines[number - 1].endswith(":")
    stamp = date_line(lines[number])
    bare = stamp is not None and stamp.label is None and _is_near(lines, number, 0)
    if not led and (bare or signature(lines[number])):
        yield number


def _entries(stamps: dict[int, Stamp], bodies: Sequence[int]) -> set[int]:
    """Find the bare dates that head a chronology's entries: two or more, each with its text.

    A heading may stand between.
    """
    near = {number - before for number in bodies for before in (1, 2)}
    heads = {n: stamp for n, stamp in stamps.items() if not stamp.labelled and n in near}
    days = {stamp.published for stamp in heads.values()}
    return set(heads) if len(days) > 1 else set()


def _events(lines: Sequence[str], stamps: dict[int, Stamp]) -> set[int]:
    """Find the lines "Date: …" beside "Venue: …" and the like: they say when something is."""
    fields = [match["label"].lower() if (match := _FIELD.match(line)) else "" for line in lines]
    told = [label in words("reading", "stamp", "event_lines") for label in fields]
    near = {n for n, (this, after) in enumerate(pairwise([*told, False])) if this or after}
    near |= {number + 1 for number, is_told in enumerate(told) if is_told}
    return {number for number, stamp in stamps.items() if stamp.label == "date" and number in near}
