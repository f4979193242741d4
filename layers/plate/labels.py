"""Labels without overlaps: in order of priority, each at the first free place around its point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.plate.form import type_size
from layers.plate.room import NO_BOXES, Box, Boxes, Leader, Room, Spot
from layers.plate.sheet import Sheet, haloed

# Directions around a point, best first, as (horizontal alignment, vertical alignment, dx, dy).
SPOTS = (
    ("left", "center", 1, 0),
    ("right", "center", -1, 0),
    ("center", "bottom", 0, -1),
    ("center", "top", 0, 1),
    ("left", "bottom", 0.7, -0.7),
    ("right", "bottom", -0.7, -0.7),
    ("left", "top", 0.7, 0.7),
    ("right", "top", -0.7, 0.7),
)
# Each direction is tried near first, then farther off; from LEADER on a line leads to the point,
# and more directions are tried.
REACH = (1.0, 2.0, 3.6, 6.0, 9.0, 13.0, 18.0)
LEADER = 2.0
ANGLES = 24
LEADER_STEP = 5.0
# It ends so far from the middle of a point.
SHORT = 6.0
PAD = 3.0
# The directions as arrays: offsets in gaps, and how much of a box lies before its spot.
SHARE = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "bottom": 1.0}
NEAR = np.array([(dx, dy) for _, _, dx, dy in SPOTS])
NEAR_SHARE = np.array([(SHARE[across], SHARE[up]) for across, up, _, _ in SPOTS])
_turns = np.linspace(0, 2 * np.pi, ANGLES, endpoint=False)
FAR = np.column_stack([np.cos(_turns), np.sin(_turns)])
FAR_SHARE = (1 - FAR) / 2
# An area is tried at so many spots across and down for one where its name lies inside.
INSIDE = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label: words, size in units, weight and colour."""

    words: str
    size: float
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants to stand at a spot of the sheet, or else at one of ``or_at``.

    Attributes
    ----------
    gap
        Distance in units from the spot to the text.
    centred
        It stands on its spot when it can.
    area
        In units: it stands inside when it fits.
    inside
        It stands inside its area or nowhere.
    badge
        Numbers of the quotes that speak of it.
    leads
        A line may lead to it from farther off.
    least
        So many of its lines have to stay, where there is no room for all.
    """

    x: float
    y: float
    lines: Sequence[Line]
    rank: float
    gap: float = 8.0
    centred: bool = False
    or_at: Sequence[tuple[float, float]] = ()
    area: BaseGeometry | None = None
    inside: bool = False
    badge: str = ""
    leads: bool = False
    least: int = 1

    @property
    def name(self) -> str:
        """What has to be read of it, in one line."""
        return " ".join(line.words for line in self.lines[: self.least])


def place(sheet: Sheet, room: Room, labels: Sequence[Label], halo: str) -> list[Label]:
    """Set labels on a sheet; return those for which there was no room."""
    dropped: list[Label] = []
    for label in sorted(labels, key=lambda wanted: wanted.rank):
        found = next(_fitting(sheet, room, label), None)
        if found is None:
            dropped.append(label)
            continue
        shown, box, leader = found
        room.take(box)
        if leader is not None:
            room.take_leader(leader)
            (x0, y0), (x1, y1) = leader[0], leader[-1]
            sheet.rule(x0, y0, x1, y1, halo, 3.4, z=8.2)
            sheet.rule(x0, y0, x1, y1, label.lines[0].colour, 1.1, z=8.3)
        _write(sheet, shown, box, halo)
    return dropped


def _fitting(sheet: Sheet, room: Room, label: Label) -> Iterator[tuple[Label, Box, Leader | None]]:
    """List the places where a label fits, best first: whole, or else its first lines alone."""
    short = replace(label, lines=label.lines[: label.least])
    whole = [label, short] if len(short.lines) < len(label.lines) else [label]
    if label.area is not None:
        for form in whole:
            yield from ((form, box, None) for box in room.fitting(_inside(sheet, form)))
        if label.inside:
            return
    for form in whole:
        for boxes, point, times in _around(sheet, form):
            for box in room.fitting(boxes):
                leader = _leader(form, box, point) if times > LEADER else None
                if leader is None or room.clear(leader):
                    yield form, box, leader


def _inside(sheet: Sheet, label: Label) -> Boxes:
    """List the boxes that lie in the label's area, the nearest to its spot first."""
    area = label.area
    width, height = _extent(sheet, label)
    if area is None or area.is_empty:
        return NO_BOXES
    left, top, right, bottom = area.bounds
    if right - left < width or bottom - top < height:
        return NO_BOXES
    xs = np.linspace(left + width / 2, right - width / 2, INSIDE)
    ys = np.linspace(top + height / 2, bottom - height / 2, INSIDE)
    spots = np.array([(label.x, label.y), *product(xs, ys)])
    away = np.hypot(spots[:, 0] - label.x, spots[:, 1] - label.y)
    spots = spots[np.argsort(away, kind="stable")]
    half = np.array((width, height)) / 2
    boxes: Boxes = np.hstack([spots - half, spots + half])
    shapely.prepare(area)
    within: Boxes = boxes[shapely.contains(area, shapely.box(*boxes.T))]
    return within


