"""The ground of a panel: land, waters, borders, graticule, and names that no report gave."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import ceil, floor

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers import basemap
from layers.plate import shapes
from layers.plate.form import type_size
from layers.plate.labels import Label, Line
from layers.plate.panel import Panel
from layers.plate.projection import Bounds
from layers.plate.room import Box
from layers.plate.sheet import haloed

REGION_BELOW_M = 2_500_000.0
ADM1_BELOW_M = 6_000_000.0
RIVERS_BELOW_M = 9_000_000.0
DASHES: Mapping[str, Sequence[float]] = {"border": (7, 2, 1.5, 2), "disputed": (3, 3)}
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
        _borders(panel, bounds)


def _land(panel: Panel, bounds: Bounds) -> None:
    detail, colours = detail_of(panel), panel.colours
    land = [
        *basemap.adm0(detail, bbox=bounds).geometry,
        *basemap.disputed(detail, bbox=bounds).geometry,
    ]
    shapes.fill(panel.axes, simple(panel, land, bounds), colours["land"], 1.0, 1)
    if panel.frame.width_m < ADM1_BELOW_M:
        parts = simple(panel, basemap.adm1(detail, bbox=bounds).geometry, bounds)
        shapes.stroke(panel.axes, parts, colours["adm1"], 0.8, 1.2)


def _waters(panel: Panel, bounds: Bounds) -> None:
    colours = panel.colours
    lakes = basemap.lakes(detail_of(panel), bbox=bounds).geometry
    shapes.fill(panel.axes, simple(panel, lakes, bounds), colours["sea"], 1.0, 1.4)
    if panel.frame.width_m < RIVERS_BELOW_M:
        table = basemap.rivers(bbox=bounds)
        for rank, rivers in table.groupby("rank").geometry:
            lines, width = simple(panel, rivers, bounds), max(0.9, 1.9 - 0.25 * rank)
            shapes.stroke(panel.axes, lines, colours["river"], width, 1.3)


def _borders(panel: Panel, bounds: Bounds) -> None:
    for kind, borders in basemap.borders(detail_of(panel), bbox=bounds).groupby("kind").geometry:
        lines = simple(panel, borders, bounds)
        shapes.stroke(panel.axes, lines, panel.colours["border"], 1.1, 2.8, DASHES[kind])


def simple(panel: Panel, geometries: Iterable[BaseGeometry], bounds: Bounds) -> shapes.Shapes:
    """Project shapes of the ground, with no more vertices than can be told apart."""
    moved = panel.frame.project(np.asarray(geometries, dtype=object), bounds)
    return shapely.simplify(moved, FINEST * panel.pixel, preserve_topology=False)


def detail_of(panel: Panel) -> basemap.Detail:
    """Choose how fine the outlines of a panel are."""
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
    shown: dict[str, BaseGeometry] = {}
    for bounds in panel.frame.bounds:
        table = basemap.adm0("overview", bbox=bounds)
        table = table[~table["name_en"].isin(named)]
        projected = panel.frame.project(table.geometry.to_numpy(), bounds)
        seen = shapely.clip_by_rect(projected, *panel.frame.box)
        large = shapely.area(seen) > LABEL_SHARE * panel.frame.area
        for name, land in zip(table["name_en"][large], seen[large], strict=True):
            # Where most of a country is out of sight, its name stands in the part that is not.
            parts = [*shapely.get_parts(shapely.make_valid(land)), shown.get(name)]
            shown[name] = max(filter(None, parts), key=shapely.area)
    for name, part in shown.items():
        middle = shapely.point_on_surface(part)
        column, row = panel.to_sheet(middle.x, middle.y)
        line = Line(str(name).upper(), type_size("country"), 400, ink)
        area = panel.on_sheet(part)
        yield Label(column, row, [line], rank=30, inside=True, area=area)


def country_area(panel: Panel, code: str) -> BaseGeometry | None:
    """Give the largest part of a country that a panel shows, in units; None where there is none."""
    parts = []
    for bounds in panel.frame.bounds:
        table = basemap.adm0("overview", bbox=bounds)
        land = panel.frame.project(table.geometry[table["code"] == code].to_numpy(), bounds)
        parts += [part for each in land for part in shapely.get_parts(panel.on_sheet(each))]
    return max(parts, key=shapely.area, default=None)


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
            if marked or not apart or not panel.room.open_at(column, row):
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
