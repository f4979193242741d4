"""Coverage: land that reports speak of is tinted, other land is hatched; both follow the window."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Mount = Callable[..., Page]
KURSK = "p:ne:RU-KRS"
VIEW = {"camera": {"lat": 51.5, "lon": 36.5, "zoom": 6.5}, "layers": {"coverage": True}}
INSIDE, OTHER = [52.6, 33.6], [49.5, 34.9]
WEST, SOUTH, EAST, NORTH = 33.0, 50.2, 39.0, 53.0

# What share of a square of 60 pixels about a spot has one colour.
PLAIN = """([lat, lon]) => {
  const canvas = tree.querySelector('.leaflet-basemap-pane canvas');
  const frame = canvas.getBoundingClientRect();
  const { lat: y, lon: x, zoom } = state.get().camera;
  const north = (lat) => (1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2;
  const world = (lon, lat) => [(lon + 180) / 360, north(lat)].map((each) => each * 256 * 2 ** zoom);
  const [a, b] = [world(lon, lat), world(x, y)];
  const host = document.getElementById('host').getBoundingClientRect();
  const left = host.width / 2 + a[0] - b[0] - frame.x - 30;
  const top = host.height / 2 + a[1] - b[1] - frame.y - 30;
  const { data } = canvas.getContext('2d').getImageData(left, top, 60, 60);
  const found = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const key = data.slice(i, i + 3).join();
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return Math.max(...found.values()) / 3600;
}"""


@pytest.fixture
def covered(scene: dict[str, Any]) -> dict[str, Any]:
    """Give the scene coverage: one square that holds Kursk Oblast."""
    items = next(mark["items"] for mark in scene["marks"] if mark["id"] == KURSK)
    ring = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]
    scene["layers"].append({"id": "coverage", "label": "Coverage", "on": False})
    scene["coverage"] = [
        {
            "id": "RU-KRS",
            "name": "Kursk Oblast",
            "country": "RU",
            "whole": False,
            "items": items,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
    ]
    for mark in scene["marks"]:
        mark["items"] = mark["items"] if mark["id"] == KURSK else []
    return scene


def test_land_without_a_report_is_hatched_and_land_with_one_is_tinted(
    mount: Mount, covered: dict[str, Any]
) -> None:
    page = mount(covered, view=VIEW)
    assert page.evaluate(PLAIN, INSIDE) > 0.9, "covered: one tint"
    hatched = page.evaluate(PLAIN, OTHER)
    page.evaluate("state.set({ layers: { coverage: false } })")
    page.evaluate("frames()")
    assert page.evaluate(PLAIN, OTHER) > hatched + 0.05, "off: plain land"


def test_coverage_says_how_many_reports_and_follows_the_window(
    mount: Mount, covered: dict[str, Any]
) -> None:
    page = mount(covered, view=VIEW)
    words = "[...tree.querySelectorAll('text')].map((t) => t.textContent).join('|')"
    assert " reports" in page.evaluate(words)
    page.evaluate(
        "state.set({ undated: false, certainOnly: true,"
        " window: { from: '1990-01-01', to: '1990-01-02' } })"
    )
    page.evaluate("frames()")
    assert " report" not in page.evaluate(words)
    assert page.evaluate(PLAIN, INSIDE) < 0.85, "nothing in the window: hatched"
    assert page.evaluate("state.facets().layers.get('coverage')") == 0
