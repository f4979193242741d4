"""One selection: whatever is picked, on the map or in any panel, all of them show it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from layers.web.frame import frame_script
from tests.browser.fetched import fetched

START = """async ([scene, frame, base, initial]) => {
  const { host } = await import(`${base}web/map-live.js`);
  const element = document.getElementById("host");
  const inner = document.createElement("div");
  inner.style.height = "100%";
  element.attachShadow({ mode: "open" }).append(inner);
  await host({ data: { scene, frame, initial }, setStateValue() {}, setTriggerValue() {} },
    inner, base);
  window.find = (selector) => inner.querySelector(selector);
  while (performance.getEntriesByName("dateline desk").length === 0) await frames();
}"""

# Which panels show a figure as "selected" or "hovered"; `panels` are selectors by name. The card of
# a place has all its excerpts and shows one of them.
SHOWN = """async ([panels, look]) => {
  await frames();
  const names = [look, `is-${look}`];
  const has = (node) => names.some((name) => node.classList.contains(name))
    || (look === "selected" && node.getAttribute("aria-pressed") === "true");
  return Object.keys(panels).filter((name) => {
    const node = find(panels[name]) ?? find(".place-card:not([hidden]) .hit.selected");
    return has(look === "hovered" && node.matches(".hit") ? node.closest(".card") : node);
  });
}"""
CLICK = """async (selector) => {
  find(selector).scrollIntoView({ block: "nearest" });
  find(selector).dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  await frames();
}"""
SHEET: dict[str, Any] = {"sheet": {"tab": "table", "map": True}}

Open = Callable[..., Page]


def panels_of(claim: str, mark: str, tile: str, bar: str | None) -> dict[str, str]:
    """Select what stands for a figure on each panel."""
    found = {
        "mark": f"g.dl-mark[data-mark='{mark}']",
        "excerpt": f".excerpts .hit.figure[data-item='{claim}']",
        "row": f".figures tr[data-ref='{claim}']",
        "tile": f".tile[data-group='{tile}']",
    }
    return found | ({"bar": f".rows [aria-label^='{bar}']"} if bar else {})


FIGURES = {
    "flow": panels_of("c043", "f:KP-RU", "g:sent", "Troops sent, R9"),
    "footprint": panels_of("c022", "p:ne:RU-KRS", "g:killed", "Killed, R4"),
    "circle": panels_of("c059", "p:dl:koksan", "g:base", None),
}
FULL_ROW = {"flow": "c043", "footprint": "c022", "circle": "c059"}


@pytest.fixture
def desk(bare: Page, scene: dict[str, Any], site: str) -> Open:
    """Open a desk with its map: `desk(initial) -> page`."""

    def draw(initial: Mapping[str, Any] | None = None) -> Page:
        bare.set_viewport_size({"width": 1440, "height": 900})
        bare.evaluate(START, [fetched(bare, scene), frame_script(), f"{site}/static/", initial])
        return bare

    return draw


def shown(page: Page, panels: Mapping[str, str], look: str = "selected") -> set[str]:
    return set(page.evaluate(SHOWN, [dict(panels), look]))


def pick(page: Page, way: str, selector: str) -> None:
    if way == "mark":
        page.evaluate("(selector) => find(selector).focus()", selector)
        page.keyboard.press("Enter")
    else:
        page.evaluate(CLICK, selector)


@pytest.mark.parametrize("kind", FIGURES)
def test_every_panel_shows_what_any_of_them_picks(desk: Open, kind: str) -> None:
    page, panels = desk(), FIGURES[kind]
    table = {}
    for way, selector in panels.items():
        pick(page, way, selector)
        table[way] = shown(page, panels)
        page.keyboard.press("Escape")
        assert shown(page, panels) == set(), f"after Esc, {way} picked"
    assert table == {way: set(panels) for way in panels}


@pytest.mark.parametrize("kind", FIGURES)
def test_the_full_table_shows_and_picks_it_too(desk: Open, kind: str) -> None:
    page = desk(SHEET)
    panels = FIGURES[kind] | {"full row": f".ledger tr[data-item='{FULL_ROW[kind]}']"}
    for way in ("mark", "full row"):
        pick(page, way, panels[way])
        assert shown(page, panels) == set(panels), f"{way} picked"
        page.keyboard.press("Escape")


@pytest.mark.parametrize("kind", FIGURES)
def test_the_pointer_previews_it_everywhere(desk: Open, kind: str) -> None:
    page, panels = desk(), FIGURES[kind]
    previews = {name: path for name, path in panels.items() if name != "tile"}
    over = """async (selector) => {
      const node = find(selector);
      for (const type of ["pointerover", "pointerenter"]) {
        node.dispatchEvent(new PointerEvent(type, { bubbles: type === "pointerover" }));
      }
      await frames();
    }"""
    table = {}
    for way, selector in panels.items():
        page.evaluate(over, selector)
        table[way] = shown(page, previews, "hovered")
    assert table == {way: set(previews) for way in panels}
