"""A small site and a headless browser for the tests of what the browser draws."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

# `mount` draws a desk in a plain element or in a shadow root; `desk` and what the host was `told`
# stay within reach.
HARNESS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Desk</title>
<link rel="stylesheet" href="/static/web/desk.css">
<link rel="stylesheet" href="/static/web/timeline.css">
<link rel="stylesheet" href="/static/web/switches.css">
<link rel="stylesheet" href="/static/web/place.css">
<link rel="stylesheet" href="/static/web/sheet.css">
<link rel="stylesheet" href="/static/web/bar.css">
<link rel="stylesheet" href="/static/web/palette.css">
<style>body { margin: 0; } #host { height: calc(100vh - 46px); margin-top: 46px; }</style>
<div id="host"></div>
<script type="module">
import { mountDesk } from "/static/web/desk.js";
window.mount = async (scene, initial, shadow) => {
  const host = document.getElementById("host");
  let root = host;
  if (shadow) {
    root = document.createElement("div");
    const links = [...document.querySelectorAll("link")].map((link) => link.cloneNode());
    const loaded = links.map((link) => new Promise((done) => link.addEventListener("load", done)));
    host.attachShadow({ mode: "open" }).append(...links, root);
    root.style.height = "100%";
    await Promise.all(loaded);
  }
  window.told = { views: [], actions: [], maps: 0 };
  window.desk = mountDesk(root, scene, {
    initial,
    mountMap: () => {
      window.told.maps += 1;
      return { destroy: () => { window.told.maps -= 1; } };
    },
    onView: (view) => window.told.views.push(view),
    onAction: (name) => window.told.actions.push(name),
  });
  await window.desk.stands;
};
window.ready = true;
</script></html>"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves static/ and the harness page, and nothing else of the repository."""

    def do_GET(self) -> None:
        """Answer with the harness or a file under /static/."""
        if self.path.split("?")[0] == "/harness":
            body = HARNESS.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self.path.startswith("/static/"):
            super().do_GET()
        else:
            self.send_error(404)

    def log_message(self, *args: object, **kwargs: object) -> None:
        """Keep the test output quiet."""


class _Server(ThreadingHTTPServer):
    """Has room for all that a page asks for at once."""

    request_queue_size = 256


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of a server on this machine for the harness and the static files."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(ROOT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserContext]:
    """Start a headless Chromium, or fail with the way out."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(f"no browser on PATH: install chromium (looked for {', '.join(NAMES)})")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser.new_context(viewport=VIEWPORT)
        browser.close()


@pytest.fixture(scope="session")
def fixture_scene() -> dict[str, Any]:
    """Read the invented scene with the style it is drawn in."""
    scene: dict[str, Any] = json.loads((ROOT / "tests/fixtures/scene.json").read_text("utf-8"))
    scene["meta"]["style"] = json.loads((ROOT / "data/style.json").read_text("utf-8"))
    return scene


@pytest.fixture
def scene(fixture_scene: dict[str, Any]) -> dict[str, Any]:
    """Copy the scene, so that a test may change it."""
    return deepcopy(fixture_scene)


@pytest.fixture
def page(chromium: BrowserContext, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open the harness at 1440 × 900; a script error in it fails the test.

    Tests share a context, and with it what it keeps of the site. One that stops the clock has its
    own: it would stop that of every page that comes after it.
    """
    own = request.node.get_closest_marker("stops_the_clock") is not None
    assert isinstance(chromium.browser, Browser)
    context = chromium.browser.new_context(viewport=VIEWPORT) if own else chromium
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/harness")
    page.wait_for_function("window.ready")
    yield page
    page.close()
    if own:
        context.close()
    assert errors == []


Mount = Callable[..., Page]


@pytest.fixture
def mount(page: Page, scene: dict[str, Any]) -> Mount:
    """Draw a desk: `mount(scene=None, initial=None, shadow=False) -> page`."""

    def draw(
        other: dict[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        shadow: bool = False,
    ) -> Page:
        page.evaluate("([s, i, w]) => window.mount(s, i, w)", [other or scene, initial, shadow])
        return page

    return draw
