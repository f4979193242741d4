"""Stepping through a story in a real browser, and when each step was on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Browser, Page

PATIENCE_MS = 60_000
DWELL_MS = 1_600
"""Between two keys: a flight takes 0.9 s, and somebody speaks."""
SETTLE_MS = 3_000

LEAST_MS = 16
"""A browser tells of no event that took less."""

# Event timing: from the key, as the browser took it, until the next frame was on the screen, in
# steps of 8 ms. What a key does to the page is in that frame.
CLOCK = f"""
window.__steps = [];
new PerformanceObserver((list) => {{
  const keys = list.getEntries().filter(({{ name }}) => name === "keydown");
  __steps.push(...keys.map(({{ duration }}) => duration));
}}).observe({{ type: "event", durationThreshold: {LEAST_MS} }});
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen in px, and whether its system asks for less motion."""

    width: int
    height: int
    still: bool


SCREENS = tuple(
    Screen(width, height, still)
    for width, height in ((1920, 1080), (1024, 768))
    for still in (True, False)
)


@dataclass(frozen=True, slots=True)
class Steps:
    """What the steps of a screen took, in ms: forth, then back, at first sight and again."""

    screen: Screen
    first: tuple[float, ...]
    again: tuple[float, ...]


def middle(took: Sequence[float]) -> float:
    """Give the median, of more than one."""
    return quantiles(took, n=10, method="inclusive")[4]


def slow(took: Sequence[float]) -> float:
    """Give what nine of ten steps stay within, of more than one."""
    return quantiles(took, n=10, method="inclusive")[8]


def walk(browser: Browser, story: Path, screen: Screen) -> Steps:
    """Step through a story to its end and back, twice.

    Raises
    ------
    RuntimeError
        When the browser timed none.
    """
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        reduced_motion="reduce" if screen.still else "no-preference",
        offline=True,
    )
    context.add_init_script(CLOCK)
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(story.as_uri())
        page.wait_for_selector(".present .dl-mark", state="attached")
        page.wait_for_timeout(SETTLE_MS)
        count = page.locator(".title-page .step").count()
        return Steps(screen, _there_and_back(page, count), _there_and_back(page, count))
    finally:
        context.close()


def _there_and_back(page: Page, count: int) -> tuple[float, ...]:
    page.evaluate("() => { __steps.length = 0; }")
    for key in ["PageDown"] * count + ["PageUp"] * count:
        page.keyboard.press(key)
        page.wait_for_timeout(DWELL_MS)
    took: list[float] = page.evaluate("() => __steps")
    if not took:
        raise RuntimeError("the browser timed no step")
    return tuple(took + [LEAST_MS] * (2 * count - len(took)))
