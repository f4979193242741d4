"""Draw the pictures in docs/: the walk of the README, step by step, on the sample corpus."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.find_chromium import find
from tests.browser.serving import ROOT, dashboard, open_page

SIZE: ViewportSize = {"width": 1440, "height": 900}
SETTLE_MS = 2_000


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
        page.wait_for_selector(".dl-mark", timeout=120_000)
        for name, step in STEPS.items():
            step(page)
            page.wait_for_timeout(SETTLE_MS)
            page.screenshot(path=docs / f"{name}.png")
        browser.close()


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


STEPS: Mapping[str, Callable[[Page], None]] = {
    "map": opened,
    "walk-place": picked,
    "walk-window": narrowed,
    "walk-search": found,
    "walk-table": tabled,
    "walk-briefing": briefed,
    "walk-present": presented,
}


if __name__ == "__main__":
    main()
