"""Links in the dashboard: Streamlit's own handling of addresses neither loses nor clobbers them."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.serving import STANDS, back_to_map, open_page, reader

HEADER = "getComputedStyle(document.querySelector('.stAppHeader')).backgroundColor"


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("link")) as page:
        yield page


def pressed(page: Page) -> list[str]:
    return page.locator(".layers label.off .name, .card.selected .ref").all_inner_texts()


def query(page: Page) -> str:
    page.wait_for_timeout(800)
    return page.url.partition("?")[2]


def test_the_view_is_in_the_address_and_a_rerun_leaves_it(visitor: Page) -> None:
    home = visitor.url.partition("?")[0]
    visitor.get_by_label("Flows").or_(visitor.get_by_label("Movements")).first.uncheck()
    visitor.locator(".card").first.click()
    expect(visitor).to_have_url(re.compile("layers=-flows.*selection=kind:item"))
    link = query(visitor)
    visitor.wait_for_timeout(1200)  # the server has been told and has run its script again
    assert query(visitor) == link
    assert visitor.url == f"{home.rstrip('/')}/?{link}"


def test_another_page_and_back_keep_the_view(visitor: Page) -> None:
    link, before = query(visitor), pressed(visitor)
    open_page(visitor, "Reports")
    visitor.get_by_label("Article text").wait_for()
    back_to_map(visitor)
    assert pressed(visitor) == before
    assert "layers=-flows" in query(visitor)
    visitor.go_back()
    visitor.get_by_label("Article text").wait_for()
    visitor.go_back()
    visitor.wait_for_selector(STANDS)
    assert query(visitor) == link
    assert pressed(visitor) == before


def test_the_back_button_takes_the_selection_back(visitor: Page) -> None:
    visitor.go_back()
    expect(visitor.locator(".card.selected")).to_have_count(0)
    visitor.go_forward()
    expect(visitor.locator(".card.selected")).to_have_count(1)
    assert visitor.locator("[role=dialog]").count() == 0


def test_a_link_opens_elsewhere_as_it_was(visitor: Page) -> None:
    link, before = query(visitor), pressed(visitor)
    other = visitor.context.new_page()
    other.goto(visitor.url)
    other.wait_for_selector(STANDS)
    expect(other.locator(".card.selected")).to_have_count(1)
    assert pressed(other) == before
    assert query(other) == link
    assert other.locator("[role=dialog]").count() == 0
    other.close()


def test_the_plate_of_a_view_has_a_link_too(visitor: Page) -> None:
    visitor.get_by_role("button", name="Export", exact=True).click()
    visitor.get_by_role("button", name="Download PNG").wait_for()
    assert "layers=-flows" in visitor.url
    assert "/export?" in visitor.url
    expect(visitor.get_by_text("movement, schematic")).to_have_count(0)
    back_to_map(visitor)


def test_the_page_around_follows_the_theme_and_keeps_it(visitor: Page) -> None:
    light = visitor.evaluate(HEADER)
    visitor.get_by_role("button", name="Dark", exact=True).click()
    visitor.wait_for_function(f"{HEADER} !== {light!r}")
    open_page(visitor, "Reports")
    visitor.wait_for_function(
        "getComputedStyle(document.querySelector('.stApp')).backgroundColor === 'rgb(14, 20, 27)'"
    )
    visitor.get_by_test_id("stTopNavLink").filter(has_text="Map").click()
    visitor.wait_for_selector(STANDS)
    visitor.reload()
    visitor.wait_for_selector(".dateline[data-theme=dark]")
    visitor.wait_for_function(
        "getComputedStyle(document.querySelector('.stApp')).backgroundColor === 'rgb(14, 20, 27)'"
    )
    visitor.get_by_role("button", name="Light", exact=True).click()


def test_full_screen_fills_the_screen_with_the_desk(visitor: Page) -> None:
    full = "document.fullscreenElement?.className ?? null"
    visitor.get_by_role("button", name="Full screen").click()
    visitor.wait_for_function(f"({full}) === 'dateline-host' || ({full})?.includes('st')")
    expect(visitor.get_by_role("button", name="Leave full screen")).to_be_visible()
    box = visitor.locator(".dateline").bounding_box()
    assert box is not None
    assert (box["x"], box["y"]) == (0, 0)
    visitor.get_by_role("button", name="Leave full screen").click()
    expect(visitor.get_by_role("button", name="Full screen")).to_be_visible()


def test_the_program_comes_once_under_the_address_of_its_version(visitor: Page) -> None:
    names = visitor.evaluate(
        "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)"
    )
    ours = {name for name in names if name.endswith((".js", ".css")) and "/web/" in name}
    programs = [name for name in names if name.endswith("/program.js")]
    assert len(programs) == 1
    base = programs[0].removesuffix("program.js")
    assert base.startswith("/assets/")
    assert all(name.startswith(f"{base}web/") and name.endswith(".css") for name in ours)
    answer = visitor.request.get(urljoin(visitor.url, programs[0]))
    assert "immutable" in answer.headers["cache-control"]
    other = re.sub("/assets/[0-9a-f]+/", f"/assets/{'0' * 12}/", programs[0])
    assert (
        "javascript" not in visitor.request.get(urljoin(visitor.url, other)).headers["content-type"]
    )


def test_links_to_the_other_pages_open_without_a_word_in_the_console(visitor: Page) -> None:
    visitor.goto(urljoin(visitor.url, "/reports"))  # the window's own guard counts console errors
    visitor.get_by_label("Article text").wait_for()
    visitor.goto(urljoin(visitor.url, "/export?layers=-flows,-weather"))
    expect(
        visitor.get_by_text("Some of what the link names is not in these reports")
    ).to_be_visible()
    assert visitor.locator("[role=dialog]").count() == 0
    back_to_map(visitor)
    expect(visitor).to_have_url(re.compile("layers=-flows"))
