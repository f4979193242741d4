"""The honest shape of an offset: a sector, a ring or a disc, as wide as its anchor is uncertain.

What is a point's distance from a town may count from any spot in the town, so the town's own radius
widens the shape. From a line, a strip or an outline it counts from the nearest part.
"""

from dataclasses import dataclass
from functools import partial
from math import cos, radians, sin

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.affinity import translate
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.footprint import GEOD, Footprint, Precision, footprint, plane
from geo.offsets.bearings import Bearing
from geo.offsets.offset import Offset
from geo.place import Kind, Place

Floats = NDArray[np.float64]

FARTHEST_M = 1_000_000.0
"""Beyond this a sector covers countries: it would say more than the report."""
WIDEST_ANCHOR_M = 250_000.0
WIDE_KINDS = frozenset({Kind.COUNTRY})
STEP_DEGREES = 2.0
SAMPLES = 240
"""Spots of a line or an outline from which a bearing is taken, at most."""
POLE = 90.0
QUARTER_CORNERS = 24
NOTE = "anywhere in the dashed outline"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from a place something is, and in which direction; as in :class:`Offset`."""

    low_m: float
    high_m: float | None
    bearing: Bearing | None = None
    within: bool = False


def shape_of(offset: Offset) -> Footprint | None:
    """Give the footprint of what lies at an offset: that of its :class:`Reach` from its anchor."""
    reach = Reach(offset.low_m, offset.high_m, offset.bearing, offset.within)
    return around(offset.anchor.place, reach) if offset.anchor.place else None


def around(place: Place, reach: Reach) -> Footprint | None:
    """Give the footprint of what lies within reach of a place.

    Returns
    -------
    Footprint
        ``shape`` is "sector", "ring" or "disc"; ``anchor`` is the point in the middle of a sector,
        of a ring or disc the place it is drawn around; ``radius_m`` holds the whole shape from
        there. None where nothing can be drawn: without an upper end, around a country, farther
        than 1,000 km, over a pole.
    """
    here, high_m = footprint(place), reach.high_m
    if place.kind in WIDE_KINDS or high_m is None or high_m > FARTHEST_M:
        return None
    if (here.radius_m or 0.0) > WIDEST_ANCHOR_M or _over_pole(here, high_m):
        return None
    local = plane(here.anchor.y, here.anchor.x)
    around_point = here.shape in {"point", "circle"}
    core = Point(0.0, 0.0) if around_point else _sampled(here.geometry, local, high_m)
    extra_m = here.radius_m or 0.0 if around_point else 0.0
    drawn = _swept(core, reach, high_m, extra_m)
    spread = shapely.transform(drawn, partial(_unrolled, here.anchor.x, local), interleaved=False)
    geometry = spread.buffer(0)  # corners that fall together in degrees may cross
    if reach.bearing is None:
        middle = here.anchor
    elif around_point:
        middle = _ahead(here.anchor, reach.bearing, (reach.low_m + high_m) / 2)
    else:
        middle = shapely.point_on_surface(geometry)
    return Footprint(
        geometry=geometry,
        shape=_name(reach),
        radius_m=_farthest_m(middle, geometry),
        precision=Precision.NEAR,
        note=NOTE,
        anchor=middle,
    )


def _name(reach: Reach) -> str:
    if reach.bearing is not None:
        return "sector"
    return "disc" if reach.within else "ring"


def _sampled(geometry: BaseGeometry, local: Transformer, high_m: float) -> BaseGeometry:
    """Lay a shape out in metres, with a corner at least every quarter of the distance."""
    flat = shapely.transform(geometry, local.transform, interleaved=False).simplify(high_m / 40)
    return shapely.segmentize(flat, max(float(flat.length) / SAMPLES, high_m / 4))


def _swept(core: BaseGeometry, reach: Reach, high_m: float, extra_m: float) -> BaseGeometry:
    """Give all that lies within reach of some part of a shape, in metres on its plane."""
    low_m, high_m = max(0.0, reach.low_m - extra_m), high_m + extra_m
    ring = core.buffer(high_m, quad_segs=QUARTER_CORNERS)
    if low_m > 0:
        ring = ring.difference(core.buffer(low_m, quad_segs=QUARTER_CORNERS))
    if reach.bearing is None:
        return ring
    wedge = _wedge(reach.bearing, 2 * high_m).buffer(extra_m)
    spots = shapely.get_coordinates(core)[:: max(1, shapely.count_coordinates(core) // SAMPLES)]
    wedges = [translate(wedge, float(x), float(y)) for x, y in spots]
    return ring.intersection(shapely.union_all(wedges))


def _wedge(towards: Bearing, reach_m: float) -> Polygon:
    """Give the triangle or fan that opens from the origin towards a bearing."""
    count = max(2, int(2 * towards.spread / STEP_DEGREES) + 1)
    turns = np.linspace(towards.degrees - towards.spread, towards.degrees + towards.spread, count)
    rim = [(reach_m * sin(radians(turn)), reach_m * cos(radians(turn))) for turn in turns]
    return Polygon([(0.0, 0.0), *rim])


def _over_pole(here: Footprint, high_m: float) -> bool:
    """Tell whether a shape around a place reaches a pole, where no map could draw it."""
    lat = here.anchor.y
    to_pole = float(GEOD.inv(0.0, lat, 0.0, POLE if lat > 0 else -POLE)[2])
    return to_pole <= high_m + _farthest_m(here.anchor, here.geometry) + (here.radius_m or 0.0)


def _unrolled(lon: float, local: Transformer, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Turn metres into degrees whose longitudes run on past ±180 rather than jump."""
    lons, lats = local.transform(x, y, direction="INVERSE")
    return lon + (np.asarray(lons) - lon + 180.0) % 360.0 - 180.0, lats


def _ahead(start: Point, towards: Bearing, metres: float) -> Point:
    lon, lat, _ = GEOD.fwd(start.x, start.y, towards.degrees, metres)
    return Point(start.x + (lon - start.x + 180.0) % 360.0 - 180.0, lat)


def _farthest_m(middle: Point, geometry: BaseGeometry) -> float:
    """Give the distance in metres from a point to the farthest corner of a shape."""
    corners = shapely.get_coordinates(geometry)
    lons, lats = np.full(len(corners), middle.x), np.full(len(corners), middle.y)
    return float(np.max(GEOD.inv(lons, lats, corners[:, 0], corners[:, 1])[2]))
