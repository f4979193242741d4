"""Where sizes and distances belong: what is located, and what it is measured from."""

import itertools
from collections.abc import Sequence

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Role
from geo.sentences import text_of
from reports.claim import Claim
from reports.claims.located import Site, site_meant
from reports.claims.mentioned import Named, led_up_to, place_in, reference
from reports.claims.slots import Slots
from reports.lexicon import words
from reports.quantities import Quantity
from reports.syntax import (
    SUBJECTS,
    VERBAL,
    children,
    clause_verb,
    lemma,
    path,
    tokens_between,
)

_NEAR = 3  # characters between a place and what stands in apposition to it: ", "
_COMMAS = frozenset({",", "(", "–", "—", "-"})
_BEHIND = (", in ", ", at ", " in ", " at ")


def distance_slots(
    quantity: Quantity,
    passage: Passage,
    names: Named,
    before: Sequence[Mention],
    meant: Site | None = None,
) -> Slots:
    """Fill the slots of a distance: what is located, and the reference.

    Parameters
    ----------
    names
        The place mentions over the words of the passage.
    before
        The mentions that stand before this figure in the report, in order.
    meant
        The site that the subject of the sentence goes back to.
    """
    measured_from = _reference(quantity, passage, names)
    located = _located(quantity, passage, names, measured_from)
    origin = reference(measured_from) if measured_from is not None else None
    if origin is None and quantity.extent is not None and quantity.extent.reference is None:
        # "650 km to the east": of the place that the story was at before.
        stood = [m for m in before if m is not located and m.role is Role.LITERAL]
        origin = reference(stood[-1], inherited=True) if stood else None
    if located is None and meant is not None and meant.place is not measured_from:
        return Slots(from_=origin, at=reference(meant.place, inherited=True))
    return Slots(from_=origin, at=reference(located) if located is not None else None)


def meant_by(quantity: Quantity, paragraph: int, known: Sequence[Site]) -> Site | None:
    """Return the site that the sentence of a size or distance goes on about."""
    verb = clause_verb(quantity.anchor)
    return site_meant(verb, paragraph, known) if verb is not None else None


def size_slots(
    quantity: Quantity, names: Named, earlier: Sequence[Claim], meant: Site | None = None
) -> Slots:
    """Find what a length or an area is the size of.

    Parameters
    ----------
    earlier
        The claims read before: "its runway" belongs to the site that was last located.
    meant
        The site that the subject of the sentence goes back to.
    """
    verb = clause_verb(quantity.anchor)
    nouns = [quantity.noun] if quantity.noun is not None else []
    nouns += itertools.takewhile(lambda node: node.pos_ not in VERBAL, path(quantity.anchor))
    owners = [verb.head] if verb is not None and verb.dep_ in ("acl", "relcl") else []
    for one in (*nouns, *owners):
        if place := place_in(one, names):
            return Slots(at=reference(place))
    built = clause_verb(owners[0]) if owners else verb
    if built is not None and (stood := _stands(built, names)):
        return Slots(at=reference(stood))
    if meant is not None:
        return Slots(at=reference(meant.place, inherited=True))
    if not _goes_back(nouns, verb):
        return Slots()
    sited = (claim for claim in reversed(earlier) if claim.family == "geometry")
    last = next((claim for claim in sited if claim.at is not None), None)
    return Slots().completed_by(last, "at") if last is not None else Slots()


def _stands(verb: Token, names: Named) -> Mention | None:
    """Read "a base is being built outside Bol": where what has a size is."""
    leads = words("slots", "prepositions", "at")
    return next((place for lead, place in led_up_to(verb, names) if lead in leads), None)


def _goes_back(nouns: Sequence[Token], verb: Token | None) -> bool:
    """Whether a size is that of something named before: "its runway", "inside stands a …"."""
    subjects = children(verb, *SUBJECTS) if verb is not None else []
    lefts = {left.lower_ for one in (*nouns, *subjects) for left in (one, *one.lefts)}
    inside = {one.lower_ for one in children(verb, "advmod", "prep")} if verb is not None else set()
    return bool(
        lefts & words("slots", "back", "articles") or inside & words("slots", "sites", "inside")
    )


def _reference(quantity: Quantity, passage: Passage, names: Named) -> Mention | None:
    span = quantity.extent.reference if quantity.extent else None
    tokens = tokens_between(passage.doc, *span) if span else []
    return next((names[token.i] for token in reversed(tokens) if token.i in names), None)


def _located(
    quantity: Quantity, passage: Passage, names: Named, measured_from: Mention | None
) -> Mention | None:
    """Find what lies at a distance: beside the figure, as the subject, or in the clause."""
    beside = _apposed(quantity, passage, names) or _follows(quantity, passage, names)
    beside = beside or _explained(quantity, names)
    verb = clause_verb(quantity.anchor)
    if beside is not None or verb is None:
        return beside
    if lemma(verb) in words("slots", "located", "verbs"):
        for noun in children(verb, *SUBJECTS):
            place = place_in(noun, names)
            if place is not None and place.role is Role.LITERAL:
                return place
    leads = words("slots", "prepositions", "at")
    return next(
        (
            place
            for lead, place in led_up_to(verb, names)
            if lead in leads and place is not measured_from and place.start < quantity.start
        ),
        None,
    )


def _explained(quantity: Quantity, names: Named) -> Mention | None:
    """Read "in Bol, the port 130 km to the south": the place that a phrase explains."""
    phrase = (node for node in path(quantity.anchor) if node.dep_ == "appos")
    return next((names[node.head.i] for node in phrase if node.head.i in names), None)


def _apposed(quantity: Quantity, passage: Passage, names: Named) -> Mention | None:
    """Read "Bol, Lac Province, just 65 km from": the first of a row of names."""
    end = quantity.start - passage.start
    found = _before_comma(end, passage, names)
    end = found.start - passage.start if found is not None else end
    for mention in reversed(list(dict.fromkeys(names.values()))):
        stop = mention.end - passage.start
        if stop > end:
            continue
        gap = text_of(passage.doc)[stop:end]
        if len(gap) > _NEAR or gap.strip() not in _COMMAS:
            break
        found, end = mention, mention.start - passage.start
    return found


def _before_comma(at: int, passage: Passage, names: Named) -> Mention | None:
    """Read the phrase before a comma: "the Vaziani training ground, 20 km from"."""
    before = tokens_between(passage.doc, max(0, at - _NEAR), at)
    commas = [token for token in before if token.text in _COMMAS]
    if not commas or commas[0].i == 0:
        return None
    place = place_in(commas[0].nbor(-1), names)
    return place if place is not None and place.end - passage.start <= at else None


def _follows(quantity: Quantity, passage: Passage, names: Named) -> Mention | None:
    """Read a place right behind: "65 km north of Goz Beïda, in Sila"."""
    end = quantity.end - passage.start
    lead = next((lead for lead in _BEHIND if text_of(passage.doc).startswith(lead, end)), None)
    if lead is None:
        return None
    start = end + len(lead)
    tokens = tokens_between(passage.doc, start, start + 1)
    return next((names[token.i] for token in tokens if token.i in names), None)
