"""Labels without overlaps: in order of priority, each at the first free place around its point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.plate.form import type_size
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
# Each direction is tried near first, then farther off; from LEADER on a line leads to the point.
REACH = (1.0, 2.0, 3.6, 6.0, 9.0)
LEADER = 2.0
LEADER_STEP = 5.0
PAD = 3.0
Spot = tuple[float, float]
Leader = list[Spot]
# An area is tried at so many spots across and down for one where its name lies inside.
INSIDE = 15


class Box(NamedTuple):
    """A box of a sheet, in units."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


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
        It stands on its spot when it can; with an area, inside it or nowhere.
    area
        In units: it stands inside when it fits.
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
    badge: str = ""
    leads: bool = False
    least: int = 1

    @property
    def name(self) -> str:
        """What has to be read of it, in one line."""
        return " ".join(line.words for line in self.lines[: self.least])


@dataclass(slots=True)
class Room:
    """The free room of a panel: its box, and what is taken already.

    ``labels`` are boxes of text and furniture; points and lines count as obstacles only.
    """

    box: Box
    labels: list[Box] = field(default_factory=list)
    _points: list[Box] = field(default_factory=list)
    _seen: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 4)))

    def free(self, box: Box) -> bool:
        """Tell whether a box is inside the panel and touches nothing."""
        inside = (
            self.box.x0 <= box.x0
            and box.x1 <= self.box.x1
            and self.box.y0 <= box.y0
            and box.y1 <= self.box.y1
        )
        return inside and not any(overlap(box, other) for other in self.labels) and (
            not self._on_a_point(box)
        )  # fmt: skip

    def _on_a_point(self, box: Box) -> bool:
        if len(self._seen) != len(self._points):
            self._seen = np.array(self._points)
        seen = self._seen
        meets = (seen[:, 0] < box.x1) & (box.x0 < seen[:, 2])
        return bool((meets & (seen[:, 1] < box.y1) & (box.y0 < seen[:, 3])).any())

    def clear(self, points: Sequence[tuple[float, float]]) -> bool:
        """Tell whether points lie in the panel and under no text."""
        return all(
            self.box.x0 < x < self.box.x1
            and self.box.y0 < y < self.box.y1
            and not any(b.x0 < x < b.x1 and b.y0 < y < b.y1 for b in self.labels)
            for x, y in points
        )

    def take(self, box: Box) -> None:
        """Keep labels off a box."""
        self.labels.append(box)

    def take_point(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a point."""
        self._points.append(Box(x - radius, y - radius, x + radius, y + radius))


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes share area."""
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


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
        for x, y in leader:
            room.take_point(x, y, 2)
        if leader:
            (x0, y0), (x1, y1) = leader[0], leader[-1]
            sheet.rule(x0, y0, x1, y1, halo, 3.4, z=8.2)
            sheet.rule(x0, y0, x1, y1, label.lines[0].colour, 1.1, z=8.3)
        _write(sheet, shown, box, halo)
    return dropped


def _fitting(sheet: Sheet, room: Room, label: Label) -> Iterator[tuple[Label, Box, Leader]]:
    """List the places where a label fits, best first: whole, or else its first lines alone."""
    short = replace(label, lines=label.lines[: label.least])
    whole = [label, short] if len(short.lines) < len(label.lines) else [label]
    if label.area is not None:
        for form in whole:
            yield from ((form, box, []) for box in _inside(sheet, form) if room.free(box))
        if label.centred:
            return
    for form in whole:
        for box, point, times in _around(sheet, form):
            if not room.free(box):
                continue
            leader = _leader(form, box, point) if times > LEADER else []
            if room.clear(leader):
                yield form, box, leader


def _inside(sheet: Sheet, label: Label) -> Iterator[Box]:
    """List the boxes that lie in the label's area, the nearest to its spot first."""
    area = label.area
    width, height = _extent(sheet, label)
    if area is None or area.is_empty:
        return
    left, top, right, bottom = area.bounds
    if right - left < width or bottom - top < height:
        return
    xs = np.linspace(left + width / 2, right - width / 2, INSIDE)
    ys = np.linspace(top + height / 2, bottom - height / 2, INSIDE)
    spots = [(label.x, label.y), *product(xs, ys)]
    shapely.prepare(area)
    for x, y in sorted(spots, key=lambda spot: np.hypot(spot[0] - label.x, spot[1] - label.y)):
        box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if shapely.contains(area, shapely.box(*box)):
            yield box


def _around(sheet: Sheet, label: Label) -> Iterator[tuple[Box, Spot, float]]:
    width, height = _extent(sheet, label)
    if label.centred:
        left, top = label.x - width / 2, label.y - height / 2
        yield Box(left, top, left + width, top + height), (label.x, label.y), 0.0
    points = (*_points(label), *label.or_at)
    reach = REACH if label.leads else REACH[:2]
    for times, point, (horizontal, vertical, dx, dy) in product(reach, points, SPOTS):
        x, y = point[0] + dx * label.gap * times, point[1] + dy * label.gap * times
        left = {"left": x, "right": x - width, "center": x - width / 2}[horizontal]
        top = {"top": y, "bottom": y - height, "center": y - height / 2}[vertical]
        yield Box(left, top, left + width, top + height), point, times


def _points(label: Label) -> list[Spot]:
    """Give where a label stands beside: its spot, or the sides of its area."""
    if label.area is None or label.area.is_empty:
        return [(label.x, label.y)]
    left, top, right, bottom = label.area.bounds
    return [(right, label.y), (left, label.y), (label.x, top), (label.x, bottom)]


def _leader(label: Label, box: Box, point: Spot) -> Leader:
    """Give the points of a line from a label's box to its spot, or just into its area."""
    if label.area is not None:
        inner = label.area.buffer(-2 * LEADER_STEP)
        target = label.area if inner.is_empty else inner
        near = shapely.shortest_line(target, shapely.box(*box))
        point = (float(near.coords[0][0]), float(near.coords[0][1]))
    x = min(max(point[0], box.x0), box.x1)
    y = min(max(point[1], box.y0), box.y1)
    length = float(np.hypot(point[0] - x, point[1] - y))
    if length < label.gap:
        return []
    short = 0.0 if label.area is not None else 6.0
    shares = np.linspace(0.5 / length, 1 - short / length, max(2, int(length / LEADER_STEP)))
    return [(x + (point[0] - x) * float(s), y + (point[1] - y) * float(s)) for s in shares]


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
