"""Structure: which stretches of a text are title, dateline, the report's words, or boilerplate."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from reports.read.boilerplate import furniture
from reports.read.datelines import Filed, Stamp, date_line, day_in, filed, headed, signed
from reports.read.paragraphs import SENTENCE_FINAL, Span, paragraphs
from reports.read.reading import Block

_BY = r"(?i:by|written by|text by|story by)\s+"
_BYLINE_HEAD = re.compile(_BY)
_BYLINE = re.compile(
    rf"{_BY}(?P<names>[^\W\d_a-z][\w.'’-]*"
    r"(?:,?\s+(?:and|&|de|van|von|der|al|bin|in|[^\W\d_a-z][\w.'’-]*)){1,9})"
)

_LONGEST_TITLE = 180
_MOST_TITLE_WORDS = 30
_FEWEST_SENTENCE_WORDS = 8
_PARAGRAPHS_NEAR_HEAD = 2


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text, and what its head says of it."""

    blocks: tuple[Block, ...]
    title: str | None
    author: str | None
    published: date | None


def structure(text: str, headline: str | None = None, marked: Sequence[Span] = ()) -> Structure:
    """Divide a text into blocks.

    Every character that is not white space falls into exactly one block; blocks are in order and
    have no white space at their ends.

    Parameters
    ----------
    text
        The clean text.
    headline
        The title, where markup names it; otherwise a short first line that is no sentence is taken.
    marked
        Spans that are known to be boilerplate, in order.
    """
    blocks = [block for span in paragraphs(text) for block in _divided(text, span, marked)]
    near_head = _near_head(text, blocks)
    blocks = [_labelled(text, block, near_head=block.start < near_head) for block in blocks]
    author = next(filter(None, (_author(text, b) for b in blocks if b.start < near_head)), None)
    blocks = _titled(text, blocks, headline)
    blocks = _filed(text, blocks)
    return Structure(
        blocks=tuple(blocks),
        title=next((_of(text, block) for block in blocks if block.kind == "title"), None),
        author=author,
        published=_published(text, blocks),
    )


def _of(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _divided(text: str, span: Span, marked: Sequence[Span]) -> Iterator[Block]:
    """Yield the boilerplate of one paragraph and what lies around it."""
    start, end = span
    at = start
    known = _inside(text, span, marked)
    for first, last in (*(known or furniture(text[start:end])), (end - start, end - start)):
        own = text[at : start + first]
        if own.strip():
            left = at + len(own) - len(own.lstrip())
            yield Block(left, at + len(own.rstrip()), "text")
        if first < last:
            yield Block(start + first, start + last, "boilerplate")
        at = start + last


def _inside(text: str, span: Span, marked: Sequence[Span]) -> list[Span]:
    """Return the marked stretches of one paragraph, as offsets into it, without white space."""
    start, end = span
    begin = bisect_right(marked, start, key=itemgetter(1))
    near = marked[begin : bisect_left(marked, end, begin, key=itemgetter(0))]
    cut = ((max(first, start), min(last, end)) for first, last in near)
    own = ((first, text[first:last]) for first, last in cut)
    bare = ((first + len(part) - len(part.lstrip()), part.strip()) for first, part in own)
    return [(first - start, first - start + len(part)) for first, part in bare if part]


def _near_head(text: str, blocks: Sequence[Block]) -> int:
    """Return where the second paragraph ends: bylines and dates of publication stand before."""
    bodies = [block for block in blocks if block.kind == "text" and _is_body(_of(text, block))]
    near = bodies[:_PARAGRAPHS_NEAR_HEAD]
    return near[-1].end if len(bodies) > len(near) else len(text)


def _is_body(line: str) -> bool:
    return line.endswith(SENTENCE_FINAL) and len(line.split()) >= _FEWEST_SENTENCE_WORDS


def _labelled(text: str, block: Block, *, near_head: bool) -> Block:
    """Tell date lines and bylines from the report's words.

    Further down a bare date heads a part of a chronology; only "Published …" is still furniture.
    """
    if block.kind != "text":
        return block
    line = _of(text, block)
    stamp = date_line(line)
    if stamp and (near_head or stamp.labelled):
        return replace(block, kind="dateline")
    if near_head and _byline(line):
        return replace(block, kind="boilerplate")
    return block


def _author(text: str, block: Block) -> str | None:
    found = _byline(_of(text, block))
    return found[0] if found else None


def _byline(line: str) -> tuple[str, Stamp | None] | None:
    """Read who wrote a report, and what a date line behind the names says."""
    if not _BYLINE_HEAD.match(line):
        return None
    names, stamp = signed(line) or (line, None)
    match = _BYLINE.fullmatch(names)
    return (match["names"], stamp) if match else None


def _titled(text: str, blocks: list[Block], headline: str | None) -> list[Block]:
    """Mark the title: the markup's headline even if it begins as furniture does ("Watch: …")."""
    own = [number for number, block in enumerate(blocks) if block.kind == "text"]
    if headline:
        wanted = " ".join(headline.split()).casefold()
        found = [n for n, block in enumerate(blocks) if _of(text, block).casefold() == wanted]
    else:
        found = [number for number in own[:1] if len(own) > 1 and _is_title(text, blocks[number])]
    if not found:
        return blocks
    title = replace(blocks[found[0]], kind="title")
    return [*blocks[: found[0]], title, *blocks[found[0] + 1 :]]


def _is_title(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    short = len(line) <= _LONGEST_TITLE and len(line.split()) <= _MOST_TITLE_WORDS
    return (
        short and "\n" not in line and not line.endswith((*".,;:…", ".”", '."', ".’", ".'", ".)"))
    )


def _filed(text: str, blocks: list[Block]) -> list[Block]:
    """Split the dateline off the first paragraph."""
    first = next((n for n, block in enumerate(blocks) if block.kind == "text"), None)
    if first is None:
        return blocks
    block = blocks[first]
    found = filed(text[block.start : block.end]) or _only_head(text, blocks[first:])
    if not found:
        return blocks
    end = block.start + found.length
    rest = text[end : block.end].lstrip()
    own = [Block(block.end - len(rest), block.end, "text")] if rest else []
    return [*blocks[:first], Block(block.start, end, "dateline"), *own, *blocks[first + 1 :]]


def _only_head(text: str, blocks: Sequence[Block]) -> Filed | None:
    """Find a town and a day at the first paragraph's head; with others below they are entries'."""
    first, *others = (text[block.start : block.end] for block in blocks if block.kind == "text")
    found = headed(first)
    return None if found and any(map(headed, others)) else found


def _published(text: str, blocks: Sequence[Block]) -> date | None:
    return next(filter(None, (_day(_of(text, block), block.kind) for block in blocks)), None)


def _day(line: str, kind: str) -> date | None:
    """Read the day that a dateline prints, or a byline."""
    if kind == "dateline":
        stamp = date_line(line)
        return stamp.published if stamp else day_in(line)
    signature = _byline(line) if kind == "boilerplate" else None
    return signature[1].published if signature and signature[1] else None
