"""Regions, lines, waters and sites that news names, from ``data/places/regions.csv``."""

from collections.abc import Iterator

from geo.place import Kind
from geo.sources.entry import Entry
from geo.sources.tables import rows, several

LANGUAGES = ("ru", "uk", "ko", "ar")


def curated() -> Iterator[Entry]:
    """Give the hand-kept places; ``country`` is set where a place lies in one country only."""
    for row in rows("regions"):
        inside = several(row["country"])
        yield Entry(
            id=row["id"],
            name=row["name"],
            kind=Kind(row["kind"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=inside[0] if len(inside) == 1 else None,
            radius_m=float(row["radius_m"]),
            names={lang: row[lang] for lang in LANGUAGES if row[lang]},
            aliases=several(row["aliases"]),
            weight=float(row["radius_m"]),
        )
