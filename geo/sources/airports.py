"""Airports and air bases, from ``data/places/airports.csv``."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from geo.names import normalise
from geo.place import Kind
from geo.sources.entry import Entry
from geo.sources.tables import rows, several

RADIUS_M = 3_000.0
"""The point is on the field, and the longest fields are five kilometres."""
_OPTIONAL = re.compile(r" (?:International|Regional|Municipal)(?= Airport)")
_BASE = re.compile(r"\b(Air ?base|Air Force Base)$", re.IGNORECASE)


def airports(taken: AbstractSet[str]) -> Iterator[Entry]:
    """Give the airports that our own table has not, none under a name that is in it.

    Parameters
    ----------
    taken
        Normal forms of curated places.
    """
    for row in rows("airports"):
        if normalise(row["name"]) in taken:
            continue
        size = float(row["size"])
        names = [row["name"], *several(row["aliases"])]
        called = [f"{row['serves']} Airport", f"{row['serves']} International Airport"]
        yield Entry(
            id=row["id"],
            name=row["name"],
            kind=Kind.SITE,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            radius_m=RADIUS_M,
            aliases=[*names[1:], *variants(names), *(called if row["serves"] else [])],
            withheld=taken,
            weight=size * RADIUS_M,
        )


def variants(names: list[str]) -> list[str]:
    """Give what reports make of the names of airports.

    >>> variants(["Kansai International Airport"]), variants(["Saky Air Base"])
    (['Kansai Airport'], ['Saky Airbase', 'Saky Airfield'])
    """
    shorter = [_OPTIONAL.sub("", name) for name in names if _OPTIONAL.search(name)]
    bases = [
        _BASE.sub(word, name)
        for name in names
        if _BASE.search(name)
        for word in ("Air Base", "Airbase", "Airfield")
    ]
    return [name for name in dict.fromkeys([*shorter, *bases]) if name not in names]
