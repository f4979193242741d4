"""A view as a finished plate."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shapely.geometry import LineString, Point, box, shape

from layers.plate import furniture
from layers.plate.panel import Panel, draw
from layers.plate.projection import Frame, frame_of_camera, frame_of_points
from layers.plate.sheet import Sheet, new_sheet
from layers.style import style
from layers.view import View
from layers.visibility import Drawn, Visible, visible

Json = Mapping[str, Any]

WIDTH, HEIGHT = 1920, 1080
MARGIN = 44.0
MAP = (MARGIN, 118.0, 1240.0, 706.0)
COLUMN_X = 1316.0
NOT_VERIFIED = (
    "Figures are claims by those named and were not verified."
    " Movements are schematic great circles, not routes."
)


@dataclass(frozen=True, slots=True)
class Plate:
    """A PNG, the alternative text that goes with it, and the names that found no room."""

    png: bytes
    alt: str
    dropped: tuple[str, ...]


def render(scene: Json, view: View, title: str | None = None, theme: str = "light") -> Plate:
    """Draw a view as a plate of 1920 × 1080 pixels.

    The same scene and view give the same bytes.

    Parameters
    ----------
    title
        Set by the user; otherwise one that names the places and says whose words these are.
    """
    colours, shown = style()[theme], visible(scene, view)
    sheet = new_sheet(WIDTH, HEIGHT, colours["panel"])
    panel = Panel(sheet, _frame(shown, view), MAP, colours)
    furniture.scale_bar(panel, colours)
    dropped = draw(panel, shown.drawn, style())
    framed = [one for one in shown.drawn if in_frame(panel, one)]
    words = title or headline(framed or shown.drawn)
    subtitle = window_text(scene, view)
    furniture.title(sheet, MARGIN, words, subtitle, WIDTH - 2 * MARGIN, colours)
    furniture.legend(sheet, MARGIN, 842, MAP[2], framed, colours, style())
    _column(sheet, scene, shown, framed, colours)
    small = _small_print(scene, shown, panel.frame, [label.lines[0].words for label in dropped])
    furniture.footer(sheet, MARGIN, 928, WIDTH - 2 * MARGIN, small, colours)
    png = io.BytesIO()
    alt = f"{words}. {subtitle} {furniture.counts_text(shown)}"
    metadata = {"Software": "Dateline", "Title": words, "Description": alt}
    sheet.figure.savefig(png, format="png", metadata=metadata)
    return Plate(png.getvalue(), alt, tuple(label.lines[0].words for label in dropped))


def in_frame(panel: Panel, one: Drawn) -> bool:
    """Tell whether any of a mark is inside the panel: only that is explained and quoted."""
    mark = one.mark
    if mark["layer"] == "flows":
        geometry = shape(mark["path"])
    elif mark["layer"] == "distances":
        geometry = LineString([mark["from"], mark["to"]])
    elif mark["wide"]:
        geometry = Point(mark["lon"], mark["lat"])
    else:
        geometry = shape(mark["geometry"])
    return bool(panel.frame.project(geometry).intersects(box(*panel.frame.box)))


def _frame(shown: Visible, view: View) -> Frame:
    aspect = MAP[2] / MAP[3]
    if view.camera:
        return frame_of_camera(view.camera, aspect)
    return frame_of_points([p for one in shown.drawn for p in _points(one)], aspect)


def _points(one: Drawn) -> list[tuple[float, float]]:
    """Give the points that a plate without a camera has to show; countries do not stretch it."""
    mark = one.mark
    if mark["layer"] == "offsets":
        left, bottom, right, top = shape(mark["geometry"]).bounds
        return [(left, bottom), (right, top)]
    if mark["layer"] != "places" or mark["wide"]:
        return []
    return [(mark["lon"], mark["lat"])]


def _column(
    sheet: Sheet, scene: Json, shown: Visible, framed: Sequence[Drawn], colours: Json
) -> None:
    column = furniture.Column(COLUMN_X, WIDTH - MARGIN - COLUMN_X, 916)
    y = _heading(sheet, "Figures as stated", 118, colours)
    ids = {item["id"] for item in shown.items}
    groups = [group for group in scene["groups"] if ids & set(group["claims"])]
    half = furniture.Column(column.x, column.width, 118 + 30 + 68 * 5)
    y = furniture.figures(sheet, half, y, groups, colours)
    y = _heading(sheet, "What the reports say", y + 10, colours)
    reports = {report["id"]: report for report in scene["reports"]}
    furniture.quotes(sheet, column, y, framed or shown.drawn, reports, colours)


def _heading(sheet: Sheet, words: str, y: float, colours: Json) -> float:
    sheet.text(COLUMN_X, y + 14, words.upper(), 13, weight=700, color=colours["ink3"])
    sheet.rule(COLUMN_X, y + 22, WIDTH - MARGIN, y + 22, colours["rule"], 1)
    return y + 30


def headline(drawn: Sequence[Drawn]) -> str:
    """Name the places that most is said of, and whose words these are; never assert."""
    named = [one for one in drawn if _is_subject(one.mark)]
    ranked = sorted(named, key=lambda one: -len(one.items))
    names = [one.mark["name"] for one in ranked[:3]]
    count = len({item["report"] for one in drawn for item in one.items})
    said = f"what {count} report{' says' if count == 1 else 's say'}"
    return f"{_listed(names)}: {said}" if names else said.capitalize()


def _is_subject(mark: Json) -> bool:
    """Tell whether something is said to be at a mark: a place that is more than a reference."""
    return mark["layer"] == "places" and not mark["wide"] and not mark.get("reference")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def window_text(scene: Json, view: View) -> str:
    """Print the window of the data: its days and axis, not today's date."""
    axis = "event" if view.axis == "event" else "publication"
    start, end = view.window.start, view.window.end
    if start or end:
        days = (
            f"{long_day(start) if start else 'start'} to {long_day(end) if end else 'last report'}"
        )
        shown = f"Shown by {axis} date: {days}"
    else:
        shown = "All dates shown"
    published = sorted(r["published"] for r in scene["reports"] if r["published"])
    if not published:
        return f"{shown} · publication days not known."
    first, last = (long_day(date.fromisoformat(day)) for day in (published[0], published[-1]))
    span = first if first == last else f"{first} – {last}"
    return f"{shown} · reports published {span}."


def long_day(day: date) -> str:
    """Print a day as 27 June 2025."""
    return f"{day.day} {day:%B %Y}"


def _small_print(scene: Json, shown: Visible, frame: Frame, dropped: Sequence[str]) -> list[str]:
    used = {item["report"] for item in shown.items}
    sources = "; ".join(furniture.credit(r) for r in scene["reports"] if r["id"] in used)
    meta = scene["meta"]
    as_of = long_day(date.fromisoformat(meta["asOf"])) if meta["asOf"] else "not known"
    sample = " · sample corpus: summaries written for this project" if meta["sample"] else ""
    counts = furniture.counts_text(shown)
    left_out = f" Not labelled for want of room: {', '.join(dropped)}." if dropped else ""
    return [
        f"As of {as_of} ({meta['zone']}), the newest report{sample}. {counts}.",
        f"{NOT_VERIFIED} Projection: {frame.name}; WGS 84.{left_out}",
        f"Boundaries: {meta['policy']} Data: {', '.join(meta['attribution'])}.",
        f"Sources: {sources}.",
    ]
