"""The exported map on a phone: fingers instead of a pointer, and a card over the lower half."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from layers.web.page import page as one_file
from tests.browser.serving import STANDS

TARGET = 24  # px, the least that WCAG 2.2 asks of a target
LOW = {"camera": {"lat": 53.4, "lon": 36.0, "zoom": 6}}  # Kursk at the foot of the map
PICK = """() => document.querySelector("g.dl-mark[data-mark='p:ne:RU-KRS']")
  .dispatchEvent(new MouseEvent("click", { bubbles: true }))"""
SPOT = """() => {
  const mark = document.querySelector("g.dl-mark[data-mark='p:ne:RU-KRS']");
  const box = mark.querySelector(".dl-hit").getBoundingClientRect();
  const card = document.querySelector(".right").getBoundingClientRect();
  return [box.top, box.bottom, card.top];
}"""


@pytest.fixture
def phone(
    chromium: BrowserContext, fixture_scene: dict[str, Any], tmp_path: Path
) -> Iterator[Page]:
    path = tmp_path / "map.html"
    path.write_bytes(one_file(fixture_scene, LOW, "A map"))
    assert isinstance(chromium.browser, Browser)
    context = chromium.browser.new_context(
        offline=True, is_mobile=True, has_touch=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(STANDS)
    yield page
    context.close()


def test_a_picked_place_moves_into_the_part_that_its_card_leaves_free(phone: Page) -> None:
    phone.evaluate(PICK)
    expect(phone.locator(".place-card")).to_be_visible()
    phone.wait_for_timeout(600)  # the map glides
    top, bottom, card = phone.evaluate(SPOT)
    assert 0 < (top + bottom) / 2 < card


def test_only_is_there_without_a_hover_and_large_enough_for_a_finger(phone: Page) -> None:
    row = phone.locator("[data-group=statuses] .switch-row").first
    row.scroll_into_view_if_needed()
    only = row.locator(".only")
    expect(only).to_be_visible()
    expect(row.locator(".count")).to_be_visible()
    box = only.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= TARGET
    only.tap()
    expect(phone.locator("[data-group=statuses] .aside")).to_contain_text("1 of 6")
