"""The legend's rows: one for every sign that is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.patches import Polygon

from layers.plate.sheet import PX_PER_PT, Sheet
from layers.visibility import STATUSES, Drawn

Json = Mapping[str, Any]

WIDTH, HEIGHT = 38.0, 18.0
LAYER_SIGNS = {
    "flows": "flow",
    "distances": "distance",
    "offsets": "sector",
    "mentioned": "ring",
}
"""Layers all of whose marks have one sign."""


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
        }[self.sign]
        drawing(sheet, x, y, self.status, colours, style)


def rows(drawn: Sequence[Drawn], style: Json) -> Iterator[Row]:
    """List the signs in the order of their statuses, then what has no status."""
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


def _sign(one: Drawn) -> str:
    mark = one.mark
    if mark["layer"] in LAYER_SIGNS:
        return LAYER_SIGNS[mark["layer"]]
    if mark.get("reference") or mark["wide"]:
        return "reference" if mark.get("reference") else "name"
    shape = str(mark["shape"])
    return {"polygon": "area", "line": "strip"}.get(shape, shape)


def _area(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    sign = style["status"][status]
    if sign["fill"]:
        sheet.box(x, y, WIDTH, HEIGHT, facecolor=sign["fill"], alpha=sign["fillOpacity"], lw=0)
    edge = {"facecolor": "none", "edgecolor": colours[status], "lw": sign["width"] / PX_PER_PT}
    sheet.box(x, y, WIDTH, HEIGHT, **edge, ls=_dashes(sign))
    if sign.get("strike"):
        sheet.rule(x, y + HEIGHT, x + WIDTH, y, colours[status], 1.4)


def _dashes(sign: Json) -> object:
    if not sign["dash"]:
        return "-"
    return (0, [length / sign["width"] for length in sign["dash"]])


def _circle(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    sign = style["status"][status]
    fill = sign["fill"] or "none"
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    opacity = 0.25 if sign["fill"] else 1.0
    sheet.page.plot(*at, "o", ms=13, mfc=fill, mec="none", alpha=opacity)
    ring = sheet.page.scatter(*at, s=13**2, facecolors="none", edgecolors=colours[status])
    ring.set_linestyle((0, (2, 2)))


def _sector(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    wedge = [(x + 8, y), (x + WIDTH - 8, y), (x + WIDTH - 14, y + HEIGHT), (x + 14, y + HEIGHT)]
    fill = style["status"][status]["fill"]
    dash = (0, (2, 2))
    if fill:
        sheet.page.add_patch(Polygon(wedge, facecolor=fill, alpha=0.15, lw=0))
    edge = {"facecolor": "none", "edgecolor": colours[status], "lw": 1.2}
    sheet.page.add_patch(Polygon(wedge, **edge, ls=dash))


def _reference(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    sheet.page.plot(*at, "o", ms=6, mfc=colours["land"], mec=colours["ink2"], mew=1.3)


def _point(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    face = colours[status] if style["status"][status]["fill"] else "none"
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    sheet.page.plot(*at, "o", ms=7, mfc=face, mec=colours[status], mew=1.4)


def _flow(sheet: Sheet, x: float, y: float, status: str, colours: Json, style: Json) -> None:
    sign, middle = style["status"][status], y + HEIGHT / 2
    hollow = not sign["fill"]
    line = {"color": colours[status], "lw": sign["flowWidth"] / PX_PER_PT}
    dash = (0, (10 / sign["flowWidth"], 5 / sign["flowWidth"])) if hollow else "-"
    sheet.page.plot([x, x + WIDTH - 12], [middle, middle], ls=dash, **line)
    if hollow:
        core = {"color": colours["paper"], "lw": (sign["flowWidth"] - 3.2) / PX_PER_PT}
        sheet.page.plot([x, x + WIDTH - 12], [middle, middle], **core)
    head = [(x + WIDTH, middle), (x + WIDTH - 13, middle - 7), (x + WIDTH - 13, middle + 7)]
    face = colours["paper"] if hollow else colours[status]
    sheet.page.add_patch(Polygon(head, facecolor=face, edgecolor=colours[status], lw=1.3))


def _strip(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    middle = y + HEIGHT / 2
    sheet.page.plot([x, x + WIDTH], [middle, middle], color=colours["line"], lw=4.4, alpha=0.78)


def _distance(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    middle = y + HEIGHT / 2
    sheet.rule(x, middle, x + WIDTH, middle, colours["line"], 1.6)
    for end in (x, x + WIDTH):
        sheet.rule(end, middle - 6, end, middle + 6, colours["line"], 1.6)


def _ring(sheet: Sheet, x: float, y: float, _status: str, colours: Json, _style: Json) -> None:
    at = (x + WIDTH / 2, y + HEIGHT / 2)
    sheet.page.plot(*at, "o", ms=7, mfc="none", mec=colours["ink3"], mew=1.0)
