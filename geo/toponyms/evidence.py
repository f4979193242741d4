"""Evidence that a capitalised name is that of a place here, for and against, in points.

Each witness is weak alone: the gazetteer knows a village called Of, the model calls Kharkiv nothing
at all. A name is taken for a place from ``ENOUGH`` points up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from geo.lexicon import lines, words
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms.containment import contained, listed
from geo.toponyms.leads import defined, located, measured, pinned
from geo.toponyms.matches import SMALL_KINDS, Name
from geo.toponyms.usage import is_capital

ENOUGH = 1.5

TOWN = ((200_000, 3.0), (50_000, 2.0), (15_000, 1.0))
"""Points for a town with this many people or more."""
CAPITAL = 4.0
STANDING = {
    Kind.COUNTRY: 5.0,
    Kind.ADM1: 3.0,
    Kind.WATER: 3.0,
    Kind.REGION: 3.0,
    Kind.LINE: 3.0,
    Kind.ADM2: 1.0,
}
"""Points for other kinds of place."""
LABELLED = 2.0
"""The model calls it a place."""
LOCATED = 2.0
"""A preposition of place leads up to it."""
OPENS_REPORT = 2.5
"""It is a dateline."""
TYPED = 2.5
"""The words around say what sort of place it is, and it is one or the name is long."""
CONTAINED = 3.0
"""The text puts it in a larger place that does hold one of this name."""
LISTED = 1.0
"""It stands in a list after a place."""
REPEATED = 1.0
"""The same name is a place elsewhere in the report."""
COMMON_WORD = -3.0
COMMON_WORDS = -2.0
"""Several words, each of them common: "North Shore"."""
OPENING_WORD = -1.0
"""A common word that opens a sentence: the capital means nothing."""
ORGANISED = 1.5
"""A part of local government carries the name."""
PERSONAL = -2.0
"""A common family or given name."""
UNKNOWN = -1.0
"""Only the model knows it."""
PINNED = 2.0
"""Nobody knows it, but the words around leave no doubt."""
OTHER_LABELS = {"PERSON": -1.0, "ORG": -0.5, "WORK_OF_ART": -2.0, "EVENT": -1.0, "DATE": -2.0}
"""The model calls it something else."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def accepted(names: Sequence[Name]) -> list[Name]:
    """Keep the names that there is enough evidence for.

    Works from left to right, as a name in a list leans on the one before it; a name whose place is
    certain elsewhere in the report needs less.
    """
    weighed: list[Name] = []
    for at, name in enumerate(names):
        before = _neighbour(weighed, at - 1, name)
        after = _neighbour(names, at + 1, name)
        weighed.append(replace(name, points=sum(_witnesses(name, before, after))))
    sure = {normalise(name.surface) for name in weighed if name.points >= ENOUGH}
    return [name for name in weighed if name.points + _repeated(name, sure) >= ENOUGH]


def unmistakable(name: Name) -> bool:
    """Tell whether a name is that of a country."""
    return any(place.kind is Kind.COUNTRY for place in name.places)


def _neighbour(names: Sequence[Name], at: int, name: Name) -> Name | None:
    there = 0 <= at < len(names) and names[at].passage == name.passage
    return names[at] if there else None


def _repeated(name: Name, sure: set[str]) -> float:
    return REPEATED if normalise(name.surface) in sure else 0.0


def _witnesses(name: Name, before: Name | None, after: Name | None) -> Iterator[float]:
    """Give the points of each witness; the constants above say what they stand for."""
    if name.demonym:
        yield ENOUGH
        return
    span = name.span
    labels = {token.ent_type_ for token in span if token.ent_type_}
    leads = located(span) or measured(span)
    yield max(map(_standing, name.places), default=0.0)
    yield LABELLED if labels & PLACE_LABELS else _other_label(labels)
    yield LOCATED if leads else 0.0
    yield OPENS_REPORT if name.dateline else 0.0
    typed = name.cues and (len(span) > 1 or _kind_fits(name))
    yield TYPED if typed or defined(span) else 0.0
    if after is not None and contained(name, after):
        yield CONTAINED
    if before is not None and before.points >= ENOUGH and listed(before, name):
        yield LISTED
    if not unmistakable(name):
        yield _doubt(name)
    yield ORGANISED if _organised(span) else 0.0
    if not name.places:
        yield PINNED if pinned(span) else UNKNOWN


def _standing(place: Place) -> float:
    if place.kind in STANDING:
        return STANDING[place.kind]
    if is_capital(place):
        return CAPITAL
    return next((points for people, points in TOWN if place.population >= people), 0.0)


def _other_label(labels: set[str]) -> float:
    return min((OTHER_LABELS.get(label, 0.0) for label in labels), default=0.0)


def _kind_fits(name: Name) -> bool:
    return any(place.kind in name.cues for place in name.places)


def _organised(span: Span) -> bool:
    """Tell whether a part of local government follows: "Athens City Council"."""
    doc, end = span.doc, span.end
    following = doc[end].lower_ if end < len(doc) and doc[end].text[0].isupper() else ""
    return following in words("carriers", "local")


def _doubt(name: Name) -> float:
    word = name.span[0]
    if len(name.span) > 1:
        small = all(place.kind in SMALL_KINDS for place in name.places)
        common = all(part.lower_ in lines("common_words") for part in name.span)
        return COMMON_WORDS if small and common and name.places else 0.0
    if word.is_upper and any(place.kind not in SMALL_KINDS for place in name.places):
        return 0.0  # EU, DMZ; what NIS and other capitals might be was left out before
    if word.lower_ in lines("common_words"):
        return COMMON_WORD + (OPENING_WORD if word.is_sent_start else 0.0)
    if any(is_capital(place) for place in name.places):
        return 0.0
    return PERSONAL if word.lower_ in lines("surnames") | lines("given_names") else 0.0
