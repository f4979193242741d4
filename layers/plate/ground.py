"""The ground of a panel: land, waters, borders, graticule, and names that no report gave."""

from collections.abc import Collection, Iterator, Sequence
from math import ceil, floor

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers import basemap
from layers.plate import shapes
from layers.plate.form import type_size
from layers.plate.labels import Box, Label, Line
from layers.plate.panel import Panel
from layers.plate.projection import Bounds
from layers.plate.sheet import haloed

REGION_BELOW_M = 2_500_000.0
ADM1_BELOW_M = 6_000_000.0
RIVERS_BELOW_M = 9_000_000.0
# Vertices nearer to a line than this, in units, are left out.
FINEST = 0.25
# A country is named where it takes up this share of a panel.
LABEL_SHARE = 0.006
# A town for so many square units of a panel, this far from the next, and from a mark.
TOWN_AREA = 60_000.0
TOWN_APART = 90.0
TOWN_MARKED = 24.0
# Steps of a graticule, in degrees: so that a panel is crossed about so many times.
STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
LINES_ACROSS = 5.0
# Degrees of a graticule have to stand clear of the corner by this.
CORNER = 40.0

Spot = tuple[float, float]


def draw_ground(panel: Panel) -> None:
    """Draw land, lakes, rivers and borders."""
    if panel.frame.round:
        # Beyond the edge of the world there is no sea.
        panel.axes.set_facecolor(panel.colours["panel"])
        shapes.fill(panel.axes, panel.frame.world(), panel.colours["sea"], 1.0, 0.5)
    for bounds in panel.frame.bounds:
        _land(panel, bounds)
        _waters(panel, bounds)
        for border in basemap.borders(_detail(panel), bbox=bounds).itertuples():
            dash = [3, 3] if border.kind == "disputed" else [7, 2, 1.5, 2]
            line = _shape(panel, border.geometry, bounds)
            shapes.stroke(panel.axes, line, panel.colours["border"], 1.1, 2.8, dash)


def _land(panel: Panel, bounds: Bounds) -> None:
    detail, colours = _detail(panel), panel.colours
    for land in basemap.adm0(detail, bbox=bounds).geometry:
        shapes.fill(panel.axes, _shape(panel, land, bounds), colours["land"], 1.0, 1)
    if panel.frame.width_m < ADM1_BELOW_M:
        for part in basemap.adm1(detail, bbox=bounds).geometry:
            shapes.stroke(panel.axes, _shape(panel, part, bounds), colours["adm1"], 0.8, 1.2)
    for area in basemap.disputed(detail, bbox=bounds).geometry:
        shapes.fill(panel.axes, _shape(panel, area, bounds), colours["land"], 1.0, 1.1)


def _waters(panel: Panel, bounds: Bounds) -> None:
    colours = panel.colours
    for lake in basemap.lakes(_detail(panel), bbox=bounds).geometry:
        shapes.fill(panel.axes, _shape(panel, lake, bounds), colours["sea"], 1.0, 1.4)
    if panel.frame.width_m < RIVERS_BELOW_M:
        for river in basemap.rivers(bbox=bounds).itertuples():
            line, width = _shape(panel, river.geometry, bounds), max(0.9, 1.9 - 0.25 * river.rank)
            shapes.stroke(panel.axes, line, colours["river"], width, 1.3)


def _shape(panel: Panel, geometry: BaseGeometry, bounds: Bounds) -> BaseGeometry:
    """Project a shape of the ground, with no more vertices than can be told apart."""
    moved = panel.frame.project(geometry, bounds)
    return shapely.simplify(moved, FINEST * panel.pixel, preserve_topology=False)


def _detail(panel: Panel) -> basemap.Detail:
    return "region" if panel.frame.width_m < REGION_BELOW_M else "overview"


def draw_graticule(panel: Panel) -> None:
    """Draw meridians and parallels, each with its degrees where it leaves the panel."""
    bounds = panel.frame.bounds
    west, east = bounds[0][0], bounds[-1][2]
    if east < west or len(bounds) > 1:
        east += 360.0
    south, north = bounds[0][1], bounds[0][3]
    step = _step(min(east - west, 360.0), north - south)
    for lon in _multiples(west, east, step):
        lats = np.linspace(max(south, -89.0), min(north, 89.0), 120)
        _line(panel, np.full(120, lon), lats, degrees(lon, "E", "W"), below=True)
    for lat in _multiples(max(south, -80.0), min(north, 80.0), step):
        lons = np.linspace(west, east, 240)
        _line(panel, lons, np.full(240, lat), degrees(lat, "N", "S"), below=False)


