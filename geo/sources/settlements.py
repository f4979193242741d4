"""Villages in the news that the populated places of GeoNames are without.

They come from ``data/places/settlements.csv``.
"""

import re
from collections.abc import Iterator

from geo.place import Kind
from geo.sources.entry import Entry
from geo.sources.tables import rows, several

LANGUAGES = ("ru", "uk", "ko", "ar")
_WHERE = re.compile(r" \([^)]*\)$")


def settlements() -> Iterator[Entry]:
    """Give the hand-kept villages; what stands in brackets tells namesakes apart."""
    for row in rows("settlements"):
        bare = _WHERE.sub("", row["name"])
        yield Entry(
            id=row["id"],
            name=row["name"],
            kind=Kind.CITY,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            population=int(row["population"]),
            names={lang: row[lang] for lang in LANGUAGES if row[lang]},
            own=[bare, *several(row["aliases"])],
        )
