"""The projection of a panel, chosen by its extent, and what of the world falls inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

from layers.view import Camera

Floats = NDArray[np.float64]

WIDE_DEG, NARROW_DEG, WORLD_DEG, EQUATOR_DEG = 45.0, 6.0, 180.0, 15.0
# A panel never shows less than this, so that a single town is seen in its surroundings.
LEAST_WIDTH_M = 160_000.0
MARGIN = 1.18
GRID = 24
TURN, HALF_TURN = 360.0, 180.0
TILE_PX = 256
EARTH_M = 40_075_016.686
# The live map's pane, in CSS pixels, that a camera's zoom refers to.
PANE_HEIGHT_PX = 480.0


@dataclass(frozen=True)
class Frame:
    """A projected rectangle.

    Attributes
    ----------
    crs
        Projected coordinates in metres.
    lon_0
        Central meridian in degrees.
    box
        (left, bottom, right, top) in these coordinates.
    name
        The projection in words, for the footer.
    """

    crs: CRS
    lon_0: float
    box: tuple[float, float, float, float]
    name: str

    @property
    def width_m(self) -> float:
        """Width of the rectangle in projected metres."""
        return self.box[2] - self.box[0]

    @property
    def area(self) -> float:
        """Area of the rectangle in projected square metres."""
        left, bottom, right, top = self.box
        return (right - left) * (top - bottom)

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """Project a shape (EPSG:4326), cut to what the rectangle can show."""
        cut = shapely.intersection(geometry, self._window)
        return shapely.transform(cut, self._forward.transform, interleaved=False)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Project one point."""
        x, y = self._forward.transform(lon, lat)
        return float(x), float(y)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a projected point is inside the rectangle."""
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top

    @cached_property
    def bounds(self) -> list[tuple[float, float, float, float]]:
        """List the (west, south, east, north) boxes that cover the rectangle, cut at ±180°."""
        left, bottom, right, top = self.box
        xs, ys = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
        lons, lats = self._forward.transform(xs.ravel(), ys.ravel(), direction="INVERSE")
        seen = np.isfinite(lons) & np.isfinite(lats)
        centre = self.lon_0
        off = (lons[seen] - centre + 180.0) % 360.0 - 180.0
        pad = max(1.0, 0.05 * float(np.ptp(off)))
        west, east = centre + off.min() - pad, centre + off.max() + pad
        south = max(-90.0, lats[seen].min() - pad)
        north = min(90.0, lats[seen].max() + pad)
        return [(w, south, e, north) for w, e in _cut_at_antimeridian(west, east)]

    @cached_property
    def _window(self) -> BaseGeometry:
        return shapely.union_all([shapely.box(*bounds) for bounds in self.bounds])

    @cached_property
    def _forward(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)


def _cut_at_antimeridian(west: float, east: float) -> Sequence[tuple[float, float]]:
    if east - west >= TURN:
        return [(-HALF_TURN, HALF_TURN)]
    if west < -HALF_TURN:
        return [(-HALF_TURN, east), (west + TURN, HALF_TURN)]
    if east > HALF_TURN:
        return [(west, HALF_TURN), (-HALF_TURN, east - TURN)]
    return [(west, east)]


def frame_of_points(points: Sequence[tuple[float, float]], aspect: float) -> Frame:
    """Frame points (longitude, latitude) with room around them; ``aspect`` is width over height.

    An empty list frames the world.
    """
    if not points:
        return _world(aspect)
    lons, lats = np.array([p[0] for p in points]), np.array([p[1] for p in points])
    lon, span = _middle(lons)
    if span > WORLD_DEG:
        return _world(aspect)
    lat = float(lats.min() + lats.max()) / 2
    crs, name = _projection(lon, lat, max(span, float(np.ptp(lats))), lats)
    xs, ys = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lons, lats)
    return Frame(crs, lon, _fitted(xs, ys, aspect), name)


def frame_of_camera(camera: Camera, aspect: float) -> Frame:
    """Frame what the live map shows, on a projection true to its place."""
    height_m = PANE_HEIGHT_PX * EARTH_M * cos(radians(camera.lat)) / (TILE_PX * 2**camera.zoom)
    span = height_m * aspect / (EARTH_M / 360.0 * max(0.2, cos(radians(camera.lat))))
    if span > WORLD_DEG:
        return _world(aspect)
    edge = np.array([camera.lat - 0.2, camera.lat + 0.2])
    crs, name = _projection(camera.lon, camera.lat, span, edge)
    half = height_m / 2
    return Frame(crs, camera.lon, (-half * aspect, -half, half * aspect, half), name)


def _middle(lons: Floats) -> tuple[float, float]:
    """Find the middle and the span of longitudes on the circle: what is left of the widest gap."""
    ordered = np.sort(np.unique(lons % 360.0))
    gaps = np.diff(np.append(ordered, ordered[0] + 360.0))
    widest = int(np.argmax(gaps))
    span = 360.0 - float(gaps[widest])
    start = float(ordered[(widest + 1) % len(ordered)])
    return (start + span / 2 + 180.0) % 360.0 - 180.0, span


def _projection(lon: float, lat: float, span: float, lats: Floats) -> tuple[CRS, str]:
    centre = f"+lon_0={lon:.4f} +lat_0={lat:.4f} +datum=WGS84 +units=m"
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    spot = f"centred {abs(lat):.1f}°{north} {abs(lon):.1f}°{east}"
    if span > WIDE_DEG:
        return CRS.from_proj4(f"+proj=laea {centre}"), f"Lambert azimuthal equal-area, {spot}"
    if span * cos(radians(lat)) < NARROW_DEG or abs(lat) < EQUATOR_DEG:
        return CRS.from_proj4(f"+proj=tmerc {centre}"), f"Transverse Mercator, {spot}"
    low, high = float(lats.min()), float(lats.max())
    sixth = max(1.0, (high - low) / 6)
    parallels = f"+lat_1={low + sixth:.4f} +lat_2={high - sixth:.4f}"
    if abs(high - low) < 3 * sixth:
        parallels = f"+lat_1={lat - 1:.4f} +lat_2={lat + 1:.4f}"
    return CRS.from_proj4(f"+proj=lcc {parallels} {centre}"), f"Lambert conformal conic, {spot}"


def _world(aspect: float) -> Frame:
    crs = CRS.from_proj4("+proj=eqearth +lon_0=0 +datum=WGS84 +units=m")
    half_width = 17_300_000.0
    half_height = max(8_400_000.0, half_width / aspect)
    half_width = half_height * aspect
    return Frame(crs, 0.0, (-half_width, -half_height, half_width, half_height), "Equal Earth")


def _fitted(xs: Floats, ys: Floats, aspect: float) -> tuple[float, float, float, float]:
    width = max(float(np.ptp(xs)), float(np.ptp(ys)) * aspect, LEAST_WIDTH_M) * MARGIN
    x, y = float(xs.min() + xs.max()) / 2, float(ys.min() + ys.max()) / 2
    return x - width / 2, y - width / aspect / 2, x + width / 2, y + width / aspect / 2
