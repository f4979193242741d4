"""Keys, clickers and fingers step through an exported story, and the screen obeys them."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.story.playing import STEPS, Told, at, press, until


def test_clickers_and_keys_step_and_every_step_says_what_it_stands_on(
    told: Told, written: dict[str, Any]
) -> None:
    page = told()
    expect(page.locator(".title-page h1")).to_have_text(written["title"])
    for number, key in enumerate(
        ["PageDown", "ArrowRight", "Space", "ArrowDown", "PageDown", "PageDown", "PageDown"], 1
    ):
        press(page, key)
        step = written["steps"][number - 1]
        assert at(page) == f"{number} / {STEPS}"
        expect(page.locator(".slide-head h1")).to_have_text(step["title"])
        expect(page.locator(".banner")).to_have_text(written["banner"])
        expect(page.locator(".subtitle")).to_contain_text("were not verified")
        expect(page.locator(".status-line")).to_contain_text("as of 27 Jun 2025 (UTC)")
        window = step["view"].get("window")
        days = "1 J" if window else "all dates"
        expect(page.locator(".status-line")).to_contain_text(days)
        expect(page.locator("[aria-live=polite].unseen")).to_contain_text(step["title"])
        shown = page.locator(".lines .words").all_inner_texts()
        assert shown == [line["text"] for line in step["lines"]]
    press(page, "PageDown")
    assert at(page) == f"{STEPS} / {STEPS}"
    press(page, "Home")
    expect(page.locator(".title-page")).to_be_visible()
    press(page, "End", "PageUp", "ArrowLeft", "ArrowUp")
    assert at(page) == f"{STEPS - 3} / {STEPS}"


LOCKED = """() => {
  window.locked = [];
  navigator.keyboard.lock = async (keys) => { locked.push(...keys); };
}"""
FULL = "() => document.fullscreenElement?.classList.contains('present') ?? false"


def test_f_fills_the_screen_and_escape_stays_a_key_of_the_briefing(told: Told) -> None:
    page = told()
    page.evaluate(LOCKED)
    press(page, "f")
    until(page, "document.fullscreenElement && locked.length > 0")
    assert page.evaluate(FULL)
    assert page.evaluate("() => locked") == ["Escape"]
    press(page, "PageDown", "s", "Escape")
    expect(page.locator(".sentence-panel")).to_be_hidden()
    assert at(page) == f"1 / {STEPS}"
    press(page, "Escape")
    expect(page.locator(".title-page")).to_be_visible()
    assert page.evaluate(FULL)
    press(page, "f")
    until(page, "!document.fullscreenElement")


def test_the_dark_screen_comes_back_at_any_key_and_does_nothing_else(told: Told) -> None:
    page = told()
    press(page, "PageDown", "b")
    dark = page.locator(".blank")
    expect(dark).to_be_visible()
    press(page, "PageDown")
    expect(dark).to_be_hidden()
    assert at(page) == f"1 / {STEPS}"
    press(page, ".", "b")
    expect(dark).to_be_hidden()


def test_a_finger_steps(told: Told) -> None:
    page = told(size=(390, 844))
    page.locator("[data-key='foot next']").tap()
    assert at(page) == f"1 / {STEPS}"
    touch = """(box, [from, to]) => {
      const at = (x) => [new Touch({ identifier: 1, target: box, clientX: x, clientY: 400 })];
      box.dispatchEvent(new TouchEvent("touchstart", { bubbles: true, touches: at(from) }));
      box.dispatchEvent(new TouchEvent("touchend", { bubbles: true, changedTouches: at(to) }));
    }"""
    page.locator(".slide-head").evaluate(touch, [300, 80])
    assert at(page) == f"2 / {STEPS}"
    page.locator(".slide-head").evaluate(touch, [80, 300])
    assert at(page) == f"1 / {STEPS}"
