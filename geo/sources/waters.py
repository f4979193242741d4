"""Seas, gulfs, straits, lakes and rivers of Natural Earth, from ``data/places/waters.csv``."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from geo.names import normalise
from geo.place import Kind
from geo.sources.entry import Entry
from geo.sources.tables import rows, several


def waters(taken: AbstractSet[str]) -> Iterator[Entry]:
    """Give the waters that our own table has not, none under a name that is in it.

    Parameters
    ----------
    taken
        Normal forms of curated places.
    """
    for row in rows("waters"):
        if normalise(row["name"]) in taken:
            continue
        yield Entry(
            id=row["id"],
            name=row["name"],
            kind=Kind.WATER,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=float(row["radius_m"]),
            aliases=several(row["aliases"]),
            withheld=taken,
            weight=float(row["radius_m"]),
        )
