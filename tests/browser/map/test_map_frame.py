"""The map in a page: folium's frame, the ground, and what happens when parts fail."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from layers.web.frame import PANES

Mount = Callable[..., Page]
SUMY = "p:ne:UA-59"
NEAR_KURSK = {"camera": {"lat": 50.8, "lon": 35.6, "zoom": 6.5}}


def camera(lat: float, lon: float, zoom: float) -> dict[str, Any]:
    return {"camera": {"lat": lat, "lon": lon, "zoom": zoom}}


@pytest.mark.parametrize("shadow", [False, True])
def test_folium_frame_is_there_in_a_page_and_in_a_shadow_root(mount: Mount, shadow: bool) -> None:  # noqa: FBT001  pytest passes parameters by name
    page = mount(shadow=shadow)
    panes = page.evaluate(
        "Object.fromEntries(all('.leaflet-map-pane > .leaflet-pane').map((p) =>"
        " [p.className.match(/leaflet-(\\w+)-pane/)[1], Number(getComputedStyle(p).zIndex)]))"
    )
    assert {name: panes[name] for name in PANES} == dict(PANES)
    assert page.evaluate("all('.leaflet-control-scale-line')[0].textContent").endswith("km")
    assert page.evaluate("all('.leaflet-control-zoom a').length") == 2
    assert page.evaluate("all('.dl-fit').length") == 4
    assert page.evaluate("getComputedStyle(all('.leaflet-pane')[0]).position") == "absolute"
    assert page.evaluate("all('.dl-notices p').map((p) => p.textContent)") == []


def test_nothing_is_asked_of_other_hosts_nor_of_the_policy(
    mount: Mount, blocked: list[str]
) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate("fetch('https://tile.example.org/0/0/0.png').catch(() => {})")  # control
    assert page.evaluate("violations.length") == 1
    assert [url for url in blocked if "example.org" not in url] == []


def test_sources_are_text_and_policy_shows_with_disputed_land(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(view=camera(45.3, 34.3, 7))
    text = page.evaluate("all('.dl-sources')[0].innerText")
    assert scene["meta"]["policy"] in text
    assert " · ".join(scene["meta"]["attribution"]) in text
    labels = page.evaluate("texts().flat()")
    assert "Автономна Республіка Крим" in labels
    assert "Автономная Республика Крым" in labels
    assert "disputed" in labels


def test_ground_is_drawn(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(view=NEAR_KURSK)
    colours = page.evaluate(
        """() => {
      const canvas = all('.leaflet-basemap-pane canvas')[0];
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const found = new Set();
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 255) found.add([data[i], data[i + 1], data[i + 2]].join(" "));
      }
      return [...found];
    }"""
    )
    land = scene["meta"]["style"]["light"]["land"]
    assert " ".join(str(int(land[at : at + 2], 16)) for at in (1, 3, 5)) in colours
    names = page.evaluate("texts().flat()")
    assert "UKRAINE" in names
    assert "Kyiv" in names


def test_the_theme_changes_colours_alone(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(scene, NEAR_KURSK)
    body = "one('p:ne:RU-KRS').querySelector('.dl-halo + .dl-line')"
    before = page.evaluate(f"getComputedStyle({body}).stroke")
    page.evaluate("async () => { state.set({ theme: 'dark' }); await frames(); }")
    after = page.evaluate(f"getComputedStyle({body}).stroke")
    assert before != after
    rgb = [int(scene["meta"]["style"]["dark"]["reported"][at : at + 2], 16) for at in (1, 3, 5)]
    assert after == f"rgb({rgb[0]}, {rgb[1]}, {rgb[2]})"


def test_a_mark_that_cannot_be_drawn_is_named_and_the_rest_is_there(
    mount: Mount, scene: dict[str, Any]
) -> None:
    broken = next(mark for mark in scene["marks"] if mark["id"] == SUMY)
    broken["geometry"] = {"type": "Klein bottle", "coordinates": []}
    page = mount(scene, NEAR_KURSK)
    told = page.evaluate("all('.dl-notices p').map((p) => p.textContent).join()")
    assert "Sumy Oblast" in told
    assert "Klein bottle" in told
    assert page.evaluate("one('p:ne:RU-KRS') !== null")


def test_missing_files_and_a_missing_library_are_said_not_blank(
    bare: Page, scene: dict[str, Any]
) -> None:
    gone = "{ json: (path) => Promise.reject(new Error(`${path} is gone`)) }"
    bare.evaluate(f"(s) => window.mount(s, null, {{ options: {{ assets: {gone} }} }})", scene)
    assert "overview.json is gone" in bare.evaluate("all('.dl-notices')[0].textContent")
    assert bare.evaluate("all('g.dl-mark').length") > 5
    bare.evaluate("map.destroy()")
    bare.evaluate("(s) => window.mount(s, null, { options: { L: null } })", scene)
    assert "could not be drawn" in bare.evaluate("all('.dl-notices')[0].textContent")


def test_destroy_leaves_nothing_behind(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate("map.destroy()")
    assert page.evaluate("document.getElementById('host').childElementCount") == 0
    page.evaluate("async () => { state.set({ theme: 'dark', selection: null }); await frames(); }")
    page.evaluate("window.dispatchEvent(new Event('resize'))")
    page.evaluate("frames()")
