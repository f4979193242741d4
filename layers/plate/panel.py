"""A panel: a projected rectangle on a sheet, and the room for labels in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from layers.plate import shapes
from layers.plate.labels import Label
from layers.plate.layout import Rect
from layers.plate.projection import Frame
from layers.plate.room import Box, Room
from layers.plate.sheet import Sheet
from layers.visibility import Drawn

Json = Mapping[str, Any]

# Labels keep so far from a panel's edge, and off a line at every so-manieth unit of it.
EDGE = 5.0
OBSTACLE_APART = 8.0
OBSTACLE = 3.5


@dataclass(slots=True)
class Panel:
    """A projected rectangle on a sheet."""

    sheet: Sheet
    frame: Frame
    place: Rect
    colours: Json
    axes: Axes = field(init=False)
    room: Room = field(init=False)

    def __post_init__(self) -> None:
        """Put the axes on the sheet."""
        x, y, width, height = self.place
        across, down = self.sheet.width, self.sheet.height
        box = (x / across, 1 - (y + height) / down, width / across, height / down)
        self.axes = self.sheet.figure.add_axes(box, facecolor=self.colours["sea"], zorder=-1)
        left, bottom, right, top = self.frame.box
        self.axes.set_xlim(left, right)
        self.axes.set_ylim(bottom, top)
        self.axes.set_xticks([])
        self.axes.set_yticks([])
        for spine in self.axes.spines.values():
            spine.set_color(self.colours["border"])
            spine.set_linewidth(1.2 / self.sheet.point)
        self.room = Room(Box(x + EDGE, y + EDGE, x + width - EDGE, y + height - EDGE))

    @property
    def pixel(self) -> float:
        """Size of a unit in projected metres."""
        return self.frame.width_m / self.place.width

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Turn a projected point into a spot of the sheet."""
        left, _, _, top = self.frame.box
        return self.place.x + (x - left) / self.pixel, self.place.y + (top - y) / self.pixel

    def on_sheet(self, geometry: BaseGeometry) -> BaseGeometry:
        """Turn a projected shape into units of the sheet, cut to the panel."""
        seen = shapely.intersection(shapely.make_valid(geometry), shapely.box(*self.frame.box))
        moved: BaseGeometry = shapely.transform(seen, self._on_sheet)
        return moved

    def keep_off(self, geometry: BaseGeometry) -> None:
        """Keep labels off a projected line or outline, which they would hide."""
        lines = np.array([shapely.LineString(line) for line in shapes.polylines(geometry)])
        for line in shapes.polylines(shapely.clip_by_rect(lines, *self.frame.box)):
            whole = shapely.LineString(line)
            steps = np.arange(0.0, whole.length, OBSTACLE_APART * self.pixel)
            spots = shapely.get_coordinates(shapely.line_interpolate_point(whole, steps))
            self.room.take_line(self._on_sheet(spots), OBSTACLE)

    def _on_sheet(self, xy: shapes.Floats) -> shapes.Floats:
        """Turn projected points (n, 2) into spots of the sheet."""
        left, _, _, top = self.frame.box
        across, down = (xy[:, 0] - left) / self.pixel, (top - xy[:, 1]) / self.pixel
        return np.column_stack([self.place.x + across, self.place.y + down])


@dataclass(frozen=True, slots=True)
class Content:
    """What a panel shows.

    Attributes
    ----------
    drawn
        Marks to draw.
    unlabelled
        Ids of marks whose names another panel has.
    badges
        Numbers of the quotes that speak of a mark, by its id.
    names
        Which names of a place are printed (:class:`layers.plate.form.Form`).
    unnamed
        English names that the ground may not print either.
    captions
        Of the ground, set where there is room.
    unit
        Of computed lengths.
    """

    drawn: Sequence[Drawn]
    unlabelled: frozenset[str] = frozenset()
    badges: Mapping[str, str] = field(default_factory=dict)
    names: str = "both"
    unnamed: frozenset[str] = frozenset()
    captions: Sequence[Label] = ()
    unit: str = "km"
