"""Sea and river ports, from ``data/places/ports.csv``."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from geo.names import normalise
from geo.place import Kind
from geo.sources.entry import Entry
from geo.sources.tables import rows, several

RADIUS_M = 15_000.0
"""The source often has the point of the town, and docks may lie well outside it."""


def ports(taken: AbstractSet[str]) -> Iterator[Entry]:
    """Give the ports that our own table has not; the bare name stays the town's.

    Parameters
    ----------
    taken
        Normal forms of curated places.
    """
    for row in rows("ports"):
        towns = [row["name"], *several(row["aliases"])]
        first, *others = [form for town in towns for form in (f"Port of {town}", f"{town} Port")]
        if normalise(first) in taken or normalise(others[0]) in taken:
            continue
        yield Entry(
            id=row["id"],
            name=first,
            kind=Kind.SITE,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            radius_m=RADIUS_M,
            aliases=others,
            withheld=taken,
            weight=float(row["people"]),
        )
