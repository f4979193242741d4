"""Roles of names that a preposition leads up to: "to Kyiv", "with Russia", "a replica of Seoul"."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from geo.lexicon import meanings, words
from geo.place import Role
from geo.toponyms.meaning import among, listed, sense
from geo.toponyms.usage import Choice, Use, objects


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


def _to(use: Use) -> Choice:
    if use.governor.lower_ == "according":
        return Role.METONYM, "source of what is said"
    given = any(listed(thing, "led", "given") for thing in _things(use)) or _nothing_travels(use)
    told = listed(use.governor, "led", "tells") or (use.governs and given)
    accredited = use.governs and listed(use.governor, "led", "delegates")
    if told or accredited or listed(use.governor, "nouns", "towards"):
        return Role.METONYM, f"{use.governor.text} to those who act in its name"
    return Role.LITERAL, f"{use.governor.text} to the place"


def _from(use: Use) -> Choice:
    things = _things(use)
    shown = any(listed(thing, "led", "scenes") for thing in things) or _arrives(use.governor)
    spoken = listed(use.governor, "led", "hears") or _nothing_travels(use)
    sent = use.governs and listed(use.governor, "led", "delegates")
    if sent or (spoken and not shown):
        return Role.METONYM, f"{use.governor.text} from those who act in its name"
    return Role.LITERAL, f"{use.governor.text} from the place"


def _of(use: Use) -> Choice:
    head = use.governor
    if use.head.i and use.head.nbor(-1).text == ",":
        return Role.LITERAL, "where somebody lives"
    if use.word.i != use.span.root.i and use.word.lower_ in meanings("types", "of"):
        return Role.LITERAL, f"{use.word.text} on the ground"
    organ = head.text[0].isupper() and head.lower_ in words("carriers", "organs")
    named = use.governs or head.text[0].isupper()
    if organ or listed(head, "nouns", "actors") or (named and among(head, "nouns", "actors")):
        return Role.METONYM, f"{head.text} that acts in its name"
    felt = sense(head, "nouns") == "feeling" and _is_noun(head)
    if use.governs and (
        felt or _titled(head) or listed(head, "nouns", "towards", "affairs", "intangible")
    ):
        return Role.METONYM, f"{head.text} of those who act in its name"
    if use.governs and _does(use):
        return Role.METONYM, "told to have acted"
    return Role.LITERAL, f"{head.text} of the place"


def _by(use: Use) -> Choice:
    if use.head.dep_ == "agent" or use.governs:
        return Role.METONYM, f"{use.governor.text} by it"
    return Role.LITERAL, '"by" the place'


def _with(use: Use) -> Choice:
    if any(listed(thing, "led", "borders") for thing in _things(use)):
        return Role.LITERAL, "joined with the place"
    table = "nouns" if _is_noun(use.governor) else "objects"
    dealt = sense(use.governor, table) in DEALINGS or any(
        listed(thing, "nouns", "towards", "intangible") for thing in _things(use)
    )
    if not (use.governs or dealt):
        return Role.LITERAL, f"{use.governor.text} with the place"
    return Role.METONYM, f"{use.governor.text} with those who act in its name"


def _for(use: Use) -> Choice:
    bound = any(listed(thing, "led", "moves", "stakes") for thing in _things(use))
    bound = bound or (use.governor.pos_ == "VERB" and sense(use.governor, "objects") == "motion")
    if bound or not use.governs:
        return Role.LITERAL, f"{use.governor.text} for the place"
    return Role.METONYM, f"{use.governor.text} for those who act in its name"


def _on(use: Use) -> Choice:
    laid = listed(use.governor, "led", "burdening") or any(
        listed(thing, "led", "burdens") for thing in _things(use)
    )
    if laid and use.governs:
        return Role.METONYM, f"{use.governor.text} on those who act in its name"
    return Role.LITERAL, f"{use.governor.text} on the place"


def _against(use: Use) -> Choice:
    fought = sense(use.governor, "objects") == "competition" and use.governor.pos_ == "VERB"
    if not (use.governs or fought or listed(use.governor, "nouns", "towards")):
        return Role.LITERAL, f"{use.governor.text} against the place"
    return Role.METONYM, "opponent"


DEALINGS = frozenset({"communication", "social", "cognition", "competition"})
"""What one does with others or between them: to mediate, to choose, to play."""


def _between(use: Use) -> Choice:
    parties = listed(use.governor, "nouns", "towards", "affairs", "intangible") or (
        use.governor.pos_ == "VERB" and sense(use.governor, "objects") in DEALINGS
    )
    if use.governs and parties:
        return Role.METONYM, f"{use.governor.text} between those who act in its name"
    return Role.LITERAL, "between places"


def _over(use: Use) -> Choice:
    topic = listed(use.governor, "nouns", "towards", "affairs") or any(
        listed(thing, "led", "burdens") for thing in _things(use)
    )
    if use.governs and topic:
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


def _things(use: Use) -> list[Token]:
    """Give what a preposition may depend on: the parser often takes the verb for its noun."""
    before = [use.head.nbor(-1)] if use.head.i and use.head.nbor(-1).pos_ == "NOUN" else []
    return [use.governor, *objects(use.governor), *before]


def _nothing_travels(use: Use) -> bool:
    """Tell whether what is given or received is no cargo: "transferred technologies to"."""
    return any(
        listed(thing, "nouns", "intangible", "towards")
        or (_is_noun(thing) and sense(thing, "nouns") == "communication")
        for thing in _things(use)
    )


def _arrives(governor: Token) -> bool:
    """Tell whether something that is said to come is on its way: "aid from India arrived"."""
    return governor.dep_ == "nsubj" and sense(governor.head, "objects") == "motion"


def _does(use: Use) -> bool:
    """Tell whether a participle says what the name does: "reports of China seizing the reef"."""
    told = use.after()
    return told is not None and told.tag_ == "VBG" and not among(told, "subjects", "locates")


def _titled(token: Token) -> bool:
    """Tell whether a name is that of somebody with a title: "President Ali Diallo"."""
    titled = any(listed(word, "nouns", "actors") for word in token.children)
    return token.pos_ == "PROPN" and titled


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}
