"""Ships by their bare names: "the Shandong" beside a carrier group, "the Kursk" of a submarine."""

from collections.abc import Sequence

from geo.lexicon import words
from geo.place import Kind
from geo.toponyms.matches import Name
from geo.toponyms.usage import MODIFIERS

NAMESAKES = frozenset({Kind.CITY, Kind.ADM1})
"""Kinds that give ships their names and take no article in English."""


def ashore(names: Sequence[Name]) -> list[Name]:
    """Leave out the names that a report uses as those of ships.

    English gives an article to ships and hardly ever to towns and provinces. So "the Shandong" in a
    sentence about a vessel is a ship, and is one in the rest of the report, unless somebody is "in
    the Shandong" there: that is how the few provinces with an article are written ("the Punjab").
    """
    bare = [name for name in names if _bare(name)]
    afloat = {name.surface for name in bare if _vessel(name)}
    entered = {name.surface for name in names if _entered(name)}
    return [name for name in names if name not in bare or name.surface not in afloat - entered]


def _bare(name: Name) -> bool:
    """Tell whether a town's or province's name follows "the" and describes nothing."""
    span = name.span
    if not span.start or span.doc[span.start - 1].lower_ != "the" or not name.places:
        return False
    alone = span.root.dep_ not in MODIFIERS and not name.cues and not name.demonym
    return alone and all(place.kind in NAMESAKES for place in name.places)


def _vessel(name: Name) -> bool:
    return any(word.lemma_.lower() in words("carriers", "vessels") for word in name.span.sent)


def _entered(name: Name) -> bool:
    doc, start = name.span.doc, name.span.start
    led = start > 1 and doc[start - 1].lower_ == "the"
    return led and doc[start - 2].lower_ in words("context", "regional_prepositions")
