"""Thousands of places: rings that count what they hold, and every place within reach."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Mount = Callable[..., Page]
STATUSES = ("reported", "claimed", "estimated", "possible", "planned", "denied")
PLACES = 2100
DAYS = ("2024-01-01", "2024-06-01", "2024-12-01")

# Lay a crowd out at a zoom over the whole world; give counts, shares and what stands alone.
GATHER = """async ([marks, bits, zoom, apart]) => {
  const { createCrowd } = await import("/static/web/map-crowd.js");
  const crowd = createCrowd(marks, marks.map((_, i) => i));
  const view = { zoom, scale: 2 ** zoom, x: 0, y: 0, box: [0, 0, 1, 1] };
  const seen = [Uint8Array.from(bits), new Set(apart)];
  const { rings, alone } = crowd.gather(view, [-1e3, -1e3, 1e3, 1e3], ...seen);
  const members = (ring) => crowd.members(ring, view, ...seen);
  return { rings: rings.map((ring) => ({ ...ring, members: members(ring) })), alone };
}"""

# Resolves once the camera has come that close.
CLOSER = """(zoom) => new Promise((done) => {
  const look = () => (state.get().camera.zoom >= zoom ? done() : requestAnimationFrame(look));
  look();
})"""

# Resolves once marks are drawn, or once none of them is.
# A move that another one cuts short is asked for again; what never comes fails instead of waiting.
UNTIL = """async ([camera, ids, there]) => {
  const wrong = () => ids.some((id) => (one(id) !== null) !== there);
  for (let turn = 0; turn === 0 || wrong(); turn += 1) {
    if (turn > 900) throw new Error(`${ids} ${there ? "do not come" : "stay"}`);
    if (turn % 60 === 0) state.set({ camera: { ...camera } });
    await frames();
  }
}"""


def place(number: int, lat: float, lon: float, items: list[str]) -> dict[str, Any]:
    return {
        "id": f"p:{number}", "items": items, "layer": "places", "name": f"Place {number}",
        "local": None, "kind": "city", "country": None, "lat": lat, "lon": lon, "shape": "point",
        "radius": 1500.0, "wide": False, "reference": False, "note": "point, ±1.5 km",
        "placeId": f"made:{number}", "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }  # fmt: skip


@pytest.fixture
def crowd(scene: dict[str, Any]) -> dict[str, Any]:
    """Give the invented scene thousands of places, three of them at one spot and one beside it."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    pattern = next(item for item in scene["items"] if item["type"] == "mention")
    scene |= {"marks": [], "items": [], "groups": [], "tiles": []}
    for number in range(PLACES):
        id_ = f"i{number}"
        day, status = chance.choice(DAYS), chance.choice(STATUSES)
        item = pattern | {"id": id_, "earliest": day, "latest": day, "status": status}
        spot = (chance.uniform(-50, 60), chance.uniform(-150, 150))
        spot = {0: (10.06, 20.06), 1: (10.0, 20.0), 2: (10.0, 20.0), 3: (10.0, 20.0)}.get(
            number, spot
        )
        scene["items"].append(item | {"name": f"Place {number}"})
        scene["marks"].append(place(number, *spot, [id_]))
    return scene


@pytest.mark.parametrize("zoom", [2, 3.25, 6, 11])
def test_every_visible_place_is_in_one_ring_or_alone(
    bare: Page, crowd: dict[str, Any], zoom: float
) -> None:
    chance = random.Random(zoom)  # noqa: S311 - nothing secret
    bits = [chance.randrange(64) for _ in range(PLACES)]
    apart = ["p:1", "p:77"]
    found = bare.evaluate(GATHER, [crowd["marks"], bits, zoom, apart])
    together = [i for ring in found["rings"] for i in ring["members"]]
    assert sorted([*together, *found["alone"]]) == [i for i, seen in enumerate(bits) if seen]
    assert {i for i in (1, 77) if bits[i]} <= set(found["alone"])
    for ring in found["rings"]:
        strongest = [(bits[i] & -bits[i]).bit_length() - 1 for i in ring["members"]]
        assert ring["count"] == len(ring["members"]) > 1
        assert ring["shares"] == [strongest.count(i) for i in range(len(STATUSES))]


