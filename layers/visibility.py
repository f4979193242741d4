"""What of a scene a view shows, and where the rest went.

The browser answers the same questions in static/web/visibility.js; both are held to the same cases.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from layers.facets import kind_on, passes
from layers.names import titled
from layers.since import News, new_reports, sign, since_text
from layers.view import View
from layers.window import classify

# Strongest first: a mark takes the strongest status among its visible items.
STATUSES = ("reported", "claimed", "estimated", "possible", "planned", "denied")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark with the items that are visible on it and the status it is drawn with.

    ``news`` says whether it is new, or more is said of it, since what the view is compared with.
    """

    mark: Json
    items: Sequence[Json]
    status: str
    news: News | None = None


@dataclass(frozen=True, slots=True)
class Visible:
    """What is drawn, in the order of the scene, and the counts of the strip.

    ``fates`` says of each item of the scene, by id, which count it is in: shown, outside,
    unlocated or hidden.
    """

    drawn: Sequence[Drawn]
    items: Sequence[Json]
    counts: Mapping[str, int]
    fates: Mapping[str, str]


def visible(scene: Json, view: View) -> Visible:
    """Apply a view to a scene.

    A mark that is ``nowhere`` (:mod:`layers.export.redaction`) has nothing to draw: its layer's
    switch alone is its.
    """
    items = {item["id"]: item for item in scene["items"]}
    layers = {layer["id"]: layer["on"] for layer in scene["layers"]} | dict(view.layers)
    fates = {id_: _fate(item, view) for id_, item in items.items()}
    drawn: list[Drawn] = []
    new = new_reports(scene, view.since)
    since = since_text(scene, view.since) if view.since else ""
    on_a_mark: set[str] = set()
    off_with_its_layer: set[str] = set()
    for mark in scene["marks"]:
        here = [items[id_] for id_ in mark["items"] if fates.get(id_) == "in"]
        ids = {item["id"] for item in here}
        if not (layers[mark["layer"]] and kind_on(mark, view.off)):
            off_with_its_layer |= ids
        elif here and not mark.get("nowhere"):
            on_a_mark |= ids
            every = [items[id_] for id_ in mark["items"] if id_ in items] if new else []
            signed = sign(every, here, new)
            news = News(signed, since) if signed else None
            drawn.append(Drawn(titled(mark, view.names), here, _strongest(here), news))
    counted = {id_: _count(id_, fate, on_a_mark, off_with_its_layer) for id_, fate in fates.items()}
    counts = Counter(counted.values())
    counts["undated"] = sum(_undated(item, view) for item in items.values() if _on(item, view))
    readable = [
        items[id_]
        for id_, fate in fates.items()
        if fate == "in" and (id_ in on_a_mark or id_ not in off_with_its_layer)
    ]
    counts["unverified"] = sum(item["review"] == "unverified" for item in readable)
    return Visible(drawn, readable, counts, counted)


def spans(scene: Json, view: View) -> list[tuple[Json, date | None, date | None]]:
    """List the items that a view has on, whatever its window, with the bounds of their days."""
    return [(item, *_bounds(item, view)) for item in scene["items"] if _on(item, view)]


def _on(item: Json, view: View) -> bool:
    switched_on = view.statuses.get(item["status"], True) and view.has(item["report"])
    return switched_on and passes(item, view.off)


def _bounds(item: Json, view: View) -> tuple[date | None, date | None]:
    names = ("reported", "reported") if view.axis == "reported" else ("earliest", "latest")
    earliest, latest = (date.fromisoformat(item[n]) if item[n] else None for n in names)
    return earliest, latest


def _undated(item: Json, view: View) -> bool:
    return classify(*_bounds(item, view), view.window) == "undated"


def _fate(item: Json, view: View) -> str:
    """Tell an item that is in the window ("in") from one outside or hidden by a switch."""
    if not _on(item, view):
        return "hidden"
    verdict = classify(*_bounds(item, view), view.window)
    if verdict == "outside":
        return "outside"
    hidden = (verdict == "possible" and view.certain_only) or (
        verdict == "undated" and not view.undated
    )
    return "hidden" if hidden else "in"


def _count(id_: str, fate: str, on_a_mark: set[str], off_with_its_layer: set[str]) -> str:
    if fate != "in":
        return fate
    if id_ in on_a_mark:
        return "shown"
    return "hidden" if id_ in off_with_its_layer else "unlocated"


def _strongest(items: Sequence[Json]) -> str:
    found = {item["status"] for item in items}
    return next(status for status in STATUSES if status in found)
