"""Coordinates as whole numbers, each a step from the one before: short to send, plain to read."""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

SCALE = {"overview": 1_000, "region": 10_000}  # to 100 m and 11 m
RING = 4  # points of the smallest ring
LINE = 2

Flat = list[int]


def steps(way: npt.NDArray[np.float64], scale: int) -> Flat:
    """Return ``[x, y, dx, dy, …]`` in units of 1/`scale` degree, without points that coincide.

    >>> steps(np.array([[1.0, 2.0], [1.0004, 2.0], [1.5, 1.0]]), 1000)
    [1000, 2000, 500, -1000]
    """
    grid = np.round(way * scale).astype(np.int64)
    moved = np.diff(grid, axis=0)
    kept = moved.any(axis=1)
    return [*grid[0].tolist(), *moved[kept].ravel().tolist()]


def polygons(shape: shapely.Geometry, scale: int) -> list[list[Flat]]:
    """Return the rings of each part; parts and holes too small for the grid fall away."""
    coded = []
    for part in shapely.get_parts(shape):
        rings = [steps(shapely.get_coordinates(ring), scale) for ring in shapely.get_rings(part)]
        if rings and len(rings[0]) >= 2 * RING:
            coded.append([ring for ring in rings if len(ring) >= 2 * RING])
    return coded


def lines(shapes: Iterable[shapely.Geometry], scale: int) -> list[Flat]:
    """Return the lines of some shapes; those too short for the grid fall away."""
    parts = shapely.get_parts(list(shapes))
    coded = (steps(shapely.get_coordinates(part), scale) for part in parts if not part.is_empty)
    return [line for line in coded if len(line) >= 2 * LINE]


def points(line: Flat, scale: int) -> npt.NDArray[np.float64]:
    """Read a line back: points as degrees, longitude first.

    >>> points([1000, 2000, 500, -1000], 1000).tolist()
    [[1.0, 2.0], [1.5, 1.0]]
    """
    return np.cumsum(np.array(line).reshape(-1, 2), axis=0) / scale


def read_polygons(land: Iterable[list[Flat]], scale: int) -> shapely.MultiPolygon:
    """Read polygons back as one shape; rounding may have made it cross itself."""
    return shapely.MultiPolygon(
        [(points(outer, scale), [points(hole, scale) for hole in holes]) for outer, *holes in land]
    )


def read_lines(listed: Iterable[Flat], scale: int) -> shapely.MultiLineString:
    """Read lines back as one shape."""
    return shapely.MultiLineString([points(line, scale) for line in listed])


def boxes(shape: shapely.Geometry, apart: float = 2.0) -> list[list[float]]:
    """Return boxes ``[west, south, east, north]`` that hold a shape's parts.

    Boxes less than `apart` degrees from each other become one. Two are left of what the
    antimeridian cuts, so that nobody takes Chukotka for a reason to draw all of Russia over Canada.
    """
    hulls = [shapely.box(*bounds) for bounds in shapely.bounds(shapely.get_parts(shape))]
    while True:
        near = shapely.union_all([hull.buffer(apart / 2, join_style="mitre") for hull in hulls])
        joined = [
            shapely.box(*part.buffer(-apart / 2, join_style="mitre").bounds)
            for part in shapely.get_parts(near)
        ]
        if len(joined) == len(hulls):
            rounded = [np.round(hull.bounds, 3).tolist() for hull in joined]
            return sorted(rounded)
        hulls = joined


def write(target: Path, content: dict[str, object]) -> None:
    """Write compact JSON."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text + "\n", "utf-8")
