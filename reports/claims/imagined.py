"""What a sentence only imagines: what it asks, a game or a tale tells, or what would be, if.

None of it is said to be so, and none of it is anybody's plan.
"""

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.claim import Stance, Status
from reports.claims.events import classes
from reports.lexicon import words
from reports.syntax import NOMINAL, SUBJECTS, VERBAL, children, lemma, path

_HARM = frozenset({"kill", "die", "wound", "miss"})
_MARKS = 3  # words among which marks of quotation may open or close a sentence
_TELLS_OF = frozenset({"acl", "relcl", "ccomp", "pcomp"})


def imagined(token: Token) -> Stance | None:
    """Read whether the sentence of a token only imagines what it says there.

    Parameters
    ----------
    token
        A word of a figure or of a place name.

    Returns
    -------
    Stance or None
        Estimated, with the cue as the report writes it; None for what is meant to be so.
    """
    cue = _asked(token)
    below = token
    for node in path(token):
        if node.pos_ in VERBAL:
            cue = cue or _within_tale(node) or _would_be(node, below)
        elif node.pos_ in NOMINAL and below.dep_ in _TELLS_OF:
            cue = cue or _tale(node)
        below = node
    return Stance(Status.ESTIMATED, cue) if cue else None


def _asked(token: Token) -> str | None:
    """Read "Did 100 die?"; what "how" and "why" ask of is taken to be so."""
    sentence = sentence_of(token)
    opens = next((word for word in sentence[:_MARKS] if not word.is_punct), token)
    asks = opens.lower_ in words("status", "imagined", "asking")
    return "?" if asks and any(word.text == "?" for word in sentence[-_MARKS:]) else None


def _tale(noun: Token) -> str | None:
    """Read "novel" and "war game", and "the exercise" behind one of these in a paragraph."""
    found = _named_tale(noun)
    if found is None and lemma(noun) in words("status", "imagined", "again"):
        back = any(left.lower_ in ("the", "this", "that") for left in children(noun, "det"))
        told = back and any(_named_tale(word) for word in noun.doc[: noun.i])
        return noun.lower_ if told else None
    return found


def _named_tale(noun: Token) -> str | None:
    tales = words("status", "imagined", "nouns")
    if noun.pos_ in NOMINAL and lemma(noun) in tales:
        return noun.lower_
    named = (f"{left.lower_} {lemma(noun)}" for left in children(noun, "compound", "amod"))
    return next((name for name in named if name in tales), None)


def _within_tale(verb: Token) -> str | None:
    """Read "in the novel 300 soldiers die" and "the war game assumed that they would"."""
    inside = (
        noun
        for preposition in children(verb, "prep")
        if preposition.lower_ in ("in", "during")
        for noun in children(preposition, "pobj")
    )
    telling = children(verb, *SUBJECTS) if children(verb, "ccomp") else []
    return next((tale for noun in (*inside, *telling) if (tale := _tale(noun))), None)


def _would_be(verb: Token, below: Token) -> str | None:
    """Read a "would" that nobody means to make true, and harm that is foreseen."""
    modals = [aux for aux in children(verb, "aux") if aux.tag_ == "MD"]
    ahead = [aux for aux in modals if aux.lower_ in words("status", "planned", "modals")]
    if not ahead or below.dep_ in ("advcl", "relcl"):
        return None
    if classes(verb) & _HARM:
        return ahead[0].lower_
    would = [aux for aux in ahead if aux.lower_ in words("status", "imagined", "modals")]
    if not would:
        return None
    missed = verb.tag_ == "VBN" and any(aux.lower_ == "have" for aux in children(verb, "aux"))
    anybody = any(noun.lower_ in ("you", "one") for noun in children(verb, *SUBJECTS))
    above = verb.head if verb.dep_ == "ccomp" else None
    supposed = above is not None and lemma(above) in words("status", "imagined", "supposing")
    return would[0].lower_ if missed or anybody or supposed or _on_condition(verb) else None


def _on_condition(verb: Token) -> bool:
    """Whether a clause says if: "if it broke", "were it to break", "had it held"."""
    inverted = words("status", "imagined", "inverted")
    return any(
        any(mark.lower_ in ("if", "unless") for mark in children(clause, "mark", "advmod"))
        or next(iter(clause.subtree)).lower_ in inverted
        for clause in children(verb, "advcl")
    )
