"""Names that stand for a pattern: "a replica of Seoul", "another Chernobyl", "the Venice of"."""

from spacy.tokens import Token

from geo.place import Role
from geo.toponyms.meaning import listed, spelt
from geo.toponyms.usage import MODIFIERS, OBJECTS, Choice, Use


def likened(use: Use) -> Choice | None:
    """Look for patterns made after a place."""
    return _made_after(use) or _one_of_its_kind(use)


def _made_after(use: Use) -> Choice | None:
    if use.word.dep_ in OBJECTS and listed(use.head, "objects", "resembles"):
        return Role.LIKENESS, f"made to {use.head.lemma_} it"
    if use.word.dep_ != "pobj":
        return None
    preposition, governor = use.head.lower_, use.governor
    models = listed(governor, "likeness", "modelled")
    copies = listed(governor, "likeness", "copies") or spelt(_whole(governor), "likeness", "copies")
    similar = listed(governor, "likeness", "similar")
    if (
        (preposition in {"on", "after", "to", "with"} and models)
        or (preposition == "of" and copies)
        or (preposition in {"to", "of", "with"} and similar)
    ):
        return Role.LIKENESS, f"{governor.text} {preposition} it"
    return None


def _one_of_its_kind(use: Use) -> Choice | None:
    """Look for a name made a common noun: "another Chernobyl", "the Venice of the North"."""
    before, following, patterned = use.before(), use.after(), use.after(1)
    root = use.span.root
    if before is None or (root.dep_ in MODIFIERS | {"poss"} and root.head.i >= use.span.end):
        return None
    if listed(before, "likeness", "kinds"):
        return Role.LIKENESS, f"{before.text} one like it"
    if following is None or patterned is None or following.lower_ != "of":
        return None
    bare = len(use.span) == 1 and not use.abbreviated  # "the United States of"
    if before.lower_ == "the" and bare and (patterned.lower_ == "the" or patterned.i in use.names):
        return Role.LIKENESS, f"the {use.span.text} of something else"
    return None


def _whole(token: Token) -> str:
    """Give a word with what a hyphen joins to it: "mock-up", which the parser takes for three."""
    joined = token.i > 1 and token.nbor(-1).text == "-"
    return f"{token.nbor(-2).lower_}-{token.lower_}" if joined else token.lower_
