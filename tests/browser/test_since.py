"""What new things are told from: the rule that plates follow, the choice, its place in a link."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
CASES = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/since_cases.json").read_text("utf-8")
)
RULES = """async ({ scene, reports, signs }) => {
  const { newReports, signOf } = await import("/static/web/since.js");
  const rows = (ids) => ids.map((report) => ({ report }));
  return {
    reports: reports.map(({ since }) => [...newReports(scene, since)].sort()),
    signs: signs.map((each) => signOf(rows(each.every), rows(each.shown), new Set(each.new))),
  };
}"""
QUERY = """async () => {
  const { toQuery } = await import("/static/web/link.js");
  const { openingView } = await import("/static/web/state.js");
  return toQuery(desk.state.serialise(), openingView(desk.state.scene, {}), desk.state.scene);
}"""


def test_the_shared_cases_of_what_is_new(page: Page) -> None:
    found = page.evaluate(RULES, CASES)
    assert found["reports"] == [sorted(case["new"]) for case in CASES["reports"]]
    assert found["signs"] == [case["sign"] for case in CASES["signs"]]


def test_a_day_is_chosen_and_typed(mount: Mount) -> None:
    page = mount()
    panel = page.get_by_role("region", name="New since")
    expect(panel.locator(".sign-row")).to_have_count(0)
    panel.get_by_label("What is compared with").select_option("day")
    day = panel.get_by_label("New since this day")
    expect(day).to_be_focused()
    expect(day).to_have_value("26 Jun 2025")  # R10 came after
    expect(panel.locator(".sign-row").first).to_contain_text("New")
    day.fill("june 2024")
    day.press("Enter")
    expect(day).to_have_value("30 Jun 2024")
    expect(panel.locator(".sign-row")).to_have_count(1)  # all of it came since
    assert page.evaluate(QUERY) == "since=2024-06-30"


def test_a_text_that_is_no_day_says_so_and_changes_nothing(mount: Mount) -> None:
    page = mount(initial={"since": "2025-06-26"})
    panel = page.get_by_role("region", name="New since")
    day = panel.get_by_label("New since this day")
    day.fill("last week")
    day.press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("“last week” is no day")
    assert page.evaluate("desk.state.get().since") == "2025-06-26"
    day.fill("2025-06-16")
    day.press("Enter")
    expect(panel.get_by_role("status")).to_have_text("")
    assert page.evaluate("desk.state.get().since") == "2025-06-16"


def test_what_is_not_there_or_not_new_is_said(mount: Mount, scene: dict[str, Any]) -> None:
    scene["reports"][-1]["published"] = None
    scene["pasts"] = [{"id": "briefing-1", "title": "<b>First</b>", "day": None, "new": []}]
    page = mount(scene, initial={"since": "briefing-2"})
    panel = page.get_by_role("region", name="New since")
    expect(panel.get_by_role("status")).to_contain_text("is not here")
    panel.get_by_label("What is compared with").select_option("briefing-1")
    expect(panel.get_by_role("status")).to_have_text("Nothing in view is new since then.")
    expect(panel.locator("option", has_text="<b>First</b>")).to_have_count(1)
    page.evaluate("desk.state.set({ since: '2025-06-26' })")
    expect(panel.get_by_role("status")).to_contain_text("not told as new: R10")
