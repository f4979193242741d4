"""The desk by keyboard alone, and for those who want nothing to move."""

from collections.abc import Callable
from itertools import groupby

from playwright.sync_api import Page

Mount = Callable[..., Page]

# Where the focus is, and whether it shows: on the control, or on the row that it switches.
STOP = """() => {
  const here = document.activeElement;
  const lined = [here, here.closest(".switch")].filter(Boolean);
  return [
    here.closest(".desk > :not(.right), .right > *")?.ariaLabel ?? null,
    lined.some((node) => getComputedStyle(node).outlineStyle !== "none"),
    here.outerHTML.slice(0, 120),
  ];
}"""
MOVING = """() => [...document.querySelectorAll("#host, #host *")].flatMap((node) => {
  const { transitionDuration, animationName } = getComputedStyle(node);
  const still = transitionDuration === "0s" && animationName === "none";
  return still ? [] : [node.outerHTML.slice(0, 120)];
})"""
PARTS = [
    "Headline numbers",
    "Layers and switches",
    "Evidence",
    "Figures",
    "Timeline",
    "Counts and credits",
]


def test_tab_walks_through_the_parts_as_they_stand_and_shows_where_it_is(mount: Mount) -> None:
    page = mount()
    stops: list[tuple[str | None, bool, str]] = []
    while not stops or stops[-1][0] is not None:
        page.keyboard.press("Tab")
        stops.append(tuple(page.evaluate(STOP)))
        assert len(stops) < 200
    assert [part for part, _ in groupby(part for part, *_ in stops if part)] == PARTS
    assert [stop for part, shown, stop in stops if part and not shown] == []


def test_nothing_moves_by_itself_for_those_who_asked_for_that(mount: Mount) -> None:
    page = mount()
    assert page.evaluate(MOVING) != []
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
