"""A page with nothing but the map, under a strict Content-Security-Policy, cut off from others."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from layers.web.frame import frame_script

HARNESS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title>
<link rel="stylesheet" href="/static/fonts/fonts.css">
<link rel="stylesheet" href="/static/vendor/leaflet/leaflet.css">
<link rel="stylesheet" href="/static/web/map.css">
<link rel="stylesheet" href="/static/web/map-own.css">
<link rel="stylesheet" href="/static/web/map-tools.css">
<link rel="stylesheet" href="/harness.css">
<div id="host"></div>
<script src="/static/vendor/leaflet/leaflet.js"></script>
<script type="module" src="/harness.js"></script></html>"""


SHEET = "body { margin: 0; } #host { position: relative; width: 100vw; height: 100vh; }"


# `mount` draws a map in a plain element or in a shadow root and waits for the ground.
SCRIPT = """
import { createState } from "/static/web/state.js";
import { frameFrom } from "/static/web/map-frame.js";
import { mountMap } from "/static/web/map.js";

window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.blockedURI));
const text = await (await fetch("/frame.js")).text();
const frame = await frameFrom(text);
window.frames = () => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
window.mount = async (scene, view, { shadow, options } = {}) => {
  const host = document.getElementById("host");
  let root = host;
  window.tree = document;
  if (shadow) {
    window.tree = host.attachShadow({ mode: "open" });
    root = document.createElement("div");
    root.className = "box";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".box { position: absolute; inset: 0; }");
    window.tree.adoptedStyleSheets = [sheet];
    for (const link of [...document.querySelectorAll("link")]) {
      const copy = link.cloneNode();
      window.tree.append(copy);
      await new Promise((resolve) => copy.addEventListener("load", resolve));
    }
    window.tree.append(root);
  }
  const asked = [];
  const json = async (path) => {
    const answer = fetch(`/static/basemap/${path}`).then((r) => {
      if (!r.ok) throw new Error(`${path}: ${r.status}`);
      return r.json();
    });
    asked.push(answer.catch(() => {}));
    return answer;
  };
  window.state = createState(scene, view ?? undefined);
  window.said = [];
  const tools = { say: (words) => window.said.push(words) };
  const given = { tools, L: window.L, frame, assets: { json }, ...options };
  window.map = mountMap(root, window.state, given);
  for (let known = -1; known < asked.length;) {
    known = asked.length;
    await Promise.all(asked);
    await new Promise((r) => setTimeout(r, 20)); // what has come may ask for more
  }
  await document.fonts.ready;
  await new Promise((r) => setTimeout(r, 50));
  await frames();
};
window.all = (selector) => [...tree.querySelectorAll(selector)];
window.one = (id) => tree.querySelector(`g.dl-mark[data-mark="${CSS.escape(id)}"]`);
window.centre = (id) => {
  const { x, y, width, height } = one(id).querySelector(".dl-body").getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};
const lines = (label) => [...label.querySelectorAll("text")].map((text) => text.textContent);
window.texts = () => all("g.dl-label").map(lines);
document.body.dataset.ready = "1";
"""


POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self'; connect-src 'self';"
    " font-src 'self'; img-src 'self' data: http://127.0.0.1:*"
)


Mount = Callable[..., Page]


@pytest.fixture
def blocked() -> list[str]:
    """Addresses of other hosts that the page asked for."""
    return []


@pytest.fixture
def bare(chromium: BrowserContext, site: str, blocked: list[str]) -> Iterator[Page]:
    """Open the harness under a strict Content-Security-Policy, cut off from other hosts."""
    page = chromium.new_page()
    page.set_viewport_size({"width": 824, "height": 528})  # the map pane of a 1440 px desk
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    own = {
        f"{site}/map": ("text/html", HARNESS),
        f"{site}/harness.css": ("text/css", SHEET),
        f"{site}/harness.js": ("text/javascript", SCRIPT),
        f"{site}/frame.js": ("text/javascript", frame_script()),
    }

    def answer(route: Route) -> None:
        url = route.request.url
        if url in own:
            kind, body = own[url]
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8", headers=headers)
        elif url.startswith((site, "blob:", "data:")):
            route.continue_()
        else:
            blocked.append(url)
            route.abort()

    page.route("**/*", answer)
    page.goto(f"{site}/map")
    page.wait_for_selector("body[data-ready]")
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def mount(bare: Page, scene: dict[str, Any]) -> Mount:
    """Draw a map: `mount(scene=None, view=None, shadow=False) -> page`."""

    def draw(
        other: dict[str, Any] | None = None,
        view: dict[str, Any] | None = None,
        *,
        shadow: bool = False,
    ) -> Page:
        script = "([s, v, shadow]) => window.mount(s, v, { shadow })"
        bare.evaluate(script, [other or scene, view, shadow])
        return bare

    return draw
