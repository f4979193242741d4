"""What is seen of a scene in one view, or in all views of a briefing together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from layers.briefing.briefing import Briefing
from layers.prose.words import day_text, plain
from layers.view import View
from layers.visibility import Visible, visible

Json = Mapping[str, Any]

IN_NO_VIEW = "outside the dates of every view, or switched off in it"
FACETS = {
    "category": "categories",
    "source": "sources",
    "kind": "kinds of places",
    "review": "what is",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen.

    Attributes
    ----------
    views
        How many views there are.
    total
        Items of the scene.
    items, marks
        Those that are seen in any view.
    undated, undated_shown
        Items without a day on the axis, and whether they are seen.
    unlocated
        Items that are seen and on no map.
    left_out
        How many items are not seen, and why.
    """

    views: int
    total: int
    items: Sequence[Json]
    marks: Sequence[Json]
    undated: int
    undated_shown: bool
    unlocated: int
    left_out: Sequence[tuple[int, str]]


def seen(scene: Json, shared: View | Briefing) -> Seen:
    """Tell what is seen of a scene."""
    if isinstance(shared, View):
        return _in_one(scene, shared, visible(scene, shared))
    views = [View.from_json(step.view) for step in shared.steps]
    if len(views) == 1:
        return _in_one(scene, views[0], visible(scene, views[0]))
    return _in_all(scene, views)


def _in_one(scene: Json, view: View, shown: Visible) -> Seen:
    counts, total = shown.counts, len(scene["items"])
    reasons = (
        (counts.get("outside", 0), f"outside the dates shown, {dates(view)}"),
        (counts.get("hidden", 0), f"switched off here ({'; '.join(switched_off(scene, view))})"),
    )
    return Seen(
        views=1,
        total=total,
        items=shown.items,
        marks=[one.mark for one in shown.drawn],
        undated=counts.get("undated", 0),
        undated_shown=view.undated,
        unlocated=counts.get("unlocated", 0),
        left_out=[(count, why) for count, why in reasons if count],
    )


def _in_all(scene: Json, views: Sequence[View]) -> Seen:
    shown = [visible(scene, view) for view in views]
    items = {item["id"]: item for each in shown for item in each.items}
    marks = {one.mark["id"]: one.mark for each in shown for one in each.drawn}
    located = {item["id"] for each in shown for one in each.drawn for item in one.items}
    rest = len(scene["items"]) - len(items)
    return Seen(
        views=len(views),
        total=len(scene["items"]),
        items=list(items.values()),
        marks=list(marks.values()),
        undated=sum(not item["dated"] for item in items.values()),
        undated_shown=True,
        unlocated=len(items.keys() - located),
        left_out=[(rest, IN_NO_VIEW)] if rest else [],
    )


def dates(view: View) -> str:
    """Print the window of a view.

    >>> dates(View.from_json({"window": {"from": None, "to": "2025-06-26"}})).split()
    ['up', 'to', '26', 'Jun', '2025', '(by', 'event)']
    """
    first, last = view.window.start, view.window.end
    axis = "by event" if view.axis == "event" else "by publication"
    words = [f"from {_day(first)}" if first else "", f"up to {_day(last)}" if last else ""]
    return f"{' '.join(filter(None, words)) or 'all dates'} ({axis})"


def _day(day: date) -> str:
    return day_text(day.isoformat())


def switched_off(scene: Json, view: View) -> Iterator[str]:
    """Name what a view has switched off; ids that the scene lacks are left out."""
    on = {layer["id"]: layer["on"] for layer in scene["layers"]} | dict(view.layers)
    layers = [layer["label"] for layer in scene["layers"] if not on[layer["id"]]]
    reports = [each["ref"] for each in scene["reports"] if view.reports.get(each["id"]) is False]
    statuses = [status for status, is_on in view.statuses.items() if not is_on]
    listed = {
        "layers": layers,
        "reports": reports,
        "statuses": statuses,
        **{FACETS[facet]: keys for facet, keys in view.off.items() if facet in FACETS},
    }
    yield from (f"{name}: {', '.join(map(plain, of))}" for name, of in listed.items() if of)
    if view.certain_only:
        yield "what lies in the dates only possibly"
    if not view.undated:
        yield "what has no day"
