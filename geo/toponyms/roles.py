"""Roles: whether a name stands for the place, for those who act in its name, or for a likeness.

"Moscow has transferred" says that nothing is in Moscow; only a literal name says that something is
somewhere. The choice is made from the grammar around the name: what it is the subject, the owner or
the object of, and which preposition leads up to it. The words that decide are in
``data/lexicons/roles.toml``; each choice keeps a reason that a reviewer can read.
"""

from spacy.tokens import Span, Token

from geo.lexicon import meanings, words
from geo.place import Place, Role
from geo.toponyms.clauses import acts, judged, undergoes
from geo.toponyms.leads import located
from geo.toponyms.likeness import likened
from geo.toponyms.meaning import among, listed
from geo.toponyms.neighbours import attributed, headlined, hyphened, opening
from geo.toponyms.prepositions import led
from geo.toponyms.usage import NOMINAL, SUBJECTS, Choice, Use, use

MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})

KINDS = ("people", "befalls", "grounds", "actors", "events")


def role(span: Span, place: Place | None, names: frozenset[int], *, holds: bool) -> Choice:
    """Choose the role of a name and say why.

    Parameters
    ----------
    span
        The name.
    place
        What it was resolved to; None when unknown.
    names
        Numbers of the words of this passage that belong to some place name.
    holds
        Whether it only says where the name before it lies ("Fort Stewart, Georgia").
    """
    if holds:
        return Role.LITERAL, "says where the place before it lies"
    used = use(span, place, names)
    choices = (choice for rule in RULES if (choice := rule(used)))
    return next(choices, (Role.LITERAL, "named as a place"))


def _owns(use: Use) -> Choice | None:
    """Judge an owner: "Russia's war", but "Russia's Kursk Oblast" and "Kursk's bridges"."""
    if use.word.dep_ != "poss":
        return None
    owned = use.head
    stated = use.after(1)
    sided = stated is not None and stated.lower_ in words("context", "compass")
    if stated is not None and (sided or owned.pos_ in {"VERB", "AUX"}):
        owned = stated
    while owned.dep_ == "poss" and owned.head.i > owned.i:
        owned = owned.head
    there = among(owned, "nouns", "grounds", "people", "befalls") or _befallen(owned)
    if owned.i in use.names or there:
        return Role.LITERAL, f"its {owned.text} is on the ground"
    if use.governs or among(owned, "nouns", "actors", "affairs"):
        return Role.METONYM, f"owner of {owned.text}"
    return Role.LITERAL, f"where the {owned.text} is"


def _befallen(owned: Token) -> bool:
    """Tell whether an event befalls its owner: a civil war is nobody's act abroad."""
    return owned.lemma_ == "war" and any(word.lower_ == "civil" for word in owned.children)


def _describes(use: Use) -> Choice | None:
    """Judge a name before a noun: "Kyiv troops", but "the Kursk operation"."""
    if use.word.dep_ not in MODIFIERS or use.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    head = use.head
    while head.dep_ in {"compound", "poss"} and head.head.i > head.i:
        head = head.head
    if head.i in use.names or head.i < use.word.i:
        return None
    person = head.ent_type_ == "PERSON" and located(use.span)
    start = use.before()
    if person or (start is not None and among(start, "prepositions", "inside")):
        return Role.LITERAL, "a preposition of place leads up to it"
    head = _telling(use, head)
    if among(head, "nouns", "people", "befalls", "grounds"):
        return Role.LITERAL, f"{head.text} that is there"
    if among(head, "nouns", "actors"):
        return Role.METONYM, f"{head.text} that acts in its name"
    if head.lower_ in meanings("types", "after"):
        return Role.LITERAL, f"{head.text} that is there"
    if among(head, "nouns", "events") and not _of_parties(use):
        return Role.LITERAL, f"{head.text} that is there"
    return Role.METONYM, f"describes {head.text}"


def _telling(use: Use, head: Token) -> Token:
    """Give the word that tells what a noun is: the title in "US President Ali Diallo"."""
    between = [word for word in use.span.doc[use.span.end : head.i] if word.pos_ in NOMINAL]
    if not between or listed(head, "nouns", *KINDS) or head.pos_ != "PROPN":
        return head
    return next((word for word in reversed(between) if listed(word, "nouns", *KINDS)), head)


def _of_parties(use: Use) -> bool:
    """Tell whether an event has its doers before it: "US operation", "Mali and Niger attacks"."""
    paired = any(word.i in use.names for word in use.span.root.conjuncts)
    return use.sovereign and (use.abbreviated or paired)


def _told(use: Use) -> Choice | None:
    """Judge a name whose grammar says nothing by what is told of it: "Paris, which started it"."""
    told = (verb for verb in use.span.root.children if verb.dep_ == "relcl" and _of_it(verb))
    choices = (judged(use, verb, passive=False) for verb in told)
    return next((choice for choice in choices if use.governs), None)


def _of_it(verb: Token) -> bool:
    """Tell whether a relative clause has the name itself as its subject."""
    subjects = (word.lower_ for word in verb.children if word.dep_ in SUBJECTS)
    return any(subject in {"which", "who", "that"} for subject in subjects)


def _is_named(use: Use) -> Choice | None:
    """Judge what something is said to be: "Its main ally is Belarus"."""
    if use.word.dep_ != "attr":
        return None
    subjects = (word for word in use.head.children if word.dep_ in SUBJECTS)
    if any(among(subject, "nouns", "actors") for subject in subjects):
        return Role.METONYM, "one of those who act"
    return None


RULES = (
    opening,
    likened,
    hyphened,
    attributed,
    headlined,
    _owns,
    _describes,
    led,
    acts,
    undergoes,
    _is_named,
    _told,
)
