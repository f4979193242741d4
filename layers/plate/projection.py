"""The projection of a panel, chosen by its extent, and what of the world falls inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from math import cos, radians
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer
from shapely.geometry.base import BaseGeometry

from layers.view import Camera

Floats = NDArray[np.float64]
# One geometry or an array of them.
Shapes = Any
Bounds = tuple[float, float, float, float]

GEOD = Geod(ellps="WGS84")
WIDE_DEG, NARROW_DEG, WORLD_DEG, EQUATOR_DEG = 45.0, 6.0, 180.0, 15.0
# Where north turns by more than this within a panel, an arrow would be false in most of it.
NORTH_TURNS_DEG = 4.0
# A panel never shows less than this, so that a single town is seen in its surroundings.
LEAST_WIDTH_M = 160_000.0
MARGIN = 1.18
# A camera that shows more than half way around shows the world.
WORLD_M = 20_000_000.0
GRID = 24
# Shapes are cut so far beyond the edge, as a share of the width: where no stroke shows.
BEYOND = 0.08
WORLD = "Equal Earth"
TURN, HALF_TURN = 360.0, 180.0
TILE_PX = 256
EARTH_M = 40_075_016.686
# The live map's pane, in CSS pixels, that a camera's zoom refers to, and its width over height.
PANE_HEIGHT_PX = 480.0
PANE_ASPECT = 1.7


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

    @property
    def round(self) -> bool:
        """Tell whether the rectangle shows the edge of the world."""
        return self.name == WORLD

    @property
    def middle(self) -> tuple[float, float]:
        """Projected middle of the rectangle."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2

    @property
    def scale(self) -> float:
        """Metres on the ground for a projected metre, sideways at the middle."""
        x, y = self.middle
        step = self.width_m / 200
        (west, south), (east, north) = self.lonlat(x - step, y), self.lonlat(x + step, y)
        return float(GEOD.inv(west, south, east, north)[2]) / (2 * step)

    def north(self) -> float | None:
        """Tell where north is, in degrees clockwise from up; None where it turns too much."""
        left, bottom, right, top = self.box
        spots = [(x, y) for x in (left, right) for y in (bottom, top)] + [self.middle]
        turns = [self._north_at(x, y) for x, y in spots]
        known = [turn for turn in turns if np.isfinite(turn)]
        if len(known) < len(turns) or max(known) - min(known) > 2 * NORTH_TURNS_DEG:
            return None
        return float(np.mean(known))

    def _north_at(self, x: float, y: float) -> float:
        lon, lat = self.lonlat(x, y)
        ahead = self.point(lon, lat + 0.01)
        return float(np.degrees(np.arctan2(ahead[0] - x, ahead[1] - y)))

    def lonlat(self, x: float, y: float) -> tuple[float, float]:
        """Turn a projected point back into longitude and latitude; infinite off the world."""
        lon, lat = self._forward.transform(x, y, direction="INVERSE")
        return float(lon), float(lat)

    def outline(self) -> list[tuple[float, float]]:
        """Give the edge of the rectangle as longitudes and latitudes, a closed ring."""
        left, bottom, right, top = self.box
        along, up = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
        edge = [(x, top) for x in along] + [(right, y) for y in up[::-1]]
        edge += [(x, bottom) for x in along[::-1]] + [(left, y) for y in up]
        return [self.lonlat(float(x), float(y)) for x, y in edge]

    def project(self, geometry: Shapes, within: Bounds | None = None) -> Shapes:
        """Project shapes (EPSG:4326), one or an array, cut to what the rectangle can show.

        With ``within``, one of :attr:`bounds`, only what lies there.
        """
        windows = [within] if within else self.bounds
        # Clipping to a rectangle takes a tenth of the time of an intersection.
        cut = shapely.clip_by_rect(geometry, *windows[0])
        for window in windows[1:]:
            cut = shapely.union(cut, shapely.clip_by_rect(geometry, *window))
        moved = shapely.transform(cut, self._forward.transform, interleaved=False)
        left, bottom, right, top = self.box
        off = BEYOND * self.width_m
        return shapely.clip_by_rect(moved, left - off, bottom - off, right + off, top + off)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Project one point."""
        x, y = self._forward.transform(lon, lat)
        return float(x), float(y)

    def world(self) -> BaseGeometry:
        """Project the edge of the world, as an area."""
        up = np.linspace(-90.0, 90.0, 181)
        lons = np.concatenate([np.full(181, -HALF_TURN), np.full(181, HALF_TURN)]) + self.lon_0
        return shapely.Polygon(
            np.column_stack(self._forward.transform(lons, np.concatenate([up, up[::-1]])))
        )

    def track(self, lons: Floats, lats: Floats) -> BaseGeometry:
        """Project a line of many points, cut to the rectangle; what is far off is left out."""
        xs, ys = self._forward.transform(lons, lats)
        left, bottom, right, top = self.box
        reach = self.width_m
        near = (
            (xs > left - reach) & (xs < right + reach) & (ys > bottom - reach) & (ys < top + reach)
        )
        leaps = np.hypot(np.diff(xs), np.diff(ys)) > reach / 2
        breaks = np.flatnonzero(~near[1:] | ~near[:-1] | leaps) + 1
        points = np.column_stack([xs, ys])
        runs = [run for run in np.split(points, breaks) if len(run) > 1 and np.isfinite(run).all()]
        return shapely.intersection(shapely.MultiLineString(runs), shapely.box(*self.box))

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a projected point is inside the rectangle."""
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top

    @cached_property
    def bounds(self) -> list[Bounds]:
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

    @property
    def _forward(self) -> Transformer:
        return _to(self.crs)


