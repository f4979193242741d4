"""Which places of a scene are told otherwise: as an area, without their name, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.export.redaction.areas import Area, Coarsening, area
from layers.export.redaction.words import BAR, Words

Json = Mapping[str, Any]

PINNED = frozenset({"city", "site", "adm2"})
"""Kinds of places with a point of their own; all others are as wide as their outline."""
OUTLINED = ("ne:", "dl:")
"""How the ids of places begin that have an outline or a line, where a kind is not told."""
POSITION = "xy:"


@dataclass(frozen=True, slots=True)
class Told:
    """How a place is told.

    Attributes
    ----------
    id
        Its id in what is exported: a gazetteer's own would lead to its point.
    name
        Its name there, or None where it keeps its own.
    area
        Where it is; None where nothing is told of that.
    """

    id: str
    name: str | None = None
    area: Area | None = None


def hidden_words(scene: Json, words: Words, how: Coarsening) -> Words:
    """Add to the words that are withheld all the ways in which the places they name are named.

    Where coordinates are coarsened, those that reports print are withheld as well.
    """
    hidden = {
        mark["placeId"] for mark in scene["marks"] if "placeId" in mark and _named(mark, words)
    }
    names = [
        name for mark in scene["marks"] if mark.get("placeId") in hidden for name in names_of(mark)
    ]
    mentions = [item for item in scene["items"] if item["type"] == "mention" and item["place"]]
    surfaces = [item["text"] for item in mentions if item["place"] in hidden]
    exact = how is not Coarsening.NONE or bool(hidden)
    spots = [item for item in mentions if exact and item["place"].startswith(POSITION)]
    positions = [text for item in spots for text in (item["text"], item["name"]) if text]
    listed = dict.fromkeys((*words.listed, *names, *surfaces))
    return Words(tuple(listed), tuple(dict.fromkeys(positions)))


def names_of(mark: Json) -> list[str]:
    """Give a place's names in every language that the scene has."""
    return [
        name
        for name in (mark["name"], mark.get("local"), *(mark.get("names") or {}).values())
        if name
    ]


def _named(mark: Json, words: Words) -> bool:
    return any(map(words.within, names_of(mark)))


def told_places(scene: Json, words: Words, how: Coarsening) -> dict[str, Told]:
    """Say of each place that is told otherwise how, by its id.

    A place whose name is withheld is told no closer than its province, and not at all where it is
    a province, a country or another place that its outline would name.
    """
    told: dict[str, Told] = {}
    for place in _places(scene):
        if place.id in told:
            continue
        hidden = any(map(words.within, place.names))
        if not (hidden or (place.pinned and how is not Coarsening.NONE)):
            continue
        told[place.id] = _told(
            place, hidden=hidden, how=how, id_=f"area:{len(told) + 1}", words=words
        )
    return told


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    names: Sequence[str]
    pinned: bool
    lat: float
    lon: float
    radius: float


def _places(scene: Json) -> Iterator[_Place]:
    """List places with a mark, then those that are nothing but the end of a movement."""
    for mark in scene["marks"]:
        if "placeId" in mark:
            yield _Place(
                mark["placeId"], names_of(mark), mark["kind"] in PINNED and not mark["wide"],
                mark["lat"], mark["lon"], mark.get("radius") or 0.0,
            )  # fmt: skip
    for mark in scene["marks"]:
        if mark["layer"] == "flows":
            for side in ("from", "to"):
                id_, (lon, lat) = mark[f"{side}Id"], mark[side]
                pinned = not id_.startswith(OUTLINED)
                yield _Place(id_, [mark[f"{side}Name"]], pinned, lat, lon, 0.0)


def _told(place: _Place, *, hidden: bool, how: Coarsening, id_: str, words: Words) -> Told:
    name = BAR if hidden else None
    if hidden and not place.pinned:
        return Told(id_, name)
    found = area(place.lat, place.lon, place.radius, Coarsening.PROVINCE if hidden else how)
    if found.province is None:
        return Told(id_, name, found)
    if words.within(found.province.name):
        return Told(id_, name)
    together = how is Coarsening.PROVINCE
    return Told(f"ne:{found.province.code}" if together else id_, name, found)
