"""Roles of names that a preposition leads up to: "to Kyiv", "with Russia", "a replica of Seoul"."""

from collections.abc import Callable, Mapping

from geo.lexicon import words
from geo.place import Role
from geo.toponyms.usage import OBJECTS, Choice, Use, among


def led(use: Use) -> Choice | None:
    """Judge a name by its preposition and by what the preposition depends on."""
    if use.word.dep_ not in {"pobj", "pcomp"}:
        return None
    preposition = use.head.lower_
    if preposition in RULES:
        return RULES[preposition](use)
    if among(use.head, "prepositions", "likeness"):
        return Role.LIKENESS, f'"{preposition}" it'
    if use.governs and among(use.head, "prepositions", "metonym"):
        return Role.METONYM, f'"{preposition}" those who act in its name'
    return Role.LITERAL, f'"{preposition}" the place'


def likened(use: Use) -> Choice | None:
    """Look for patterns made after a place: "modelled on Seoul", "a replica of Seoul"."""
    if use.word.dep_ in OBJECTS and among(use.head, "verbs", "resembles"):
        return Role.LIKENESS, f"made to {use.head.lemma_} it"
    if use.word.dep_ != "pobj":
        return None
    preposition, governor = use.head.lower_, use.governor
    modelled = preposition in {"on", "after", "to", "with"} and among(governor, "verbs", "modelled")
    copied = preposition == "of" and among(governor, "nouns", "likenesses")
    similar = preposition in {"to", "of", "with"} and among(governor, "nouns", "similar")
    if modelled or copied or similar:
        return Role.LIKENESS, f"{governor.text} {preposition} it"
    return None


def _to(use: Use) -> Choice:
    if use.governor.lower_ == "according":
        return Role.METONYM, "source of what is said"
    told = among(use.governor, "verbs", "tells") or _nothing_travels(use)
    if told or among(use.governor, "nouns", "intangible", "towards"):
        return Role.METONYM, f"{use.governor.text} to those who act in its name"
    return Role.LITERAL, f"{use.governor.text} to the place"


def _from(use: Use) -> Choice:
    spoken = among(use.governor, "verbs", "hears") or _nothing_travels(use)
    if spoken or among(use.governor, "nouns", "intangible", "affairs", "towards"):
        return Role.METONYM, f"{use.governor.text} from those who act in its name"
    return Role.LITERAL, f"{use.governor.text} from the place"


def _of(use: Use) -> Choice:
    head = use.governor
    organ = head.text[0].isupper() and head.lower_ in words("carriers", "organs")
    if organ or among(head, "nouns", "actors"):
        return Role.METONYM, f"{head.text} that acts in its name"
    if use.governs and among(head, "nouns", "towards", "affairs"):
        return Role.METONYM, f"{head.text} of those who act in its name"
    return Role.LITERAL, f"{head.text} of the place"


def _by(use: Use) -> Choice:
    if use.head.dep_ == "agent" or use.governs:
        return Role.METONYM, f"{use.governor.text} by it"
    return Role.LITERAL, '"by" the place'


def _with(use: Use) -> Choice:
    things = (use.governor, *(word for word in use.governor.children if word.dep_ in OBJECTS))
    if any(among(thing, "nouns", "borders") for thing in things):
        return Role.LITERAL, "border with the place"
    return Role.METONYM, f"{use.governor.text} with those who act in its name"


def _for(use: Use) -> Choice:
    bound = among(use.governor, "verbs", "moves") or among(use.governor, "nouns", "stakes")
    if bound or not use.governs:
        return Role.LITERAL, f"{use.governor.text} for the place"
    return Role.METONYM, f"{use.governor.text} for those who act in its name"


def _on(use: Use) -> Choice:
    laid = among(use.governor, "nouns", "burdens") or among(use.governor, "verbs", "burdening")
    if laid and use.governs:
        return Role.METONYM, f"{use.governor.text} on those who act in its name"
    return Role.LITERAL, f"{use.governor.text} on the place"


def _against(use: Use) -> Choice:
    if not use.governs and among(use.governor, "nouns", "events", "stakes"):
        return Role.LITERAL, f"{use.governor.text} against the place"
    return Role.METONYM, "opponent"


def _between(use: Use) -> Choice:
    if use.governs and among(use.governor, "nouns", "towards", "affairs", "intangible"):
        return Role.METONYM, f"{use.governor.text} between those who act in its name"
    return Role.LITERAL, "between places"


def _over(use: Use) -> Choice:
    if use.governs and among(use.governor, "nouns", "towards", "affairs", "burdens"):
        return Role.METONYM, f"topic of {use.governor.text}"
    return Role.LITERAL, '"over" the place'


def _about(use: Use) -> Choice:
    if use.governs:
        return Role.METONYM, f"topic of {use.governor.text}"
    return Role.LITERAL, "topic"


RULES: Mapping[str, Callable[[Use], Choice]] = {
    "to": _to,
    "toward": _to,
    "towards": _to,
    "from": _from,
    "of": _of,
    "by": _by,
    "with": _with,
    "for": _for,
    "on": _on,
    "upon": _on,
    "against": _against,
    "between": _between,
    "over": _over,
    "about": _about,
    "regarding": _about,
    "concerning": _about,
}


def _nothing_travels(use: Use) -> bool:
    """Tell whether what is given or received is no cargo: "transferred technologies to"."""
    objects = [child for child in use.governor.children if child.dep_ in OBJECTS]
    things = [thing for first in objects for thing in (first, *first.conjuncts)]
    return any(among(thing, "nouns", "intangible") for thing in things)
