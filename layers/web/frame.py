"""The frame of the web map, composed by folium: map options, panes, zoom buttons.

Everything in it is constant and ours. Reports never come near it: branca, which renders folium's
templates, compiles what it has rendered a second time as a template, so a report that contains
``{{ … }}`` would run code on the server. Reports travel as JSON and are drawn by
``static/web/map.js`` with text nodes alone; so is the scale bar, in the reader's unit.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar

import branca.element
import folium
from branca.element import Element, Figure
from folium.map import CustomPane

# What lies over what, as CSS z-index. No mark hides a state border.
PANES: Mapping[str, int] = {
    "basemap": 200,
    "tiles": 250,
    "drapery": 260,
    "own": 300,
    "marks": 400,
    "borders": 410,
    "flows": 420,
    "labels": 500,
    "tools": 520,
}
# The region outlines are true to about 500 m: 7 pixels at zoom 11. Closer would promise more.
ZOOMS: Mapping[str, float] = {"minZoom": 2, "maxZoom": 11, "zoomSnap": 0.25}


class Verbatim:
    """Stands in for the template that branca makes of rendered text; gives the text back."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, **_: object) -> str:
        """Give the text; whatever a template would have been given is ignored."""
        return self.text


# ``MacroElement.render`` wraps rendered text in ``Element(text)``, which looks this name up when it
# is called; the templates of branca's own classes were compiled at import and stay what they are.
branca.element.Template = Verbatim


class DatelineMap(folium.Map):
    """A folium map that asks no other host for scripts or styles: Leaflet ships with Dateline."""

    default_js: ClassVar[list[tuple[str, str]]] = []
    default_css: ClassVar[list[tuple[str, str]]] = []


@cache
def frame_script() -> str:
    """Render the frame as the text of an ES module.

    Returns
    -------
    str
        ``export default (L) => map``. The ``L`` it is called with decides in which element the map
        is made, so that the same text serves a shadow root and a plain page.
    """
    figure = Figure()
    frame = DatelineMap(
        location=[45.0, 60.0],
        zoom_start=3,
        tiles=None,
        zoom_control="topright",
        attribution_control=False,  # Leaflet's sets innerHTML; map.js prints the sources as text
        max_bounds=True,
        min_lat=-85,
        max_lat=85,
        min_lon=-200,
        max_lon=200,
        keyboard_pan_delta=120,
        **ZOOMS,
    )
    frame.add_to(figure)
    for name, z_index in PANES.items():
        frame.add_child(CustomPane(name, z_index=z_index, pointer_events=True))
    for number, element in enumerate(_tree(frame)):
        element._id = str(number)  # noqa: SLF001  branca draws ids at random; ours must not change between runs
    figure.render()
    script = figure.script.render()
    return f"export default function frame(L) {{\n{script}\nreturn {frame.get_name()};\n}}\n"


def _tree(element: Element) -> Iterator[Any]:
    """List an element and everything under it, parents first."""
    yield element
    for child in element._children.values():  # noqa: SLF001  branca has no public way to walk its tree
        yield from _tree(child)
