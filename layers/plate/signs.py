"""The legend's rows: one for every sign that is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.plate import shapes
from layers.plate.form import plate_sign, settings
from layers.plate.sheet import Sheet
from layers.since import MORE, NEW
from layers.visibility import STATUSES, Drawn

Json = Mapping[str, Any]

WIDTH, HEIGHT = 38.0, 18.0
NO_REPORT = "No report: not “no event”"
LAYER_SIGNS = {
    "flows": "flow",
    "distances": "distance",
    "offsets": "sector",
    "mentioned": "ring",
}
"""Layers all of whose marks have one sign."""
UNTAGGED = frozenset({"distances"})
"""Layers whose marks have no tag of what is new; what has only its name says it in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sign ("area", "point", "circle", "sector", "flow", "strip", …) and its words."""

    sign: str
    status: str
    words: str

    def draw(self, sheet: Sheet, x: float, y: float, colours: Json, style: Json) -> None:
        """Draw the sign with its upper left corner at a pixel."""
        drawing = {
            "area": _area,
            "circle": _circle,
            "sector": _sector,
            "reference": _reference,
            "point": _point,
            "flow": _flow,
            "strip": _strip,
            "distance": _distance,
            "ring": _ring,
            "border": _border,
            NEW: _news,
            MORE: _news,
            "tinted": _tinted,
            "unreported": _unreported,
        }[self.sign]
        drawing(sheet, x, y, self.status, colours, style)


def rows(drawn: Sequence[Drawn], style: Json, coverage: Sequence[str] = ()) -> Iterator[Row]:
    """List the signs in the order of their statuses, then what has no status.

    ``coverage`` are the signs of it that are drawn, "tinted" and "unreported".
    """
    seen = {(_sign(one), one.status) for one in drawn}
    for status in STATUSES:
        label = style["status"][status]["label"]
        for sign, words in (
            ("area", f"{label}: area named"),
            ("point", f"{label}: place named"),
            ("circle", f"{label}: approximate"),
            ("sector", f"{label}: located by a distance"),
            ("flow", f"{label}: movement, schematic"),
        ):
            if (sign, status) in seen:
                yield Row(sign, status, words)
    for sign, words in (
        ("strip", "Line or zone"),
        ("distance", "Distance stated, and measured"),
        ("reference", "Distance measured from"),
        ("ring", "Mentioned only"),
    ):
        if any(found == sign for found, _ in seen):
            yield Row(sign, "reported", words)
    yield from _news_rows(drawn)
    for sign, words in (("tinted", "Reported on; darker: more"), ("unreported", NO_REPORT)):
        if sign in coverage:
            yield Row(sign, "reported", words)
    yield Row("border", "reported", "International border")


def _news_rows(drawn: Sequence[Drawn]) -> Iterator[Row]:
    """Explain what is new; the status of such a row is the sign itself."""
    since = {
        one.news.sign: one.news.since
        for one in drawn
        if one.news and not (one.mark["layer"] in UNTAGGED or one.mark.get("wide"))
    }
    if NEW in since:
        yield Row(NEW, NEW, f"New since {since[NEW]}")
    if MORE in since:
        yield Row(MORE, MORE, f"More said since {since[MORE]}")


def _sign(one: Drawn) -> str:
    mark = one.mark
    if mark["layer"] in LAYER_SIGNS:
        return LAYER_SIGNS[mark["layer"]]
    if mark.get("reference") or mark["wide"]:
        return "reference" if mark.get("reference") else "name"
    shape = str(mark["shape"])
    return {"polygon": "area", "line": "strip"}.get(shape, shape)


def _area(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    sign, colour = style["status"][status], colours[status]
    if sign["fill"]:
        sheet.box(x, y, WIDTH, HEIGHT, facecolor=sign["fill"], alpha=sign["fillOpacity"], lw=0)
    outline = shapely.box(x, y, x + WIDTH, y + HEIGHT)
    if plate_sign(status).get("hatch"):
        shapes.hatch(sheet.page, outline, colour, 1.0)
    shapes.stroke(sheet.page, outline, colour, sign["width"], 3.5, sign["dash"])
    if sign.get("strike"):
        sheet.rule(x, y + HEIGHT, x + WIDTH, y, colour, 1.8)


def _circle(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    ring = shapely.Point(x + WIDTH / 2, y + HEIGHT / 2).buffer(HEIGHT / 2)
    _approximate(sheet, ring, status, colours, style)


def _sector(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    wedge = [(x + 6, y), (x + WIDTH - 6, y), (x + WIDTH - 13, y + HEIGHT), (x + 13, y + HEIGHT)]
    _approximate(sheet, shapely.Polygon(wedge), status, colours, style)


def _approximate(
    sheet: Sheet, outline: BaseGeometry, status: str, colours: Json, style: Json
) -> None:
    fill, about = style["status"][status]["fill"], style["approximate"]
    if fill:
        shapes.fill(sheet.page, outline, fill, about["fillOpacity"], 3)
    shapes.stroke(sheet.page, outline, colours[status], about["width"], 3.5, about["dash"])


def _reference(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    shapes.point(sheet, *at, "ring", colours["ink2"], colours["panel"])


def _point(sheet: Sheet, x: float, y: float, status: str, colours: Json, _style: Json) -> None:
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    shapes.point(sheet, *at, plate_sign(status)["point"], colours[status], colours["panel"])


def _flow(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    line = np.linspace((x, y + HEIGHT / 2), (x + WIDTH, y + HEIGHT / 2), 60)
    look = shapes.Look(style["status"][status], colours[status], colours["panel"])
    shapes.flow(sheet.page, line, 1.0, status, look)


def _strip(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    middle = y + HEIGHT / 2
    sheet.rule(x, middle, x + WIDTH, middle, colours["line"], 6)


def _distance(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    ends = np.array([(x, y + HEIGHT / 2), (x + WIDTH, y + HEIGHT / 2)])
    shapes.distance(sheet.page, ends, 1.0, colours["line"], colours["panel"])


def _ring(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    shapes.ring(sheet, x + WIDTH / 2, y + HEIGHT / 2, colours["ink3"])


def _border(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    middle = y + HEIGHT / 2
    line = shapely.LineString([(x, middle), (x + WIDTH, middle)])
    shapes.stroke(sheet.page, line, colours["border"], 1.1, 3, [7, 2, 1.5, 2])


def _news(sheet: Sheet, x: float, y: float, sign: str, colours: Json, _style: Json) -> None:
    shapes.news(sheet, x + WIDTH / 2, y + HEIGHT / 2, sign, colours["ink"], colours["panel"])


def _tinted(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    steps = settings()["coverage"]["tints"]
    width = WIDTH / len(steps)
    sheet.box(x, y, WIDTH, HEIGHT, facecolor=colours["land"], lw=0)
    for n, (_, ink) in enumerate(steps):
        sheet.box(x + n * width, y, width, HEIGHT, facecolor=colours["ink"], alpha=ink, lw=0)
    shapes.stroke(sheet.page, shapely.box(x, y, x + WIDTH, y + HEIGHT), colours["adm1"], 0.8, 3)


def _unreported(
    sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json
) -> None:
    area, look = shapely.box(x, y, x + WIDTH, y + HEIGHT), settings()["coverage"]
    sheet.box(x, y, WIDTH, HEIGHT, facecolor=colours["land"], lw=0)
    lines = shapes.slants(area, look["apart"] * 0.7)
    shapes.stroke(sheet.page, lines, colours["unreported"], look["width"], 3)
    shapes.stroke(sheet.page, area, colours["adm1"], 0.8, 3)