def test_a_crowd_has_few_nodes_and_a_filter_moves_it(mount: Mount, crowd: dict[str, Any]) -> None:
    page = mount(crowd, {"camera": {"lat": 20, "lon": 0, "zoom": 4}})
    assert 0 < page.evaluate("all('.dl-mark').length") <= 200
    assert page.evaluate("all('canvas.dl-overlay').length") == 3
    before = page.evaluate("all('.dl-mark').map((node) => node.dataset.mark)")
    page.evaluate("state.set({ window: { from: '2024-12-01', to: null } })")
    page.evaluate("frames()")
    after = page.evaluate("all('.dl-mark').map((node) => node.dataset.mark)")
    assert after != before


def test_what_is_selected_stands_for_itself(mount: Mount, crowd: dict[str, Any]) -> None:
    page = mount(crowd, {"camera": {"lat": 10, "lon": 20, "zoom": 5}})
    assert page.evaluate("one('p:1')") is None
    page.evaluate("state.set({ selection: { kind: 'item', id: 'i1' } })")
    page.evaluate("frames()")
    assert page.evaluate("one('p:1').classList.contains('is-selected')")
    page.evaluate("state.set({ selection: null })")
    page.evaluate("frames()")
    assert page.evaluate("one('p:1')") is None


def test_a_click_on_a_ring_comes_closer(mount: Mount, crowd: dict[str, Any]) -> None:
    page = mount(crowd, {"camera": {"lat": 10, "lon": 20, "zoom": 7}})
    page.mouse.click(412, 264)
    page.evaluate(CLOSER, 7.25)


def test_a_ring_at_one_spot_is_listed(mount: Mount, crowd: dict[str, Any]) -> None:
    page = mount(crowd, {"camera": {"lat": 10, "lon": 20, "zoom": 11}})
    page.mouse.click(412, 264)
    assert page.locator(".dl-roll h2").inner_text().startswith("3 places: ")
    assert page.locator(".dl-roll-row").count() == 3


def test_the_keyboard_finds_every_place_in_view(mount: Mount, crowd: dict[str, Any]) -> None:
    page = mount(crowd, {"camera": {"lat": 20, "lon": 0, "zoom": 2}})
    page.get_by_role("button", name="List the places in view").focus()
    page.keyboard.press("Enter")
    assert page.locator(".dl-roll-row").count() == 60
    page.locator(".dl-roll-more").click()
    assert page.locator(".dl-roll-row").count() == 120
    page.locator(".dl-roll-row").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = page.locator(".dl-roll-row").nth(1).get_attribute("data-key")
    assert page.evaluate("state.get().selection") == {"kind": "mark", "id": chosen}
    page.keyboard.press("Escape")
    assert page.locator(".dl-roll").is_hidden()
    assert page.evaluate("document.activeElement.ariaLabel") == "List the places in view"


def test_lines_among_a_crowd_are_drawn_where_they_can_be_read(
    mount: Mount, crowd: dict[str, Any], fixture_scene: dict[str, Any]
) -> None:
    lines = ("f:KP-RU", "f:CHO-VVO", "d:koksan-dmz")  # thousands, two hundred, sixty kilometres
    marks = [mark for mark in fixture_scene["marks"] if mark["id"] in lines]
    carried = {id_ for mark in marks for id_ in mark["items"]}
    crowd["marks"] += marks
    crowd["items"] += [item for item in fixture_scene["items"] if item["id"] in carried]
    page = mount(crowd, {"camera": {"lat": 41, "lon": 128, "zoom": 4}})
    drawn = f"{list(lines)}.filter((id) => one(id) !== null)"
    assert page.evaluate(drawn) == ["f:KP-RU", "f:CHO-VVO"]
    page.evaluate("state.set({ selection: { kind: 'mark', id: 'd:koksan-dmz' } })")
    page.evaluate("frames()")
    assert page.evaluate(drawn) == list(lines)  # what is selected is drawn, however short
    page.evaluate("state.set({ selection: null })")
    page.evaluate(UNTIL, [{"lat": 38.5, "lon": 127, "zoom": 7}, ["d:koksan-dmz"], True])
    page.evaluate(UNTIL, [{"lat": -30, "lon": -60, "zoom": 5}, list(lines), False])
