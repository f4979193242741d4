"""What a reader waits for comes first: the map; then the lists, or the list that is asked for."""

from typing import Any

import pytest
from playwright.sync_api import Page

# Draw a desk, do something in the same turn, and give what stands before a frame and at the end.
AT_ONCE = """async ([scene, act]) => {
  const count = (what) => document.querySelectorAll(what).length;
  const standing = () => ({ tiles: count(".tile"), cards: count(".card"), rows: count(".row"),
    entries: count(".entry") });
  performance.clearMarks();
  window.mount(scene).then(() => { window.over = true; });
  if (act) document.querySelector(act).click();
  const before = standing();
  await desk.stands;
  await new Promise((done) => setTimeout(done));
  const marks = performance.getEntriesByType("mark").map(({ name }) => name);
  return { before, after: standing(), marks };
}"""
GONE = """async (scene) => {
  window.mount(scene);
  desk.destroy();
  for (let i = 0; i < 9; i += 1) await new Promise(requestAnimationFrame);
  return document.getElementById("host").childElementCount;
}"""

FAILING = """async () => {
  const { afterPaint } = await import("/static/web/turns.js");
  window.addEventListener("error", (event) => event.preventDefault(), { once: true });
  const fail = () => { throw new Error("one panel"); };
  return new Promise((done) => afterPaint([fail, () => done("the next")]));
}"""


def test_the_lists_come_after_the_map_by_themselves(page: Page, scene: dict[str, Any]) -> None:
    found = page.evaluate(AT_ONCE, [scene, None])
    assert found["before"]["tiles"] > 0
    assert [found["before"][name] for name in ("cards", "rows")] == [0, 0]
    assert min(found["after"][name] for name in ("cards", "rows")) > 0
    assert found["marks"] == ["dateline map", "dateline desk"]


def test_a_list_that_is_asked_for_comes_at_once(page: Page, scene: dict[str, Any]) -> None:
    found = page.evaluate(AT_ONCE, [scene, ".strip button.shown"])
    assert found["before"]["entries"] > 0
    assert found["after"]["entries"] == found["before"]["entries"]


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_gone_before_its_turn_never_comes(
    page: Page, scene: dict[str, Any], times: int
) -> None:
    for _ in range(times):
        assert page.evaluate(GONE, scene) == 0


def test_a_piece_that_fails_costs_itself(page: Page) -> None:
    assert page.evaluate(FAILING) == "the next"
