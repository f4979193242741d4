"""The layers page: a file dropped in is on the map, in its link and in an exported file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from layers.own.content import with_own
from tests.browser.axe import barriers
from tests.browser.serving import STANDS, back_to_map, open_page, reader
from tests.layers.own.made import geojson, line, point
from tests.layers.own.scenes import SOURCE, kept
from views.export.exports import one_file

FILE: FilePayload = {
    "name": "depots.geojson",
    "mimeType": "application/geo+json",
    "buffer": geojson(point(36.9, 52.3), line((35, 51), (37, 52)), point(4e6, 5)),
}


@pytest.fixture
def visitor(chromium: BrowserContext, tmp_path: Path) -> Iterator[Page]:
    with reader(chromium, tmp_path) as page:
        yield page


def add(page: Page) -> None:
    open_page(page, "Layers")
    page.get_by_text("No layers yet").wait_for()
    page.locator("input[type=file]").set_input_files(FILE)
    page.get_by_label("Source", exact=True).fill(SOURCE)
    page.get_by_role("button", name="Add layers").click()
    page.get_by_text("depots: 2 features added.").wait_for()
    page.get_by_test_id("stAlertContentWarning").get_by_text("not on the globe: C.").wait_for()


def test_a_file_is_shown_switched_linked_and_taken_back(visitor: Page) -> None:
    add(visitor)
    assert barriers(visitor) == []
    pictures = visitor.get_by_role("img", name="Shapes of depots")
    expect(pictures).to_have_count(1)
    light = pictures.get_attribute("src")
    visitor.evaluate("document.documentElement.dataset.dateline = 'dark'")
    expect(pictures).to_have_count(1)
    assert pictures.get_attribute("src") != light
    back_to_map(visitor)
    switch = visitor.get_by_role("checkbox", name=re.compile("^depots"))
    expect(switch).to_be_checked()
    expect(visitor.get_by_text(f"Source: {SOURCE}.")).to_be_attached()
    switch.uncheck()
    visitor.wait_for_function("location.search.includes('layers=')")
    visitor.reload()
    visitor.wait_for_selector(STANDS)
    expect(switch).not_to_be_checked()
    open_page(visitor, "Layers")
    visitor.get_by_role("button", name="Remove", exact=True).click()
    visitor.get_by_text("depots was removed from the map.").wait_for()
    visitor.get_by_role("button", name="Bring it back").click()
    visitor.get_by_text("1 layer", exact=True).wait_for()


def test_an_exported_file_shows_the_layer_with_the_network_cut(
    chromium: BrowserContext, scene: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(one_file(with_own(scene, [("0123456789ab", kept())]), {}, "A title"))
    assert isinstance(chromium.browser, Browser)
    alone = chromium.browser.new_context(offline=True)
    page = alone.new_page()
    page.goto(path.as_uri())
    page.get_by_role("button", name="List 3 features").click()
    card = page.get_by_role("region", name="Own layer", exact=True)
    card.get_by_role("button", name="A", exact=True).click()
    expect(card).to_contain_text(f"Source: {SOURCE}")
    alone.close()
