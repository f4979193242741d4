"""The filters: trees of switches with live counts, the same rules as in Python, and their state."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from layers.view import View
from layers.visibility import visible

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
Mount = Callable[..., Page]

RULES = """async (cases) => {
  const { kindOn, passes } = await import("/static/web/facets.js");
  return cases.map(({ item, mark, off }) => (mark ? kindOn(mark, off) : passes(item, off)));
}"""
SENT = "deployment > sent"
VIEWS: list[dict[str, Any]] = [
    {"off": {"category": [SENT, "place name"]}},
    {"off": {"kind": ["country", "region > adm1"]}, "layers": {"mentioned": True}},
    {"off": {"source": ["National Intelligence Service > Lee Seong-kweun"]}, "undated": False},
    {"off": {"review": ["unverified"]}, "window": {"from": "2025-01-01", "to": None}},
    {"off": {"category": [SENT], "kind": ["city"]}, "statuses": {"planned": False}},
]


def unfold(page: Page, *groups: str) -> None:
    for group in groups:
        page.locator(f"[data-key='fold {group}']").click()


def row(page: Page, key: str) -> Locator:
    return page.locator(".switch-row", has=page.locator(f"input[data-key='{key}']"))


def off(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate("desk.state.serialise().off")
    return found


def test_the_shared_cases_of_facets(page: Page) -> None:
    cases = json.loads((FIXTURES / "facet_cases.json").read_text("utf-8"))
    found = page.evaluate(RULES, cases)
    wrong = [
        case["name"]
        for case, passes in zip(cases, found, strict=True)
        if passes is not case["passes"]
    ]
    assert wrong == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_plate_counts_what_the_browser_counts(
    mount: Mount, scene: dict[str, Any], view: dict[str, Any]
) -> None:
    counts = mount(initial=view).evaluate("desk.state.counts()")
    assert counts == {name: visible(scene, View.from_json(view)).counts[name] for name in counts}


@pytest.mark.parametrize("view", [{}, *VIEWS])
def test_what_is_on_in_a_facet_adds_up_to_what_is_shown(mount: Mount, view: dict[str, Any]) -> None:
    page = mount(initial=view)
    sums = page.evaluate("""async () => {
      const { groupsOf } = await import("/static/web/switches.js");
      const { state } = window.desk;
      const facets = state.facets();
      const groups = groupsOf(state, state.scene.meta.style);
      return Object.fromEntries(groups.map((group) => [group.id, group.leaves
        .filter(group.isOn).reduce((sum, leaf) => sum + (facets[group.id].get(leaf) ?? 0), 0)]));
    }""")
    shown = page.evaluate("desk.state.counts().shown")
    parts = ("statuses", "reports", "category", "source", "review")
    assert {name: sums[name] for name in parts} == dict.fromkeys(parts, shown)


def test_a_count_is_what_would_be_shown(mount: Mount) -> None:
    page = mount(initial={"off": {"category": [SENT]}})
    unfold(page, "category", "category deployment")
    promised = int(row(page, f"category {SENT}").locator(".count").inner_text())
    before = page.evaluate("desk.state.counts().shown")
    page.locator(f"[data-key='category {SENT}']").check()
    expect(page.locator(".counts .shown b")).to_have_text(str(before + promised))
    assert promised > 0


def test_a_parent_has_three_states(mount: Mount) -> None:
    page = mount()
    unfold(page, "category", "category deployment")
    parent = page.locator("input[data-key='category deployment']")
    page.locator(f"[data-key='category {SENT}']").uncheck()
    expect(parent).to_have_js_property("indeterminate", value=True)
    expect(page.locator("[data-group=category] .aside b")).to_have_text(re.compile(r"\d+ of \d+"))
    parent.uncheck()
    expect(page.locator(f"[data-key='category {SENT}']")).not_to_be_checked()
    expect(parent).to_have_js_property("indeterminate", value=False)
    assert off(page) == {"category": ["deployment > present", SENT]}
    parent.check()
    assert off(page) == {}


def test_only_this_and_all_again(mount: Mount) -> None:
    page = mount()
    unfold(page, "source")
    chosen = row(page, "source Pentagon > Pentagon")
    only = chosen.get_by_role("button", name="Only Pentagon")
    expect(only).to_have_css("clip-path", "inset(50%)")
    chosen.hover()
    expect(only).to_have_css("clip-path", "none")
    page.mouse.move(700, 400)
    only.focus()
    expect(only).to_have_css("clip-path", "none")
    page.keyboard.press("Enter")
    said = page.evaluate("""desk.state.tally().shown.concat(desk.state.tally().unlocated)
      .map((id) => desk.state.item(id).origin)""")
    assert set(said) == {"Pentagon"}
    page.locator("[data-key='all source']").click()
    assert off(page) == {}


def test_a_long_list_can_be_searched_and_a_fold_says_what_is_off(mount: Mount) -> None:
    page = mount()
    expect(page.locator("[data-group=review] .find")).to_have_count(0)
    unfold(page, "reports")
    box = page.get_by_label("Find in reports")
    box.fill("13 jan")
    expect(page.locator("[data-group=reports] .switch-row")).to_have_count(2)
    page.locator("[data-group=reports] .part input").uncheck()
    box.press("Escape")
    expect(page.locator("[data-group=reports] .part")).to_have_count(0)
    unfold(page, "reports")
    expect(page.locator("[data-group=reports] .switch")).to_have_count(0)
    expect(page.locator("[data-group=reports] .aside")).to_contain_text("9 of 10")


def test_publishers_are_above_their_reports(mount: Mount, scene: dict[str, Any]) -> None:
    for report in scene["reports"][:3]:
        report["publisher"] = "The Other Paper"
    page = mount(scene)
    unfold(page, "reports")
    page.locator("[data-key='reports publisher The Other Paper']").uncheck()
    hidden = page.evaluate("Object.entries(desk.state.get().reports).filter(([, on]) => !on)")
    assert [id_ for id_, _ in hidden] == [report["id"] for report in scene["reports"][:3]]


def test_what_a_facet_hides_is_listed_with_the_reason(mount: Mount) -> None:
    view = {"off": {"category": ["casualties > killed"], "kind": ["country"]}}
    page = mount(initial=view)
    page.locator(".counts .hidden").click()
    reasons = page.locator(".entry .why").all_inner_texts()
    assert "category casualties, killed is off" in reasons
    assert "kind of place country is off" in reasons


def test_the_switches_of_a_selection_are_marked(mount: Mount) -> None:
    page = mount()
    unfold(page, "category")
    page.locator(".tile[data-group='g:killed']").click()
    expect(row(page, "category casualties").locator(".switch")).to_have_class(
        re.compile("selected")
    )
