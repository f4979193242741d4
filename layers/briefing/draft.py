"""A first briefing from a view: what the reports say of it, what they plan, what nobody knows.

The order is that of a spoken briefing: the whole, the places of which most is said, the figures
with their disagreements, apart from these what is planned or possible, what is not known, and the
sources. The same scene and view give the same briefing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from layers.briefing import unknown
from layers.briefing.basis import basis
from layers.briefing.briefing import Briefing, Line, Step
from layers.briefing.camera import camera_on
from layers.briefing.captions import (
    Said,
    figure_line,
    is_ahead,
    notes_of,
    ranked_groups,
    said,
    sentence_line,
    told_of,
)
from layers.briefing.edit import clean, kept_view
from layers.briefing.scenery import main_places, near, spots
from layers.briefing.voices import basis_line, source_lines
from layers.prose.figures import AHEAD
from layers.prose.headings import heading, headline
from layers.prose.quote import Key, key_of
from layers.prose.words import plain, precision_text
from layers.view import View
from layers.visibility import STATUSES, Visible, visible

Json = Mapping[str, Any]

MOST_STEPS = 7
MOST_LINES = 5
LEADING, AHEAD_LEADING = 2, 1
"""Matters with figures that the overview names: of what is, and of what is to come."""
NAMED = 3
MOST_NOTES = 8
FIGURED = frozenset({"overview", "figures", "planned"})
"""Kinds of steps whose lines quote figures: the notes have their sentences."""
NOTHING = "No report is in view"


@dataclass(frozen=True, slots=True)
class _Matter:
    """What all steps are made from."""

    scene: Json
    view: Json
    shown: Visible
    told: Said

    def step(self, kind: str, title: str, lines: Sequence[Line], changes: Json) -> Step:
        """Make a step under the view with some changes; its id comes later.

        Its camera has the marks in sight that its lines cite, unless the changes have another.
        """
        cited = {id_ for line in lines for id_ in line.cites}
        about = [one for one in self.shown.drawn if any(i["id"] in cited for i in one.items)]
        camera = camera_on(spots(about)) or self.overview
        notes = notes_of(self.told, lines, MOST_NOTES) if kind in FIGURED else ""
        view = {**self.view, "camera": camera, "selection": None, **changes}
        return Step("", kind, title, view, tuple(lines), notes)

    @property
    def overview(self) -> Json | None:
        """Give the camera that shows all."""
        return camera_on(spots(self.shown.drawn))


def draft(scene: Json, view: Json) -> Briefing:
    """Make a briefing of what a view shows.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``).
    view
        As static/web/state.js writes it; its camera and selection are not looked at.

    Returns
    -------
    Briefing
        Without an id, which is the store's to give. At most `MOST_STEPS` steps. It notes what the
        reports say now, to be compared with later.
    """
    shown = visible(scene, View.from_json(view))
    matter = _Matter(scene, kept_view(view), shown, said(scene, shown.items))
    before = [_overview(matter), *_figures(matter), *_planned(matter)] if shown.items else []
    after = [_unknown(matter), *_sources(matter)]
    places = list(_places(matter, MOST_STEPS - len(before) - len(after)))
    steps = [*before[:1], *places, *before[1:], *after]
    made = Briefing(
        id="",
        title=plain(headline(shown.drawn)) if shown.items else NOTHING,
        steps=tuple(replace(step, id=f"s{number}") for number, step in enumerate(steps, 1)),
        names=str(view.get("names") or "both"),
        basis=basis(scene),
    )
    return clean(made)


def _overview(matter: _Matter) -> Step:
    facts, plans = (list(_matters(matter, ahead=ahead)) for ahead in (False, True))
    lines = [line for _, line in (*facts[:LEADING], *plans[:AHEAD_LEADING])]
    lines = lines or [sentence_line(matter.told, key) for key in list(matter.told.sentences)[:1]]
    made = matter.step(
        "overview", plain(headline(matter.shown.drawn)), lines, {"camera": matter.overview}
    )
    return replace(made, lines=(*lines, basis_line(matter.scene, matter.shown.items)))


def _places(matter: _Matter, room: int) -> Iterator[Step]:
    """Give a step for each of the places, or clusters of them, that most is said to be so of."""
    before: set[Key] = set()
    for cluster in main_places(matter.shown.drawn, room):
        keys = [key for key in told_of(matter.told, cluster) if key not in before]
        chosen = keys[:MOST_LINES]
        if not chosen:
            continue
        before |= set(chosen)
        names = list(dict.fromkeys(plain(one.mark["name"]) for one in cluster))[:NAMED]
        reports = len({key[0] for key in chosen})
        only = {"kind": "mark", "id": cluster[0].mark["id"]} if len(cluster) == 1 else None
        lines = [sentence_line(matter.told, key) for key in chosen]
        changes = {"camera": camera_on(near(cluster)), "selection": only}
        made = matter.step("place", heading(names, reports), lines, changes)
        closely = (f"{plain(one.mark['name'])}: {precision_text(one.mark)}." for one in cluster)
        yield replace(made, notes="\n".join(islice(closely, MOST_NOTES)))


def _matters(matter: _Matter, *, ahead: bool) -> Iterator[tuple[Json, Line]]:
    """Give the groups with a line about those of their claims that are shown, ahead or not."""
    for group in ranked_groups(matter.scene):
        shown = (matter.told.items.get(id_) for id_ in group["claims"])
        items = [item for item in shown if item and is_ahead(item) == ahead]
        if items:
            yield group, figure_line(group, items, matter.told.reports)


def _figures(matter: _Matter) -> Iterator[Step]:
    found = list(_matters(matter, ahead=False))
    if not found:
        return
    first, lines = found[0][0], [line for _, line in found[:MOST_LINES]]
    if left := found[MOST_LINES:]:
        labels = dict.fromkeys(plain(group["label"]) for group, _ in left)
        cites = tuple(id_ for _, line in left for id_ in line.cites)
        lines = [*lines, Line(f"Figures are stated of these, too: {'; '.join(labels)}.", cites)]
    changes = {"selection": {"kind": "group", "id": first["id"]}}
    yield matter.step("figures", "Figures, as the reports state them", lines, changes)


def _planned(matter: _Matter) -> Iterator[Step]:
    """Give what is planned or possible, under a view that shows nothing else."""
    lines = [line for _, line in _matters(matter, ahead=True)]
    cited = {key_of(matter.told.items[id_]) for line in lines for id_ in line.cites}
    keys = dict.fromkeys(key_of(item) for item in matter.shown.items if is_ahead(item))
    left = [key for key in keys if key not in cited]
    lines = [*lines, *(sentence_line(matter.told, key) for key in left)][:MOST_LINES]
    if not lines:
        return
    on = matter.view.get("statuses") or {}
    statuses = {
        status: status in AHEAD and on.get(status, True) is not False for status in STATUSES
    }
    title = "Planned or possible, as the reports state it"
    yield matter.step("planned", title, lines, {"statuses": statuses})


def _unknown(matter: _Matter) -> Step:
    lines = unknown.lines(matter.scene, matter.shown, View.from_json(matter.view))
    layers = matter.view.get("layers") or {}
    coverage = {"coverage": True} if "coverage" in matter.scene else {}
    changes = {"layers": {**layers, **coverage}, "camera": matter.overview}
    return matter.step("unknown", "What is not known", lines, changes)


def _sources(matter: _Matter) -> Iterator[Step]:
    lines = source_lines(matter.scene, matter.shown.items)
    if lines:
        yield matter.step("sources", "Sources", lines, {"camera": matter.overview})
