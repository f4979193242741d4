"""Figures in brackets behind a place: "Sumy (4 killed, 11 wounded)", "Lyman (12), Siversk (4)"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from geo.mention import Mention
from geo.place import Role
from geo.sentences import sentence_of, text_of
from reports.claims.mentioned import Named
from reports.lexicon import words
from reports.quantities import Quantity


def bracketed(anchor: Token, names: Named) -> Mention | None:
    """Return the place right before the bracket that a number stands in."""
    doc, first = anchor.doc, sentence_of(anchor).start
    for at in range(anchor.i - 1, first, -1):
        if doc[at].text == ")":
            return None
        if doc[at].text == "(":
            place = names.get(at - 1)
            return place if place is not None and place.role is not Role.DEMONYM else None
    return None


def is_lone(quantity: Quantity) -> bool:
    """Whether a bare number is all that its brackets hold."""
    text, (start, end) = text_of(quantity.anchor.doc), quantity.amount.number
    return not quantity.kind and text[:start].endswith("(") and text[end : end + 1] == ")"


def of_places(found: Iterable[Quantity], names: Named) -> Iterator[Quantity]:
    """Leave out bare numbers in brackets that are not how many of the counted are in a place.

    They are where the sentence has said what it counts: behind "41 assaults", Lyman had 12 of
    these. Elsewhere they are ages, notes and results.
    """
    counted: Quantity | None = None
    for quantity in found:
        if not is_lone(quantity):
            counted = quantity
            yield quantity
        elif (
            counted is not None and spreads(quantity, counted) and bracketed(quantity.anchor, names)
        ):
            yield quantity


def spreads(quantity: Quantity, counted: Quantity) -> bool:
    """Whether a number in brackets counts what a figure of its sentence counts."""
    known = counted.kind in words("slots", "taken_over", "kinds") | words(
        "slots", "taken_over", "more"
    )
    same = sentence_of(quantity.anchor) == sentence_of(counted.anchor)
    return same and (known or counted.kind == "events")
