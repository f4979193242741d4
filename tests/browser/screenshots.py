"""Draw the pictures in docs/: the dashboard on the sample corpus, as a newcomer meets it."""

import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.find_chromium import find
from tests.browser.serving import ROOT, dashboard

SIZE: ViewportSize = {"width": 1440, "height": 900}


def main() -> None:
    """Start the dashboard with a store of its own and photograph its map page."""
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
        page.wait_for_timeout(3_000)
        page.screenshot(path=docs / "map.png")
        browser.close()


if __name__ == "__main__":
    main()
