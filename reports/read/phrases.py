"""The phrases that boilerplate is known by, and text folded so that they are found in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reports.lexicon import lexicon
from reports.read.paragraphs import Span

QUOTE = re.compile(r"[\"“”«»„]")
_WORD = re.compile(r"[\w'@&]+(?:-\w+)*")
_SENTENCE_END = re.compile(r"(?<![.!?…])([.!?…]++[\"”’»)\]]*+)\s++")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of data/lexicons/boilerplate.toml, folded as the text is."""

    labels: frozenset[tuple[str, ...]]
    counters: frozenset[tuple[str, ...]]
    glued: tuple[str, ...]
    openers: tuple[str, ...]
    notices: tuple[str, ...]
    pleas: tuple[str, ...]
    plea_company: tuple[str, ...]
    plea_voices: frozenset[str]


@cache
def phrases() -> Phrases:
    """Load the phrases, once per process."""
    raw = lexicon("boilerplate")
    return Phrases(
        labels=frozenset(tuple(words_of(phrase)) for phrase in raw["labels"]),
        counters=frozenset(tuple(words_of(phrase)) for phrase in raw["counters"]),
        glued=tuple(raw["glued"]),
        openers=tuple(raw["openers"]),
        notices=tuple(padded(phrase) for phrase in raw["notices"]),
        pleas=tuple(padded(phrase) for phrase in raw["pleas"]),
        plea_company=tuple(padded(phrase) for phrase in raw["plea_company"]),
        plea_voices=frozenset(raw["plea_voices"]),
    )


def words_of(text: str) -> list[str]:
    """Return the words in lower case, apostrophes straight."""
    return _WORD.findall(text.lower().replace("’", "'"))


def padded(text: str) -> str:
    """Fold a sentence to single-spaced words with a space at each end, for whole-word search."""
    return f" {' '.join(words_of(text))} "


def flat(text: str) -> str:
    """Fold a line to lower case and single spaces, without a bullet or bracket before it."""
    return " ".join(text.lower().replace("’", "'").split()).lstrip("•·-–—>*▪►|([ ")


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences, roughly: whatever ends in a mark and white space."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end(1)
        start = match.end()
    if start < len(text):
        yield start, len(text)
