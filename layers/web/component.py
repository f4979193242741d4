"""The live host of the desk: a Streamlit component that mounts once and then receives new scenes.

The browser's side is ``static/web/map-live.js`` (``layers.web.assets`` serves it); what stands here
is the stub that finds it, and what is seen until it has come. ``data`` travels over the session's
own websocket and says where the scene can be fetched (``layers.web.parcels``): what is served as a
file is public and never holds reports.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from layers.web import assets, parcels, stubs, tiles
from layers.web.frame import frame_script

if TYPE_CHECKING:
    from streamlit.components.v2.bidi_component import ComponentResult
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.hosted("map-live.js", ".dateline-host", "The desk")
_HERE = Path(__file__).parent


def desk(
    scene: bytes,
    *,
    key: str,
    revision: tuple[str, str],
    initial: Mapping[str, Any] | None = None,
    file: Mapping[str, Any] | None = None,
    on_view: Callable[[], None] | None = None,
    on_action: Callable[[], None] | None = None,
) -> "ComponentResult":
    """Draw the desk (tiles, layers, map, evidence, timeline) in the page.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``), with ``meta.style``, packed (``layers.web.packing``).
    key
        Stays the same while the desk should stay mounted.
    revision
        The case, whose desks alone hand their view on to each other, and what tells this scene from
        every other. The browser says which one it holds, and a scene it holds
        is not sent again: a rerun after a move takes a few hundred bytes, however large the scene.
    initial
        A saved view (``serialise`` of ``static/web/state.js``) to open with, once. With ``opened``
        in it, it goes before the view that the browser remembers.
    file
        A file to save, once: ``id``, ``name`` and ``text``.
    on_view, on_action
        Called after the state ``view`` or the trigger ``action`` changed; both are in the result.
    """
    case, state = revision
    held = st.session_state.get(key, {}).get("held") == state
    news = (
        {}
        if held
        else {
            "scene": parcels.address(scene, key),
            "frame": frame_script(),
            "initial": initial,
            "tiles": tiles.choices(),
        }
    )
    return _renderer()(
        key=key,
        data={"case": case, "revision": state, "file": file, "base": assets.base(), **news},
        height="content",
        on_held_change=_nothing,
        on_view_change=on_view or _nothing,
        on_action_change=on_action or _nothing,
    )


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_desk",
        html=(_HERE / "waiting.html").read_text(encoding="utf-8"),
        css=(_HERE / "waiting.css").read_text(encoding="utf-8"),
        js=STUB,
        isolate_styles=True,
    )


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
