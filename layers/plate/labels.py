"""Labels without overlaps: in order of priority, each at the first free place around its point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from matplotlib.transforms import Bbox

from layers.plate.sheet import Sheet, haloed

if TYPE_CHECKING:
    from matplotlib.text import Text

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
# Each direction is tried near first, then a little farther off.
REACH = (1.0, 2.2)
PAD = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label: words, size in pixels, weight and colour."""

    words: str
    size: float
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants to stand at a pixel of the sheet, or else at one of ``or_at``.

    ``gap`` is the distance in pixels from the point to the text; ``centred`` labels stand on their
    point when they can (names of areas). Lower ``rank`` goes first.
    """

    x: float
    y: float
    lines: Sequence[Line]
    rank: float
    gap: float = 8.0
    centred: bool = False
    or_at: Sequence[tuple[float, float]] = ()


@dataclass(slots=True)
class Room:
    """The free room of a panel: its box, and what is taken already (pixels)."""

    box: Bbox
    taken: list[Bbox] = field(default_factory=list)

    def free(self, box: Bbox) -> bool:
        """Tell whether a box is inside the panel and touches nothing."""
        inside = (
            self.box.x0 <= box.x0
            and box.x1 <= self.box.x1
            and self.box.y0 <= box.y0
            and box.y1 <= self.box.y1
        )
        return bool(inside) and not any(overlap(box, other) for other in self.taken)

    def take_point(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a point."""
        self.taken.append(Bbox.from_extents(x - radius, y - radius, x + radius, y + radius))


def overlap(a: Bbox, b: Bbox) -> bool:
    """Tell whether two boxes share area."""
    return bool(a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1)


def place(sheet: Sheet, room: Room, labels: Sequence[Label], halo: str) -> list[Label]:
    """Set labels on a sheet; return those for which there was no room."""
    dropped: list[Label] = []
    for label in sorted(labels, key=lambda wanted: wanted.rank):
        box = next((box for box in _boxes(sheet, label) if room.free(box)), None)
        if box is None:
            dropped.append(label)
            continue
        room.taken.append(box)
        _write(sheet, label, box, halo)
    return dropped


def _boxes(sheet: Sheet, label: Label) -> Iterator[Bbox]:
    widths = [_width(sheet, line) for line in label.lines]
    width, height = max(widths) + 2 * PAD, sum(_leading(line) for line in label.lines) + PAD
    if label.centred:
        left, top = label.x - width / 2, label.y - height / 2
        yield Bbox.from_extents(left, top, left + width, top + height)
    points = ((label.x, label.y), *label.or_at)
    for times, point, (horizontal, vertical, dx, dy) in product(REACH, points, SPOTS):
        x, y = point[0] + dx * label.gap * times, point[1] + dy * label.gap * times
        left = {"left": x, "right": x - width, "center": x - width / 2}[horizontal]
        top = {"top": y, "bottom": y - height, "center": y - height / 2}[vertical]
        yield Bbox.from_extents(left, top, left + width, top + height)


def _write(sheet: Sheet, label: Label, box: Bbox, halo: str) -> None:
    align = "center" if abs((box.x0 + box.x1) / 2 - label.x) < 1 else "left"
    if align == "left" and box.x1 <= label.x:
        align = "right"
    x = {"center": (box.x0 + box.x1) / 2, "left": box.x0 + PAD, "right": box.x1 - PAD}[align]
    y = box.y0
    for line in label.lines:
        y += _leading(line)
        haloed(sheet, x, y - 0.28 * line.size, line.words, halo, line.size,
               weight=line.weight, color=line.colour, ha=align, zorder=9)  # fmt: skip


def _leading(line: Line) -> float:
    return 1.22 * line.size


def _width(sheet: Sheet, line: Line) -> float:
    probe: Text = sheet.text(0, 0, line.words, line.size, weight=line.weight)
    width = abs(sheet.extent(probe).width)
    probe.remove()
    return float(width)