@lru_cache(maxsize=64)
def _to(crs: CRS) -> Transformer:
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)


@lru_cache(maxsize=64)
def _crs(definition: str) -> CRS:
    return CRS.from_proj4(definition)


def _cut_at_antimeridian(west: float, east: float) -> Sequence[tuple[float, float]]:
    if east - west >= TURN:
        return [(-HALF_TURN, HALF_TURN)]
    if west < -HALF_TURN:
        return [(-HALF_TURN, east), (west + TURN, HALF_TURN)]
    if east > HALF_TURN:
        return [(west, HALF_TURN), (-HALF_TURN, east - TURN)]
    return [(west, east)]


def frame_of_points(
    points: Sequence[tuple[float, float]], aspect: float, least_m: float = LEAST_WIDTH_M
) -> Frame:
    """Frame points (longitude, latitude) with room around them; ``aspect`` is width over height.

    An empty list frames the world; ``least_m`` is the least width that is shown.
    """
    if not points:
        return _world(aspect)
    lons, lats = np.array([p[0] for p in points]), np.array([p[1] for p in points])
    lon, span = _middle(lons)
    if span > WORLD_DEG:
        return _world(aspect)
    lat = float(lats.min() + lats.max()) / 2
    if span > WIDE_DEG:
        lon, lat = _between(lons, lats)
    crs, name = _projection(lon, lat, max(span, float(np.ptp(lats))), lats)
    xs, ys = _to(crs).transform(lons, lats)
    return Frame(crs, lon, _fitted(xs, ys, aspect, least_m), name)


def _between(lons: Floats, lats: Floats) -> tuple[float, float]:
    """Find the middle of the geodesic between the two points that are farthest apart.

    Centred there, an azimuthal projection shows that geodesic straight.
    """
    turned = (lons - _middle(lons)[0] + HALF_TURN) % TURN
    ends = {int(pick(of)) for pick in (np.argmin, np.argmax) for of in (turned, lats)}
    pairs = combinations(sorted(ends), 2)
    measured = [(GEOD.inv(lons[a], lats[a], lons[b], lats[b]), lons[a], lats[a]) for a, b in pairs]
    (bearing, _, metres), lon, lat = max(measured, key=lambda one: one[0][2])
    there = GEOD.fwd(lon, lat, bearing, metres / 2)
    return float(there[0]), float(there[1])


def frame_of_camera(camera: Camera, aspect: float) -> Frame:
    """Frame what the live map shows, on a projection true to its place."""
    height_m = PANE_HEIGHT_PX * EARTH_M * cos(radians(camera.lat)) / (TILE_PX * 2**camera.zoom)
    # A narrower panel shows as much from side to side, and more above and below.
    height_m *= max(1.0, PANE_ASPECT / aspect)
    span = height_m * aspect / (EARTH_M / 360.0 * max(0.2, cos(radians(camera.lat))))
    if max(height_m, height_m * aspect) > WORLD_M:
        return _world(aspect)
    edge = np.array([camera.lat - 0.2, camera.lat + 0.2])
    crs, name = _projection(camera.lon, camera.lat, span, edge)
    x, y = _to(crs).transform(camera.lon, camera.lat)
    up = height_m / 2
    across = up * aspect
    return Frame(crs, camera.lon, (x - across, y - up, x + across, y + up), name)


def frame_around(lon: float, lat: float, width_m: float, aspect: float) -> Frame:
    """Frame so many metres around a point."""
    crs, name = _projection(lon, lat, WORLD_DEG, np.array([lat]))
    across, up = width_m / 2, width_m / aspect / 2
    return Frame(crs, lon, (-across, -up, across, up), name)


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
        return _crs(f"+proj=laea {centre}"), f"Lambert azimuthal equal-area, {spot}"
    if span * cos(radians(lat)) < NARROW_DEG:
        return _crs(f"+proj=tmerc {centre}"), f"Transverse Mercator, {spot}"
    if abs(lat) < EQUATOR_DEG:
        at = f"+lat_ts={abs(lat):.4f} +lon_0={lon:.4f} +datum=WGS84 +units=m"
        return _crs(f"+proj=merc {at}"), f"Mercator, true at {abs(lat):.1f}°{north}"
    low, high = float(lats.min()), float(lats.max())
    sixth = max(1.0, (high - low) / 6)
    parallels = f"+lat_1={low + sixth:.4f} +lat_2={high - sixth:.4f}"
    if abs(high - low) < 3 * sixth:
        parallels = f"+lat_1={lat - 1:.4f} +lat_2={lat + 1:.4f}"
    return _crs(f"+proj=lcc {parallels} {centre}"), f"Lambert conformal conic, {spot}"


def _world(aspect: float) -> Frame:
    crs = _crs("+proj=eqearth +lon_0=0 +datum=WGS84 +units=m")
    half_width = 17_300_000.0
    half_height = max(8_400_000.0, half_width / aspect)
    half_width = half_height * aspect
    return Frame(crs, 0.0, (-half_width, -half_height, half_width, half_height), WORLD)


def _fitted(
    xs: Floats, ys: Floats, aspect: float, least_m: float
) -> tuple[float, float, float, float]:
    width = max(float(np.ptp(xs)), float(np.ptp(ys)) * aspect, least_m) * MARGIN
    x, y = float(xs.min() + xs.max()) / 2, float(ys.min() + ys.max()) / 2
    return x - width / 2, y - width / aspect / 2, x + width / 2, y + width / aspect / 2
