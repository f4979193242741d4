"""The analyst's own layers on the map: under the marks, with a card, as text and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.layers.own.scenes import ID, NAME, SOURCE, own_scene

ATTACK = Path(__file__).resolve().parents[2] / "attack/vectors.json"
PAYLOADS = [vector["payload"] for vector in json.loads(ATTACK.read_text("utf-8"))]
NEAR = {"camera": {"lat": 52.4, "lon": 36.0, "zoom": 6}}
INK = "74, 58, 167"

# Pixels of the layer's canvas that are the layer's colour.
PAINTED = """([r, g, b]) => {
  const canvas = tree.querySelector(".leaflet-own-pane canvas");
  if (!canvas) return 0;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255) count += 1;
  }
  return count;
}"""


@pytest.fixture
def own(scene: dict[str, Any]) -> dict[str, Any]:
    """Give the browser's scene with a layer."""
    made = own_scene()
    return {**made, "meta": {**made["meta"], "style": scene["meta"]["style"]}}


def painted(page: Page) -> int:
    ink = [int(part) for part in INK.split(", ")]
    return int(page.evaluate(PAINTED, ink))


def at(page: Page, lon: float, lat: float) -> tuple[float, float]:
    """Say where a spot is on the screen."""
    script = """async ([lon, lat]) => {
      const { viewOf } = await import("/static/web/map-overlay.js");
      const { world } = await import("/static/web/map-geometry.js");
      const { lat: y, lon: x, zoom } = state.get().camera ?? view.camera;
      const scale = 2 ** zoom;
      const [[cx, cy], [px, py]] = [world(x, y), world(lon, lat)];
      const box = tree.querySelector(".dl-canvas").getBoundingClientRect();
      const [left, top] = [box.left + box.width / 2, box.top + box.height / 2];
      return [left + (px - cx) * scale, top + (py - cy) * scale];
    }"""
    x, y = page.evaluate(script, [lon, lat])
    return x, y


def test_a_layer_is_painted_named_and_switched_off(bare: Page, own: dict[str, Any]) -> None:
    bare.evaluate("([s, v]) => window.mount(s, v)", [own, NEAR])
    assert painted(bare) > 100
    under = bare.evaluate(
        "['own', 'marks'].map((p) => Number(getComputedStyle("
        "tree.querySelector(`.leaflet-${p}-pane`)).zIndex))"
    )
    assert under[0] < under[1]
    bare.mouse.move(*at(bare, 36.9, 52.3))
    bare.wait_for_function("all('.dl-tip').some((tip) => !tip.hidden)")
    told = bare.evaluate("all('.dl-tip').find((tip) => !tip.hidden).textContent")
    assert told == f"A · {NAME}. Own layer, not from the reports"
    bare.mouse.click(*at(bare, 36.9, 52.3))
    card = bare.evaluate("all('.dl-own-card')[0].innerText")
    assert f"Source: {SOURCE}" in card
    assert "Own layer, not from the reports. Not filtered by date." in card
    bare.evaluate(
        f"async () => {{ state.set({{ layers: {{ '{ID}': false }} }}); await frames(); }}"
    )
    assert painted(bare) == 0
    assert bare.evaluate("all('.dl-own-card')[0].hidden")


NAMES = """() => all("g.dl-label").map((label) => {
  const { x, y, right, bottom } = label.getBoundingClientRect();
  const [kind, text] = [label.dataset.label, label.textContent];
  const fill = label.querySelector("text").getAttribute("fill");
  return { kind, text, fill, box: [x, y, right, bottom] };
})"""


def named(page: Page) -> dict[str, str]:
    """Give the names of own features that stand on the map, with their inks."""
    page.evaluate("frames()")
    return {each["text"]: each["fill"] for each in page.evaluate(NAMES) if each["kind"] == "own"}


