"""Projected shapes on a panel: fills, lines, flows and distances with the signs of their status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, PathPatch, Polygon
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.plate.form import plate_sign
from layers.plate.sheet import POINTS_PER_INCH, Sheet
from layers.since import NEW
from layers.visibility import Drawn

Floats = NDArray[np.float64]
Json = Mapping[str, Any]
# One geometry or an array of them.
Shapes = Any
# As shapely numbers them.
LINE, RING, POLYGON = 1, 2, 3

# Somewhere in here, and nobody knows where: dashed, whatever the status.
APPROXIMATE = frozenset({"circle", "sector", "ring", "disc"})
# In units of the sheet.
HEAD = 16.0
TICK = 6.0
HATCH_APART = 9.0
POINT = 5.4
TAG = 7.0
MARKERS = {
    "disc": "o", "half": "o", "ring": "o", "struck": "o", "diamond": "D", "square": "s"
}  # fmt: skip
# A movement this wide has room for a hollow inside.
HOLLOW_FROM = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a movement is drawn with: its status' sign, its colour, and the ground's."""

    sign: Json
    colour: str
    paper: str


def points(axes: Axes, units: float) -> float:
    """Turn units of the sheet into the points that matplotlib counts widths in."""
    figure = axes.get_figure(root=True)
    return units * POINTS_PER_INCH / (figure.dpi if figure else POINTS_PER_INCH)


def rings(geometry: Shapes) -> Path | None:
    """Turn polygons into one path with holes; None when there is no area.

    All outer rings turn the same way, so that polygons side by side leave no seam and what shares
    ground is filled once.
    """
    edges = shapely.get_rings(shapely.orient_polygons(_polygons(geometry)))
    if not len(edges):
        return None
    vertices, ring = shapely.get_coordinates(edges, return_index=True)
    last = np.append(ring[1:] != ring[:-1], True)
    codes = np.full(len(ring), Path.LINETO, dtype=Path.code_type)
    codes[np.append(True, last[:-1])] = Path.MOVETO
    codes[last] = Path.CLOSEPOLY
    return Path(vertices, codes)


def _polygons(geometry: Shapes) -> Shapes:
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return parts[(shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)]


