"""Projected shapes on a panel: fills, lines, flows and distances with the signs of their status."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.plate.sheet import PX_PER_PT

Floats = NDArray[np.float64]
Json = Mapping[str, Any]

# Somewhere in here, and nobody knows where: dashed, whatever the status.
APPROXIMATE = frozenset({"circle", "sector", "ring", "disc"})
HEAD_PX = 15.0
TICK_PX = 6.0


def rings(geometry: BaseGeometry) -> Path | None:
    """Turn polygons into one path with holes; None when there is no area."""
    paths = [
        Path(np.asarray(ring.coords)[:, :2], closed=True)
        for part in shapely.get_parts(geometry)
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    return Path.make_compound_path(*paths) if paths else None


def polylines(geometry: BaseGeometry) -> list[Floats]:
    """List the lines of a geometry, and the rings of its polygons, as (n, 2) arrays."""
    found: list[Floats] = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "GeometryCollection":
            found += polylines(part)
        elif part.geom_type == "Polygon":
            found += [np.asarray(ring.coords)[:, :2] for ring in (part.exterior, *part.interiors)]
        elif part.geom_type in {"LineString", "LinearRing"}:
            found.append(np.asarray(part.coords)[:, :2])
    return [line for line in found if len(line) > 1]


def fill(axes: Axes, geometry: BaseGeometry, colour: str, alpha: float, z: float) -> None:
    """Fill polygons without an outline."""
    # Not add_patch: it measures every coast for limits that are set already, which takes seconds.
    path = rings(geometry)
    if path is not None:
        axes.add_artist(PathPatch(path, facecolor=colour, alpha=alpha, lw=0, zorder=z))


def stroke(
    axes: Axes,
    geometry: BaseGeometry,
    colour: str,
    width: float,
    z: float,
    dash: Sequence[float] | None = None,
) -> None:
    """Draw lines or outlines ``width`` pixels wide; ``dash`` is in pixels, too."""
    lines = polylines(geometry)
    if not lines:
        return
    # Matplotlib scales dashes with the line; ours are pixels.
    style: Any = (0, [length / width for length in dash]) if dash else "-"
    cap = "round" if dash is None or dash[0] < 1 else "butt"
    drawn = LineCollection(lines, colors=colour, linewidths=width / PX_PER_PT, linestyles=style)
    drawn.set(zorder=z, capstyle=cap, joinstyle="round")
    axes.add_artist(drawn)


def footprint(
    axes: Axes, geometry: BaseGeometry, mark: Json, sign: Json, colours: Json, colour: str
) -> None:
    """Draw the footprint of a place with the sign of its status."""
    if mark["shape"] == "strip":
        fill(axes, geometry, colours["line"], 0.78, 4)
        stroke(axes, geometry, colours["line"], 1.6, 4)
        return
    if mark["shape"] == "line":
        stroke(axes, geometry, colours["line"], 2.4, 4)
        return
    circle = mark["shape"] in APPROXIMATE
    if sign["fill"]:
        fill(axes, geometry, sign["fill"], 0.15 if circle else sign["fillOpacity"], 3)
    dash = [3, 3.5] if circle else sign["dash"]
    if dash and not sign["fill"]:
        stroke(axes, geometry, colours["land"], 5, 3.4)
    stroke(axes, geometry, colour, 1.8 if circle else sign["width"], 3.5, dash)
    if sign.get("strike"):
        left, bottom, right, top = geometry.bounds
        axes.plot([left, right], [bottom, top], color=colour, lw=1.2, zorder=3.5)


def shifted(line: Floats, offset: float) -> Floats:
    """Move a line sideways by ``offset`` of its own units, to the left where it is positive."""
    ahead = np.gradient(line, axis=0)
    lengths = np.hypot(ahead[:, 0], ahead[:, 1])
    lengths[lengths == 0] = 1.0
    normal = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / lengths[:, None]
    moved: Floats = line + offset * normal
    return moved


def flow(axes: Axes, line: Floats, pixel: float, sign: Json, colour: str, core: str) -> None:
    """Draw a movement: a solid line with a filled head, or a hollow one for what is not done.

    ``pixel`` is the size of a pixel in the panel's units.
    """
    hollow = not sign["fill"]
    body = _without_head(line, HEAD_PX * 0.8 * pixel)
    width = float(sign["flowWidth"])
    stroke(axes, shapely.LineString(body), core, width + 2.6, 5)
    stroke(axes, shapely.LineString(body), colour, width, 5.1, [10, 5] if hollow else None)
    if hollow:
        stroke(axes, shapely.LineString(body), core, width - 3.2, 5.2)
    head = _head(line, HEAD_PX * pixel)
    face = core if hollow else colour
    axes.add_patch(Polygon(head, closed=True, facecolor=face, edgecolor=colour, lw=1.6, zorder=5.3))


def _without_head(line: Floats, length: float) -> Floats:
    distance = np.hypot(*(line - line[-1]).T)
    kept = line[distance > length]
    return kept if len(kept) > 1 else line[:2]


def _head(line: Floats, length: float) -> Floats:
    tip = line[-1]
    behind = _without_head(line, length)[-1]
    ahead = (tip - behind) / max(1e-9, float(np.hypot(*(tip - behind))))
    side = np.array([-ahead[1], ahead[0]])
    base = tip - ahead * length
    return np.array([tip, base + side * length * 0.45, base - side * length * 0.45])


def distance(axes: Axes, line: Floats, pixel: float, colour: str, halo: str) -> None:
    """Draw a stated distance: a thin line with a tick at either end."""
    ahead = line[-1] - line[0]
    side = np.array([-ahead[1], ahead[0]]) / max(1e-9, float(np.hypot(*ahead)))
    for width, shade, z in ((4.0, halo, 5.0), (1.6, colour, 5.1)):
        axes.plot(line[:, 0], line[:, 1], color=shade, lw=width / PX_PER_PT, zorder=z)
        for end in (line[0], line[-1]):
            tick = np.array([end - side * TICK_PX * pixel, end + side * TICK_PX * pixel])
            axes.plot(tick[:, 0], tick[:, 1], color=shade, lw=width / PX_PER_PT, zorder=z)
