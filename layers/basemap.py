"""The ground that marks are drawn on: land, borders, lakes, towns, and who drew the borders.

Plates read tables by level of detail and window from ``data/boundaries``. ``"overview"`` is true to
5 km, for a continent or more; ``"region"`` to 0.5 km, for a country or less. Both lie within 3 km
of the boundaries on the ground. Longitudes never leave ±180: what crosses the antimeridian is cut
there. Land that is disputed is in no country's polygon, but in a table of its own.

The browser reads ``static/basemap``, the same outlines as compact JSON:

========================  =========================================================================
``overview.json``         ``countries``: ``code``, ``name`` {en, ru, uk, ko}, ``label`` [lon, lat],
                          ``area`` km², ``boxes`` [[west, south, east, north], …] that hold its
                          parts, ``land``; ``disputed``: ``code``, ``name``, ``recognised``,
                          ``administered``, ``note``, ``label``, ``boxes``, ``land``; ``borders``
                          and ``disputedBorders``: lines
``adm1.json``             ``lines`` between first-level units, at overview detail
``lakes.json``            ``land`` of lakes over 100 km², at overview detail
``rivers.json``           ``rivers``: ``name``, ``rank`` (0 the largest), ``lines``
``towns.json``            ``towns``: [name, local name or null, lon, lat, least zoom, capital], most
                          important first
``region/XX.json``        one country at region detail, by ISO 3166-1 code: ``land``, ``adm1``
                          (lines within it), ``borders`` (those shared with a country whose code
                          sorts later; the rest are in that neighbour's file), ``lakes``
``region/disputed.json``  ``units`` (``code``, ``land``), ``adm1`` and ``borders`` of disputed land
========================  =========================================================================

Coordinates are whole numbers: degrees times the file's ``scale``. A line is one flat list
``[lon, lat, dlon, dlat, dlon, dlat, …]``: the first point, then the step to each next one. A
polygon is a list of rings (outer first), ``land`` a list of polygons; rings are lines whose first
point is repeated at the end.
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

import geopandas as gpd
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyproj
import shapely

from geo.settings import data_dir

Detail = Literal["overview", "region"]
Box = tuple[float, float, float, float]

WGS84 = pyproj.CRS.from_epsg(4326)
"""Made once: of a table's metadata, as ``geopandas.read_parquet`` does, it takes 20 ms each."""
STATIC = data_dir().parent / "static" / "basemap"


@dataclass(frozen=True, slots=True)
class Town:
    """A town for orientation, named by no report.

    Attributes
    ----------
    name, local
        English name, and the name in the country's own script where we know it.
    lon, lat
        Degrees.
    min_zoom
        Web map zoom from which there is room for it.
    capital
        Of a country.
    """

    name: str
    local: str | None
    lon: float
    lat: float
    min_zoom: int
    capital: bool


def adm0(detail: Detail, bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return countries, without disputed land.

    Parameters
    ----------
    detail
        ``"overview"`` (5 km) or ``"region"`` (0.5 km).
    bbox
        West, south, east, north in degrees: only rows that meet it, the rest is hardly read.
        Outlines are not clipped to it.

    Returns
    -------
    GeoDataFrame
        ``code`` (ISO 3166-1 alpha-2), ``iso3, name, name_en, name_ru, name_uk, name_ko, lat, lon``
        (of a label point inside), ``area_km2`` and ``geometry`` in EPSG:4326.
    """
    return _read(f"adm0_{detail}", bbox)


def adm1(detail: Detail, bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return first-level units, disputed ones included and marked in ``disputed``.

    The columns are ``code`` (ISO 3166-2 where the unit has one), ``country`` (ISO 3166-1, missing
    where none can be given), ``name, name_en, name_ru, name_uk, name_ko, name_local, name_alt``
    (divided by ``|``), ``type_en, gn_id, gn_a1_code`` (GeoNames), ``area_km2, lat, lon, note,
    disputed, recognised, administered, geometry``. Parameters as for :func:`adm0`.
    """
    return _read(f"adm1_{detail}", bbox)


def disputed(detail: Detail = "region", bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return land in no country's fill, with who is ``recognised`` and who has ``administered``."""
    return _read("disputed" + _suffix(detail), bbox)


def borders(detail: Detail, bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return border lines without coasts, each once; ``kind`` is ``border`` or ``disputed``."""
    return _read("borders" + _suffix(detail), bbox)


def coast(detail: Detail, bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return shores as lines of a few hundred vertices at most."""
    return _read("coast" + _suffix(detail), bbox)


def lakes(detail: Detail, bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return lakes: those over 100 km² in the overview, over 1 km² in a region (``area_km2``)."""
    return _read("lakes" + _suffix(detail), bbox)


def rivers(bbox: Box | None = None) -> gpd.GeoDataFrame:
    """Return the great rivers (``name``, ``rank`` 0 for the largest), true to about 2 km."""
    return _read("rivers", bbox)


def towns(bbox: Box | None = None) -> list[Town]:
    """Return towns for orientation, the most important first."""
    west, south, east, north = bbox or (-180.0, -90.0, 180.0, 90.0)
    return [t for t in _towns() if west <= t.lon <= east and south <= t.lat <= north]


def boundary_policy() -> str:
    """Return the sentence that every map with borders carries."""
    return (
        "Borders follow Natural Earth, to within 3 km, and endorse no claim: lines that are not "
        "agreed are dashed, disputed land that can be told apart, such as Crimea, is in no "
        "country's fill, and elsewhere the map shows who administers."
    )


def attribution() -> list[str]:
    """Return whom a map must name, in the order of its layers."""
    return [
        "Natural Earth (public domain)",
        "Military Demarcation Line © OpenStreetMap contributors (ODbL)",
        "Towns: GeoNames (CC BY 4.0)",
    ]


def _suffix(detail: Detail) -> str:
    return "" if detail == "region" else "_overview"


@lru_cache(maxsize=48)
def _read(name: str, bbox: Box | None) -> gpd.GeoDataFrame:
    path = data_dir() / "boundaries" / f"{name}.parquet"
    if not path.exists():
        message = f"{path} is missing; run: python dateline.py data build"
        raise FileNotFoundError(message)
    met = None if bbox is None else _meets(bbox)
    table = pq.read_table(path, filters=met).to_pandas().drop(columns="bbox", errors="ignore")
    found = gpd.GeoDataFrame(table, geometry=shapely.from_wkb(table["geometry"]), crs=WGS84)
    return found if bbox is None else found[found.intersects(shapely.box(*bbox))]


def _meets(bbox: Box) -> pc.Expression:
    """Return the filter of rows whose own box, which GeoParquet keeps in a column, meets this."""
    west, south, east, north = bbox
    return (
        (pc.field("bbox", "xmin") <= east)
        & (pc.field("bbox", "xmax") >= west)
        & (pc.field("bbox", "ymin") <= north)
        & (pc.field("bbox", "ymax") >= south)
    )


@cache
def _towns() -> tuple[Town, ...]:
    listed: dict[str, Any] = json.loads((STATIC / "towns.json").read_text("utf-8"))
    scale = listed["scale"]
    return tuple(
        Town(name, local, lon / scale, lat / scale, zoom, bool(capital))
        for name, local, lon, lat, zoom, capital in listed["towns"]
    )
