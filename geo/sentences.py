"""Text and sentences of a parsed block without going through the whole block at every call."""

from bisect import bisect_right
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

BLOCKS = 64
"""Blocks that are remembered: those of an article, as each stage goes through all of them."""


@lru_cache(maxsize=BLOCKS)
def text_of(doc: Doc) -> str:
    """Give the text of a block; spaCy itself joins it from its words at every call."""
    return str(doc.text)


@lru_cache(maxsize=BLOCKS)
def sentence_starts(doc: Doc) -> tuple[int, ...]:
    """Give the number of the first token of each sentence."""
    return tuple(sentence.start for sentence in doc.sents)


def sentence_of(token: Token) -> Span:
    """Give the sentence of a token; spaCy itself looks through the whole block at every call."""
    starts = sentence_starts(token.doc)
    at = bisect_right(starts, token.i)
    end = starts[at] if at < len(starts) else len(token.doc)
    return token.doc[starts[at - 1] : end]
