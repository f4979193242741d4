"""The two pages that are measured, and how each says that it has drawn what was asked for."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import ElementHandle, Page

# `shown()` is the number on the page; `drawn(before)` is true once the map has it, too.
WATCH = """(node, before) => {
  const now = () => performance.timeOrigin + performance.now();
  window.__drawn = new Promise((done) => {
    const look = () => requestAnimationFrame(
      drawn(node, before) ? () => done(now()) : look);
    look();
  });
}"""


class Measured(Protocol):
    """A page that is measured."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    @property
    def helped(self) -> bool:
        """Whether it draws only if what it asks of other machines is answered."""

    def open(self, page: Page, address: str) -> float:
        """Open the page; return the milliseconds until its map is drawn."""

    def move(self, page: Page) -> float:
        """Move the window of dates by a week; return the milliseconds until the map has it."""

    def tag(self, page: Page) -> None:
        """Leave a mark on the map's own element, which a map built anew has not."""

    def kept(self, page: Page) -> bool:
        """Tell whether the mark is still there."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Dateline's map page."""

    name: str = "Dateline"
    helped: bool = False

    def open(self, page: Page, address: str) -> float:
        """Open it; the map is there once a count is and the panes stand."""
        page.goto(address)
        page.locator(".leaflet-pane.leaflet-labels-pane").wait_for(state="attached")
        page.locator(".strip .counts button.shown").wait_for()
        return _since_navigation(page)

    def move(self, page: Page) -> float:
        """Move the first day by a week with the keyboard.

        The map hears of it before the timeline, in the same turn: once the handle stands at the new
        day, the map has it.
        """
        handle = _element(page, ".timeline .handle.from")
        handle.focus()
        handle.evaluate(
            "(handle) => { const day = () => handle.getAttribute('aria-valuenow');"
            " const drawn = (_, before) => day() !== before;"
            f" ({WATCH})(handle, day()); }}"
        )
        page.keyboard.press("Shift+ArrowRight")
        return float(page.evaluate("async () => (await window.__drawn) - __clock.pressed"))

    def tag(self, page: Page) -> None:
        """Mark the map's root."""
        _element(page, ".dl-map").evaluate("(map) => { map.dataset.tagged = 'yes'; }")

    def kept(self, page: Page) -> bool:
        """Look for the mark."""
        return page.locator(".dl-map[data-tagged]").count() == 1


@dataclass(frozen=True, slots=True)
class Rival:
    """The page of :mod:`bench.map.rival`."""

    name: str = "streamlit-folium"
    helped: bool = True

    def open(self, page: Page, address: str) -> float:
        """Open it; the map is there once its frame has as many points as the page says."""
        page.goto(address)
        page.locator("#shown").wait_for()
        page.wait_for_function(f"() => {{ {POINTS} return points() === shown(); }}")
        return _since_navigation(page)

    def move(self, page: Page) -> float:
        """Move the first day by a week with the keyboard."""
        page.locator("[data-testid=stSlider] input").first.focus()
        page.evaluate(
            f"() => {{ {POINTS}"
            " const drawn = (_, before) => first() !== before && points() === shown();"
            f" ({WATCH})(null, first()); }}"
        )
        page.keyboard.press("ArrowRight")
        return float(page.evaluate("async () => (await window.__drawn) - __clock.pressed"))

    def tag(self, page: Page) -> None:
        """Mark the map's panes."""
        page.evaluate(f"() => {{ {POINTS} map().getPane('mapPane').dataset.tagged = 'yes'; }}")

    def kept(self, page: Page) -> bool:
        """Look for the mark."""
        tagged = f"() => {{ {POINTS} return map()?.getPane('mapPane').dataset.tagged === 'yes'; }}"
        return bool(page.evaluate(tagged))


# How many points the map in the frame of streamlit-folium has; how many, from which day, the page
# says.
POINTS = """
const frame = () => document.querySelector("iframe")?.contentWindow;
const map = () => frame()?.map;
const points = () => {
  let count = 0;
  map()?.eachLayer((layer) => { count += layer instanceof frame().L.CircleMarker; });
  return count;
};
const first = () => document.querySelector("#shown")?.title;
const shown = () => Number(document.querySelector("#shown")?.textContent ?? -1);
"""


def _since_navigation(page: Page) -> float:
    return float(
        page.evaluate("() => new Promise((r) => requestAnimationFrame(() => r(performance.now())))")
    )


def _element(page: Page, selector: str) -> ElementHandle:
    found = page.locator(selector).first.element_handle()
    if found is None:
        raise RuntimeError(f"the page has no {selector}")
    return found