def degrees(value: float, positive: str, negative: str) -> str:
    """Print degrees with their side.

    >>> degrees(190.0, "E", "W"), degrees(0.0, "N", "S"), degrees(37.5, "N", "S")
    ('170°W', '0°', '37.5°N')
    """
    turned = (value + 180.0) % 360.0 - 180.0
    side = "" if abs(turned) in {0.0, 180.0} else positive if turned > 0 else negative
    return f"{abs(turned):g}°{side}"


def _step(across: float, up: float) -> float:
    wanted = min(across, 2 * up) / LINES_ACROSS
    return next((step for step in STEPS if step >= wanted), STEPS[-1])


def _multiples(first: float, last: float, step: float) -> Iterator[float]:
    yield from (step * n for n in range(ceil(first / step), floor(last / step) + 1))


def _line(
    panel: Panel, lons: shapes.Floats, lats: shapes.Floats, words: str, *, below: bool
) -> None:
    line = panel.frame.track(lons, lats)
    if line.is_empty:
        return
    shapes.stroke(panel.axes, line, panel.colours["graticule"], 0.9, 1.5)
    left, bottom, right, top = panel.frame.box
    edge = [(left, bottom), (right, bottom)] if below else [(left, bottom), (left, top)]
    spots = shapely.get_coordinates(line.intersection(shapely.LineString(edge)))
    if len(spots):
        x, y = panel.to_sheet(*map(float, spots[0]))
        _degrees(panel, x, y, words, below=below)


def _degrees(panel: Panel, x: float, y: float, words: str, *, below: bool) -> None:
    sheet, size, place = panel.sheet, type_size("furniture") - 1, panel.place
    width = sheet.measure(words, size)
    if below and not place.x + CORNER < x < place.x + place.width - CORNER:
        return
    if not below and not place.y + CORNER < y < place.y + place.height - CORNER:
        return
    left, base = (x - width / 2, y - 7) if below else (x + 7, y + 0.36 * size)
    box = Box(left - 2, base - size, left + width + 2, base + 4)
    if any(box.x0 < b.x1 and b.x0 < box.x1 and box.y0 < b.y1 and b.y0 < box.y1
           for b in panel.room.labels):  # fmt: skip
        return
    haloed(sheet, left, base, words, panel.colours["land"], size,
           color=panel.colours["ink3"], zorder=4)  # fmt: skip
    panel.room.take(box)


def countries(panel: Panel, named: set[str]) -> Iterator[Label]:
    """Name the countries that no report named, so that a reader knows where this is."""
    ink = panel.colours["ink3"]
    window = shapely.box(*panel.frame.box)
    for bounds in panel.frame.bounds:
        for country in basemap.adm0("overview", bbox=bounds).itertuples():
            if country.name_en in named:
                continue
            seen = shapely.make_valid(panel.frame.project(country.geometry, bounds)).intersection(
                window
            )
            if seen.area > LABEL_SHARE * panel.frame.area:
                # Where most of a country is out of sight, its name stands in the part that is not.
                part = max(shapely.get_parts(seen), key=lambda one: one.area)
                middle = shapely.point_on_surface(part)
                column, row = panel.to_sheet(middle.x, middle.y)
                line = Line(str(country.name_en).upper(), type_size("country"), 400, ink)
                area = panel.on_sheet(part)
                yield Label(column, row, [line], rank=30, centred=True, area=area)


def towns(
    panel: Panel, spots: Sequence[Spot], unnamed: Collection[str] = frozenset()
) -> list[Label]:
    """Name a few towns that no report named, where there is room for their dots."""
    labels: list[Label] = []
    for bounds in panel.frame.bounds:
        for town in basemap.towns(bbox=bounds):
            x, y = panel.frame.point(town.lon, town.lat)
            if town.name in unnamed or not panel.frame.contains(x, y):
                continue
            column, row = panel.to_sheet(x, y)
            apart = all(abs(column - o.x) + abs(row - o.y) > TOWN_APART for o in labels)
            # The same town may be spelt otherwise on a mark: its place tells.
            marked = any(abs(column - x_) + abs(row - y_) < TOWN_MARKED for x_, y_ in spots)
            if marked or not apart or not panel.room.clear([(column, row)]):
                continue
            line = Line(town.name, type_size("town"), 400, panel.colours["town"])
            labels.append(Label(column, row, [line], rank=50 + len(labels), gap=5))
            panel.room.take_point(column, row, 3)
            if len(labels) * TOWN_AREA >= panel.place.width * panel.place.height:
                return labels
    return labels


def draw_towns(panel: Panel, labels: Sequence[Label]) -> None:
    """Draw the dots of towns."""
    for town in labels:
        panel.sheet.page.plot(
            town.x, town.y, "o", ms=4 / panel.sheet.point, mew=0, zorder=2,
            color=panel.colours["town"],
        )  # fmt: skip
