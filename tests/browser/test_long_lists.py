"""Lists of thousands: a page of rows at a time, wherever in them the reader is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
MANY = 1000
ROWS = ".figures tr.claim"
REVEALED = """async ([rows, at]) => {
  const { paged } = await import("/static/web/pages.js");
  const list = Array.from({ length: rows }, (_, i) => i);
  const pages = paged(10, () => {});
  return at.map((index) => {
    pages.reveal(index);
    const part = pages.part(list);
    return [part[0], part.at(-1), Boolean(pages.before()), Boolean(pages.after(list))];
  });
}"""
COUNTED = """(views) => views.map((view) => {
  desk.state.set(view);
  const lists = Object.entries(desk.state.tally()).map(([name, ids]) => [name, ids.length]);
  return [Object.fromEntries(lists), desk.state.counts()];
})"""


@pytest.fixture
def long(scene: dict[str, Any]) -> dict[str, Any]:
    """Give the scene a thousand more figures, each in a group and a sentence of its own."""
    claim = next(item for item in scene["items"] if item["type"] == "claim" and item["latest"])
    group = next(group for group in scene["groups"] if claim["id"] in group["claims"])
    report = next(report for report in scene["reports"] if report["id"] == claim["report"])
    for number in range(MANY):
        id_, start = f"more{number}", len(report["text"])
        words = f" Figure {number} was counted."
        report["text"] += words
        own = {"id": id_, "group": f"g:{id_}", "label": f"More {number}", "start": start + 1}
        span = {"end": start + len(words), "sentence": [start + 1, start + len(words)]}
        scene["items"].append({**claim, **own, **span})
        scene["groups"].append(
            {**group, "id": f"g:{id_}", "label": f"More {number}", "claims": [id_]}
        )
    return scene


def select(page: Page, id_: str) -> None:
    page.evaluate("(id) => desk.state.set({ selection: { kind: 'item', id } })", id_)


def test_the_part_grows_to_a_neighbour_and_moves_to_what_is_far(page: Page) -> None:
    assert page.evaluate(REVEALED, [95, [3, 12, 60, 55, -1, 94]]) == [
        [0, 9, False, True],
        [0, 19, False, True],
        [60, 69, True, True],
        [50, 69, True, True],
        [50, 69, True, True],
        [90, 94, True, False],
    ]


def test_figures_come_a_page_at_a_time(mount: Mount, long: dict[str, Any]) -> None:
    page = mount(long)
    all_ = sum(item["type"] == "claim" for item in long["items"])
    expect(page.locator(".figures-panel h2 .count")).to_have_text(str(all_))
    first = page.locator(ROWS).count()
    assert first < MANY / 2
    page.locator(".figures [data-key='more after']").click()
    assert page.locator(ROWS).count() > first


def test_a_selection_far_down_opens_its_own_page(mount: Mount, long: dict[str, Any]) -> None:
    page = mount(long)
    select(page, "more900")
    expect(page.locator(f"{ROWS}.selected")).to_have_attribute("data-ref", "more900")
    expect(page.locator(f"{ROWS}.selected")).to_be_in_viewport()
    expect(page.locator(".card.selected .said")).to_have_text("Figure 900 was counted.")
    expect(page.locator(".card.selected")).to_be_in_viewport()
    rows = page.locator(ROWS).count()
    assert rows < MANY / 2
    page.locator(".figures [data-key='more before']").click()
    assert page.locator(ROWS).count() > rows


def test_the_list_behind_a_count_comes_in_pages_too(mount: Mount, long: dict[str, Any]) -> None:
    page = mount(long)
    page.locator("[data-key='count unverified']").click()
    assert 0 < page.locator(".entry").count() < MANY / 2
    page.locator(".pane.list [data-key='more after']").click()
    expect(page.locator(".entry")).to_have_count(400)


def test_counts_are_the_lengths_of_their_lists(mount: Mount, long: dict[str, Any]) -> None:
    page = mount(long)
    views: list[dict[str, Any]] = [
        {},
        {"window": {"from": "2025-01-01", "to": "2025-03-31"}},
        {"certainOnly": True, "statuses": {"reported": False}},
        {"axis": "reported", "undated": False, "layers": {"places": False}},
        {"reports": {long["reports"][0]["id"]: False}},
    ]
    for lists, counts in page.evaluate(COUNTED, views):
        assert lists == counts
