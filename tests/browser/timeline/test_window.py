"""The window of dates by key, drag, wheel and touch."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.timeline.strip import (
    SPRING,
    Mount,
    centre,
    days_between,
    handle,
    settled,
    window,
)


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
