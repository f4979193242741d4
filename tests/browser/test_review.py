"""The Review page: a case is checked by keys alone, the most urgent first."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import barriers
from tests.browser.serving import STANDS, open_page, reader


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("review")) as page:
        open_page(page, "Review")
        yield page


def left(page: Page) -> int:
    head = page.get_by_role("heading", name="to check").inner_text()
    return int(head.split()[0].replace(",", ""))


def current(page: Page) -> str:
    return page.locator(".queue [aria-current]").inner_text()


def test_it_is_walked_and_decided_by_keys(visitor: Page) -> None:
    expect(visitor.locator(".said .hit.selected").first).to_be_visible()
    first, count = current(visitor), left(visitor)
    visitor.keyboard.press("j")
    expect(visitor.locator(".queue [aria-current]")).not_to_have_text(first)
    visitor.keyboard.press("k")
    expect(visitor.locator(".queue .entry").first).to_have_attribute("aria-current", "true")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("heading", name=f"{count - 1} to check")).to_be_visible()
    expect(visitor.locator(".queue")).to_contain_text("1 checked")
    assert current(visitor) != first
    visitor.keyboard.press("x")
    expect(visitor.get_by_role("heading", name=f"{count - 2} to check")).to_be_visible()
    visitor.keyboard.press("u")
    expect(visitor.get_by_role("heading", name=f"{count - 1} to check")).to_be_visible()
    assert barriers(visitor) == []


def test_a_place_is_chosen_by_its_number_and_the_map_follows(visitor: Page) -> None:
    entry = visitor.locator(".queue .entry", has_text=re.compile(" or .*\\?")).first
    name = entry.locator("b").inner_text()
    entry.click()
    mark = visitor.locator(".mark")
    expect(mark.get_by_role("heading", level=4)).to_have_text("Which place is meant?")
    second = mark.locator(".choice").nth(1).locator("b").inner_text()
    count = left(visitor)
    visitor.keyboard.press("2")
    expect(visitor.get_by_role("heading", name=f"{count - 1} to check")).to_be_visible()
    visitor.keyboard.press("u")
    expect(visitor.get_by_role("heading", name=f"{count} to check")).to_be_visible()
    expect(visitor.locator(".queue [aria-current] b")).to_have_text(name)
    visitor.keyboard.press("2")
    expect(visitor.get_by_role("heading", name=f"{count - 1} to check")).to_be_visible()
    open_page(visitor, "Map")
    visitor.wait_for_selector(STANDS)
    visitor.keyboard.press("Control+k")
    visitor.keyboard.type(second)
    expect(visitor.locator(".palette [role=option]").first).to_contain_text(second)
