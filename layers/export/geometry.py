"""Geometry as RFC 7946 wants it: cut at the antimeridian, outer rings counter-clockwise."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

DECIMALS = 5
"""About a metre; finer than anything a report says."""
GRID = 10.0**-DECIMALS
TURN = 360.0
HALF_TURN = 180.0
POLE = 90.0


def exchanged(geometry: BaseGeometry) -> BaseGeometry:
    """Make a geometry (EPSG:4326) fit for exchange.

    What runs on past ±180 is brought back and cut there, and a line that jumps from one side of the
    map to the other is first unrolled. Coordinates have five decimals at most.

    Returns
    -------
    BaseGeometry
        Valid, within ±180 and ±90, with counter-clockwise outer rings; never empty where the
        input is not.
    """
    whole = _cut(_unrolled(geometry))
    rounded = shapely.set_precision(whole, GRID)
    if rounded.is_empty and not whole.is_empty:
        rounded = shapely.set_precision(whole.representative_point(), GRID)
    return shapely.orient_polygons(rounded, exterior_cw=False)


def _unrolled(geometry: BaseGeometry) -> BaseGeometry:
    if isinstance(geometry, LineString):
        points = np.array(geometry.coords)
        points[:, 0] = np.unwrap(points[:, 0], period=TURN)
        return LineString(points)
    return geometry


def _cut(geometry: BaseGeometry) -> BaseGeometry:
    """Bring what lies beyond ±180 back to the other side, as parts of their own."""
    whole = geometry if geometry.is_valid else shapely.make_valid(geometry)
    left, _, right, _ = whole.bounds
    if _world(0).covers(whole):
        return whole
    turns = range(int((left + HALF_TURN) // TURN), int((right + HALF_TURN) // TURN) + 1)
    parts = [translate(whole & _world(turn), -turn * TURN) for turn in turns]
    # What only touches 180° leaves an edge or a corner there, which is nothing.
    dimension = shapely.get_dimensions(whole)
    return shapely.union_all([part for part in parts if shapely.get_dimensions(part) == dimension])


def _world(turn: int) -> BaseGeometry:
    """Give the box of the world, so many turns to the east."""
    return box(turn * TURN - HALF_TURN, -POLE, turn * TURN + HALF_TURN, POLE)


def geojson(geometry: BaseGeometry | None) -> Mapping[str, Any] | None:
    """Give an exchanged geometry as a GeoJSON object, its coordinates cut to five decimals."""
    if geometry is None:
        return None
    plain: dict[str, Any] = shapely.geometry.mapping(geometry)
    if "geometries" in plain:
        return {**plain, "geometries": [geojson(part) for part in geometry.geoms]}
    return {"type": plain["type"], "coordinates": _rounded(plain["coordinates"])}


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401  nested as deep as the geometry
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS) + 0.0
    return [_rounded(each) for each in coordinates]
