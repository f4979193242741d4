"""A browser that counts: what crosses the websocket, what asks for another machine, what is lost.

Assets that a page asks of another machine are answered from here, with Leaflet where it is Leaflet
and with nothing otherwise, so that a page that needs them draws; each is counted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, WebSocket

LEAFLET = Path(__file__).resolve().parents[2] / "static" / "vendor" / "leaflet"
PATIENCE_MS = 180_000
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
def window(browser: Browser, address: str) -> Iterator[tuple[Page, Wire]]:
    """Open an empty window that counts; ``address`` is the only machine it reaches."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type] # a plain dict will do
    wire = Wire()
    context.route("**/*", lambda route: _answer(route, address, wire))
    context.add_init_script(CLOCK)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.on("websocket", lambda socket: _count(socket, wire))
    try:
        yield page, wire
    finally:
        context.close()


def _answer(route: Route, address: str, wire: Wire) -> None:
    url = route.request.url
    if url.startswith((address, "data:", "blob:")):
        route.continue_()
        return
    wire.elsewhere.add(url)
    name = url.rsplit("/", 1)[-1]
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
