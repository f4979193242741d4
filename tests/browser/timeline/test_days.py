"""Days of the window: typed, stepped from report to report, summed up."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.timeline.strip import SPRING, Mount, handle, settled, window


@pytest.mark.parametrize(
    ("side", "typed", "kept", "shown"),
    [
        ("First", "2025-01-02", "2025-01-02", "2 Jan 2025"),
        ("First", "Jan 2025", "2025-01-01", "1 Jan 2025"),
        ("Last", "February 2024", "2024-02-29", "29 Feb 2024"),
        ("Last", "2025", "2025-12-31", "31 Dec 2025"),
        ("Last", "Sept. 3, 2025", "2025-09-03", "3 Sep 2025"),
        ("Last", " 3 september  2025 ", "2025-09-03", "3 Sep 2025"),
    ],
)
def test_typed_days(mount: Mount, side: str, typed: str, kept: str, shown: str) -> None:
    page = mount()
    box = page.get_by_label(f"{side} day", exact=True)
    box.fill(typed)
    box.press("Enter")
    expect(box).to_have_value(shown)
    assert window(page)["from" if side == "First" else "to"] == kept


@pytest.mark.parametrize("typed", ["soon", "30 Feb 2025", "2025-13", "0000-01-01", "1 2 3"])
def test_what_is_no_day_changes_nothing_and_says_so(mount: Mount, typed: str) -> None:
    page = mount(initial={"window": {"from": "2025-01-01", "to": None}})
    box = page.get_by_label("First day", exact=True)
    box.fill(typed)
    box.press("Enter")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("status").filter(has_text=typed)).to_be_visible()
    assert window(page)["from"] == "2025-01-01"
    box.press("Escape")
    expect(box).to_have_value("1 Jan 2025")
    expect(page.locator(".message")).to_have_text("")


def test_a_first_day_after_the_last_is_refused_with_both_days(mount: Mount) -> None:
    page = mount(initial=SPRING)
    box = page.get_by_label("First day", exact=True)
    box.fill("11 Mar 2025")
    box.press("Enter")
    expect(page.locator(".message")).to_contain_text("11 Mar 2025, is after the last, 10 Mar 2025")
    assert window(page) == SPRING["window"]


def test_somebody_who_types_is_not_disturbed(mount: Mount) -> None:
    page = mount()
    box = page.get_by_label("First day", exact=True)
    box.focus()
    page.keyboard.type("1 Ja")
    page.evaluate("desk.state.set({ statuses: { planned: false } })")
    settled(page)
    expect(box).to_have_value("1 Ja")


def test_report_days_step_along_the_reported_axis(mount: Mount) -> None:
    page = mount()
    page.get_by_role("button", name="Previous report day").click()
    page.get_by_role("button", name="Previous report day").click()
    view = page.evaluate("desk.state.get()")
    assert (view["axis"], view["window"]) == (
        "reported",
        {"from": "2025-06-26", "to": "2025-06-26"},
    )
    page.get_by_role("button", name="Next").click()
    assert window(page)["from"] == "2025-06-27"
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.get_by_role("button", name="All dates").click()
    assert window(page) == {"from": None, "to": None}


def test_keys_step_where_the_focus_is_in_the_timeline_only(mount: Mount) -> None:
    page = mount()
    page.locator(".tile").first.press(",")
    settled(page)
    assert window(page)["to"] is None
    handle(page, "Last").press(",")
    settled(page)
    page.keyboard.press(",")
    settled(page)
    assert window(page)["to"] == "2025-06-26"
    page.keyboard.press(".")
    settled(page)
    assert window(page)["to"] == "2025-06-27"
    page.get_by_label("Last day", exact=True).press(",")
    settled(page)
    assert window(page)["to"] == "2025-06-27"


def test_a_report_that_is_off_has_no_report_day(mount: Mount, scene: dict[str, Any]) -> None:
    last = [report["id"] for report in scene["reports"] if report["published"] == "2025-06-27"]
    page = mount(initial={"reports": dict.fromkeys(last, False)})
    page.get_by_role("button", name="Previous report day").click()
    assert window(page)["from"] == "2025-06-26"


def test_a_cumulative_window_has_no_first_day(mount: Mount) -> None:
    page = mount(initial=SPRING)
    shown = page.evaluate("desk.state.tally().shown")
    page.get_by_label("Cumulative").check()
    settled(page)
    assert window(page) == {"from": None, "to": "2025-03-10"}
    assert set(page.evaluate("desk.state.tally().shown")) > set(shown)
    expect(page.get_by_label("First day", exact=True)).to_be_disabled()
    expect(page.locator(".handle.from")).to_be_hidden()
    page.evaluate("desk.state.set({ window: { from: '2025-01-01' } })")
    assert window(page)["from"] is None
    page.get_by_role("button", name="Previous report day").click()
    assert window(page) == {"from": None, "to": "2025-01-13"}
    assert page.evaluate("desk.state.serialise().cumulative") is True
