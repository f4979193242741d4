"""The picture that plates are measured beside: folium's map of the same scene, through a browser.

folium writes PNG by opening its page in a browser, waiting, and photographing it. Here Playwright
does what Selenium does there, and the three seconds that folium waits to be safe are left out.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import folium

from bench.browser import chromium, window
from bench.map.rival import read

Json = Mapping[str, Any]

SIZE = {"width": 1920, "height": 1080}
# The paths are in the page once the map has drawn what it was given.
DRAWN = "path.leaflet-interactive"
COLOUR = "#b34a00"


def page(scene: Json, ground: Path) -> str:
    """Write the page: countries, then places as areas and circles, and movements as lines."""
    world = folium.Map(location=[45, 80], zoom_start=3, tiles=None)
    folium.GeoJson(read(str(ground))).add_to(world)
    for mark in scene["marks"]:
        outline = mark.get("path") or mark.get("geometry")
        if outline and outline["type"] != "Point":
            folium.GeoJson(outline, style_function=_style).add_to(world)
        elif "lat" in mark:
            at = [mark["lat"], mark["lon"]]
            folium.CircleMarker(at, radius=5, color=COLOUR, fill=True).add_to(world)
    root = world.get_root()
    return str(root.render())


def png(html: str, folder: Path) -> bytes:
    """Open a page in a browser of its own and photograph it."""
    file = folder / "rival.html"
    file.write_text(html, encoding="utf-8")
    with chromium() as browser, window(browser, "file:", helped=True) as (opened, _):
        opened.set_viewport_size(SIZE)  # type: ignore[arg-type] # a plain dict will do
        opened.goto(file.as_uri())
        opened.locator(DRAWN).first.wait_for(state="attached")
        return opened.screenshot()


def _style(_feature: Json) -> dict[str, Any]:
    return {"color": COLOUR, "weight": 2}
