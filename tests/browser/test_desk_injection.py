"""Hostile text in every field of a scene: it is shown to the letter and nothing in it runs."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ATTACK = Path(__file__).resolve().parents[1] / "attack/vectors.json"
DAYS = {"earliest": "2025-06-01", "latest": "2025-06-02", "reported": "2025-06-26", "dated": True}

DETECTOR = "window.fired = []; window.__xss = (n) => window.fired.push(n); null"

# Text of each field as it stands on the page, by the field's name.
SHOWN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent);
  return {
    sentence: all(".card .said"), publisher: all(".card .publisher"), place: all(".chip.place"),
    source: all(".chip.source"), label: all(".figures .claim th"), row: all(".row .label"),
    report: all(".layers .publisher"), speaker: all("[data-group=source] .name"),
    unit: all(".tile .unit"), line: all(".tile .line"), number: all(".tile .number"),
    cell: all(".figures .source"),
  };
}"""

UNFOLD = """() => document.querySelectorAll(".layers .fold[aria-expanded=false]")
  .forEach((fold) => fold.click())"""

# What stands before and after the text in some fields; {} is the number of the report.
AROUND = {"publisher": ("· ", ""), "label": ("", " R{}"), "row": ("", " R{}")}

WALK = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const alive = ".tile, .card, .hit, .chip.place, .row, tr, .counts button";
  for (const node of document.querySelectorAll(alive)) {
    node.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    node.click();
    await frame();
  }
  document.querySelectorAll("[role=tab]")[1].click();
  for (const option of [...document.querySelector(".filter").options].slice(1)) {
    const filter = document.querySelector(".filter");
    filter.value = option.value;
    filter.dispatchEvent(new Event("change"));
    await frame();
  }
}"""

# What happens where text is taken for markup: shows that the detector and the payloads work.
CONTROL = """async (payloads) => {
  for (const payload of payloads) {
    const sink = document.createElement("div");
    sink.innerHTML = payload;
    document.body.append(sink);
  }
  await new Promise((done) => setTimeout(done, 500));
  return window.fired.length;
}"""


def payloads() -> list[str]:
    return [vector["payload"] for vector in json.loads(ATTACK.read_text("utf-8"))]


def hostile_part(number: int, text: str) -> dict[str, Any]:
    """Make one report with a place and a figure whose every text is `text`."""
    length = len(text)
    base: dict[str, Any] = {"report": f"r{number}", "start": 0, "end": length, "text": text, **DAYS}
    base |= {"sentence": [0, length], "status": "reported", "cue": text, "when": text, "edtf": None}
    base |= {"review": "unverified"}
    place = {"role": "literal", "reason": text, "place": text, "name": text, "kind": "city"}
    figure: dict[str, Any] = {
        "group": f"g{number}",
        "label": text,
        "value": text,
        "unit": text,
        "figure": text,
    }
    figure |= {"actor": text, "from": text, "to": text, "at": text, "inherited": ["to"]}
    figure |= {"source": text, "origin": text, "category": text, "family": text}
    return {
        "report": {"id": f"r{number}", "ref": f"R{number}", "title": text, "publisher": text}
        | {"published": "2025-06-26", "basis": "given", "sample": False, "text": text},
        "mention": {"id": f"m{number}", "type": "mention", **base, **place},
        "claim": {"id": f"c{number}", "type": "claim", **base, **figure},
        "mark": {"id": f"p{number}", "layer": "places", "kind": "city", "name": text, "note": text}
        | {"shape": "point", "lat": 50, "lon": 30, "items": [f"m{number}"]},
        "group": {"id": f"g{number}", "label": text, "low": text, "high": text, "unit": text}
        | {"status": "reported", "claims": [f"c{number}"], "reports": 1, "origins": [text]},
        "tile": {"group": f"g{number}", "headline": [{"text": text, "status": "reported"}]}
        | {"unit": text, "status": "reported", "lines": [text, text]},
    }


def hostile_scene(scene: dict[str, Any], texts: list[str]) -> dict[str, Any]:
    parts = [hostile_part(number, text) for number, text in enumerate(texts)]
    return {
        "meta": scene["meta"] | {"policy": " ".join(texts), "attribution": texts},
        "layers": scene["layers"],
        "reports": [part["report"] for part in parts],
        "items": [part[kind] for part in parts for kind in ("mention", "claim")],
        "marks": [part["mark"] for part in parts],
        "groups": [part["group"] for part in parts],
        "tiles": [part["tile"] for part in parts],
    }


def test_hostile_text_is_shown_and_never_runs(page: Page, scene: dict[str, Any]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(DETECTOR)
    texts = payloads()
    # Through JSON text, as in both hosts; Playwright's own transport would mend the lone surrogate.
    page.evaluate("(text) => mount(JSON.parse(text))", json.dumps(hostile_scene(scene, texts)))
    page.evaluate(UNFOLD)
    shown = page.evaluate(f"() => JSON.stringify(({SHOWN})())")
    for field, found in json.loads(shown).items():
        lead, tail = AROUND.get(field, ("", ""))
        exact = {text.removeprefix(lead) for text in found}
        missing = [text for n, text in enumerate(texts) if text + tail.format(n) not in exact]
        assert missing == [], field
    page.evaluate(WALK)
    page.wait_for_timeout(300)
    assert page.evaluate("window.fired") == []
    assert [url for url in asked if "/static/" not in url] == []
    assert page.evaluate(CONTROL, [text for text in texts if "onerror" in text]) > 0
