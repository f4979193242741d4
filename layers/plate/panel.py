"""The map of a plate: basemap, marks and labels in one projected panel."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from layers import basemap
from layers.plate import shapes
from layers.plate.labels import Label, Line, Room, place
from layers.plate.projection import Frame
from layers.plate.sheet import Sheet
from layers.visibility import Drawn

Json = Mapping[str, Any]
Floats = NDArray[np.float64]
Spot = tuple[float, float]

REGION_BELOW_M = 2_500_000.0
ADM1_BELOW_M = 6_000_000.0
TOWNS = 14
# A movement is drawn with so many vertices.
STEPS = 240
# A stated distance that would be shorter is not drawn: it is read at a larger scale.
DISTANCE_LEAST_PX = 14.0
# Where along a movement its label may stand, best first.
STATIONS = (0.5, 0.35, 0.65, 0.2, 0.8)
# A country is named where it takes up this share of a panel.
LABEL_SHARE = 0.006
# A movement is labelled with so many of its figures.
NUMBERS = 2
TOWN_APART_PX = 90.0
TOWN_MARKED_PX = 24.0
FLOW_APART_PX = 9.0
LINE_OBSTACLE_PX = 9.0
# Labels keep off every so-manieth vertex of a movement.
FLOW_OBSTACLE = 3


@dataclass(slots=True)
class Panel:
    """A projected rectangle on a sheet: (x, y, width, height) in pixels from the upper left."""

    sheet: Sheet
    frame: Frame
    place: tuple[float, float, float, float]
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
            spine.set_linewidth(0.8)
        self.room = Room(Bbox.from_extents(x + 6, y + 6, x + width - 6, y + height - 6))

    @property
    def pixel(self) -> float:
        """Size of a pixel in projected metres."""
        return self.frame.width_m / self.place[2]

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Turn a projected point into a pixel of the sheet."""
        left, _, _, top = self.frame.box
        return self.place[0] + (x - left) / self.pixel, self.place[1] + (top - y) / self.pixel


def draw(panel: Panel, drawn: Sequence[Drawn], style: Json) -> list[Label]:
    """Draw everything on a panel; return the labels that found no room."""
    _basemap(panel)
    labels = [
        *_places(panel, [one for one in drawn if one.mark["layer"] not in LINES], style),
        *_flows(panel, drawn, style),
        *_distances(panel, [one for one in drawn if one.mark["layer"] == "distances"], style),
    ]
    dropped = place(panel.sheet, panel.room, labels, panel.colours["land"])
    named = {one.mark["name"] for one in drawn if "name" in one.mark}
    spots = [(label.x, label.y) for label in labels]
    place(panel.sheet, panel.room, list(_context(panel, named, spots)), panel.colours["land"])
    return dropped


LINES = frozenset({"flows", "distances"})


def _basemap(panel: Panel) -> None:
    axes, colours, frame = panel.axes, panel.colours, panel.frame
    detail: basemap.Detail = "region" if frame.width_m < REGION_BELOW_M else "overview"
    for bounds in frame.bounds:
        for land in basemap.adm0(detail, bbox=bounds).geometry:
            shapes.fill(axes, frame.project(land), colours["land"], 1.0, 1)
        if frame.width_m < ADM1_BELOW_M:
            for part in basemap.adm1(detail, bbox=bounds).geometry:
                shapes.stroke(axes, frame.project(part), colours["adm1"], 0.8, 1.2)
        for area in basemap.disputed(detail, bbox=bounds).geometry:
            shapes.fill(axes, frame.project(area), colours["land"], 1.0, 1.1)
        for lake in basemap.lakes(detail, bbox=bounds).geometry:
            shapes.fill(axes, frame.project(lake), colours["sea"], 1.0, 1.4)
        for border in basemap.borders(detail, bbox=bounds).itertuples():
            dash = [3, 3] if border.kind == "disputed" else [7, 2, 1.5, 2]
            shapes.stroke(axes, frame.project(border.geometry), colours["border"], 1.1, 3.8, dash)


