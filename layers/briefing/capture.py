"""What the map shows as a step of a briefing: its view, and a caption that quotes."""

from collections.abc import Mapping, Sequence
from typing import Any

from layers.briefing.briefing import Line, Step
from layers.briefing.captions import Said, figure_line, said, sentence_line, told_of
from layers.briefing.edit import kept_view
from layers.plate.plan import in_frame
from layers.plate.projection import frame_of_camera
from layers.prose.headings import heading, headline
from layers.prose.quote import key_of
from layers.prose.words import plain
from layers.view import View
from layers.visibility import Drawn, Visible, visible

Json = Mapping[str, Any]

MOST_LINES = 3
PANE_ASPECT = 1.6
"""Of the live map's pane: what it shows is what the caption is about."""


def capture(scene: Json, view: Json) -> Step:
    """Make a step of a desk's view: about what is selected, else about what the map shows.

    Parameters
    ----------
    view
        As static/web/state.js writes it, with its camera and selection.

    Returns
    -------
    Step
        Without an id: the briefing gives it one (:func:`layers.briefing.edit.add`).

    Raises
    ------
    ValueError
        When the view cannot be read.
    """
    read = View.from_json(view)
    shown = visible(scene, read)
    told = said(scene, shown.items)
    selected = view.get("selection")
    title, lines = _selected(scene, shown, told, selected) if selected else ("", [])
    if not lines:
        title, lines = _framed(shown, told, read)
    return Step("", "view", title, kept_view(view), tuple(lines[:MOST_LINES]))


def _selected(scene: Json, shown: Visible, told: Said, ref: Json) -> tuple[str, list[Line]]:
    """Caption a selection; nothing is said of one that is not in view."""
    kind, id_ = ref.get("kind"), ref.get("id")
    marks = [one for one in shown.drawn if kind == "mark" and one.mark["id"] == id_]
    groups = [group for group in scene["groups"] if kind == "group" and group["id"] == id_]
    item = told.items.get(str(id_)) if kind == "item" else None
    if marks:
        name = plain(marks[0].mark.get("name"))
        return _caption([name] if name else [], marks, told)
    if groups:
        claims = [told.items[each] for each in groups[0]["claims"] if each in told.items]
        title = heading([plain(groups[0]["label"])], len({claim["report"] for claim in claims}))
        return title, [figure_line(groups[0], claims, told.reports)] if claims else []
    if item:
        name = plain(item.get("name") or item.get("label") or item["text"])
        return heading([name], 1), [sentence_line(told, key_of(item))]
    return "", []


def _framed(shown: Visible, told: Said, view: View) -> tuple[str, list[Line]]:
    drawn = shown.drawn
    if view.camera:
        frame = frame_of_camera(view.camera, PANE_ASPECT)
        drawn = [one for one in drawn if in_frame(frame, one)]
    return plain(headline(drawn)), _quoted(drawn, told)


def _caption(names: Sequence[str], marks: Sequence[Drawn], told: Said) -> tuple[str, list[Line]]:
    reports = {item["report"] for one in marks for item in one.items}
    return heading(names, len(reports)), _quoted(marks, told)


def _quoted(marks: Sequence[Drawn], told: Said) -> list[Line]:
    """Quote what is said to be so of marks; of marks only planned or possible, what is."""
    ranked = sorted(marks, key=lambda one: -len(one.items))
    ahead = dict.fromkeys(key_of(item) for one in ranked for item in one.items)
    keys = told_of(told, ranked) or list(ahead)
    return [sentence_line(told, key) for key in keys[:MOST_LINES]]
