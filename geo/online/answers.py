"""What an online geocoder answers, as places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import Any

from pyproj import Geod

from geo.errors import OnlineError
from geo.footprint import DEFAULT_RADII_M, SITE_RADIUS_M, town_radius_m
from geo.online.provider import Provider
from geo.place import Kind, Place

GEOD = Geod(ellps="WGS84")
WIDEST_M = 3_000_000.0
LONGEST_NAME = 120

OSM_WORDS = {
    Kind.COUNTRY: "country",
    Kind.ADM1: "state region province",
    Kind.ADM2: "county state_district district municipality macrocounty",
    Kind.CITY: "city town village hamlet suburb borough locality localadmin neighbourhood",
    Kind.WATER: "river sea bay water ocean marinearea strait",
    Kind.REGION: "island archipelago mountain_range peninsula continent macroregion",
}
"""What OpenStreetMap, Photon and Pelias call a place; anything else is a site."""
OSM_KINDS = {word: kind for kind, words in OSM_WORDS.items() for word in words.split()}
GEONAMES_KINDS = {"PCLI": Kind.COUNTRY, "ADM1": Kind.ADM1, "ADM2": Kind.ADM2, "ADM3": Kind.ADM2}
GEONAMES_CLASSES = {"P": Kind.CITY, "H": Kind.WATER, "T": Kind.REGION, "L": Kind.REGION}

Fields = Mapping[str, Any]


class UnreadableAnswerError(OnlineError):
    """An answer is not of the form that its provider documents."""


def places(raw: Sequence[Fields], asked: Provider) -> tuple[Place, ...]:
    """Turn the entries of an answer into places, in the provider's order.

    An entry that cannot be read is left out; its place ids carry the provider's own.

    Raises
    ------
    UnreadableAnswerError
        When there were entries and none could be read.
    """
    read = READERS[asked.id]
    found = [place for entry in raw for place in _readable(entry, read)]
    if raw and not found:
        raise UnreadableAnswerError(strange(asked))
    return tuple(replace(place, attribution=asked.attribution) for place in found)


def strange(asked: Provider) -> str:
    """Say that a provider's answer cannot be read."""
    return (
        f"{asked.label} at {asked.host} sent an answer of a strange form; everything found offline"
        " is there, and another geocoder may do"
    )


def _readable(entry: Fields, read: Callable[[Fields], Place]) -> Iterator[Place]:
    try:
        place = read(entry)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return
    if abs(place.lat) <= 90 and abs(place.lon) <= 180 and place.name:  # noqa: PLR2004
        yield place


def _nominatim(entry: Fields) -> Place:
    kind = OSM_KINDS.get(str(entry.get("addresstype") or entry.get("type")), Kind.SITE)
    south, north, west, east = (float(edge) for edge in entry["boundingbox"])
    return _place(
        f"osm:{str(entry['osm_type'])[0]}{int(entry['osm_id'])}",
        str(entry.get("name") or str(entry["display_name"]).partition(",")[0]),
        kind,
        (float(entry["lat"]), float(entry["lon"])),
        country=entry.get("address", {}).get("country_code"),
        box=(west, south, east, north),
    )


def _photon(entry: Fields) -> Place:
    about = entry["properties"]
    lon, lat = entry["geometry"]["coordinates"]
    west, north, east, south = about.get("extent") or (lon, lat, lon, lat)
    kind = OSM_KINDS.get(
        str(about.get("osm_value")), OSM_KINDS.get(str(about.get("type")), Kind.SITE)
    )
    return _place(
        f"osm:{str(about['osm_type'])[0].lower()}{int(about['osm_id'])}",
        str(about["name"]),
        kind,
        (float(lat), float(lon)),
        country=about.get("countrycode"),
        box=(west, south, east, north),
    )


def _geonames(entry: Fields) -> Place:
    code = str(entry.get("fcode"))
    kind = GEONAMES_KINDS.get(code) or GEONAMES_CLASSES.get(str(entry.get("fcl")), Kind.SITE)
    return _place(
        f"gn:{int(entry['geonameId'])}",
        str(entry["name"]),
        kind,
        (float(entry["lat"]), float(entry["lng"])),
        country=entry.get("countryCode"),
        population=int(entry.get("population") or 0),
    )


def _pelias(entry: Fields) -> Place:
    about = entry["properties"]
    lon, lat = entry["geometry"]["coordinates"]
    return _place(
        f"pelias:{about['gid']}",
        str(about["name"]),
        OSM_KINDS.get(str(about.get("layer")), Kind.SITE),
        (float(lat), float(lon)),
        country=about.get("country_code"),
        box=entry.get("bbox"),
    )


READERS: Mapping[str, Callable[[Fields], Place]] = {
    "nominatim": _nominatim,
    "photon": _photon,
    "geonames": _geonames,
    "pelias": _pelias,
}


def _place(
    place_id: str,
    name: str,
    kind: Kind,
    point: tuple[float, float],
    *,
    country: object = None,
    population: int = 0,
    box: Sequence[float] | None = None,
) -> Place:
    code = str(country).upper() if country else None
    lat, lon = point
    if not (isfinite(lat) and isfinite(lon)):
        raise ValueError("not a point")
    return Place(
        id=place_id,
        name=name[:LONGEST_NAME],
        kind=kind,
        lat=lat,
        lon=lon,
        country=code if code and len(code) == 2 else None,  # noqa: PLR2004 - ISO 3166-1 alpha-2
        population=population,
        # No outline comes with it: the circle that holds its box, or what its kind is sure to fill.
        radius_m=max(_reach(point, box), _least(kind, population)),
    )


def _reach(point: tuple[float, float], box: Sequence[float] | None) -> float:
    """Give the metres from a point to the farthest corner of its box (west, south, east, north)."""
    if not box:
        return 0.0
    west, south, east, north = (float(edge) for edge in box)
    lat, lon = point
    corners = [(x, y) for x in (west, east) for y in (south, north)]
    return min(WIDEST_M, max(float(GEOD.inv(lon, lat, x, y)[2]) for x, y in corners))


def _least(kind: Kind, population: int) -> float:
    if kind is Kind.CITY:
        return town_radius_m(population)
    return SITE_RADIUS_M if kind is Kind.SITE else DEFAULT_RADII_M[kind] / 10