def _places(panel: Panel, drawn: Sequence[Drawn], style: Json) -> Iterator[Label]:
    for one in drawn:
        mark, sign = one.mark, style["status"][one.status]
        colour = panel.colours[one.status]
        (x, y), *others = _label_points(panel, mark)
        column, row = panel.to_sheet(x, y)
        if mark["wide"]:
            # A country or an ocean that is named gets its name: its whole area would say more.
            if panel.frame.contains(x, y):
                yield _label(panel, one, column, row, colour, centred=True)
            continue
        if mark["layer"] == "mentioned":
            _ring(panel, column, row, panel.colours["ink3"])
        elif mark["layer"] == "places" and mark.get("reference"):
            _dot(panel, column, row, panel.colours["ink2"], hollow=True)
        elif mark["shape"] == "point":
            _dot(panel, column, row, colour, hollow=not sign["fill"])
        else:
            geometry = panel.frame.project(shape(mark["geometry"]))
            shapes.footprint(panel.axes, geometry, mark, sign, panel.colours, colour)
            if mark["layer"] == "offsets" or mark["shape"] in {"strip", "line"}:
                _keep_off(panel, geometry)
        if panel.frame.contains(x, y):
            centred = mark["shape"] == "polygon" and not mark.get("reference")
            label = _label(panel, one, column, row, colour, centred=centred)
            yield replace(label, or_at=[panel.to_sheet(*other) for other in others])


def _label_points(panel: Panel, mark: Json) -> list[Spot]:
    """Give where a label may go: to the place, or to the sides of an outline without one."""
    if mark["layer"] != "offsets":
        return [panel.frame.point(mark["lon"], mark["lat"])]
    left, bottom, right, top = panel.frame.project(shape(mark["geometry"])).bounds
    x, y = (left + right) / 2, (bottom + top) / 2
    return [(x, top), (right, y), (left, y), (x, bottom)]


def _keep_off(panel: Panel, geometry: BaseGeometry) -> None:
    """Keep labels off a line, a narrow zone or a dashed outline, which they would hide."""
    for line in shapes.polylines(geometry):
        whole = shapely.LineString(line)
        steps = np.arange(0.0, whole.length, LINE_OBSTACLE_PX * panel.pixel)
        for x, y in shapely.get_coordinates(shapely.line_interpolate_point(whole, steps)):
            panel.room.take_point(*panel.to_sheet(x, y), 4)


def _label(
    panel: Panel, one: Drawn, column: float, row: float, colour: str, *, centred: bool
) -> Label:
    mark, wide = one.mark, one.mark["wide"]
    quiet = wide or mark["layer"] == "mentioned" or mark.get("reference")
    # A line or a zone is there whatever is said of it: it has no status of its own.
    standing = mark["shape"] in {"strip", "line"}
    ink = panel.colours["ink2"] if quiet else panel.colours["line"] if standing else colour
    lines = [Line(mark["name"], 17 if quiet else 19, 600 if quiet else 700, ink)]
    if mark.get("local"):
        lines.append(Line(mark["local"], 15, 400, ink))
    if not quiet and not standing:
        note = mark["note"] if mark["shape"] in shapes.APPROXIMATE else None
        words = one.status if note is None else f"{one.status} · {note}"
        lines.append(Line(words, 13, 600, ink))
    if not centred:
        panel.room.take_point(column, row, 5)
    return Label(column, row, lines, rank=(20 if wide else 0) - len(one.items), centred=centred)


def _dot(panel: Panel, column: float, row: float, colour: str, *, hollow: bool) -> None:
    land = panel.colours["land"]
    panel.sheet.page.plot(
        column,
        row,
        "o",
        ms=7,
        mfc=land if hollow else colour,
        mec=colour if hollow else land,
        mew=1.4,
        zorder=6,
    )


def _ring(panel: Panel, column: float, row: float, colour: str) -> None:
    panel.sheet.page.plot(column, row, "o", ms=7, mfc="none", mec=colour, mew=1.0, ls=":", zorder=6)


def _flows(panel: Panel, drawn: Sequence[Drawn], style: Json) -> Iterator[Label]:
    pairs: dict[tuple[str, str], int] = {}
    areas = {
        one.mark["name"]: one.mark
        for one in drawn
        if one.mark["layer"] == "places" and not one.mark["wide"]
    }
    for one in drawn:
        mark = one.mark
        if mark["layer"] != "flows":
            continue
        line = _approach(panel, shape(mark["path"]), areas.get(mark["toName"]))
        if line is None:
            continue
        key = (mark["fromName"], mark["toName"])
        lane = pairs.get(key, 0)
        pairs[key] = lane + 1
        sign = style["status"][one.status]
        moved = shapes.shifted(line, lane * FLOW_APART_PX * panel.pixel)
        colour = panel.colours[one.status]
        shapes.flow(panel.axes, moved, panel.pixel, sign, colour, panel.colours["land"])
        for point in moved[::FLOW_OBSTACLE]:
            panel.room.take_point(*panel.to_sheet(*map(float, point)), 4)
        panel.room.take_point(*panel.to_sheet(*map(float, moved[-1])), 12)
        stations = [panel.to_sheet(*map(float, moved[int(share * STEPS)])) for share in STATIONS]
        lines = [Line(_figures(one), 14, 600, colour)]
        yield Label(*stations[0], lines, rank=5, gap=14, or_at=stations[1:])


