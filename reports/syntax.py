"""Small walks over a parsed sentence.

Tokens are compared by index: in spaCy ``token.head is token`` is never true.
"""

import itertools
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from geo.sentences import text_of

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative"})
_DEEPEST = 12  # steps up a tree; longer chains only occur in text that is no sentence


def path(token: Token) -> Iterator[Token]:
    """Give a token and then its heads, nearest first, up to the root of its part of the sentence.

    A semicolon ends the climb: what stands on the other side is a statement of its own.
    """
    yield token
    text, below = text_of(token.doc), token
    for head in itertools.islice(token.ancestors, _DEEPEST):
        first, last = sorted((below.idx, head.idx))
        if ";" in text[first:last]:
            return
        yield head
        below = head


def tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    """Give the tokens that overlap the character offsets ``[start, end)`` of a block."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return list(span) if span is not None else []


def children(token: Token, *labels: str) -> list[Token]:
    """Give the direct dependents of a token that carry one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def lemma(token: Token) -> str:
    """Give the dictionary form in lower case."""
    return str(token.lemma_).lower()


def clause_verb(token: Token) -> Token | None:
    """Return the verb of the clause that a token stands in; None in a sentence without one."""
    return next((head for head in path(token) if head.pos_ in VERBAL), None)


def argument(token: Token) -> Token:
    """Climb from inside a noun phrase to the word by which the whole phrase hangs on its verb.

    Joined and explaining phrases stand for the phrase they belong to: "two brigades, 3,500 men".
    """
    for _ in range(_DEEPEST):
        nested = token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "poss", "appos")
        joined = token.dep_ == "conj" and token.head.pos_ not in VERBAL
        if not (nested or joined):
            return token
        token = token.head
    return token


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb it is joined to or depends on."""
    for candidate in path(verb):
        if candidate.pos_ not in VERBAL:
            return None
        found = children(candidate, *SUBJECTS)
        if found:
            return found[0]
        if candidate.dep_ not in ("conj", "xcomp", "advcl"):
            return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, also as a reduced relative ("the men sent")."""
    if children(verb, "auxpass", "nsubjpass"):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def noun_phrase(token: Token) -> tuple[int, int]:
    """Give the character offsets of a noun with what stands before it and its "of" phrases."""
    first = min([token.i, *(t.i for t in token.lefts if t.dep_ not in ("punct", "cc", "relcl"))])
    first = min([first, *(t.i for t in token.doc[first].lefts)])
    last = token
    for _ in range(_DEEPEST):
        of = [c for c in last.rights if c.dep_ == "prep" and c.lower_ in ("of", "in", "for", "at")]
        noun = next((n for prep in of for n in children(prep, "pobj")), None)
        if noun is None:
            break
        last = noun
    return token.doc[first].idx, last.idx + len(last.text)
