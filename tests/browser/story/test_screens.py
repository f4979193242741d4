"""A story on every screen and for everybody: nothing cut off, no barrier."""

from copy import deepcopy
from typing import Any

import pytest

from tests.browser.axe import barriers
from tests.browser.story.playing import STEPS, Retold, Told, at, press

# Boxes whose text is cut off: it reaches beyond them, and nobody can scroll there.
CUT = """() => {
  const texts = "h1, p, li, section, aside, header, button, span";
  const others = ".map-pane, .unseen, svg, .time";
  const hides = (how) => ["hidden", "clip"].includes(how);
  return [...document.querySelectorAll(`.present :is(${texts})`)]
    .filter((box) => box.checkVisibility() && box.clientWidth > 0 && !box.closest(others))
    .filter((box) => {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      return display !== "inline" && ((hides(overflowX) && box.scrollWidth > box.clientWidth + 1)
        || (hides(overflowY) && box.scrollHeight > box.clientHeight + 1));
    }).map((box) => `${box.className} ${box.scrollWidth} × ${box.scrollHeight}`);
}"""
# What reaches beyond the panel it stands in, or beyond the screen's sides.
OFF_SCREEN = """() => {
  const bottom = (box) => box.getBoundingClientRect().bottom;
  const beyond = [...document.querySelectorAll(".present .beside > *")]
    .filter((box) => box.checkVisibility() && bottom(box) > bottom(box.parentElement) + 1);
  if (beyond.length > 0) return beyond.map((box) => box.className);
  const others = ".map-pane, .said-here, .figures-of, .title-page, .whole";
  const off = ({ left, right }) => left < -1 || right > innerWidth + 1;
  return [...document.querySelectorAll(".present .slide > *, .present button")]
    .filter((box) => box.checkVisibility() && !box.closest(others))
    .filter((box) => off(box.getBoundingClientRect())).map((box) => box.className);
}"""


def long_briefing(written: dict[str, Any]) -> dict[str, Any]:
    """Make sixty steps, all with long lines, long titles and a word that cannot be broken."""
    briefing = deepcopy(written)
    words = "A long line that goes on about what is reported of one place after another; " * 9
    line = {"text": words + "x" * 120, "cites": ["c043", "c044", "c058", "c022", "c013", "c028"]}
    step = {**briefing["steps"][0], "title": "A title " * 30, "lines": [line] * 6}
    briefing["steps"] = [{**step, "id": f"s{number}"} for number in range(60)]
    return briefing


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (390, 844)])
def test_nothing_is_cut_off_on_any_screen(
    told: Told, retold: Retold, written: dict[str, Any], size: tuple[int, int]
) -> None:
    page = told(size=size)
    for _ in range(STEPS + 1):
        assert page.evaluate(CUT) == []
        assert page.evaluate(OFF_SCREEN) == []
        press(page, "s")
        assert page.evaluate(CUT) == []
        press(page, "PageDown")
    page = told(retold(long_briefing(written)), size)
    assert page.evaluate(CUT) == []
    press(page, "End")
    assert at(page) == "60 / 60"
    assert page.evaluate(CUT) == []
    assert page.evaluate(OFF_SCREEN) == []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_step_keeps_people_out(told: Told, theme: str) -> None:
    page = told()
    if page.locator(".present").get_attribute("data-theme") != theme:
        press(page, "t")
    assert barriers(page) == []
    for _ in range(STEPS):
        press(page, "PageDown")
        assert barriers(page) == []
    press(page, "s")
    assert barriers(page) == []
