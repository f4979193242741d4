"""Candidates that the words around a name rule out: towns with an article, towns of other lands."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geo.place import Kind, Place
from geo.toponyms.forms import written
from geo.toponyms.matches import Name
from geo.toponyms.typed import FEATURES

TOWNS = frozenset({Kind.CITY, Kind.SITE})
AREAS = frozenset({Kind.COUNTRY, Kind.ADM1})
OWNED = frozenset({"compound", "amod", "nmod", "poss"})


def fitting(names: Sequence[Name]) -> list[Name]:
    """Leave each name of a report the places that its words allow, if that is none at all.

    A name keeps its sense: what one mention rules out is ruled out for all.
    """
    articled = {written(name) for name in names if _has_article(name) and _may_be_feature(name)}
    abroad = {written(name) for at, name in enumerate(names) if _is_abroad(names, at)}
    return [
        replace(name, places=_allowed(name, articled=articled, abroad=abroad)) for name in names
    ]


def _allowed(
    name: Name, *, articled: AbstractSet[str], abroad: AbstractSet[str]
) -> tuple[Place, ...]:
    if written(name) in abroad:
        return ()
    towns = TOWNS if written(name) in articled else frozenset()
    return tuple(place for place in name.places if place.kind not in towns)


def _has_article(name: Name) -> bool:
    """Whether "the" is said of the name and not of what it describes: "the Atlantic"."""
    root = name.span.root
    own = any(left.lower_ == "the" for left in root.lefts)
    return own and root.dep_ not in OWNED and len(name.span) == 1 and not name.demonym


def _may_be_feature(name: Name) -> bool:
    return any(place.kind in FEATURES for place in name.places)


def _is_abroad(names: Sequence[Name], at: int) -> bool:
    """Whether the text puts a town in a country where the gazetteer has none of that name.

    "The town of Cambridge in Ghana": it is not the one that is best known.
    """
    name, after = names[at], names[at + 1] if at + 1 < len(names) else None
    if (
        after is None
        or after.demonym
        or after.passage != name.passage
        or Kind.CITY not in name.cues
    ):
        return False
    doc, end, begin = name.span.doc, name.span.end, after.span.start
    between = doc[end:begin].text.lower().strip()
    area = next(iter(after.places), None)
    if between != "in" or area is None or area.kind not in AREAS or area.country is None:
        return False
    return all(place.country != area.country for place in name.places)
