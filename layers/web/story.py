"""The one-file story: a briefing to step through, and the live map behind it, in one HTML file.

It is written as the one-file map is (:mod:`layers.web.page`) and asks nobody for anything.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from layers.briefing.briefing import Briefing, to_json
from layers.view import Camera, View
from layers.web.page import Json, Program, write

STORY = Program("story.js", "openStory", ("present.css",))
CLOSER = 1
"""Zoom levels that a large screen may look closer than the pane in which a camera was kept."""


def story_page(scene: Json, briefing: Briefing, *, notes: bool = True) -> bytes:
    """Write a briefing as one HTML file.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``).
    notes
        Whether the presenter's notes go along: for presenting from the file, not for handing on.

    Returns
    -------
    bytes
        UTF-8. The same scene and briefing give the same bytes.
    """
    told: dict[str, Any] = {
        "title": briefing.title or "Briefing",
        "briefing": to_json(_shared(briefing, notes=notes)),
    }
    return write(STORY, scene, told, tuple(_cameras(briefing)))


def _shared(briefing: Briefing, *, notes: bool) -> Briefing:
    """Leave out what the file has no use for."""
    steps = briefing.steps if notes else tuple(replace(step, notes="") for step in briefing.steps)
    return replace(briefing, steps=steps, basis={})


def _cameras(briefing: Briefing) -> Iterator[Camera]:
    for step in briefing.steps:
        camera = View.from_json(step.view).camera
        if camera:
            yield replace(camera, zoom=camera.zoom + CLOSER)
