"""Online help in a real browser: nothing is sent before it is asked for, and then only names."""

from datetime import date
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from geo.gazetteer import default_path
from tests.browser.serving import back_to_map, open_page, paste, reader
from tests.geo.fake_geocoder import fake_geocoder

TEXT = (
    "Shelling hit the village of Vyshnegirsk in Sumy Oblast on Monday. "
    "The village of Kozyasloboda was evacuated, officials in Sumy said."
)


def test_names_leave_only_when_the_button_is_pressed(
    chromium: BrowserContext, tmp_path: Path
) -> None:
    (tmp_path / default_path().name).symlink_to(default_path())
    with fake_geocoder() as fake:
        settings = f'[nominatim]\nhost = "{fake.host}"\nscheme = "http"\npause_s = 0.01\n'
        (tmp_path / "online.toml").write_text(settings, encoding="utf-8")
        with reader(chromium, tmp_path, {"DATELINE_HOME": str(tmp_path)}) as page:
            paste(page, "villages", TEXT, date(2025, 6, 26))
            expect(page.get_by_role("heading", name="Names without a place")).to_be_visible()
            page.get_by_text("Look names up online").click()
            expect(page.get_by_text("Nothing is sent until the button is pressed.")).to_be_visible()
            assert fake.paths == []
            page.get_by_role("button", name=f"Send 2 names to {fake.host}").click()
            expect(page.get_by_text("Asked for 2 names; found: Kozya Sloboda.")).to_be_visible()
            assert sorted(fake.names) == ["Kozyasloboda", "Vyshnegirsk"]
            assert len(fake.paths) == 2
            open_page(page, "Reports")
            back_to_map(page)
            expect(page.locator(".dl-mark[aria-label*='Kozya Sloboda']").first).to_be_attached()
            expect(page.get_by_text("OpenStreetMap contributors").first).to_be_attached()
