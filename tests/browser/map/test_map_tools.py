"""The tools on the map: position, going to a coordinate, measuring, kilometres and miles."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import asinh, atan, degrees, radians, sinh, tan, tau
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pyproj import Geod

Mount = Callable[..., Page]
NEAR_KOKSAN = {"camera": {"lat": 38.5, "lon": 127, "zoom": 8}}
NEAR_KURSK = {"camera": {"lat": 50.8, "lon": 35.6, "zoom": 6.5}}
RULER = "Measure distance, bearing and area"
EARTH = Geod(ellps="WGS84")


@pytest.fixture(autouse=True)
def _forgotten(bare: Page) -> Iterator[None]:
    """Leave no choice to the tests that come after: they share a browser."""
    yield
    bare.evaluate("localStorage.clear()")


def place(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude at a pixel of the map that looks at Kursk, 824 × 528."""
    camera = NEAR_KURSK["camera"]
    pixels = 256 * 2 ** camera["zoom"]
    south = asinh(tan(radians(camera["lat"]))) - (y - 264) * tau / pixels
    return camera["lon"] + (x - 412) * 360 / pixels, degrees(atan(sinh(south)))


def measured(page: Page) -> str:
    return page.locator(".dl-total").inner_text()


def rows(page: Page) -> dict[str, str]:
    lines = page.locator(".dl-measure dl div").all()
    return {line.locator("dt").inner_text(): line.locator("dd").inner_text() for line in lines}


