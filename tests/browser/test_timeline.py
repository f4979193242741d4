"""The timeline in a real browser: the window by typing, key, drag, wheel and touch; counts."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

Mount = Callable[..., Page]
SPRING = {"window": {"from": "2025-01-10", "to": "2025-03-10"}}


def window(page: Page) -> dict[str, str | None]:
    found: dict[str, str | None] = page.evaluate("desk.state.get().window")
    return found


def settled(page: Page) -> None:
    """Wait until the panels have heard of the last change."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def handle(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=f"{name} day of the window")


def centre(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def days_between(one: str | None, other: str | None) -> int:
    assert one
    assert other
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


# --- typing ---------------------------------------------------------------------------------------


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


# --- report days and switches ---------------------------------------------------------------------


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


# --- keys, drag, wheel, touch ---------------------------------------------------------------------


def test_handles_move_by_key_and_by_drag(mount: Mount) -> None:
    page = mount(initial=SPRING)
    first = handle(page, "First")
    first.press("ArrowRight")
    first.press("ArrowRight")
    assert window(page)["from"] == "2025-01-12"
    expect(first).to_have_attribute("aria-valuetext", "12 Jan 2025")
    first.press("PageDown")
    assert window(page)["from"] == "2024-12-12"
    first.press("Home")
    assert window(page)["from"] is None
    x, y = centre(handle(page, "Last"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=4)
    page.mouse.up()
    moved = window(page)["to"]
    assert moved is not None
    assert moved > "2025-03-20"


def test_the_window_moves_as_one_by_key_and_by_drag(mount: Mount) -> None:
    page = mount(initial=SPRING)
    whole = page.get_by_role("slider", name="Window of dates")
    whole.press("ArrowRight")
    whole.press("Shift+ArrowRight")
    assert window(page) == {"from": "2025-01-18", "to": "2025-03-18"}
    expect(whole).to_have_attribute("aria-valuetext", "18 Jan 2025 to 18 Mar 2025")
    page.wait_for_function("told.views.length === 1")
    x, _ = centre(page.locator(".edge"))
    band = page.locator(".bins").bounding_box()
    assert band
    page.mouse.move(x, band["y"] + 10)
    page.mouse.down()
    page.mouse.move(x - 100, band["y"] + 10, steps=4)
    page.wait_for_timeout(450)
    assert page.evaluate("told.views.map((view) => view.window.from)") == ["2025-01-18"]
    page.mouse.up()
    page.wait_for_function("told.views.length === 2")
    now = window(page)
    assert days_between(now["from"], now["to"]) == 59
    assert days_between(now["from"], "2025-01-18") > 10


def test_the_wheel_moves_widens_and_zooms(mount: Mount) -> None:
    page = mount(initial=SPRING)
    page.locator(".bins").hover(position={"x": 30, "y": 20})
    page.mouse.wheel(0, 300)
    settled(page)
    moved = window(page)
    assert days_between("2025-01-10", moved["from"]) > 3
    assert days_between(moved["from"], moved["to"]) == 59

    page.keyboard.down("Shift")
    page.mouse.wheel(0, 300)
    page.keyboard.up("Shift")
    settled(page)
    wide = window(page)
    assert days_between(wide["from"], wide["to"]) > 59

    labels = page.locator(".foot text").all_text_contents()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -600)
    page.keyboard.up("Control")
    expect(page.locator(".foot text").first).not_to_have_text(labels[0])
    assert window(page) == wide
    expect(page.locator(".bins")).to_have_attribute("title", re.compile("Shift.*widen.*pinch"))


def test_a_window_that_leaves_the_strip_takes_it_along(mount: Mount) -> None:
    page = mount(initial={"window": {"from": "2025-03-01", "to": "2025-03-10"}})
    page.locator(".bins").hover(position={"x": 30, "y": 20})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -1500)
    page.keyboard.up("Control")
    for _ in range(30):
        page.mouse.wheel(0, 400)
    settled(page)
    assert days_between(*window(page).values()) == 9
    for name in ("First", "Last"):
        expect(handle(page, name)).to_be_in_viewport()
    band = page.locator(".bins").bounding_box()
    assert band
    assert band["x"] <= centre(handle(page, "First"))[0] <= band["x"] + band["width"]


@pytest.mark.parametrize("last", ["2025-01-10", "2025-03-10"])
def test_each_handle_can_be_touched_24_px_wide(mount: Mount, last: str) -> None:
    page = mount(initial={"window": {"from": "2025-01-10", "to": last}})
    wide = page.evaluate("""() => ["from", "to"].map((side) => {
      const node = document.querySelector(`.handle.${side}`);
      const box = node.getBoundingClientRect();
      const y = box.top + box.height / 2;
      const at = (x) => document.elementFromPoint(x, y) === node;
      const columns = Array.from({ length: 120 }, (_, i) => box.left - 60 + i);
      return columns.filter(at).length;
    })""")
    assert min(wide) >= 24


