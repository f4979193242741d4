"""The live host of present mode: a Streamlit component that lays a briefing over the page.

The browser's side is ``static/web/present-live.js``. The page that calls `present` calls it in
every run until it says that the presentation was left.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from layers.briefing.briefing import Briefing, to_json
from layers.web import assets, parcels, stubs
from layers.web.frame import frame_script

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.hosted("present-live.js", ".dateline-present", "The presentation")


def present(
    scene: bytes,
    briefing: Briefing,
    start: str = "",
    *,
    key: str = "present",
    on_leave: Callable[[], None] | None = None,
) -> str | None:
    """Present a briefing over the whole window.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``), with ``meta.style``, packed (``layers.web.packing``).
    start
        Id of the step to begin with; empty for the title page.
    key
        Another one for another presentation.
    on_leave
        Called when the presentation is left, before the run that follows.

    Returns
    -------
    str or None
        None while it goes on; then the id of the step at which it was left, empty for the title
        page.
    """
    result = _renderer()(
        key=key,
        data={
            "scene": parcels.address(scene, key),
            "frame": frame_script(),
            "briefing": to_json(briefing),
            "start": start,
            "base": assets.base(),
        },
        height="content",
        on_left_change=on_leave or _nothing,
    )
    left = result.get("left")
    return str(left["step"]) if isinstance(left, dict) else None


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_present",
        html='<div class="dateline-present"></div>',
        js=STUB,
        isolate_styles=True,
    )


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
