"""Presenting from the dashboard: over the whole window, with fonts and ground of its server."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.serving import dashboard

APP = "tests/browser/present_app.py"


def test_a_briefing_is_presented_over_the_page_and_left(
    chromium: BrowserContext, tmp_path: Path
) -> None:
    assert isinstance(chromium.browser, Browser)
    troubles, asked = list[str](), list[str]()
    with dashboard(tmp_path, {}, APP, given="none") as server:
        context = chromium.browser.new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server)
        page.get_by_role("button", name="Present").click()
        page.wait_for_selector(".dl-mark")
        # It begins where it was asked to, over everything.
        expect(page.locator(".slide-head h1")).to_contain_text("Kursk Oblast")
        box = page.locator(".present").bounding_box()
        assert box == {"x": 0, "y": 0, "width": 1440, "height": 900}
        page.keyboard.press("PageDown")
        expect(page.locator(".counter")).to_have_text("3 / 7")
        with page.expect_popup() as opened:
            page.keyboard.press("p")
        expect(opened.value.locator("h1")).to_have_css(
            "font-family", '"Noto Sans", "Noto Sans KR", sans-serif'
        )
        page.keyboard.press("s")
        expect(page.locator(".quote .said")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".sentence-panel")).to_be_hidden()
        page.keyboard.press("Escape")
        expect(page.get_by_text("Left at differ")).to_be_visible()
        expect(page.locator(".present")).to_be_hidden()
        context.close()
    ours = (server, "data:", "blob:", "about:")
    assert troubles == []
    assert [address for address in asked if not address.startswith(ours)] == []
