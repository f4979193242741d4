"""What a layer looks like, small: its shapes in its colour, drawn from numbers alone."""

from collections.abc import Iterator, Mapping
from math import cos, radians
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from layers.own.settings import colours
from layers.style import style

Json = Mapping[str, Any]

WIDTH, HEIGHT, MARGIN = 220.0, 130.0, 14.0
LEAST_DEG = 0.02
"""A single spot has room around it."""
FLATTEST = 0.1
AREA = 2


def preview(kept: Json, theme: str) -> str:
    """Draw a layer as an SVG, north up, in a theme's paper and colour."""
    whole = shapely.GeometryCollection([shape(each["geometry"]) for each in kept["features"]])
    west, south, east, north = whole.bounds
    across = max(FLATTEST, cos(radians((south + north) / 2)))
    size = max(
        (east - west) * across / (WIDTH - 2 * MARGIN),
        (north - south) / (HEIGHT - 2 * MARGIN),
        LEAST_DEG / WIDTH,
    )
    x_0, y_0 = (west + east) / 2, (south + north) / 2
    moved = shapely.transform(
        whole,
        lambda xy: (xy - [x_0, y_0]) * [across / size, -1 / size] + [WIDTH / 2, HEIGHT / 2],
    )
    ink, paper = colours()[kept["colour"]][theme], style()[theme]["land"]
    parts = shapely.get_parts(shapely.get_parts(shapely.get_parts(shapely.simplify(moved, 0.4))))
    drawn = "".join(_drawn(part, kept, paper) for part in parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}"'
        f' width="{WIDTH:g}" height="{HEIGHT:g}"><rect width="100%" height="100%" fill="{paper}"/>'
        f'<g stroke="{ink}" fill="{ink}" stroke-width="{kept["width"]}">{drawn}</g></svg>'
    )


def _drawn(part: BaseGeometry, kept: Json, paper: str) -> str:
    if part.is_empty:
        return ""
    if shapely.get_dimensions(part) == 0:
        x, y = part.coords[0]
        face = "" if kept["filled"] else f' fill="{paper}"'
        return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"{face}/>'
    solid = shapely.get_dimensions(part) == AREA and kept["filled"]
    fill = 'fill-opacity="0.16"' if solid else 'fill="none"'
    return f'<path d="{"".join(_paths(part))}" {fill} fill-rule="evenodd"/>'


def _paths(part: BaseGeometry) -> Iterator[str]:
    lines = shapely.get_rings(part) if shapely.get_dimensions(part) == AREA else [part]
    for line in lines:
        spots = " ".join(f"{x:.1f},{y:.1f}" for x, y in shapely.get_coordinates(line))
        yield f"M{spots}"
