"""What both pages show: invented places, as a store for Dateline and as GeoJSON for the other."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scenes import Size, fill, records
from layers import basemap
from reports.store import Store

SIMPLER_DEGREES = 0.06
"""Leaves about a megabyte of countries: what such pages carry."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One size: its name in the tables, how much it is, and whether the other page draws it."""

    name: str
    size: Size
    rival: bool = False
    ground: bool = False


CORPORA = (
    Corpus("600 places", Size(600, 1_200, sentences=6), rival=True, ground=True),
    Corpus("10,000 places", Size(10_000, 12_000), rival=True),
    Corpus("100,000 mentions of 10,000 places", Size(10_000, 100_000)),
)


def store_url(corpus: Corpus, folder: Path) -> str:
    """Fill a store with a corpus and give its address."""
    url = f"sqlite:///{folder / f'{corpus.size.mentions}.sqlite'}"
    store = Store(url)
    fill(store, corpus.size)
    store.close()
    return url


def points(corpus: Corpus, folder: Path) -> Path:
    """Write the places of a corpus as GeoJSON points, each with the last day told of it."""
    features: dict[str, Any] = {}
    for record in records(corpus.size):
        for mention in record.mentions:
            day = mention["latest"] or record.report["published"]
            known = features.get(mention["place_id"])
            if known and known["properties"]["day"] >= day:
                continue
            features[mention["place_id"]] = {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [mention["lon"], mention["lat"]]},
                "properties": {"day": day, "name": mention["name"]},
            }
    file = folder / f"{corpus.size.places}.geojson"
    whole = {"type": "FeatureCollection", "features": list(features.values())}
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def countries(folder: Path) -> Path:
    """Write the countries of the world as GeoJSON."""
    table = basemap.adm0("overview")[["name", "geometry"]]
    file = folder / "countries.geojson"
    simple = table.assign(geometry=table.geometry.simplify(SIMPLER_DEGREES))
    file.write_text(simple.to_json(), encoding="utf-8")
    return file
