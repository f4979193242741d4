"""Roles of names that a noun goes with: "Russia's war", "Kursk's bridges", "Kyiv troops"."""

from spacy.tokens import Token

from geo.lexicon import meanings, words
from geo.place import Role
from geo.toponyms.leads import located
from geo.toponyms.meaning import among, listed
from geo.toponyms.usage import MODIFIERS, NOMINAL, Choice, Use

THERE = ("people", "befalls", "grounds")
KINDS = (*THERE, "actors", "events")


def owns(use: Use) -> Choice | None:
    """Judge an owner: "Russia's war", but "Russia's Kursk Oblast" and "Kursk's bridges"."""
    if use.word.dep_ != "poss":
        return None
    owned = _owned(use)
    if owned.i in use.names or among(owned, "nouns", *THERE) or _befallen(owned):
        return Role.LITERAL, f"its {owned.text} is on the ground"
    if use.governs or among(owned, "nouns", "actors", "affairs", "sides"):
        return Role.METONYM, f"owner of {owned.text}"
    return Role.LITERAL, f"where the {owned.text} is"


def describes(use: Use) -> Choice | None:
    """Judge a name before a noun: "Kyiv troops", but "the Kursk operation"."""
    head = _described(use)
    if head is None:
        return None
    if use.sovereign and use.abbreviated:
        return Role.METONYM, f"adjective of {head.text}"
    before = use.before()
    person = head.ent_type_ == "PERSON" and located(use.span)
    if person or (before is not None and listed(before, "prepositions", "inside")):
        return Role.LITERAL, "a preposition of place leads up to it"
    told = _telling(use, head)
    if among(told, "nouns", "actors"):
        return Role.METONYM, f"{told.text} that acts in its name"
    typed = told.lower_ in meanings("types", "after") or among(told, "nouns", "grounds", "befalls")
    located_event = among(told, "nouns", "events") and not _of_parties(use)
    if typed or located_event or among(told, "nouns", "people"):
        return Role.LITERAL, f"{told.text} that is there"
    return Role.METONYM, f"describes {told.text}"


def _owned(use: Use) -> Token:
    """Give what a name owns in the end: the army in "Chad's people's army"."""
    owned, next_word = use.head, use.after(1)
    while owned.dep_ == "poss" and owned.head.i > owned.i:
        owned = owned.head
    if next_word is None:
        return owned
    sided = next_word.lower_ in words("context", "compass")
    return next_word if sided or owned.pos_ in {"VERB", "AUX"} else owned


def _befallen(owned: Token) -> bool:
    """Tell whether an event befalls its owner: a civil war is nobody's act abroad."""
    return owned.lemma_ == "war" and any(word.lower_ == "civil" for word in owned.children)


def _described(use: Use) -> Token | None:
    """Give the last noun of those that a name describes, unless that is a name of a place too."""
    if use.word.dep_ not in MODIFIERS or use.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    head = use.head
    while head.dep_ in {"compound", "poss"} and head.head.i > head.i:
        head = head.head
    return None if head.i in use.names or head.i < use.word.i else head


def _telling(use: Use, head: Token) -> Token:
    """Give the word that tells what a noun is: the title in "US President Ali Diallo"."""
    between = [word for word in use.span.doc[use.span.end : head.i] if word.pos_ in NOMINAL]
    body = next((word for word in between if word.pos_ == "PROPN" and _acts(word)), None)
    if body is not None and not listed(head, "nouns", *KINDS):
        return body
    if not between or listed(head, "nouns", *KINDS) or head.pos_ != "PROPN":
        return head
    return next((word for word in reversed(between) if listed(word, "nouns", *KINDS)), head)


def _acts(word: Token) -> bool:
    """Tell whether a word is of those who act in a name: the guard in "China Coast Guard boats"."""
    return listed(word, "nouns", "actors")


def _of_parties(use: Use) -> bool:
    """Tell whether an event has its doers before it: "Mali and Niger trade drone attacks"."""
    return use.sovereign and any(word.i in use.names for word in use.span.root.conjuncts)
