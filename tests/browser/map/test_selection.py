"""One selection: whatever is picked, on the map or in any panel, all of them show it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from layers.web.frame import frame_script

START = """async ([scene, frame, base, initial]) => {
  const { host } = await import(`${base}web/map-live.js`);
  const element = document.getElementById("host");
  const inner = document.createElement("div");
  inner.style.height = "100%";
  element.attachShadow({ mode: "open" }).append(inner);
  await host({ data: { scene, frame, initial }, setStateValue() {}, setTriggerValue() {} },
    inner, base);
  await frames();
}"""
SHEET: dict[str, Any] = {"sheet": {"tab": "table", "map": True}}


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure of the scene, with what carries it on each panel."""

    claim: str
    mark: str
    bar: str
    tile: str | None


SUBJECTS = {
    "flow": Subject("c043", "f:KP-RU", "Sent, North Korea → Russia, R9", "g:sent"),
    "footprint": Subject("c022", "p:ne:RU-KRS", "Killed, Kursk Oblast, R4", "g:killed"),
    "circle": Subject("c059", "p:dl:koksan", "Mock base", None),
}
WAYS = ("mark", "bar", "excerpt", "row", "tile")
Open = Callable[..., Page]


@pytest.fixture
def desk(bare: Page, scene: dict[str, Any], site: str) -> Open:
    """Open a desk with its map: `desk(initial) -> page`."""

    def draw(initial: Mapping[str, Any] | None = None) -> Page:
        bare.set_viewport_size({"width": 1440, "height": 900})
        bare.evaluate(START, [scene, frame_script(), f"{site}/static/", initial])
        return bare

    return draw


def shown_on(page: Page, subject: Subject) -> dict[str, Locator]:
    """Locate what stands for a figure on each panel."""
    found = {
        "mark": page.locator(f"g.dl-mark[data-mark='{subject.mark}']").first,
        "bar": page.locator(f".rows [aria-label^='{subject.bar}']").first,
        "excerpt": page.locator(f".excerpts .hit.figure[data-item='{subject.claim}']").first,
        "row": page.locator(f".figures tr[data-ref='{subject.claim}']"),
    }
    return (
        found | {"tile": page.locator(f".tile[data-group='{subject.tile}']")}
        if subject.tile
        else found
    )


def expect_selected(name: str, node: Locator, *, on: bool = True) -> None:
    if name == "tile":
        expect(node).to_have_attribute("aria-pressed", str(on).lower())
        return
    selected = re.compile(r"(^|[ -])(is-)?selected( |$)")
    assertion = expect(node) if on else expect(node).not_to_have_class
    if on:
        expect(node).to_have_class(selected)
    else:
        assert callable(assertion)
        expect(node).not_to_have_class(selected)


def pick(name: str, node: Locator) -> None:
    if name == "mark":
        node.focus()
        node.press("Enter")
    else:
        node.click()


@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize("way", WAYS)
def test_every_panel_shows_what_any_of_them_picks(desk: Open, way: str, kind: str) -> None:
    page = desk()
    panels = shown_on(page, SUBJECTS[kind])
    if way not in panels:
        return
    pick(way, panels[way])
    for name, node in panels.items():
        expect_selected(name, node)
    page.keyboard.press("Escape")
    for name, node in panels.items():
        expect_selected(name, node, on=False)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_the_full_table_shows_and_picks_it_too(desk: Open, kind: str) -> None:
    page = desk(SHEET)
    subject = SUBJECTS[kind]
    panels = shown_on(page, subject)
    row = page.locator(f".ledger tr[data-item='{subject.claim}']")
    pick("mark", panels["mark"])
    expect_selected("row", row)
    page.keyboard.press("Escape")
    row.click()
    for name, node in panels.items():
        if name != "row":
            expect_selected(name, node)


@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize("way", ["bar", "excerpt", "row", "tile"])
def test_the_pointer_previews_it_everywhere(desk: Open, way: str, kind: str) -> None:
    page = desk()
    panels = shown_on(page, SUBJECTS[kind])
    if way not in panels:
        return
    panels[way].hover()
    hovered = re.compile(r"(^|[ -])(is-)?hovered( |$)")
    expect(panels["mark"]).to_have_class(hovered)
    for name in ("bar", "row"):
        expect(panels[name]).to_have_class(hovered)
    expect(page.locator(".card", has=panels["excerpt"]).first).to_have_class(hovered)
    page.mouse.move(400, 700)
    page.locator(".strip").hover()
    expect(panels["mark"]).not_to_have_class(hovered)