def _approach(panel: Panel, path: BaseGeometry, target: Json | None) -> Floats | None:
    """Project a movement; it ends at the edge of where it goes, where that is an area."""
    projected = panel.frame.project(path)
    if target is not None and target["shape"] in {"polygon", "circle", "strip"}:
        projected = projected.difference(panel.frame.project(shape(target["geometry"])))
    line = _longest(projected)
    if line is None:
        return None
    whole = shapely.LineString(line)
    steps = np.linspace(0.0, whole.length, STEPS)
    points: Floats = shapely.get_coordinates(shapely.line_interpolate_point(whole, steps))
    return points


def _figures(one: Drawn) -> str:
    shown = list(dict.fromkeys(item["figure"] for item in one.items))
    more = f" +{len(shown) - NUMBERS}" if len(shown) > NUMBERS else ""
    status = "" if one.status == "reported" else one.status
    return f"{' · '.join(shown[:NUMBERS])}{more} {status}".strip()


def _distances(panel: Panel, drawn: Sequence[Drawn], style: Json) -> Iterator[Label]:
    del style
    for one in drawn:
        ends = shapely.LineString([one.mark["from"], one.mark["to"]])
        line = _longest(panel.frame.project(ends))
        if line is None:
            continue
        if shapely.LineString(line).length < DISTANCE_LEAST_PX * panel.pixel:
            continue
        ink, land = panel.colours["line"], panel.colours["land"]
        shapes.distance(panel.axes, line[[0, -1]], panel.pixel, ink, land)
        column, row = panel.to_sheet(*map(float, line.mean(axis=0)))
        lines = [Line(f"{one.mark['stated']} stated", 15, 700, ink)]
        if one.mark["measured"]:
            lines.append(Line(f"{one.mark['measured']} measured", 13, 400, panel.colours["ink2"]))
        lines.append(Line(one.mark["verdict"], 13, 400, panel.colours["ink2"]))
        yield Label(column, row, lines, rank=-50, gap=10)


def _longest(geometry: BaseGeometry) -> Floats | None:
    lines = shapes.polylines(shapely.line_merge(geometry) if not geometry.is_empty else geometry)
    return max(lines, key=len) if lines else None


def _context(panel: Panel, named: set[str], spots: Sequence[Spot]) -> Iterator[Label]:
    """Name countries and a few towns that no report named, so that a reader knows where this is."""
    ink = panel.colours["ink3"]
    for bounds in panel.frame.bounds:
        for country in basemap.adm0("overview", bbox=bounds).itertuples():
            if country.name_en in named:
                continue
            window = shapely.box(*panel.frame.box)
            seen = panel.frame.project(country.geometry).intersection(window)
            if seen.area > LABEL_SHARE * panel.frame.area:
                # Where most of a country is out of sight, its name stands in the part that is not.
                middle = shapely.point_on_surface(seen)
                column, row = panel.to_sheet(middle.x, middle.y)
                words = str(country.name_en).upper()
                yield Label(column, row, [Line(words, 12.5, 400, ink)], rank=30, centred=True)
        yield from _towns(panel, bounds, spots)


def _towns(
    panel: Panel, bounds: tuple[float, float, float, float], spots: Sequence[Spot]
) -> list[Label]:
    labels: list[Label] = []
    for town in basemap.towns(bbox=bounds):
        x, y = panel.frame.point(town.lon, town.lat)
        column, row = panel.to_sheet(x, y)
        apart = all(abs(column - other.x) + abs(row - other.y) > TOWN_APART_PX for other in labels)
        # The same town may be spelt otherwise on a mark: its place tells.
        marked = any(abs(column - x_) + abs(row - y_) < TOWN_MARKED_PX for x_, y_ in spots)
        if marked or not apart or not panel.frame.contains(x, y):
            continue
        panel.sheet.page.plot(column, row, "o", ms=2.6, color=panel.colours["town"], zorder=2)
        line = Line(town.name, 13, 400, panel.colours["town"])
        labels.append(Label(column, row, [line], rank=50 + len(labels), gap=5))
        if len(labels) == TOWNS:
            break
    return labels
