"""Bounds: which of a report's words are searched, however long or strange the file is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from geo.limits import limits
from geo.losses import Losses
from reports.language import PARSED_KINDS
from reports.read import Block

_SHOWN = 20  # characters of a passed-over run that a note quotes


def bounded(text: str, blocks: Sequence[Block], losses: Losses) -> list[Block]:
    """Choose the blocks to search, with a note on what is passed over.

    Runs without a break that no word can be are cut out of their block; when the report is longer
    than ``data/limits.toml`` allows, its first blocks are kept.
    """
    own = [block for block in blocks if block.kind in PARSED_KINDS]
    runs = [match for block in own for match in _run().finditer(text, block.start, block.end)]
    if runs:
        losses.add(
            f"{sum(len(run.group()) for run in runs):,} characters without a break that no word"
            f" can be were passed over, from character {runs[0].start():,} on"
            f" (“{runs[0].group()[:_SHOWN]}…”)."
        )
    pieces = [piece for block in own for piece in _words_only(text, block)]
    return list(_first(pieces, losses))


def _words_only(text: str, block: Block) -> Iterator[Block]:
    """Give a block without the runs that are longer than any word."""
    at = block.start
    for match in _run().finditer(text, block.start, block.end):
        yield from _trimmed(text, replace(block, start=at, end=match.start()))
        at = match.end()
    yield from _trimmed(text, replace(block, start=at))


def _trimmed(text: str, block: Block) -> Iterator[Block]:
    own = text[block.start : block.end]
    if own.strip():
        start = block.start + len(own) - len(own.lstrip())
        yield replace(block, start=start, end=block.start + len(own.rstrip()))


def _first(blocks: Sequence[Block], losses: Losses) -> Iterator[Block]:
    most, used = limits().characters, 0
    for block in blocks:
        used += block.end - block.start
        if used > most:
            whole = sum(one.end - one.start for one in blocks)
            losses.add(
                f"The report has {whole:,} characters: the first {used - block.end + block.start:,}"
                f" were searched, nothing from character {block.start:,} on."
            )
            return
        yield block


@cache
def _run() -> re.Pattern[str]:
    """Match what is too long for a word; a sentence in a script without spaces ends by its mark."""
    breaks = r"\s。！？；，、"
    return re.compile(rf"[^{breaks}]{{{limits().word + 1},}}")
