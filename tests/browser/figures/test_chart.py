"""The chart of figures: each in the sign of its status, on axes that say where they begin."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.sheet import CHART, SENT, Mount, claims


def test_the_chart_keeps_figures_apart_in_the_sign_of_their_status(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(initial=CHART)
    drawn = [claim["id"] for claim in claims(scene) if not claim["sides"]]
    found = page.eval_on_selector_all(".figure-mark", "all => all.map((e) => e.dataset.item)")
    assert sorted(found) == sorted(drawn)
    expect(page.locator(".chart .left")).to_contain_text("3.5 × 1.5")
    boxes = page.eval_on_selector_all(
        ".figure-mark", "all => all.map((e) => [e.dataset.item, e.getBoundingClientRect().top])"
    )
    tops = dict(boxes)
    assert len({round(tops[id_]) for id_ in SENT}) == 3
    planned = page.locator(".figure-mark[data-item=c044]")
    expect(planned.locator(".outline")).to_have_css("stroke-dasharray", "5px, 3px")
    assert planned.locator(".body").evaluate("e => getComputedStyle(e).fillOpacity") == "0.01"
    expect(planned.locator(".arrow")).to_have_count(1)
    # No period stated: the day of the report is all there is.
    expect(page.locator(".figure-mark[data-item=c058] .body")).to_have_count(0)
    expect(page.locator(".figure-note[data-item=c058] .reported-day")).to_have_count(1)
    broken = page.locator(".chart-row", has=page.locator("[data-item=c057]"))
    expect(broken.locator(".sub")).to_contain_text("axis broken")
    expect(broken.locator(".break")).to_have_count(1)


def test_the_chart_shares_selection_and_hover(mount: Mount) -> None:
    page = mount(initial=CHART)
    mark = page.locator(".figure-mark[data-item=c043]")
    mark.hover()
    expect(page.locator(".card.hovered")).to_have_count(1)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.selected")).to_have_count(1)
    expect(page.locator(".card.selected")).to_be_focused()
    expect(mark).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


SCALE = """async (amounts) => {
  const { valueScale } = await import("/static/web/scales.js");
  const { kind, ticks, at } = valueScale(amounts);
  return [kind, ticks, amounts.map(at)];
}"""


@pytest.mark.parametrize(
    ("amounts", "kind", "first"),
    [
        ([300, 600], "zero", 0),
        ([11_000], "zero", 0),
        ([11_000, 12_000], "broken", 11_000),
        ([4, 9_000], "log", 1),
        ([0, 9_000], "zero", 0),
    ],
)
def test_an_axis_says_where_it_does_not_begin_at_zero(
    page: Page, amounts: list[int], kind: str, first: int
) -> None:
    found = page.evaluate(SCALE, amounts)
    assert found[0] == kind
    assert found[1][0] == first
    assert found[1] == sorted(found[1])
    assert all(0 <= at <= 1 for at in found[2])
    assert found[2] == sorted(found[2])
