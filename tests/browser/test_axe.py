"""No page keeps people out: axe-core finds nothing serious, in both themes, in every state."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from layers.web.page import page as one_file
from tests.browser.axe import barriers
from tests.browser.serving import STANDS, back_to_map, open_page, reader

THEMES = ("light", "dark")


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file."""
    with reader(chromium, tmp_path_factory.mktemp("axe")) as page:
        yield page


def dress(page: Page, theme: str) -> None:
    """Give the desk a theme by its own switch."""
    if page.locator(".dateline").get_attribute("data-theme") != theme:
        page.get_by_role("button", name=theme.title(), exact=True).click()
    expect(page.locator(".dateline")).to_have_attribute("data-theme", theme)


def pick(page: Page) -> None:
    """Open the card of a place."""
    mark = page.locator(".dl-mark[data-mark^='p:']").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".place-card")).to_be_visible()


def unfold(page: Page) -> None:
    """Open every group of switches, and show the coverage."""
    closed = page.locator(".layers [aria-expanded=false]")
    closed.evaluate_all("folds => folds.forEach((fold) => fold.click())")
    page.get_by_role("checkbox", name="Coverage").check()


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_page(visitor: Page, theme: str) -> None:
    page = visitor
    back_to_map(page)
    dress(page, theme)
    unfold(page)
    assert barriers(page) == []

    pick(page)
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".toast")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("tab", name="Full text").click()
    page.locator(".counts .unlocated").click()
    assert barriers(page) == []
    page.get_by_role("tab", name="Excerpts").click()

    page.keyboard.press("Control+k")
    expect(page.locator(".palette [role=option]").first).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Full table").click()
    assert barriers(page) == []
    page.locator(".sheet").get_by_role("tab", name="Chart").click()
    assert barriers(page) == []
    page.locator(".sheet").get_by_role("button", name="Close").click()

    page.get_by_role("button", name="remove", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")


@pytest.mark.parametrize("theme", THEMES)
def test_the_pages_around_the_map(visitor: Page, theme: str) -> None:
    page = visitor
    back_to_map(page)
    dress(page, theme)
    open_page(page, "Reports")
    page.get_by_role("heading", name="10 reports").wait_for()
    assert barriers(page) == []
    page.get_by_role("tab", name="Upload files").click()
    assert barriers(page) == []
    page.locator(".reports-list .open").first.click()
    page.locator(".said .hit.place").first.click()
    assert barriers(page) == []
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("dialog").get_by_label("Publisher").wait_for()
    assert barriers(page, "[role=dialog]") == []
    page.keyboard.press("Escape")
    open_page(page, "Briefing")
    page.get_by_role("button", name="Draft from the current view").click()
    expect(page.locator(".step")).not_to_have_count(0)
    assert barriers(page) == []
    page.mouse.move(700, 700)  # a button's hint lies over the pages for as long as it is hovered
    open_page(page, "Export")
    page.get_by_role("button", name="Make HTML").wait_for()
    assert barriers(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_exported_file(
    chromium: BrowserContext, scene: dict[str, Any], tmp_path: Path, theme: str
) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(one_file(scene, {"theme": theme}, "Kursk and Koksan"))
    assert isinstance(chromium.browser, Browser)
    page = chromium.browser.new_context(offline=True).new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(STANDS)
    assert barriers(page) == []
    pick(page)
    page.get_by_role("button", name="About this file").click()
    assert barriers(page, "dialog[open]") == []
    page.context.close()


def test_what_keeps_people_out_is_found(page: Page) -> None:
    page.evaluate(
        """() => {
          const root = document.getElementById("host").attachShadow({ mode: "open" });
          root.append(document.createElement("img"), document.createElement("button"));
        }"""
    )
    assert {line.split(":")[0] for line in barriers(page)} == {"image-alt", "button-name"}
