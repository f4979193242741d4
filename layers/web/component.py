"""The live host of the desk: a Streamlit component that mounts once and then receives new scenes.

The browser's side is ``static/web/map-live.js``, imported from the app's static files, which
Streamlit serves as ``application/javascript``; what stands here is the stub that finds it. Reports
travel in ``data`` over the session's own websocket: ``/app/static`` is public and never holds them.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from layers.web.frame import frame_script

if TYPE_CHECKING:
    from streamlit.components.v2.bidi_component import ComponentResult
    from streamlit.components.v2.types import ComponentRenderer
    from streamlit.elements.lib.layout_utils import Height

# Streamlit takes a `js` or `css` of one line for a path.
STUB = """
export default function (component) {
  const base = new URL("app/static/", document.baseURI).href;
  const host = component.parentElement.querySelector(".dateline-host");
  const mounted = import(`${base}web/map-live.js`)
    .then((live) => live.host(component, host, base));
  mounted.catch((error) => {
    host.textContent = `The desk did not load: ${error.message}. Reload the page; if that does not`
      + " help, check that server.enableStaticServing is on.";
  });
  return () => mounted.then((unmount) => unmount(), () => {});
}
"""
# The desk fills the window under the page's header, which is 46 px high (views/frame.css).
SHEET = """
.dateline-host { position: relative; width: 100%; height: calc(100dvh - 46px); overflow: hidden; }
"""


def desk(
    scene: Mapping[str, Any],
    *,
    key: str,
    revision: str,
    initial: Mapping[str, Any] | None = None,
    file: Mapping[str, Any] | None = None,
    height: "Height" = "content",
    on_view: Callable[[], None] | None = None,
    on_action: Callable[[], None] | None = None,
) -> "ComponentResult":
    """Draw the desk (tiles, layers, map, evidence, timeline) in the page.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``), with ``meta.style``.
    key
        Stays the same while the desk should stay mounted.
    revision
        Tells this scene from every other. The browser says which one it holds, and a scene it holds
        is not sent again: a rerun after a move takes a few hundred bytes, however large the scene.
    initial
        A saved view (``serialise`` of ``static/web/state.js``) to open with, once.
    file
        A file to save, once: ``id``, ``name`` and ``text``.
    height
        Height of the component, as Streamlit takes it.
    on_view, on_action
        Called after the state ``view`` or the trigger ``action`` changed; both are in the result.
    """
    held = st.session_state.get(key, {}).get("held") == revision
    news = {} if held else {"scene": scene, "frame": frame_script(), "initial": initial}
    return _renderer()(
        key=key,
        data={"revision": revision, "file": file, **news},
        height=height,
        on_held_change=_nothing,
        on_view_change=on_view or _nothing,
        on_action_change=on_action or _nothing,
    )


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_desk",
        html='<div class="dateline-host"></div>',
        css=SHEET,
        js=STUB,
        isolate_styles=True,
    )


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
