"""Disputed areas: hatched, with the names of either side, while their layer is on."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.map.test_map_coverage import PLAIN

Mount = Callable[..., Page]
CRIMEA = {"camera": {"lat": 45.3, "lon": 34.3, "zoom": 7.5}}
KOREA = {"camera": {"lat": 37.5, "lon": 127.5, "zoom": 7}}
STEPPE = [45.6, 33.6]
OFF = {"layers": {"disputed": False}}
FRAME = "state.get().inFrame.disputed"
LEGEND = """async () => {
  const { mountLegend } = await import("/static/web/legend.js");
  const legend = mountLegend(state);
  legend.refresh();
  return legend.element.innerText;
}"""


def names(page: Page) -> str:
    return "|".join(page.evaluate("texts().flat()"))


@pytest.mark.parametrize(("view", "there"), [(CRIMEA, True), ({**CRIMEA, **OFF}, False)])
def test_its_switch_takes_hatch_names_and_legend_but_not_the_policy(
    mount: Mount, scene: dict[str, Any], view: dict[str, Any], *, there: bool
) -> None:
    scene["layers"].append({"id": "disputed", "label": "Disputed areas", "on": True})
    page = mount(scene, view=view)
    policy = scene["meta"]["policy"]
    assert ("Автономная Республика Крым" in names(page)) is there
    assert (page.evaluate(PLAIN, STEPPE) < 0.9) is there
    assert (policy in page.evaluate(LEGEND)) is there
    assert page.evaluate(FRAME) == len(("Crimea", "Sevastopol"))
    assert policy in page.evaluate("all('.dl-sources')[0].innerText")


def test_switching_is_drawn_at_once_both_ways(mount: Mount, scene: dict[str, Any]) -> None:
    scene["layers"].append({"id": "disputed", "label": "Disputed areas", "on": True})
    page = mount(scene, view=CRIMEA)
    hatched = page.evaluate(PLAIN, STEPPE)
    for on in (False, True):
        page.evaluate(
            "async (disputed) => { state.set({ layers: { disputed } }); await frames(); }", on
        )
        assert ("disputed" in names(page)) is on
        assert (page.evaluate(PLAIN, STEPPE) == hatched) is on


def test_the_legend_has_it_only_where_it_is_in_the_frame(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(scene, view=KOREA)
    assert page.evaluate(FRAME) == 0
    assert scene["meta"]["policy"] not in page.evaluate(LEGEND)


def test_what_is_in_the_frame_goes_into_no_link_and_no_file(mount: Mount) -> None:
    page = mount(view=CRIMEA)
    assert "inFrame" not in page.evaluate("Object.keys(state.serialise())")
