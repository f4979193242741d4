"""A browser that counts: what crosses the websocket, what asks for another machine, what is lost.

What a page asks of another machine is counted. Where a page cannot draw without it, it is answered
from here, with Leaflet where it is Leaflet and with nothing otherwise.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, WebSocket, sync_playwright

from reports.errors import InputError

LEAFLET = Path(__file__).resolve().parents[1] / "static" / "vendor" / "leaflet"
PATIENCE_MS = 180_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
SIZE = {"width": 1440, "height": 900}

# When a key was last pressed, and how long the frames took that followed moves of the pointer.
CLOCK = """
window.__clock = { pressed: 0, frames: [] };
const now = () => performance.timeOrigin + performance.now();
addEventListener("keydown", () => { __clock.pressed = now(); }, true);
addEventListener("pointermove", () => {
  if (!__clock.following) return;
  const began = now();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel(); // its turn comes after the frame was painted
    port1.onmessage = () => __clock.frames.push(now() - began);
    port2.postMessage(0);
  });
}, true);
"""


@dataclass(slots=True)
class Wire:
    """What went over the page's websocket, and what it asked of other machines."""

    received: int = 0
    sent: int = 0
    elsewhere: set[str] = field(default_factory=set)

    def reset(self) -> None:
        """Start counting bytes anew."""
        self.received = self.sent = 0

    @property
    def moved(self) -> int:
        """Bytes both ways."""
        return self.received + self.sent


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run this machine's Chromium, without a screen.

    Raises
    ------
    InputError
        When there is none.
    """
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise InputError(
            "chromium", "is not on this machine", f"install one of {', '.join(BROWSERS)}"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, address: str, *, helped: bool = False) -> Iterator[tuple[Page, Wire]]:
    """Open an empty window that counts what it asks of any machine but the one at ``address``.

    Only a page that is ``helped`` is answered from here: it costs the browser its cache.
    """
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type] # a plain dict will do
    wire = Wire()
    if helped:
        context.route(lambda url: not _near(url, address), _answer)
    context.add_init_script(CLOCK)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.on("websocket", lambda socket: _count(socket, wire))
    page.on(
        "request",
        lambda asked: None if _near(asked.url, address) else wire.elsewhere.add(asked.url),
    )
    try:
        yield page, wire
    finally:
        context.close()


def _near(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def _answer(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    script = name.endswith(".js")
    if name in {"leaflet.js", "leaflet.css"}:
        # The page asks for a classic script; ours also is one.
        route.fulfill(path=LEAFLET / name)
    else:
        route.fulfill(body="", content_type="text/javascript" if script else "text/css")


def _count(socket: WebSocket, wire: Wire) -> None:
    def receive(frame: str | bytes) -> None:
        wire.received += len(frame)

    def send(frame: str | bytes) -> None:
        wire.sent += len(frame)

    socket.on("framereceived", receive)
    socket.on("framesent", send)
