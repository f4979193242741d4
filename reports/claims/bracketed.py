"""Figures in brackets behind a place: "Sumy (4 killed, 11 wounded)"."""

from spacy.tokens import Token

from geo.mention import Mention
from geo.place import Role
from geo.sentences import sentence_of
from reports.claims.mentioned import Named


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
