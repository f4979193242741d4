"""Thousands of reports: a page of them at a time, and "only these" in a few words."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from layers.view import View
from layers.visibility import visible

Mount = Callable[..., Page]
MANY = 2000
PAPERS = ("The Morning", "The Evening")
ROWS = "[data-group=reports] .part"
PICKER = "select.filter"
QUERY = """async () => {
  const { toQuery, fromQuery } = await import("/static/web/link.js");
  const { openingView } = await import("/static/web/state.js");
  const { scene } = desk.state;
  const opening = openingView(scene, {});
  const query = toQuery(desk.state.serialise(), opening, scene);
  const { view } = fromQuery(query, opening, scene);
  const same = ["reports", "off"].every((key) =>
    JSON.stringify(view[key]) === JSON.stringify(desk.state.get()[key]));
  return [query, same];
}"""
ROUND = """async ([on, groups]) => {
  const { valueText, valueOf } = await import("/static/web/link-notation.js");
  const value = Object.fromEntries(on.map((each, i) => [`id${i}`, each]));
  const opening = Object.fromEntries(on.map((_, i) => [`id${i}`, true]));
  const groupOf = (id) => groups[Number(id.slice(2)) % groups.length];
  let lost = 0;
  const text = valueText(value, opening, groupOf);
  const read = valueOf(text, opening, () => { lost += 1; }, groupOf);
  return [Object.values(read).join() === Object.values(value).join(), lost, text];
}"""


@pytest.fixture
def many(scene: dict[str, Any]) -> dict[str, Any]:
    """Give the scene two thousand more reports, of two publishers."""
    first = scene["reports"][0]
    for number in range(MANY):
        own = {"id": f"{number:012x}", "ref": f"R{number + 11}", "text": "", "title": None}
        scene["reports"].append({**first, **own, "publisher": PAPERS[number % 2]})
    return scene


def only(page: Page, key: str) -> None:
    page.evaluate("(key) => document.querySelector(`[data-key='only ${key}']`).click()", key)


def test_the_reports_of_a_publisher_come_a_page_at_a_time(
    mount: Mount, many: dict[str, Any]
) -> None:
    page = mount(many)
    page.locator("[data-key='fold reports']").click()
    page.locator("[data-key='fold reports publisher The Morning']").click()
    expect(page.locator(ROWS)).to_have_count(100)
    more = page.locator("[data-key='more reports publisher The Morning after']")
    expect(more).to_have_text("Show 100 more of 1000")
    more.click()
    expect(page.locator(ROWS)).to_have_count(200)
    page.get_by_label("Find in reports").fill("R1990 ")
    expect(page.locator(ROWS)).to_have_count(1)


def test_the_choice_of_a_report_holds_a_page_around_the_chosen(
    mount: Mount, many: dict[str, Any]
) -> None:
    page = mount(many)
    options = page.locator(f"{PICKER} option")
    expect(options).to_have_count(1 + 200 + 1)
    page.get_by_role("tab", name="Full text").click()
    newest = many["reports"][-1]["id"]
    expect(page.locator(PICKER)).to_have_value(newest)
    expect(options).to_have_count(1 + 1 + 10)  # of 2,010 reports the last page has 10
    page.select_option(PICKER, label="Show 200 before these …")
    expect(options).to_have_count(1 + 1 + 210)
    expect(page.locator(PICKER)).to_have_value(newest)
    page.select_option(PICKER, many["reports"][1900]["id"])
    expect(page.locator(".full")).to_have_attribute("aria-label", "R1901, 18 Oct 2024")


def test_only_one_report_or_publisher_is_a_short_link_and_a_short_view(
    mount: Mount, many: dict[str, Any]
) -> None:
    page = mount(many)
    page.locator("[data-key='fold reports']").click()
    only(page, "reports publisher The Morning")
    query, same = page.evaluate(QUERY)
    assert same
    assert query == "reports=~,@The+Morning"
    page.locator("[data-key='fold reports publisher The Morning']").click()
    chosen = many["reports"][12]["id"]
    only(page, f"reports {chosen}")
    query, same = page.evaluate(QUERY)
    assert same
    assert len(query) < 40
    view = page.evaluate("desk.state.serialise()")
    assert view["reports"] == {"*": False, chosen: True}
    counts = page.evaluate("desk.state.counts()")
    assert counts == {name: visible(many, View.from_json(view)).counts[name] for name in counts}
    again = page.evaluate(
        """async (view) => {
      const { createState } = await import("/static/web/state.js");
      const { scene } = desk.state;
      const [opened, set] = [createState(scene, view), createState(scene, null)];
      set.set(view);
      const on = ({ reports }) => Object.entries(reports).filter(([, on]) => on).map(([id]) => id);
      return [on(opened.get()), on(set.get())];
    }""",
        view,
    )
    assert again == [[chosen], [chosen]]


def test_only_one_source_is_a_short_link(mount: Mount, scene: dict[str, Any]) -> None:
    claim = next(item for item in scene["items"] if item["type"] == "claim")
    for number in range(300):
        own = {"id": f"more{number}", "source": f"Office {number}", "origin": f"Office {number}"}
        scene["items"].append({**claim, **own})
    page = mount(scene)
    page.locator("[data-key='fold source']").click()
    only(page, "source Office 7 > Office 7")
    assert len(page.evaluate("desk.state.get().off.source")) > 300
    query, same = page.evaluate(QUERY)
    assert same
    assert len(query) < 80


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    on=st.lists(st.booleans(), min_size=1, max_size=30),
    groups=st.lists(st.sampled_from(["", "a", "-b", "c,d%", "@", "~"]), min_size=1, max_size=4),
)
def test_switches_in_groups_are_read_as_they_were_written(
    page: Page, on: list[bool], groups: list[str]
) -> None:
    assume(not all(on))  # what stands as it opens is not written
    right, lost, text = page.evaluate(ROUND, [on, groups])
    assert (right, lost) == (True, 0), text
