"""A report's text as its readers will take it: case restored, look-alike letters made plain.

What is searched may differ from what is written, letter for letter, and never in length: all that
is found keeps its offsets, and is quoted from the report as it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from geo.casing import in_capitals, lowered, raised, without_capitals
from geo.index import Index
from geo.losses import Losses
from geo.mention import Mention
from geo.offsets import Offset
from geo.scripts import Disguised, disguised, hidden, undisguised
from reports.claim import Claim, When
from reports.language import is_ordinary
from reports.read import Block
from reports.unquantified import Unquantified

Q = TypeVar("Q", Mention, Claim, When, Offset, Unquantified)

_LOWER = re.compile(r"\b[^\W\d_A-Z]+\b")


@dataclass(frozen=True, slots=True)
class Legible:
    """The text to search, of the report's own length, and the words that are not what they seem."""

    text: str
    disguised: Sequence[Disguised]


def legible(text: str, blocks: Sequence[Block], index: Index, losses: Losses) -> Legible:
    """Restore what reports have and this one lacks, in the blocks that are searched.

    Look-alike words are noted; words with characters inside that do not show are, too.
    """
    words = [
        word
        for block in blocks
        for word in disguised(text, block.start, block.end, lambda name: bool(index.lookup(name)))
    ]
    for word in words:
        losses.add(word.note)
    for found in hidden(text):
        losses.add(f"‘{found}’ has characters inside that do not show.")
    return Legible(_recased(undisguised(text, words), blocks, index), words)


def _recased(text: str, blocks: Sequence[Block], index: Index) -> str:
    own = [text[block.start : block.end] for block in blocks]
    if without_capitals(" ".join(own)):
        own = [raised(part, index) for part in own]
    elif any(map(in_capitals, own)):
        shouted = list(map(in_capitals, own))
        rest = " ".join(part for part, loud in zip(own, shouted, strict=True) if not loud)
        low = frozenset(_LOWER.findall(rest))
        own = [
            lowered(part, index, lambda word: word in low or is_ordinary(word)) if loud else part
            for part, loud in zip(own, shouted, strict=True)
        ]
    else:
        return text
    parts, last = [], 0
    for block, part in zip(blocks, own, strict=True):
        parts += [text[last : block.start], part]
        last = block.end
    return "".join([*parts, text[last:]])


def quoted(found: Q, text: str) -> Q:
    """Quote a mention, a date, a claim or an offset as the report writes it."""
    written = text[found.start : found.end]
    return found if found.text == written else replace(found, text=written)