def polylines(geometry: Shapes) -> list[Floats]:
    """List the lines of geometries, and the rings of their polygons, as (n, 2) arrays."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    lines = parts[np.isin(shapely.get_type_id(parts), (LINE, RING))]
    found = [*lines, *shapely.get_rings(_polygons(parts))]
    if not found:
        return []
    vertices, line = shapely.get_coordinates(found, return_index=True)
    runs = np.split(vertices, np.flatnonzero(np.diff(line)) + 1)
    return [run for run in runs if len(run) > 1]


def fill(axes: Axes, geometry: Shapes, colour: str, alpha: float, z: float) -> None:
    """Fill polygons without an outline."""
    # Not add_patch: it measures every coast for limits that are set already, which takes seconds.
    path = rings(geometry)
    if path is not None:
        axes.add_artist(PathPatch(path, facecolor=colour, alpha=alpha, lw=0, zorder=z))


def stroke(
    axes: Axes,
    geometry: Shapes,
    colour: str,
    width: float,
    z: float,
    dash: Sequence[float] | None = None,
) -> None:
    """Draw lines or outlines ``width`` units wide; ``dash`` is in units, too."""
    lines = polylines(geometry)
    if not lines:
        return
    # Matplotlib scales dashes with the line; ours are units.
    style: Any = (0, [length / width for length in dash]) if dash else "-"
    cap = "round" if dash is None or dash[0] < 1 else "butt"
    drawn = LineCollection(lines, colors=colour, linewidths=points(axes, width), linestyles=style)
    drawn.set(zorder=z, capstyle=cap, joinstyle="round")
    axes.add_artist(drawn)


def point(sheet: Sheet, x: float, y: float, kind: str, colour: str, paper: str) -> None:
    """Draw the point of a status: full, half, hollow or struck, round or not, in any colour."""
    full = kind == "disc"
    size = POINT * (0.86 if kind in {"diamond", "square"} else 1.0)
    sheet.page.plot(
        x, y, MARKERS[kind], ms=2 * size / sheet.point, zorder=6,
        mfc=colour if full or kind == "half" else paper, mec=paper if full else colour,
        fillstyle="left" if kind == "half" else "full", mfcalt=paper,
        mew=(1.2 if full else 2.2) / sheet.point,
    )  # fmt: skip
    if kind == "struck":
        sheet.rule(x - POINT, y + POINT, x + POINT, y - POINT, colour, 1.8, z=6.1)


def ring(sheet: Sheet, x: float, y: float, colour: str) -> None:
    """Draw the dotted ring of what is mentioned only."""
    round_ = Circle((x, y), POINT, facecolor="none", edgecolor=colour, linestyle=(0, (1.2, 1.4)))
    round_.set(linewidth=1.6 / sheet.point, zorder=6)
    sheet.page.add_patch(round_)


def news(sheet: Sheet, x: float, y: float, sign: str, ink: str, paper: str) -> None:
    """Draw the tag of what is new, a plus on ink, or of which more is said, a triangle on paper."""
    new = sign == NEW
    sheet.page.plot(
        x, y, "o", ms=2 * TAG / sheet.point, mfc=ink if new else paper, mec=paper if new else ink,
        mew=1.4 / sheet.point, zorder=7,
    )  # fmt: skip
    sheet.page.plot(
        x, y, "+" if new else "^", ms=(1.25 if new else 0.95) * TAG / sheet.point, mfc=ink,
        mec=paper if new else ink, mew=(2.0 if new else 0.4) / sheet.point, zorder=7.1,
    )  # fmt: skip


def slants(geometry: BaseGeometry, apart: float) -> BaseGeometry:
    """Give slanting lines in an area, so far apart."""
    left, bottom, right, top = geometry.bounds
    reach, starts = top - bottom, np.arange(left - (top - bottom), right, apart * 1.414)
    lines = [shapely.LineString([(x, bottom), (x + reach, top)]) for x in starts]
    return shapely.intersection(shapely.MultiLineString(lines), shapely.make_valid(geometry))


def hatch(axes: Axes, geometry: BaseGeometry, colour: str, pixel: float) -> None:
    """Draw slanting lines in an area, as lines: a hatch pattern is lost by readers of PDF."""
    stroke(axes, slants(geometry, HATCH_APART * pixel), colour, 0.9, 3.2)


def footprint(
    axes: Axes, geometry: BaseGeometry, one: Drawn, sign: Json, colours: Json, pixel: float
) -> None:
    """Draw the footprint of a place with the sign of its status.

    ``pixel`` is the size of a unit in the panel's metres.
    """
    mark, colour = one.mark, colours[one.status]
    if mark["shape"] == "strip":
        fill(axes, geometry, colours["line"], 0.78, 4)
        stroke(axes, geometry, colours["line"], 1.6, 4)
        return
    if mark["shape"] == "line":
        stroke(axes, geometry, colours["line"], 2.4, 4)
        return
    circle = mark["shape"] in APPROXIMATE
    if plate_sign(one.status).get("hatch") and not circle:
        hatch(axes, geometry, colour, pixel)
    if sign["fill"]:
        fill(axes, geometry, sign["fill"], 0.15 if circle else sign["fillOpacity"], 3)
    dash = [3, 3.5] if circle else sign["dash"]
    if dash and not sign["fill"]:
        stroke(axes, geometry, colours["land"], 5, 3.4)
    stroke(axes, geometry, colour, 1.8 if circle else sign["width"], 3.5, dash)
    if sign.get("strike"):
        left, bottom, right, top = geometry.bounds
        strike = shapely.LineString([(left, bottom), (right, top)])
        stroke(axes, strike.intersection(shapely.make_valid(geometry)), colour, 1.8, 3.5)


def shifted(line: Floats, offset: float) -> Floats:
    """Move a line sideways by ``offset`` of its own units, to the left where it is positive."""
    ahead = np.gradient(line, axis=0)
    lengths = np.hypot(ahead[:, 0], ahead[:, 1])
    lengths[lengths == 0] = 1.0
    normal = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / lengths[:, None]
    moved: Floats = line + offset * normal
    return moved


def flow(axes: Axes, line: Floats, pixel: float, status: str, look: Look) -> None:
    """Draw a movement: a full line and head for what is done, open ones for what is not.

    ``pixel`` is the size of a unit in the panel's metres.
    """
    sign, dash = look.sign, plate_sign(status).get("flow")
    hollow = not sign["fill"]
    body = shapely.LineString(_without_head(line, HEAD * 0.8 * pixel))
    width = float(sign["flowWidth"])
    stroke(axes, body, look.paper, width + 2.6, 5)
    stroke(axes, body, look.colour, width, 5.1, dash)
    if hollow and width > HOLLOW_FROM:
        stroke(axes, body, look.paper, width - 3.2, 5.2)
    face = look.paper if hollow else look.colour
    head = Polygon(_head(line, HEAD * pixel), closed=True, facecolor=face, edgecolor=look.colour)
    head.set(linewidth=points(axes, 2.0), zorder=5.3)
    axes.add_artist(head)
    if sign.get("strike"):
        middle, size = line[len(line) // 2], 6 * pixel
        cross = [middle + size * np.array(end) for end in ((-1, -1), (1, 1), (-1, 1), (1, -1))]
        stroke(axes, shapely.MultiLineString([cross[:2], cross[2:]]), look.colour, 2.2, 5.4)


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
        axes.plot(line[:, 0], line[:, 1], color=shade, lw=points(axes, width), zorder=z)
        for end in (line[0], line[-1]):
            tick = np.array([end - side * TICK * pixel, end + side * TICK * pixel])
            axes.plot(tick[:, 0], tick[:, 1], color=shade, lw=points(axes, width), zorder=z)