def test_features_are_named_in_their_ink_and_give_way_to_places(
    bare: Page, own: dict[str, Any]
) -> None:
    (row,) = own["own"]
    row["features"].append({**row["features"][0], "name": "Feature 4"})
    bare.evaluate("([s, v]) => window.mount(s, v)", [own, NEAR])
    before = [each["text"] for each in bare.evaluate(NAMES) if each["kind"] == "place"]
    assert named(bare) == dict.fromkeys("ABC", row["inks"]["light"])
    bare.evaluate("state.set({ theme: 'dark' })")
    assert named(bare) == dict.fromkeys("ABC", row["inks"]["dark"])
    bare.evaluate(f"state.set({{ layers: {{ '{ID}': false }} }})")
    assert named(bare) == {}
    after = [each["text"] for each in bare.evaluate(NAMES) if each["kind"] == "place"]
    assert sorted(after) == sorted(before)


def test_a_layer_of_thousands_names_some_and_covers_no_other_name(
    bare: Page, own: dict[str, Any]
) -> None:
    (row,) = own["own"]
    spots = [(26.0 + n % 100 / 5, 48.0 + n // 100 / 7) for n in range(6000)]
    row["features"] = [
        {"name": f"Depot {n}", "properties": [], "geometry": {"type": "Point", "coordinates": spot}}
        for n, spot in enumerate(spots)
    ]
    bare.evaluate("([s, v]) => window.mount(s, v)", [own, NEAR])
    assert named(bare) == {}  # a name among so many squares would be anybody's
    places = [each for each in bare.evaluate(NAMES) if each["kind"] == "place"]
    assert places
    bare.evaluate("state.set({ camera: { lat: 51, lon: 34, zoom: 10 } })")
    bare.locator("[data-label=own]").first.wait_for(state="attached")
    assert 1 <= len(named(bare)) <= 80
    boxes = [each["box"] for each in bare.evaluate(NAMES)]
    for n, (west, north, east, south) in enumerate(boxes):
        for left, top, right, bottom in boxes[:n]:
            assert (
                min(east, right) <= max(west, left) + 1 or min(south, bottom) <= max(north, top) + 1
            )


def test_the_keyboard_finds_every_feature_in_the_list(bare: Page, own: dict[str, Any]) -> None:
    bare.evaluate("([s, v]) => window.mount(s, v)", [own, NEAR])
    bare.evaluate(f"map.listOwn('{ID}')")
    for _ in range(3):
        bare.keyboard.press("Tab")
    bare.keyboard.press("Enter")
    assert bare.evaluate("all('.dl-own-card h2')[0].textContent") == "A"
    bare.keyboard.press("Escape")
    assert bare.evaluate("all('.dl-own-card')[0].hidden")


def test_hostile_names_and_properties_stay_text(bare: Page, own: dict[str, Any]) -> None:
    bare.evaluate("window.fired = 0; window.__xss = () => { window.fired += 1; }; null")
    (row,) = own["own"]
    first = row["features"][0]
    row["name"] = row["source"] = PAYLOADS[0]
    row["features"] = [{**first, "name": text, "properties": [[text, text]]} for text in PAYLOADS]
    bare.evaluate("([s, v]) => window.mount(s, v)", [own, NEAR])
    script = f"""async () => {{
      const said = [];
      for (let i = 0; i < {len(PAYLOADS)}; i += 1) {{
        map.listOwn('{ID}');
        while (all('.dl-own-list button').length <= i) all('.dl-own-list .more')[0].click();
        all('.dl-own-list button')[i].click();
        const told = all('.dl-own-card h2, .dl-own-card dt, .dl-own-card dd');
        said.push(told.map((each) => each.textContent));
      }}
      await frames();
      return said;
    }}"""
    assert bare.evaluate(script) == [[text, text, text] for text in PAYLOADS]
    assert bare.evaluate("all('.dl-own-card footer')[0].textContent").endswith(PAYLOADS[0])
    assert bare.evaluate("fired") == 0
    assert bare.evaluate("violations") == []
