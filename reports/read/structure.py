"""Structure: which stretches of a text are title, dateline, the report's words, or boilerplate."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from reports.read.boilerplate import furniture
from reports.read.datelines import Filed, filed, headed
from reports.read.days import Doubt
from reports.read.paragraphs import Span, paragraphs
from reports.read.printed import byline, is_body, of, printed, stamped
from reports.read.reading import Block
from reports.read.stamps import date_line

_LONGEST_TITLE = 180
_MOST_TITLE_WORDS = 30
_PARAGRAPHS_NEAR_HEAD = 2


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text, and what its head and foot say of it.

    ``doubt`` is what it prints in place of a day of publication, where it prints none.
    """

    blocks: tuple[Block, ...]
    title: str | None
    author: str | None
    published: date | None
    doubt: Doubt | None = None


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
    stamps = stamped(text, blocks, near_head)
    blocks = [_labelled(text, block, stamps, near_head=block.start < near_head) for block in blocks]
    author = next(filter(None, (_author(text, b) for b in blocks if b.start < near_head)), None)
    blocks = _titled(text, blocks, headline)
    blocks = _filed(text, blocks)
    said = printed(text, blocks)
    return Structure(
        blocks=tuple(blocks),
        title=next((of(text, block) for block in blocks if block.kind == "title"), None),
        author=author,
        published=said.day,
        doubt=said.doubt,
    )


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
    bodies = [block for block in blocks if is_body(text, block)]
    near = bodies[:_PARAGRAPHS_NEAR_HEAD]
    return near[-1].end if len(bodies) > len(near) else len(text)


def _labelled(text: str, block: Block, stamps: Container[int], *, near_head: bool) -> Block:
    """Tell date lines and bylines from the report's words."""
    if block.start in stamps:
        return replace(block, kind="dateline")
    if block.kind == "text" and near_head and byline(of(text, block)):
        return replace(block, kind="boilerplate")
    return block


def _author(text: str, block: Block) -> str | None:
    found = byline(of(text, block))
    return found[0] if found else None


def _titled(text: str, blocks: list[Block], headline: str | None) -> list[Block]:
    """Mark the title: the markup's headline even if it begins as furniture does ("Watch: …")."""
    own = [number for number, block in enumerate(blocks) if block.kind == "text"]
    if headline:
        wanted = " ".join(headline.split()).casefold()
        found = [n for n, block in enumerate(blocks) if of(text, block).casefold() == wanted]
    else:
        found = [number for number in own[:1] if len(own) > 1 and _is_title(text, blocks[number])]
    if not found:
        return blocks
    title = replace(blocks[found[0]], kind="title")
    return [*blocks[: found[0]], title, *blocks[found[0] + 1 :]]


def _is_title(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    if date_line(line) or not any(map(str.isalpha, line)):
        return False
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