def test_two_fingers_zoom_the_strip(mount: Mount) -> None:
    page = mount(initial=SPRING)
    box = page.locator(".bins").bounding_box()
    assert box
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *xs: float) -> None:
        points = [{"x": box["x"] + x, "y": box["y"] + 15, "id": n} for n, x in enumerate(xs)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    ticks = page.locator(".foot text").all_text_contents()
    touch("touchStart", 300, 500)
    touch("touchMove", 200, 600)
    touch("touchMove", 100, 700)
    touch("touchEnd")
    settled(page)
    assert page.locator(".foot text").all_text_contents() != ticks
    assert window(page) == SPRING["window"]


def test_a_step_of_a_drag_is_answered_within_two_frames(mount: Mount) -> None:
    page = mount(initial=SPRING)
    late = page.evaluate("""async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const from = document.querySelector(".handle.from");
      const { left, top } = from.getBoundingClientRect();
      const about = { clientY: top + 9, pointerId: 1, isPrimary: true, bubbles: true };
      const point = (x) => ({ ...about, clientX: x });
      from.setPointerCapture = () => {};
      from.dispatchEvent(new PointerEvent("pointerdown", point(left + 5)));
      const late = [];
      for (let x = left; x < left + 100; x += 10) {
        from.dispatchEvent(new PointerEvent("pointermove", point(x)));
        await frame();
        await frame();
        const shown = document.querySelector(".counts .shown b").textContent;
        if (Number(shown) !== desk.state.tally().shown.length) late.push(x);
      }
      from.dispatchEvent(new PointerEvent("pointerup", point(left)));
      return [late, desk.state.get().window.from];
    }""")
    assert late[0] == []
    assert late[1] > "2025-01-20"


# --- counts and bars ------------------------------------------------------------------------------


def test_a_column_counts_what_its_days_as_a_window_would_show(page: Page) -> None:
    picked = np.random.default_rng(5)
    start = date(2024, 6, 1)

    def span() -> list[str | None]:
        ends = sorted(picked.integers(-40, 440, 2).tolist())
        return [None if picked.random() < 0.2 else str(start + timedelta(end)) for end in ends]

    differ = page.evaluate(
        """async (spans) => {
      const { tallies } = await import("/static/web/histogram.js");
      const { buckets, timescale } = await import("/static/web/timescale.js");
      const { classify } = await import("/static/web/window.js");
      const { dayNumber } = await import("/static/web/dates.js");
      const first = dayNumber("2024-06-01");
      const differ = [];
      for (const days of [20, 90, 400, 9000]) {
        const found = buckets(timescale([first, first + days], 700));
        const meets = ({ from }, i) => dayNumber(found[i].to) + 1 === dayNumber(from);
        const counts = tallies(found, spans);
        found.forEach(({ from, to }, i) => {
          const verdicts = spans.map((span) => classify(...span, from, to));
          const right = ["certain", "possible"].every((name) =>
            counts[i][name] === verdicts.filter((verdict) => verdict === name).length);
          if (!right) differ.push([days, from, to]);
        });
        if (!found.slice(1).every(meets) || found.length < 3) differ.push([days, "gaps"]);
      }
      return differ;
    }""",
        [span() for _ in range(300)],
    )
    assert differ == []


def test_the_histograms_count_reports_and_figures(mount: Mount, scene: dict[str, Any]) -> None:
    claims = [item for item in scene["items"] if item["type"] == "claim"]
    dated = sum(1 for item in claims if item["earliest"] or item["latest"])
    page = mount()
    counters = page.locator(".counters > span")
    expect(counters).to_have_text(
        [
            f"Reports {len(scene['reports'])}",
            f"Figures dated {dated} of {len(claims)}",
        ]
    )
    page.evaluate("desk.state.set({ axis: 'reported', reports: { r10: false } })")
    left = sum(1 for item in claims if item["report"] != "r10")
    expect(counters).to_have_text([f"Reports {len(scene['reports']) - 1}", f"Figures dated {left}"])
    titles = page.locator(".bins .report title").all_text_contents()
    assert sum(int(title.split()[0]) for title in titles) == len(scene["reports"]) - 1


def test_a_long_list_keeps_few_rows_and_every_one_in_reach(
    mount: Mount, scene: dict[str, Any]
) -> None:
    pattern = next(item for item in scene["items"] if item["type"] == "claim" and item["earliest"])
    for number in range(3000):
        day = str(date(2024, 7, 1) + timedelta(number % 300))
        scene["items"].append(
            {**pattern, "id": f"n{number}", "label": f"Row {number}", "earliest": day}
            | {"latest": day, "coreFrom": day, "coreTo": day}
        )
    page = mount(scene)
    rows = page.locator(".row")
    assert rows.count() < 100
    rows.first.press("End")
    last = page.locator(".row:focus")
    expect(last).to_be_in_viewport()
    size = last.get_attribute("aria-setsize")
    assert size is not None
    assert int(size) > 3000
    assert last.get_attribute("aria-posinset") == size
    page.evaluate("desk.state.set({ selection: { kind: 'item', id: 'n0' } })")
    expect(page.locator(".row.selected")).to_be_in_viewport()


def test_the_chart_over_the_timeline_shares_its_axis(mount: Mount) -> None:
    page = mount(initial={"sheet": {"tab": "chart", "map": False}})
    starts = """(selector) => [...document.querySelectorAll(`${selector} line:not(.bound)`)]
      .map((line) => Math.round(line.getBoundingClientRect().left))"""
    expect(page.locator(".chart-foot line").first).to_be_attached()
    assert page.evaluate(starts, ".chart-foot") == page.evaluate(starts, ".foot")
    page.locator(".bins").hover(position={"x": 30, "y": 20})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -900)
    page.keyboard.up("Control")
    settled(page)
    assert page.evaluate(starts, ".chart-foot") == page.evaluate(starts, ".foot")
    expect(page.locator(".chart .left")).to_contain_text("outside the time shown")


def test_the_view_that_is_saved_is_plain_json(mount: Mount) -> None:
    page = mount(initial={"cumulative": True, "window": {"from": "2025-01-01", "to": None}})
    view = page.evaluate("desk.state.serialise()")
    assert json.loads(json.dumps(view)) == view
    assert (view["cumulative"], view["window"]) == (True, {"from": None, "to": None})