def _around(sheet: Sheet, label: Label) -> Iterator[tuple[Boxes, Spot, float]]:
    """List boxes around each of a label's points, near ones first: best first, with the reach."""
    width, height = _extent(sheet, label)
    if label.centred:
        left, top = label.x - width / 2, label.y - height / 2
        yield np.array([[left, top, left + width, top + height]]), (label.x, label.y), 0.0
    points = (*_points(label), *label.or_at)
    reach = REACH if label.leads else REACH[:2]
    size = np.array((width, height))
    for times, point in product(reach, points):
        way, share = (FAR, FAR_SHARE) if times > LEADER else (NEAR, NEAR_SHARE)
        corners = way * label.gap * times + np.array(point) - share * size
        yield np.hstack([corners, corners + size]), point, times


def _points(label: Label) -> list[Spot]:
    """Give where a label stands beside: its spot, or the sides of its area."""
    if label.centred or label.area is None or label.area.is_empty:
        return [(label.x, label.y)]
    left, top, right, bottom = label.area.bounds
    return [(right, label.y), (left, label.y), (label.x, top), (label.x, bottom)]


def _leader(label: Label, box: Box, point: Spot) -> Leader | None:
    """Give a line from a label's box to its spot, or just into its area; None if they are near."""
    if label.area is not None:
        inner = label.area.buffer(-2 * LEADER_STEP)
        target = label.area if inner.is_empty else inner
        near = shapely.shortest_line(target, shapely.box(*box))
        point = (float(near.coords[0][0]), float(near.coords[0][1]))
    x = min(max(point[0], box.x0), box.x1)
    y = min(max(point[1], box.y0), box.y1)
    length = float(np.hypot(point[0] - x, point[1] - y))
    if length < label.gap:
        return None
    short = 0.0 if label.area is not None else SHORT
    shares = np.linspace(0.5 / length, 1 - short / length, max(2, int(length / LEADER_STEP)))
    away = np.array((point[0] - x, point[1] - y))
    line: Leader = np.array((x, y)) + shares[:, None] * away
    return line


def _write(sheet: Sheet, label: Label, box: Box, halo: str) -> None:
    align = "center" if abs(box.middle[0] - label.x) < 1 or label.area is not None else "left"
    if align == "left" and box.x1 <= label.x:
        align = "right"
    y = box.y0
    for number, line in enumerate(label.lines):
        y += _leading(line)
        badge = label.badge if number == 0 else ""
        width = _width(sheet, line, badge)
        x = {
            "center": box.middle[0] - width / 2,
            "left": box.x0 + PAD,
            "right": box.x1 - PAD - width,
        }[align]
        haloed(sheet, x, y - 0.28 * line.size, line.words, halo, line.size,
               weight=line.weight, color=line.colour, zorder=9)  # fmt: skip
        if badge:
            size = type_size("badge")
            at = x + width - sheet.badge_width(badge, size)
            sheet.badge(at, y - 0.62 * line.size, badge, size, line.colour, halo)


def _extent(sheet: Sheet, label: Label) -> tuple[float, float]:
    widths = [
        _width(sheet, line, label.badge if number == 0 else "")
        for number, line in enumerate(label.lines)
    ]
    return max(widths) + 2 * PAD, sum(_leading(line) for line in label.lines) + PAD


def _leading(line: Line) -> float:
    return 1.22 * line.size


def _width(sheet: Sheet, line: Line, badge: str) -> float:
    more = sheet.badge_width(badge, type_size("badge")) + 6 if badge else 0.0
    return sheet.measure(line.words, line.size, line.weight) + more
