"""The files of ``static/basemap``; ``layers/basemap.py`` says how they are to be read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from data.build.natural_earth import LANGUAGES
from layers import compact

Tables = Mapping[str, gpd.GeoDataFrame]
Row = Mapping[str, Any]

ISLET_KM2 = 15.0  # smaller parts of a country don't show where the overview is used
LAKE_KM2 = 5.0
DEGREE_KM = 111.2


def write_overview(tables: Tables, target: Path) -> None:
    """Write ``overview.json``, ``adm1.json`` and ``lakes.json``."""
    scale = compact.SCALE["overview"]
    lines = tables["lines"]
    overview = {
        "scale": scale,
        "countries": [_country(row, scale) for row in records(tables["adm0"])],
        "disputed": [_disputed(row, scale) for row in records(tables["disputed"])],
        "borders": compact.lines(lines.geometry[lines["kind"] == "border"], scale),
        "disputedBorders": compact.lines(lines.geometry[lines["kind"] == "disputed"], scale),
    }
    compact.write(target / "overview.json", overview)
    inner = compact.lines(lines.geometry[lines["kind"] == "adm1"], scale)
    compact.write(target / "adm1.json", {"scale": scale, "lines": inner})
    compact.write(target / "lakes.json", {"scale": scale, "land": _land(tables["lakes"], scale)})


def write_regions(tables: Tables, target: Path) -> None:
    """Write ``region/XX.json`` for every country, and ``region/disputed.json``."""
    scale = compact.SCALE["region"]
    lines = dict(list(tables["lines"].groupby(["owner", "kind"])["geometry"]))
    lakes = tables["lakes"][tables["lakes"]["area_km2"] >= LAKE_KM2]
    for country in records(tables["adm0"]):
        wet = lakes.iloc[sorted(lakes.sindex.query(country["geometry"], predicate="intersects"))]
        content = {
            "scale": scale,
            "land": compact.polygons(country["geometry"], scale),
            "adm1": compact.lines(lines.get((country["code"], "adm1"), []), scale),
            "borders": compact.lines(lines.get((country["code"], "border"), []), scale),
            "lakes": _land(wet, scale),
        }
        compact.write(target / "region" / f"{country['code']}.json", content)
    units = [
        {"code": unit["code"], "land": compact.polygons(unit["geometry"], scale)}
        for unit in records(tables["disputed"])
    ]
    doubtful = {
        "scale": scale,
        "units": units,
        "adm1": compact.lines(lines.get(("disputed", "adm1"), []), scale),
        "borders": compact.lines(lines.get(("disputed", "disputed"), []), scale),
    }
    compact.write(target / "region" / "disputed.json", doubtful)


def write_rivers(rivers: gpd.GeoDataFrame, target: Path) -> None:
    """Write ``rivers.json``."""
    scale = compact.SCALE["overview"]
    listed = [
        {
            "name": row["name_en"],
            "rank": row["rank"],
            "lines": compact.lines([row["geometry"]], scale),
        }
        for row in records(rivers)
    ]
    compact.write(target / "rivers.json", {"scale": scale, "rivers": listed})


def records(table: gpd.GeoDataFrame) -> list[Row]:
    """Return the rows of a table as plain mappings."""
    rows: list[Row] = table.to_dict("records")
    return rows


def _country(row: Row, scale: int) -> dict[str, Any]:
    return {
        "code": row["code"],
        "name": _names(row),
        "label": [row["lon"], row["lat"]],
        "area": round(row["area_km2"]),
        "boxes": compact.boxes(row["geometry"]),
        "land": compact.polygons(_without_islets(row["geometry"]), scale),
    }


def _disputed(row: Row, scale: int) -> dict[str, Any]:
    return {
        "code": row["code"],
        "name": _names(row),
        "recognised": row["recognised"],
        "administered": row["administered"],
        "note": row["note"],
        "label": [row["lon"], row["lat"]],
        "boxes": compact.boxes(row["geometry"]),
        "land": compact.polygons(row["geometry"], scale),
    }


def _names(row: Row) -> dict[str, str]:
    return {language: row[f"name_{language}"] for language in LANGUAGES}


def _land(table: gpd.GeoDataFrame, scale: int) -> list[list[compact.Flat]]:
    return [part for shape in table.geometry for part in compact.polygons(shape, scale)]


def _without_islets(shape: shapely.Geometry) -> shapely.Geometry:
    """Drop small parts; the largest stays, however small."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: float(part.area), reverse=True)
    least = ISLET_KM2 / DEGREE_KM**2
    return shapely.multipolygons([parts[0], *(part for part in parts[1:] if part.area >= least)])
