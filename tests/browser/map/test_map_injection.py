"""Hostile text in every field the map prints: shown to the letter, and nothing in it runs."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ATTACK = Path(__file__).resolve().parents[2] / "attack/vectors.json"


PAYLOADS = [vector["payload"] for vector in json.loads(ATTACK.read_text("utf-8"))]


def hostile(scene: dict[str, Any]) -> dict[str, Any]:
    """Put a place, a flow and a distance on the map for each payload, named and lettered by it."""
    item = scene["items"][0] | {"type": "claim", "status": "reported"}
    scene |= {"marks": [], "items": []}
    scene["meta"] |= {"policy": PAYLOADS[0], "attribution": PAYLOADS[:3]}
    for number, text in enumerate(PAYLOADS):
        lon, lat = 20 + number % 10, 45 + number // 10
        ids = [f"{kind}{number}" for kind in "pfd"]
        scene["items"] += [item | {"id": i, "value": text, "figure": text, "group": i} for i in ids]
        here = {"name": text, "local": text, "note": text, "fromName": text, "toName": text}
        there = {"lat": lat, "lon": lon, "from": [lon, lat], "to": [lon + 1, lat]}
        line = {"type": "LineString", "coordinates": [there["from"], there["to"]]}
        base = here | there | {"country": None, "radius": None, "path": line, "geometry": None}
        base |= {"shape": "point", "kind": "city", "toKind": "city", "placeId": text}
        base |= {"stated": text, "measured": text, "verdict": text}
        layers = ("places", "flows", "distances")
        scene["marks"] += [
            base | {"id": i, "layer": layer, "items": [i]}
            for i, layer in zip(ids, layers, strict=True)
        ]
    return scene


# Selecting a mark makes room for its label; what it then says, line by line, and what it is called.
LETTERED = """async (ids) => {
  const found = {};
  for (const id of ids) {
    state.set({ selection: { kind: "mark", id }, hover: { kind: "mark", id } });
    await frames();
    const label = tree.querySelector(`g.dl-label[data-mark="${id}"]`);
    found[id] = {
      lines: [...(label?.children ?? [])].map((line) => line.textContent),
      spoken: one(id).getAttribute("aria-label"),
    };
  }
  return found;
}"""


def test_hostile_text_is_shown_to_the_letter_and_nothing_runs(
    bare: Page, scene: dict[str, Any]
) -> None:
    bare.evaluate("window.fired = 0; window.__xss = () => { window.fired += 1; }; null")
    bare.set_viewport_size({"width": 1690, "height": 900})
    bare.evaluate(
        "([s, v]) => window.mount(s, v)",
        [hostile(scene), {"camera": {"lat": 50, "lon": 25, "zoom": 6}}],
    )
    places = [mark["id"] for mark in scene["marks"] if mark["layer"] == "places"]
    found = bare.evaluate(LETTERED, places)
    for number, text in enumerate(PAYLOADS):
        place = found[f"p{number}"]
        assert place["spoken"].startswith(text)
        assert " ".join(place["lines"]).startswith(f"{text} {text} reported"), place
    distances = bare.evaluate(LETTERED, [f"d{n}" for n in range(0, len(PAYLOADS), 9)])
    for name, said in distances.items():
        text = PAYLOADS[int(name[1:])]
        assert said["lines"] == [f"{text} stated", f"{text} measured", text]
    assert bare.evaluate("all('.dl-sources')[0].textContent").endswith(" · ".join(PAYLOADS[:3]))
    assert bare.evaluate("fired") == 0
    assert bare.evaluate("violations") == []


def test_the_payloads_run_where_text_is_taken_for_markup(page: Page) -> None:
    page.evaluate("window.fired = 0; window.__xss = () => { window.fired += 1; }; null")
    script = """(payloads) => payloads.forEach((payload) => {
      const sink = document.createElement("div");
      sink.innerHTML = payload;
      document.body.append(sink);
    })"""
    page.evaluate(script, [text for text in PAYLOADS if text.startswith(("<img", '">', "'>"))])
    page.wait_for_timeout(500)
    assert page.evaluate("fired") > 1
