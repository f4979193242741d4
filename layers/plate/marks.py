"""The marks of a panel: places, movements, distances, with their labels."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from layers.lengths import measured_in, note_in
from layers.plate import ground, shapes
from layers.plate.form import plate_sign, type_size
from layers.plate.labels import Label, Line, place
from layers.plate.panel import Content, Panel
from layers.plate.shapes import Floats
from layers.since import MORE, NEW
from layers.visibility import Drawn

Json = Mapping[str, Any]
Spot = tuple[float, float]

AREAS = frozenset({"polygon", "circle"})
LINES = frozenset({"flows", "distances"})
# A movement is drawn with so many vertices.
STEPS = 240
# A stated distance that would be shorter is not drawn: it is read at a larger scale.
DISTANCE_LEAST = 14.0
# Where along a movement its label may stand, best first.
STATIONS = (0.5, 0.35, 0.65, 0.2, 0.8)
# A movement is labelled with so many of its figures.
NUMBERS = 2
FLOW_APART = 9.0
# An area smaller than this across is named beside it, never across it.
AREA_LEAST = 46.0
# A longer name is broken in two.
NAME_WIDTH = 190.0
# Where the tag of something new stands, from a dot and from the middle of an area.
TAG_OFF = {"dot": (9.0, -9.0), "area": (0.0, -26.0)}
# The tag of a movement stands so far along it; that of the next one farther.
TAG_ALONG, TAG_STEP, TAG_STEPS = 0.12, 0.06, 4
# What is said of a place that has only its name.
NEWS = {NEW: "new", MORE: "more said"}
# The name of a line is tried at so many spots of it.
SPOTS_ALONG = 9


def draw(panel: Panel, content: Content, style: Json) -> tuple[set[str], list[str]]:
    """Draw everything on a panel; return the names that stand on it, and those without room."""
    wanted = [
        *_places(panel, content, style),
        *_flows(panel, content, style),
        *_distances(panel, content),
    ]
    halo = panel.colours["land"]
    dropped = place(panel.sheet, panel.room, wanted, halo)
    left_out = [label.name for label in dropped]
    named = {label.name for label in wanted} - set(left_out)
    place(panel.sheet, panel.room, list(ground.countries(panel, named | content.unnamed)), halo)
    place(panel.sheet, panel.room, content.captions, halo)
    spots = [_spot(panel, one.mark) for one in content.drawn]
    towns = ground.towns(panel, spots, content.unnamed)
    unnamed = place(panel.sheet, panel.room, towns, halo)
    ground.draw_towns(panel, [town for town in towns if town not in unnamed])
    return named, left_out


def _spot(panel: Panel, mark: Json) -> Spot:
    if "lon" not in mark:
        return (-np.inf, -np.inf)
    return panel.to_sheet(*panel.frame.point(mark["lon"], mark["lat"]))


def _places(panel: Panel, content: Content, style: Json) -> Iterator[Label]:
    for one in content.drawn:
        mark = one.mark
        if mark["layer"] in LINES:
            continue
        area = _land(panel, mark) if mark["wide"] else _draw_place(panel, one, style)
        (x, y), *others = _label_points(panel, mark)
        if mark["id"] in content.unlabelled or not panel.frame.contains(x, y):
            continue
        if not mark["wide"]:
            roomy = area is not None and _roomy(area)
            _tag(panel, one, panel.to_sheet(x, y), TAG_OFF["area" if roomy else "dot"])
        label = _label(panel, one, panel.to_sheet(x, y), area, content)
        yield replace(label, or_at=[panel.to_sheet(*other) for other in others])


def _land(panel: Panel, mark: Json) -> BaseGeometry | None:
    """Give the area that the name of a country may stand in."""
    country = mark.get("kind") == "country" and mark.get("country")
    return ground.country_area(panel, country) if country else None


def _draw_place(panel: Panel, one: Drawn, style: Json) -> BaseGeometry | None:
    """Draw the sign of a place; return its area, in units of the sheet, when it has one."""
    mark, land = one.mark, panel.colours["land"]
    x, y = panel.frame.point(mark["lon"], mark["lat"])
    ring = mark["layer"] == "mentioned"
    reference = mark["layer"] == "places" and mark.get("reference")
    if ring or reference or mark["shape"] == "point":
        if panel.frame.contains(x, y):
            spot = panel.to_sheet(x, y)
            panel.room.take_point(*spot, shapes.POINT + 1)
            if ring:
                shapes.ring(panel.sheet, *spot, panel.colours["ink3"])
            elif reference:
                shapes.point(panel.sheet, *spot, "ring", panel.colours["ink2"], land)
            else:
                kind = plate_sign(one.status)["point"]
                shapes.point(panel.sheet, *spot, kind, panel.colours[one.status], land)
        return None
    geometry = panel.frame.project(shape(mark["geometry"]))
    sign = style["status"][one.status]
    shapes.footprint(panel.axes, geometry, one, sign, panel.colours, panel.pixel)
    panel.keep_off(geometry)
    return panel.on_sheet(geometry)


def _tag(panel: Panel, one: Drawn, spot: Spot, off: Spot) -> None:
    """Draw what says that a mark is new, beside a spot of it, and keep labels off it."""
    x, y, frame = spot[0] + off[0], spot[1] + off[1], panel.place
    inside = frame.x < x < frame.x + frame.width and frame.y < y < frame.bottom
    if one.news is None or not inside:
        return
    shapes.news(panel.sheet, x, y, one.news.sign, panel.colours["ink"], panel.colours["land"])
    panel.room.take_point(x, y, shapes.TAG + 2)


def _label_points(panel: Panel, mark: Json) -> list[Spot]:
    """Give where a label may go: to the place, or to the sides of an outline without one."""
    if mark["layer"] != "offsets":
        return [panel.frame.point(mark["lon"], mark["lat"]), *_along(panel, mark)]
    left, bottom, right, top = panel.frame.project(shape(mark["geometry"])).bounds
    x, y = (left + right) / 2, (bottom + top) / 2
    return [(x, top), (right, y), (left, y), (x, bottom)]


def _along(panel: Panel, mark: Json) -> list[Spot]:
    """Give spots along a line or a narrow zone, any of which may carry its name."""
    if mark["wide"] or mark["shape"] not in {"line", "strip"}:
        return []
    seen = panel.frame.project(shape(mark["geometry"]))
    line = seen.boundary if seen.geom_type.endswith("Polygon") else seen
    shares = np.linspace(0.05, 0.95, SPOTS_ALONG)
    spots = shapely.line_interpolate_point(line, shares, normalized=True)
    return [(float(x), float(y)) for x, y in shapely.get_coordinates(spots)]


def _label(
    panel: Panel, one: Drawn, spot: Spot, area: BaseGeometry | None, content: Content
) -> Label:
    mark, wide = one.mark, one.mark["wide"]
    quiet = wide or mark["layer"] == "mentioned" or mark.get("reference")
    # A line or a zone is there whatever is said of it: it has no status of its own.
    standing = mark["shape"] in {"strip", "line"}
    ink = panel.colours["ink2" if quiet else "line" if standing else one.status]
    local, names = mark.get("local"), [mark["name"]]
    if local and content.names != "english":
        names = [local] if content.names == "local" else [mark["name"], local]
    size, weight = type_size("name") - (2 if quiet else 0), 600 if quiet else 700
    widest = max(panel.sheet.measure(word, size, weight) for word in names[0].split() or [""])
    broken = panel.sheet.wrap(names[0], size, max(NAME_WIDTH, widest), 2, weight=weight)
    lines = [Line(words, size, weight, ink) for words in broken]
    lines += [Line(name, type_size("local"), 400, ink) for name in names[1:]]
    if not quiet and not standing:
        about = mark["shape"] in shapes.APPROXIMATE or mark.get("coarse")
        note = note_in(mark, content.unit) if about else None
        words = one.status if note is None else f"{one.status} · {note}"
        lines.append(Line(words, type_size("note"), 600, ink))
    if wide and one.news:
        lines.append(Line(NEWS[one.news.sign], type_size("note"), 600, ink))
    filled = area is not None and (wide or mark["shape"] in AREAS) and _roomy(area)
    return Label(
        *spot,
        lines,
        rank=(20 if wide else 0) - len(one.items),
        gap=10.0,
        centred=wide,
        area=area if filled else None,
        badge=content.badges.get(mark["id"], ""),
        leads=not wide,
        least=len(broken),
    )


def _roomy(area: BaseGeometry) -> bool:
    if area.is_empty:
        return False
    left, top, right, bottom = area.bounds
    return bool(min(right - left, bottom - top) > AREA_LEAST)


def _flows(panel: Panel, content: Content, style: Json) -> Iterator[Label]:
    pairs: dict[tuple[str, str], int] = {}
    areas = {
        one.mark["name"]: one.mark
        for one in content.drawn
        if one.mark["layer"] == "places" and not one.mark["wide"]
    }
    for one in content.drawn:
        mark = one.mark
        if mark["layer"] != "flows":
            continue
        line = _approach(panel, shape(mark["path"]), areas.get(mark["toName"]))
        if line is None:
            continue
        key = (mark["fromName"], mark["toName"])
        lane = pairs.get(key, 0)
        pairs[key] = lane + 1
        colour = panel.colours[one.status]
        look = shapes.Look(style["status"][one.status], colour, panel.colours["land"])
        moved = shapes.shifted(line, lane * FLOW_APART * panel.pixel)
        shapes.flow(panel.axes, moved, panel.pixel, one.status, look)
        panel.keep_off(shapely.LineString(moved))
        panel.room.take_point(*panel.to_sheet(*map(float, moved[-1])), 12)
        seen = _seen(panel, moved)
        if mark["id"] in content.unlabelled or len(seen) == 0:
            continue
        along = TAG_ALONG + TAG_STEP * (sum(pairs.values()) % TAG_STEPS)
        _tag(panel, one, panel.to_sheet(*map(float, seen[int(along * len(seen))])), (0.0, 0.0))
        stations = [panel.to_sheet(*map(float, seen[int(share * len(seen))])) for share in STATIONS]
        lines = [Line(words, type_size("local"), 600, colour) for words in _figures(one)]
        badge = content.badges.get(mark["id"], "")
        yield Label(*stations[0], lines, rank=5, gap=14, or_at=stations[1:], badge=badge,
                    leads=True, least=len(lines))  # fmt: skip


def _seen(panel: Panel, line: Floats) -> Floats:
    """Give the points of a line that are inside a panel."""
    left, bottom, right, top = panel.frame.box
    (x, y) = line.T
    inside: Floats = line[(left < x) & (x < right) & (bottom < y) & (y < top)]
    return inside


def _approach(panel: Panel, path: BaseGeometry, target: Json | None) -> Floats | None:
    """Project a movement; it ends at the edge of where it goes, where that is an area."""
    # What was cut at 180° meets again there, to the metre.
    projected = shapely.set_precision(panel.frame.project(path), 1.0, mode="pointwise")
    if target is not None and target["shape"] in {"polygon", "circle", "strip"}:
        projected = projected.difference(panel.frame.project(shape(target["geometry"])))
    line = _longest(projected)
    if line is None:
        return None
    whole = shapely.LineString(line)
    steps = np.linspace(0.0, whole.length, STEPS)
    points: Floats = shapely.get_coordinates(shapely.line_interpolate_point(whole, steps))
    return points


def _figures(one: Drawn) -> list[str]:
    shown = list(dict.fromkeys(item["figure"] for item in one.items))
    *first, last = shown[:NUMBERS]
    more = f" +{len(shown) - NUMBERS}" if len(shown) > NUMBERS else ""
    status = "" if one.status == "reported" else f" {one.status}"
    return [*first, f"{last}{more}{status}"]


def _distances(panel: Panel, content: Content) -> Iterator[Label]:
    for one in content.drawn:
        if one.mark["layer"] != "distances":
            continue
        ends = shapely.LineString([one.mark["from"], one.mark["to"]])
        line = _longest(panel.frame.project(ends))
        if line is None or shapely.LineString(line).length < DISTANCE_LEAST * panel.pixel:
            continue
        ink, quiet = panel.colours["line"], panel.colours["ink2"]
        ends_on_panel = line[[0, -1]]
        shapes.distance(panel.axes, ends_on_panel, panel.pixel, ink, panel.colours["land"])
        panel.keep_off(shapely.LineString(ends_on_panel))
        if one.mark["id"] in content.unlabelled:
            continue
        column, row = panel.to_sheet(*map(float, line.mean(axis=0)))
        size = type_size("note")
        lines = [Line(f"{one.mark['stated']} stated", size + 1, 700, ink)]
        if measured := measured_in(one.mark, content.unit):
            lines.append(Line(f"{measured} measured", size, 400, quiet))
        lines.append(Line(one.mark["verdict"], size, 400, quiet))
        badge = content.badges.get(one.mark["id"], "")
        yield Label(column, row, lines, rank=-50, gap=10, badge=badge, leads=True,
                    least=len(lines))  # fmt: skip


def _longest(geometry: BaseGeometry) -> Floats | None:
    lines = shapes.polylines(shapely.line_merge(geometry) if not geometry.is_empty else geometry)
    return max(lines, key=lambda line: shapely.LineString(line).length) if lines else None
