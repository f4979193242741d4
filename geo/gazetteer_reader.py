"""Reading the SQLite file of the gazetteer, from any thread."""

import json
import math
import sqlite3
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from pyproj import Geod

from geo.errors import GazetteerError
from geo.names import normalise
from geo.place import Kind, Place

GEOD = Geod(ellps="WGS84")
CACHED = 1 << 16
"""Answers kept in memory, of each sort."""
FAR_M = 100_000.0
"""A point farther than this from every town and site is near none of them."""
FIRST_BOX_M = 12_500.0
DEGREE_M = 110_500.0
"""A degree of latitude at its shortest."""
POLE_DEG, HALF_TURN_DEG = 90.0, 180.0


class Near(NamedTuple):
    """A place and its distance from the point asked for, in metres."""

    place: Place
    distance_m: float


class GazetteerReader:
    """Questions to a compiled gazetteer.

    Each thread has a connection of its own; the file is opened as one that nobody changes, for a
    new gazetteer replaces the file and never writes into it.

    Raises
    ------
    GazetteerError
        When there is no such file.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise GazetteerError(f"There is no gazetteer at {path}: run dateline.py data build")
        self._uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._threads = threading.local()
        self._find = lru_cache(CACHED)(self._find_uncached)
        self._start = lru_cache(CACHED)(self._start_uncached)
        self._people = lru_cache(CACHED)(self._people_uncached)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of this name, best known first."""
        return self._find(normalise(name))

    def starts(self, word: str) -> int:
        """Give the greatest number of words of any name that starts with this normalised word."""
        return self._start(word)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Give the places whose people or things are called so."""
        return self._people(normalise(word))

    def place(self, place_id: str) -> Place | None:
        """Give the place with this id, if there is one."""
        rows = self._rows("SELECT * FROM place WHERE id = ?", place_id)
        return _place(rows[0]) if rows else None

    def aliases(self, place_id: str) -> tuple[str, ...]:
        """Give all names of a place, the display name first; none when there is no such place."""
        rows = self._rows(
            "SELECT names FROM alias WHERE place = (SELECT pk FROM place WHERE id = ?)", place_id
        )
        return tuple(json.loads(rows[0][0])) if rows else ()

    def near(self, lat: float, lon: float, count: int) -> list[Near]:
        """Give the towns and sites nearest to a point (decimal degrees), nearest first.

        None is farther than 100 km away.
        """
        reach = FIRST_BOX_M
        while True:
            found = [each for each in self._boxed(lat, lon, reach) if each.distance_m <= reach]
            if len(found) >= count or reach >= FAR_M:
                return sorted(found, key=lambda each: each.distance_m)[:count]
            reach *= 2

    def _boxed(self, lat: float, lon: float, reach: float) -> list[Near]:
        rows = [
            row
            for box in _boxes(lat, lon, reach)
            for row in self._rows(
                "SELECT p.* FROM point JOIN place p ON p.pk = point.place "
                "WHERE east >= ? AND west <= ? AND north >= ? AND south <= ?",
                *box,
            )
        ]
        if not rows:
            return []
        places = [_place(row) for row in rows]
        lats, lons = np.array([(place.lat, place.lon) for place in places]).T
        here = np.ones_like(lats)
        distances = GEOD.inv(lon * here, lat * here, lons, lats)[2]
        return [Near(place, float(away)) for place, away in zip(places, distances, strict=True)]

    def _find_uncached(self, normal: str) -> tuple[Place, ...]:
        rows = self._rows(
            "SELECT p.* FROM name n JOIN place p ON p.pk = n.place "
            "WHERE n.name = ? ORDER BY n.rank, n.place",
            normal,
        )
        return tuple(map(_place, rows))

    def _start_uncached(self, word: str) -> int:
        rows = self._rows("SELECT words FROM start WHERE word = ?", word)
        return int(rows[0][0]) if rows else 0

    def _people_uncached(self, normal: str) -> tuple[Place, ...]:
        rows = self._rows(
            "SELECT p.* FROM demonym d JOIN place p ON p.id = d.place "
            "WHERE d.word = ? ORDER BY d.place",
            normal,
        )
        return tuple(map(_place, rows))

    def _rows(self, sql: str, *values: str | float) -> list[tuple[Any, ...]]:
        connection = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = sqlite3.connect(self._uri, uri=True)
        return connection.execute(sql, values).fetchall()


def _place(row: tuple[Any, ...]) -> Place:
    _, place_id, name, kind, lat, lon, country, adm1, population, radius_m, names = row
    return Place(
        id=place_id,
        name=name,
        kind=Kind(kind),
        lat=lat,
        lon=lon,
        country=country,
        adm1=adm1,
        population=population,
        radius_m=radius_m,
        names=json.loads(names) if names else {},
    )


def _boxes(lat: float, lon: float, reach: float) -> Iterator[tuple[float, float, float, float]]:
    """Give boxes (west, east, south, north) that together hold everything within reach."""
    high = reach / DEGREE_M
    south, north = lat - high, lat + high
    edge = max(abs(south), abs(north))
    if edge >= POLE_DEG:
        yield -HALF_TURN_DEG, HALF_TURN_DEG, south, north
        return
    wide = high / math.cos(math.radians(edge))
    for turn in (-2 * HALF_TURN_DEG, 0.0, 2 * HALF_TURN_DEG):
        west, east = lon - wide + turn, lon + wide + turn
        if east >= -HALF_TURN_DEG and west <= HALF_TURN_DEG:
            yield west, east, south, north
