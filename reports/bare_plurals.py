"""Bare plurals that say a quantity without a number: "soldiers died", "tanks were lost".

A plural with nothing before it says that there were some, and leaves open how many, only where
something befell them: what is told of soldiers in general ("soldiers are trained") is no quantity.
"""

from spacy.tokens import Token

from reports.claims.events import AGENT, Event, events
from reports.lexicon import words
from reports.quantities.units import counted
from reports.syntax import VERBAL, children, lemma

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_DONE = frozenset({"VBD", "VBN"})


def bare_plural(token: Token) -> Token | None:
    """Return the first word of a bare plural whose last word is a token; None if it is none.

    Parameters
    ----------
    token
        Any word of a passage.
    """
    if token.tag_ != "NNS" or token.dep_ not in _ARGUMENTS or not _is_bare(token):
        return None
    kind = counted(lemma(token))
    if kind is None or kind.kind not in words("unquantified", "bare", "kinds"):
        return None
    if not any(_befell(event, token) for event in events(token, token, None, None)):
        return None
    return token.left_edge


def _is_bare(noun: Token) -> bool:
    """Whether nothing but what they are like stands before a noun: not "the", "their" or "all"."""
    plain = all(left.dep_ in _DESCRIBING and not left.like_num for left in noun.lefts)
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else None
    of_number = before is not None and (before.like_num or before.pos_ == "DET")
    return plain and not of_number and noun.left_edge.pos_ != "PUNCT"


def _befell(event: Event, noun: Token) -> bool:
    """Whether something has befallen them, as their own verb says: not in a plan or a denial."""
    verb, part = event.token, "done" if event.part == AGENT else "suffered"
    if verb.i != noun.head.i or verb.pos_ not in VERBAL or verb.tag_ not in _DONE:
        return False
    if children(verb, "neg") or any(aux.tag_ == "MD" for aux in children(verb, "aux")):
        return False
    return bool(event.classes & words("unquantified", "bare", part))
