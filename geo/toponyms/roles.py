"""Roles: whether a name stands for the place, for those who act in its name, or for a likeness.

"Moscow has transferred" says that nothing is in Moscow; only a literal name says that something is
somewhere. The choice is made from the grammar around the name: what it is the subject, the owner or
the object of, and which preposition leads up to it. The words that decide are in
``data/lexicons/roles.toml``; each choice keeps a reason that a reviewer can read.
"""

from spacy.tokens import Span, Token

from geo.place import Place, Role
from geo.toponyms.clauses import acts, judged, undergoes
from geo.toponyms.likeness import likened
from geo.toponyms.meaning import among
from geo.toponyms.neighbours import addressed, attributed, flown, headlined, hyphened, opening
from geo.toponyms.nominals import describes, owns
from geo.toponyms.prepositions import led
from geo.toponyms.usage import SUBJECTS, Choice, Use, use


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
    flown,
    attributed,
    headlined,
    owns,
    describes,
    led,
    acts,
    undergoes,
    _is_named,
    _told,
    addressed,
)
