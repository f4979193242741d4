"""The analyst's own layers on a plate: thin and square, under the marks, named as what they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from layers.own.content import credit, shown_own
from layers.own.feature import is_numbered
from layers.plate import shapes
from layers.plate.form import type_size
from layers.plate.labels import Label, Line
from layers.plate.panel import Panel
from layers.plate.projection import Frame
from layers.plate.sheet import Sheet
from layers.plate.signs import HEIGHT, WIDTH, Row
from layers.view import View

Json = Mapping[str, Any]

# Half of a point's square, in units. Lines lie over what reports fill, which would tint them, and
# under the outlines and points of reports.
HALF, AREA = 4.2, 2
AREAS, LINES, POINTS = 2.4, 3.3, 3.35
ALPHA = 0.14
# After every other name on a panel, and where a layer has so many features in it at most.
RANK, NAMED = 50, 40
# The small print names so many layers in a sentence.
SENTENCE = 2


@dataclass(frozen=True, slots=True)
class Own:
    """A layer of the scene with its shapes, in degrees, and the colour it is drawn in."""

    row: Json
    geometries: Sequence[Any]
    ink: str


def own_layers(scene: Json, view: View, theme: str) -> list[Own]:
    """List the own layers that a view shows, the uppermost first."""
    return [
        Own(row, [shape(each["geometry"]) for each in row["features"]], row["inks"][theme])
        for row in shown_own(scene, view.layers)
    ]


def in_frame(layers: Sequence[Own], frame: Frame) -> list[Own]:
    """List those of which a frame shows anything."""
    within = shapely.box(*frame.box)
    return [
        one for one in layers if shapely.intersects(frame.project(one.geometries), within).any()
    ]


def draw_own(panel: Panel, layers: Sequence[Own]) -> None:
    """Draw layers on a panel, the first on top."""
    for one in reversed(layers):
        parts = shapely.get_parts(shapely.get_parts(panel.frame.project(one.geometries)))
        kinds = shapely.get_dimensions(parts)
        if one.row["filled"]:
            shapes.fill(panel.axes, parts[kinds == AREA], one.ink, ALPHA, AREAS)
        shapes.stroke(panel.axes, parts[kinds > 0], one.ink, float(one.row["width"]), LINES)
        spots = shapely.get_coordinates(parts[kinds == 0])
        if len(spots):
            _squares(panel, spots, one)


def _squares(panel: Panel, spots: shapes.Floats, one: Own) -> None:
    paper, filled = panel.colours["land"], one.row["filled"]
    panel.axes.plot(
        *spots.T, "s", ms=2 * HALF / panel.sheet.point, zorder=POINTS,
        mfc=one.ink if filled else paper, mec=paper if filled else one.ink,
        mew=1.6 / panel.sheet.point,
    )  # fmt: skip


def captions(panel: Panel, layers: Sequence[Own]) -> Iterator[Label]:
    """Name the features in the frame, where there is room after all that reports name."""
    window = shapely.box(*panel.frame.box)
    for one, name, whole in _named(panel, layers, window):
        seen = shapely.intersection(shapely.make_valid(whole), window)
        if seen.is_empty:
            continue
        x, y = panel.to_sheet(*shapely.point_on_surface(seen).coords[0])
        (words,) = panel.sheet.wrap(name, type_size("note"), 240, 1) or [""]
        yield Label(x, y, [Line(words, type_size("note"), 400, one.ink)], rank=RANK, gap=8.0)


def _named(
    panel: Panel, layers: Sequence[Own], window: BaseGeometry
) -> Iterator[tuple[Own, str, BaseGeometry]]:
    """Go through the features that have a name and are in a window, with their projected shapes."""
    for one in layers:
        projected = panel.frame.project(one.geometries)
        within = shapely.intersects(shapely.envelope(projected), window)
        if within.sum() > NAMED:
            continue  # a crowd: names among it would be anybody's
        for each, whole, is_here in zip(one.row["features"], projected, within, strict=True):
            if is_here and not is_numbered(each["name"]):
                yield one, each["name"], whole


@dataclass(frozen=True, slots=True)
class OwnRow(Row):
    """A row of the legend that has its layer's own sign."""

    own: Own

    def draw(self, sheet: Sheet, x: float, y: float, colours: Json, style: Json) -> None:
        """Draw the sign with its upper left corner at a spot."""
        del style
        row, ink = self.own.row, self.own.ink
        if "area" in row["signs"]:
            area = shapely.box(x, y, x + WIDTH, y + HEIGHT)
            if row["filled"]:
                shapes.fill(sheet.page, area, ink, ALPHA, 3)
            shapes.stroke(sheet.page, area, ink, row["width"], 3.5)
        if "line" in row["signs"]:
            bend = [(x, y + HEIGHT - 3), (x + 13, y + 4), (x + 25, y + 13), (x + WIDTH, y + 3)]
            shapes.stroke(sheet.page, shapely.LineString(bend), ink, row["width"], 3.5)
        if "point" in row["signs"]:
            left, top = x + WIDTH / 2 - HALF, y + HEIGHT / 2 - HALF
            face = ink if row["filled"] else colours["panel"]
            sheet.box(left, top, 2 * HALF, 2 * HALF, facecolor=face, edgecolor=ink, lw=1, zorder=6)


def rows(layers: Sequence[Own]) -> Iterator[Row]:
    """Give the rows of the legend."""
    for one in layers:
        yield OwnRow("own", "own", f"Own layer: {one.row['name']}", one)


def notes(layers: Sequence[Own]) -> Iterator[str]:
    """Say in the small print what the layers are, and where they are from."""
    for start in range(0, len(layers), SENTENCE):
        some = layers[start : start + SENTENCE]
        yield f"{'; '.join(credit(one.row) for one in some)}."