def test_the_position_follows_the_pointer_in_the_notation_that_was_chosen(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    at = page.locator(".dl-at")
    expect(at).to_have_text("50.80°N 35.60°E")  # nobody points: the middle of the map
    page.get_by_role("button", name="Middle of the map").click()
    expect(at).to_have_text("50°48′N 35°36′E")
    page.keyboard.press("Enter")
    expect(at).to_have_text("36U XB 83 31")
    page.evaluate("async () => { map.destroy(); await mount(state.scene, state.serialise()); }")
    expect(at).to_contain_text("36U XB 83")  # kept; a new map may lie half a pixel elsewhere
    at.press("Enter")
    page.mouse.move(612, 150)
    lat, lon = map(float, re.findall(r"[\d.]+", at.inner_text()))
    assert (lon, lat) == pytest.approx(place(612, 150), abs=0.02)


def test_digits_are_as_many_as_pixels_can_tell(mount: Mount) -> None:
    page = mount(view={"camera": {"lat": 50.8, "lon": 35.6, "zoom": 2}})
    at = page.locator(".dl-at")
    expect(at).to_have_text("51°N 36°E")
    page.evaluate("state.set({ camera: { lat: 50.8, lon: 35.6, zoom: 11 } })")
    expect(at).to_have_text("50.800°N 35.600°E")


def test_c_copies_what_is_under_the_pointer(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate(
        """() => Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text) => { window.copied = text; } },
        })"""
    )
    page.keyboard.press("c")
    assert page.evaluate("window.copied") is None, "nobody points"
    page.mouse.move(412, 264)
    page.keyboard.press("c")
    page.evaluate("frames()")
    copied = page.evaluate("window.copied")
    assert copied == page.locator(".dl-at").inner_text()
    assert page.evaluate("said") == [f"Copied: {copied}"]


def test_distance_bearing_and_area_by_mouse(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.get_by_role("button", name=RULER).click()
    corners = [(200, 200), (420, 150), (520, 400)]
    for x, y in corners:
        page.mouse.click(x, y)
        page.wait_for_timeout(300)  # no double click
    assert page.evaluate("state.get().selection") is None, "the ruler picks nothing"
    places = [place(x, y) for x, y in corners]
    sides = [EARTH.inv(*a, *b) for a, b in pairwise(places)]
    total = sum(metres for _, _, metres in sides) / 1000
    assert abs(float(measured(page).removesuffix(" km")) - total) < 2
    assert rows(page)["Initial bearing"] == f"{round(sides[-1][0]) % 360:03d}° true"
    page.mouse.click(201, 201)  # the first point
    lons, lats = zip(*places, strict=True)
    area, _ = EARTH.polygon_area_perimeter(lons, lats)
    assert measured(page).endswith(" km²")
    assert float(measured(page).removesuffix(" km²").replace(",", "")) * 1e6 == pytest.approx(
        abs(area), rel=0.02
    )
    page.locator(".dl-units").get_by_role("button", name="miles").click()
    assert measured(page).endswith(" sq mi")
    assert page.locator(".leaflet-control-scale-line").inner_text().endswith(" mi")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-measure")).to_be_hidden()
    page.mouse.click(*page.evaluate("centre('p:ne:RU-KRS')"))
    assert page.evaluate("state.get().selection.id") == "p:ne:RU-KRS", "and now it picks again"


def test_a_line_by_keyboard_alone(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.get_by_role("button", name=RULER).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-cross")).to_be_visible()
    for key in ("Enter", "ArrowRight", "Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
    expect(page.locator(".dl-point")).to_have_count(3)
    assert rows(page)["Initial bearing"] == "180° true"
    page.keyboard.press("Backspace")
    expect(page.locator(".dl-point")).to_have_count(2)
    page.keyboard.press("Escape")  # ends the line
    expect(page.locator(".dl-total")).to_contain_text("km")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-measure")).to_be_hidden()
    assert page.evaluate("tree.activeElement.getAttribute('aria-label')") == RULER


def test_a_long_line_is_cut_at_the_antimeridian_and_a_crossed_outline_has_no_area(
    mount: Mount,
) -> None:
    page = mount(view={"camera": {"lat": 40, "lon": 0, "zoom": 2}})
    found = page.evaluate(
        """async () => {
      const { findings } = await import('/static/web/measure.js');
      const points = (all) => all.map((at) => ({ at, grain: 1 }));
      const closed = (all) => findings({ points: points(all), closed: true, ended: true }, 'km');
      const around = closed([[179, 0], [-179, 0], [-179, 1], [179, 1]]);
      return [closed([[0, 0], [1, 1], [1, 0], [0, 1]]).rows, around.total];
    }"""
    )
    assert found == [[["Area", "none: the outline crosses itself"]], "24,619 km²"]
    page.get_by_role("button", name=RULER).click()
    for x in (30, 790):
        page.mouse.click(x, 264)
        page.wait_for_timeout(300)
    assert (page.locator(".dl-measured").get_attribute("d") or "").count("M") == 2


def test_going_to_a_coordinate_shows_what_its_digits_leave_open(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.get_by_role("button", name="Go to a coordinate").click()
    page.keyboard.type("133 50")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-goto [role=alert]")).to_have_text(
        "Latitude 133 is beyond 90°. Latitude comes first."
    )
    field = page.get_by_label("Coordinate to go to")
    field.fill("36U VB 23 45")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-went")).to_contain_text("36U VB 23 45, to within 1 km")
    page.wait_for_timeout(500)
    view = page.evaluate("state.get().camera")
    assert (view["lat"], view["lon"]) == pytest.approx((50.956, 31.911), abs=0.001)
    expect(page.locator(".dl-spot")).to_have_count(1)
    page.evaluate("all('.leaflet-container')[0].focus()")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-spot")).to_have_count(0)
    expect(page.locator(".dl-went")).to_be_hidden()


def test_names_tell_computed_lengths_in_the_unit_of_the_scale(
    mount: Mount, scene: dict[str, Any]
) -> None:
    (line,) = (mark for mark in scene["marks"] if mark["layer"] == "distances")
    line |= {"unit": "km", "range": [64_200, 65_900]}
    page = mount(scene, NEAR_KOKSAN)
    said = ["65 km stated", "64–66 km measured", "plausible"]
    assert said in page.evaluate("texts()")
    page.locator(".leaflet-control-scale-line").click()
    said[1] = "40–41 mi (64–66 km) measured"
    page.evaluate("frames()")
    assert said in page.evaluate("texts()")


def test_the_scale_bar_takes_the_other_unit_at_a_press(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    bar = page.locator(".leaflet-control-scale-line")
    expect(bar).to_have_text("100 km")
    bar.click()
    expect(bar).to_have_text("50 mi")
    assert page.evaluate("JSON.stringify(state.serialise())").count('mi"') == 0
