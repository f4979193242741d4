"""Draw the pictures in docs/: the walk of the README on the samples, and those of the guide."""

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, Page, ViewportSize, expect, sync_playwright

from tests.browser.find_chromium import find
from tests.browser.guide import follow
from tests.browser.serving import PATIENCE_MS, ROOT, STANDS, back_to_map, dashboard, open_page
from tests.layers.own.made import geojson, line, point

SIZE: ViewportSize = {"width": 1440, "height": 900}
SETTLE_MS = 2_000
COLOURS, PLAIN = 256, Image.Dither.NONE
ORYOL, VORONEZH, KHARKIV = (606, 268), (806, 405), (617, 577)
"""Pixels of the map that looks at Kursk Oblast, as the guide leaves it."""
DEPOTS: FilePayload = {
    "name": "depots.geojson",
    "mimeType": "application/geo+json",
    "buffer": geojson(point(131.9, 43.3), line((130.4, 42.4), (131.9, 43.3)), point(131.2, 43.8)),
}


def main() -> None:
    """Start the dashboard with a store of its own, walk through it, and photograph each step."""
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        dashboard(Path(folder), {}) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.wait_for_selector(STANDS, timeout=120_000)
        for name, step in WALK.items():
            step(page)
            take(page, docs / f"{name}.png")
        page.goto(address)
        page.wait_for_selector(STANDS)
        follow(page, take)
        for name, step in CHAPTERS.items():
            step(page)
            take(page, docs / f"{name}.png")
        browser.close()


def take(page: Page, path: Path) -> None:
    """Photograph the page once it stands still, in as many colours as it needs."""
    if not page.locator(".present .counter").count():
        expect(page.locator(".picture:not(.drawn)")).to_have_count(0, timeout=PATIENCE_MS)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=path)
    with Image.open(path) as picture:
        # By coverage, or a status of few pixels would lose its colour.
        whole = picture.convert("RGB")
    few = whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=PLAIN)
    few.save(path, optimize=True)


def opened(page: Page) -> None:
    """Look at what is there."""


def picked(page: Page) -> None:
    """Pick a place: its card opens."""
    page.locator('.dl-mark[aria-label^="Kursk Oblast"]').first.focus()
    page.keyboard.press("Enter")


def narrowed(page: Page) -> None:
    """Keep to a month, on the axis of events, with the coverage shown."""
    page.keyboard.press("Escape")
    page.get_by_label("First day", exact=True).fill("2024-10-01")
    page.get_by_label("Last day", exact=True).fill("2024-12-31")
    page.get_by_label("Last day", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Coverage").check()


def found(page: Page) -> None:
    """Search for a word: places, sentences, figures, commands."""
    page.get_by_role("checkbox", name="Coverage").uncheck()
    page.get_by_role("button", name="All dates").click()
    page.keyboard.press("Control+k")
    page.keyboard.type("sappers")


def tabled(page: Page) -> None:
    """Open the table of all figures, in the dark."""
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Full table").click()
    page.get_by_role("button", name="Dark").click()


def briefed(page: Page) -> None:
    """Draft a briefing of all that the map shows."""
    page.locator(".sheet").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Light", exact=True).click()
    open_page(page, "Briefing")
    page.get_by_role("button", name="Draft from the current view").click()
    page.locator(".step .picture.drawn").nth(6).wait_for(timeout=120_000)


def presented(page: Page) -> None:
    """Present it, with the first sentence of the first step at full size."""
    page.get_by_role("button", name="Present", exact=True).click()
    page.locator(".present .counter").wait_for()
    page.keyboard.press("PageDown")
    page.wait_for_timeout(SETTLE_MS)
    page.keyboard.press("s")


def listed_cases(page: Page) -> None:
    """Look at the cases."""
    page.get_by_role("button", name="Case: ").click()
    page.get_by_role("button", name="Manage cases…").click()
    page.get_by_role("heading", name="Cases").wait_for()


def layered(page: Page) -> None:
    """Add a layer of one's own."""
    open_page(page, "Layers")
    page.get_by_text("No layers yet").wait_for()
    page.locator("input[type=file]").set_input_files(DEPOTS)
    page.get_by_label("Source", exact=True).fill("Exercise, June 2025")
    page.get_by_role("button", name="Add layers").click()
    page.get_by_text("1 layer", exact=True).wait_for()


def measured(page: Page) -> None:
    """Measure a triangle of towns on the map."""
    back_to_map(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Measure distance, bearing and area").click()
    for x, y in (ORYOL, VORONEZH, KHARKIV, ORYOL):
        page.mouse.click(x, y)
        page.wait_for_timeout(500)  # no double click


def reviewed(page: Page) -> None:
    """Look at a name of the samples that may mean two places."""
    page.get_by_role("button", name="Case: ").click()
    page.locator(".case-bar a", has_text="Sample reports").click()
    page.locator(".case-bar .current", has_text="Sample reports").wait_for()
    open_page(page, "Review")
    page.locator(".queue .entry", has_text=re.compile(" or .*\\?")).first.click()
    page.get_by_role("heading", name="Which place is meant?").wait_for()


WALK: Mapping[str, Callable[[Page], None]] = {
    "map": opened,
    "walk-place": picked,
    "walk-window": narrowed,
    "walk-search": found,
    "walk-table": tabled,
    "walk-briefing": briefed,
    "walk-present": presented,
}
CHAPTERS: Mapping[str, Callable[[Page], None]] = {
    "guide-cases": listed_cases,
    "guide-layers": layered,
    "guide-tools": measured,
    "guide-review": reviewed,
}


if __name__ == "__main__":
    main()
