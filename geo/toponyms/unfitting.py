"""Candidates that a report rules out: towns with an article, towns and districts of other lands."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from geo.lexicon import meanings, words
from geo.place import Kind, Place
from geo.toponyms.forms import written
from geo.toponyms.matches import Name
from geo.toponyms.typed import FEATURES

TOWNS = frozenset({Kind.CITY, Kind.SITE})
AREAS = frozenset({Kind.COUNTRY, Kind.ADM1})
DIVISIONS = frozenset({Kind.ADM1, Kind.ADM2})
OWNED = frozenset({"compound", "amod", "nmod", "poss"})


def fitting(names: Sequence[Name]) -> list[Name]:
    """Leave each name of a report the places that its words allow, if that is none at all.

    A name keeps its sense: what one mention rules out is ruled out for all.
    """
    articled = {written(name) for name in names if _has_article(name) and _may_be_feature(name)}
    abroad = {written(name) for at, name in enumerate(names) if _is_abroad(names, at)}
    told = {place.country for name in names if not _is_common(name) for place in name.places[:1]}
    fit = [replace(name, places=_allowed(name, articled=articled, abroad=abroad)) for name in names]
    return [
        replace(name, places=_told_of(name, told)) if _is_common(name) else name for name in fit
    ]


def _is_common(name: Name) -> bool:
    """Tell whether many countries have a place called so: "Southern District", "Far North"."""
    parts = written(name).split()
    facing = words("context", "directions")
    usual = facing | words("context", "farther") | _divisions()
    return len(parts) > 1 and not facing.isdisjoint(parts) and usual.issuperset(parts)


def _told_of(name: Name, countries: AbstractSet[str | None]) -> tuple[Place, ...]:
    """Give the places of a name in countries of which the report names another place."""
    return tuple(place for place in name.places if place.country in countries)


@cache
def _divisions() -> frozenset[str]:
    """Give the words for provinces and districts."""
    kinds = meanings("types", "after")
    return frozenset(word for word in kinds if not DIVISIONS.isdisjoint(map(Kind, kinds[word])))


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
