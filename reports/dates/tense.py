"""Tense: whether what a date belongs to lies before the report, at it, or ahead of it."""

from collections.abc import Sequence
from enum import StrEnum

from spacy.tokens import Token

from reports.dates.words import governors

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})


class Tense(StrEnum):
    """Where the words put something in time, seen from the report."""

    PAST = "past"
    PRESENT = "present"
    UNDER_WAY = "under way"
    """Present progressive: going on, or arranged ("is sending troops in July")."""
    PERFECT = "perfect"
    """Done by now ("has sent"): behind the report, but tied to no day of it."""
    FUTURE = "future"
    OPEN = "open"
    """Ahead of what lies behind the report, and so on either side of it."""


def tense(token: Token, *, forward: bool = False) -> Tense | None:
    """Read the tense of the clause that a token stands in.

    Parameters
    ----------
    token
        Root of the date expression.
    forward
        The date looks ahead by itself ("by", "as early as", "for"), so that "promised ten ships by
        March" is ahead of the report, while "promised in March" lies behind it.

    Returns
    -------
    Tense or None
        None where the sentence gives no verb to go by.
    """
    below = token
    for node in token.ancestors:
        if below.lower_ == "for" and node.lemma_ in governors("calling"):
            return Tense.FUTURE  # "called for a march on Thursday"
        if node.pos_ in {"VERB", "AUX"}:
            found = _verb_tense(node, forward=forward)
            if found:
                return found
        elif _is_ahead(node) and (forward or below.dep_ in {"acl", "xcomp", "ccomp", "prep"}):
            return Tense.FUTURE
        below = node
    return Tense.PAST if lone_participle(below) is not None else None


def lone_participle(noun: Token) -> Token | None:
    """Return the verb of a sentence that the parse takes for a phrase: "18 people starved there".

    So do headlines: "Two killed in raid on Friday".
    """
    if noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL:
        return None
    told = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")
    return next(told, None)


def clause_tense(verb: Token) -> Tense | None:
    """Read the tense of a verb itself, or of the nearest verb above that shows one."""
    verbs = (node for node in (verb, *verb.ancestors) if node.pos_ in {"VERB", "AUX"})
    return next(filter(None, (_verb_tense(node, forward=False) for node in verbs)), None)


def _verb_tense(verb: Token, *, forward: bool) -> Tense | None:
    """Read one verb group; None for participles and infinitives that leave it to their head."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    perfect = any(aux.lemma_ == "have" for aux in auxiliaries)
    if any(aux.tag_ == "MD" and aux.lower_ in governors("future_modals") for aux in auxiliaries):
        # "Will have left" lies ahead, "may have left" behind.
        certain = any(aux.lower_ in governors("certain_modals") for aux in auxiliaries)
        return Tense.PAST if perfect and not certain else Tense.FUTURE
    if any(child.lower_ in governors("future_adverbs") for child in verb.children):
        return Tense.FUTURE
    if any(aux.tag_ == "TO" for aux in auxiliaries):
        return _infinitive_tense(verb, forward=forward)
    finite = next((t for t in (*auxiliaries, verb) if t.tag_ in FINITE), None)
    behind = perfect or (finite is not None and _is_past_form(finite))
    ahead = _is_ahead(verb) or any(c.dep_ == "acomp" and _is_ahead(c) for c in verb.children)
    if ahead and (forward or not behind):
        return Tense.FUTURE
    if behind or (finite is None and verb.tag_ == "VBN"):
        return Tense.PERFECT if _is_present_perfect(auxiliaries) else Tense.PAST
    return _present(verb) if finite is not None else None


def _is_past_form(verb: Token) -> bool:
    """Tell whether a verb stands in the past; of "shells hit the market" the form does not say."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBP" and verb.lemma_ in governors("unchanging"))


def _is_present_perfect(auxiliaries: Sequence[Token]) -> bool:
    return any(aux.lemma_ == "have" and aux.tag_ in {"VBP", "VBZ"} for aux in auxiliaries)


def _present(verb: Token) -> Tense:
    if verb.tag_ == "VBZ" and verb.lemma_ in governors("scheduled"):
        return Tense.FUTURE
    return Tense.UNDER_WAY if verb.tag_ == "VBG" else Tense.PRESENT


def _infinitive_tense(verb: Token, *, forward: bool) -> Tense | None:
    """Read "to send": ahead after "plans", "is" and in headlines, else as its head is read."""
    head = verb.head
    # "Ordered them to leave on Friday": the Friday may be that of the order.
    ordered = head.tag_ == "VBD" and head.lemma_ in governors("commitments")
    if ordered and not forward:
        return Tense.OPEN
    if head.i == verb.i or _is_ahead(head) or (head.lemma_ == "be" and verb.dep_ == "xcomp"):
        return Tense.FUTURE
    return None


def _is_ahead(token: Token) -> bool:
    lemma = token.lemma_.casefold()
    if lemma in governors("ahead_with_infinitive") and token.pos_ == "VERB":
        below = (aux for child in token.children for aux in child.children)
        return any(aux.tag_ == "TO" for aux in below)  # "set to leave", not "set on fire"
    return lemma in governors("ahead")
