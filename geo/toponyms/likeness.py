"""Names that stand for a pattern: "a replica of Seoul", "another Chernobyl", "Libya-style"."""

from geo.place import Role
from geo.toponyms.meaning import among
from geo.toponyms.usage import OBJECTS, Choice, Use


def likened(use: Use) -> Choice | None:
    """Look for patterns made after a place."""
    return _made_after(use) or _one_of_its_kind(use)


def _made_after(use: Use) -> Choice | None:
    if use.word.dep_ in OBJECTS and among(use.head, "objects", "resembles"):
        return Role.LIKENESS, f"made to {use.head.lemma_} it"
    if use.word.dep_ != "pobj":
        return None
    preposition, governor = use.head.lower_, use.governor
    hyphened = governor.i > 1 and governor.nbor(-1).text == "-"  # "mock-up" is three words
    compound = hyphened and governor.nbor(-2).lower_ + "-" + governor.lower_
    modelled = preposition in {"on", "after", "to", "with"} and among(
        governor, "likeness", "modelled"
    )
    copied = preposition == "of" and (
        among(governor, "likeness", "copies") or compound in COPIES_HYPHENED
    )
    similar = preposition in {"to", "of", "with"} and among(governor, "likeness", "similar")
    if modelled or copied or similar:
        return Role.LIKENESS, f"{governor.text} {preposition} it"
    return None


COPIES_HYPHENED = frozenset({"mock-up"})


def _one_of_its_kind(use: Use) -> Choice | None:
    """Look for a name made a common noun: "another Chernobyl", "the Venice of the North"."""
    start = use.before()
    following = use.after()
    if start is None or _describes_a_noun(use):
        return None
    if among(start, "likeness", "kinds"):
        return Role.LIKENESS, f"{start.text} one like it"
    of = following is not None and following.lower_ == "of"
    if start.lower_ == "the" and of and len(use.span) == 1 and not use.abbreviated:
        patterned = use.after(1)
        if patterned is not None and (patterned.lower_ == "the" or patterned.i in use.names):
            return Role.LIKENESS, f"the {use.span.text} of something else"
    return None


def _describes_a_noun(use: Use) -> bool:
    root = use.span.root
    return root.dep_ in {"compound", "nmod", "poss", "amod"} and root.head.i >= use.span.end
