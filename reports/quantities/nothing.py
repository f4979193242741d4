"""A stated zero: "not a single foreign soldier", "no helicopters at all", "nobody was hurt"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from geo.sentences import text_of
from reports.lexicon import words
from reports.quantities.counting import Thing, thing
from reports.syntax import SUBJECTS, lemma, tokens_between

_NONE = re.compile(
    r"\b(?:not\s+a\s+single|not\s+one|not\s+any|no|zero|none|nobody|no\s+one|no-one)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset({"nobody", "no one", "no-one", "none"})
_AT_ALL = re.compile(r"\s+(?:at all|whatsoever)\b")


@dataclass(frozen=True, slots=True)
class Nothing:
    """A zero at the character offsets ``[start, end)`` of a block, with what there is none of."""

    start: int
    end: int
    anchor: Token
    counts: Thing | None


def nothings(doc: Doc) -> Iterator[Nothing]:
    """Find the statements that there is none of something that is worth counting."""
    for match in _NONE.finditer(text_of(doc)):
        tokens = tokens_between(doc, match.start(), match.end())
        phrase = " ".join(match.group().lower().split())
        if not tokens:
            continue
        found = _nobody(tokens[-1], match) if phrase in _PERSONS else _no(tokens[-1], match)
        if found is not None:
            yield found


def _nobody(token: Token, match: re.Match[str]) -> Nothing | None:
    """Read "nobody was hurt": a figure only of the dead and the hurt."""
    if token.dep_ not in SUBJECTS or lemma(token.head) not in words("numbers", "nothing", "harm"):
        return None
    end = token.head.idx + len(token.head.text)
    return Nothing(match.start(), end, token, None) if end > match.start() else None


def _no(token: Token, match: re.Match[str]) -> Nothing | None:
    counts = thing(token)
    if counts is None or counts.kind not in words("numbers", "nothing", "kinds"):
        return None
    if any(word.like_num for word in token.doc[token.i + 1 : counts.noun.i]):
        return None  # "no 300 troops" denies the 300
    end = counts.noun.idx + len(counts.noun.text)
    tail = _AT_ALL.match(text_of(token.doc), end)
    return Nothing(match.start(), tail.end() if tail else end, counts.noun, counts)
