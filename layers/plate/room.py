"""The free room of a panel: what its labels have to keep off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Spot = tuple[float, float]
Spots = NDArray[np.float64]
"""Spots of a sheet in units, (n, 2): x, y."""

Leader = Spots
"""A straight line from a label to its mark, as spots of it."""

Boxes = NDArray[np.float64]
"""Boxes of a sheet in units, (n, 4): left, top, right, bottom."""

NO_BOXES: Boxes = np.empty((0, 4))
# A label keeps this far off another one's leader.
LEADER_WIDTH = 2.0
# A leader keeps clear of the marks of others by this.
BESIDE = 2.0
# So many boxes are tried at once: the first of them are the best, and most often free.
AT_ONCE = 32


class Box(NamedTuple):
    """A box of a sheet, in units."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def middle(self) -> Spot:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes share area."""
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


@dataclass(slots=True)
class Room:
    """The free room of a panel: its box, and what is taken already.

    Text and furniture (``labels``) are kept clear of by labels and leaders, marks too; lines by
    labels alone.
    """

    box: Box
    labels: list[Box] = field(default_factory=list)
    _marks: list[Box] = field(default_factory=list)
    _leaders: list[Leader] = field(default_factory=list)
    _lines: Boxes = field(default_factory=NO_BOXES.copy)

    def fitting(self, boxes: Boxes) -> Iterator[Box]:
        """Give those of some boxes that lie in the panel and touch nothing, in their order."""
        taken = _together(self.labels, self._marks, self._lines)
        left, top, right, bottom = self.box
        for first in range(0, len(boxes), AT_ONCE):
            some = boxes[first : first + AT_ONCE]
            within = (left <= some[:, 0]) & (some[:, 2] <= right)
            within &= (top <= some[:, 1]) & (some[:, 3] <= bottom)
            some = some[within]
            for box in some[~meeting(some, taken)]:
                yield Box(*map(float, box))

    def clear(self, leader: Leader) -> bool:
        """Tell whether a leader stays in the panel, under no text, off other marks and leaders.

        Its points lie closer than any text is high; the last one is at its own mark.
        """
        left, top, right, bottom = self.box
        (x, y), end = leader.T, leader[-1:]
        if not ((left < x) & (x < right) & (top < y) & (y < bottom)).all():
            return False
        marks = grown(self._marks, BESIDE)
        others = marks[~holding(marks, end)]
        taken = _together(self.labels, others)
        return not (holding(taken, leader).any() or crossing(leader, self._leaders).any())

    def open_at(self, x: float, y: float) -> bool:
        """Tell whether a spot is in the panel and under no text."""
        boxes = np.array(self.labels).reshape(-1, 4)
        within = self.box.x0 < x < self.box.x1 and self.box.y0 < y < self.box.y1
        return within and not holding(boxes, np.array([(x, y)])).any()

    def take(self, box: Box) -> None:
        """Keep labels and leaders off a box."""
        self.labels.append(box)

    def take_point(self, x: float, y: float, radius: float) -> None:
        """Keep labels, and the leaders of others, off a mark."""
        self._marks.append(Box(x - radius, y - radius, x + radius, y + radius))

    def take_line(self, spots: Spots, radius: float) -> None:
        """Keep labels off a line that is given by spots of it, (n, 2)."""
        self._lines = np.vstack([self._lines, np.hstack([spots - radius, spots + radius])])

    def take_leader(self, leader: Leader) -> None:
        """Keep labels and other leaders off a leader."""
        self.take_line(leader, LEADER_WIDTH)
        self._leaders.append(leader[[0, -1]])


def _together(*parts: Sequence[Box] | Boxes) -> Boxes:
    return np.vstack([np.reshape(part, (-1, 4)) for part in parts])


def meeting(boxes: Boxes, taken: Boxes) -> NDArray[np.bool_]:
    """Tell which of some boxes share area with any that is taken."""
    left, top, right, bottom = (edge[:, None] for edge in boxes.T)
    across = (taken[:, 0] < right) & (left < taken[:, 2])
    found: NDArray[np.bool_] = (across & (taken[:, 1] < bottom) & (top < taken[:, 3])).any(axis=1)
    return found


def holding(boxes: Boxes, spots: Spots) -> NDArray[np.bool_]:
    """Tell which of some boxes have any of some spots inside."""
    x, y = spots.T
    left, top, right, bottom = (edge[:, None] for edge in boxes.T)
    found: NDArray[np.bool_] = ((left < x) & (x < right) & (top < y) & (y < bottom)).any(axis=1)
    return found


def grown(boxes: Sequence[Box], margin: float) -> Boxes:
    """Give boxes as an array, larger on all sides."""
    return np.array(boxes).reshape(-1, 4) + np.array((-1, -1, 1, 1)) * margin


def crossing(line: Spots, others: Sequence[Spots]) -> NDArray[np.bool_]:
    """Tell which straight lines another one crosses, all given by their ends."""
    ends = np.array(others).reshape(-1, 2, 2)
    a, b = line[0], line[-1]
    c, d = ends[:, 0], ends[:, 1]
    found: NDArray[np.bool_] = (_side(a, b, c) != _side(a, b, d)) & (
        _side(c, d, a) != _side(c, d, b)
    )
    return found


def _side(start: Spots, end: Spots, spot: Spots) -> NDArray[np.bool_]:
    """Tell on which side of a line a spot is."""
    ahead, away = end - start, spot - start
    side: NDArray[np.bool_] = ahead[..., 0] * away[..., 1] > ahead[..., 1] * away[..., 0]
    return side
