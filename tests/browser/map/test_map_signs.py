"""Marks by their honest shape: what is planned or possible never looks like what is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Mount = Callable[..., Page]
KURSK, SUMY = "p:ne:RU-KRS", "p:ne:UA-59"
NEAR_KURSK = {"camera": {"lat": 50.8, "lon": 35.6, "zoom": 6.5}}
KOREA = {"camera": {"lat": 38.5, "lon": 127, "zoom": 7.5}}
WHOLE = {"camera": {"lat": 52, "lon": 85, "zoom": 3}}
ASIA = {"camera": {"lat": 45, "lon": 100, "zoom": 3.5}}


def outline(page: Page, mark: str, selector: str) -> dict[str, str | None]:
    names = ["stroke", "stroke-width", "stroke-dasharray", "fill", "fill-opacity", "clip-path"]
    script = (
        "([id, s, names]) => { const node = one(id).querySelector(s);"
        " return Object.fromEntries(names.map((n) => [n, node.getAttribute(n)])); }"
    )
    found: dict[str, str | None] = page.evaluate(script, [mark, selector, names])
    return found


def status_of_items(scene: dict[str, Any], mark: str, status: str) -> None:
    """Give every item of a mark one status."""
    ids = next(each["items"] for each in scene["marks"] if each["id"] == mark)
    for item in scene["items"]:
        if item["id"] in ids:
            item["status"] = status


def test_a_reported_area_is_filled_and_solid(mount: Mount, scene: dict[str, Any]) -> None:
    status_of_items(scene, KURSK, "reported")
    page = mount(scene, NEAR_KURSK)
    assert outline(page, KURSK, ".dl-body")["fill-opacity"] == "0.26"
    line = outline(page, KURSK, ".dl-halo + .dl-line")
    assert line["stroke-dasharray"] is None
    assert float(line["stroke-width"] or 0) == 2 * 2.2  # half of it is cut away at the edge
    assert line["clip-path"] is not None


@pytest.mark.parametrize("status", ["planned", "possible"])
def test_what_is_only_planned_or_possible_is_hollow_in_a_halo(
    mount: Mount, scene: dict[str, Any], status: str
) -> None:
    status_of_items(scene, SUMY, status)
    page = mount(scene, NEAR_KURSK)
    assert outline(page, SUMY, ".dl-body")["fill"] == "transparent"
    dash = scene["meta"]["style"]["status"][status]["dash"]
    line = outline(page, SUMY, ".dl-halo + .dl-line")
    assert line["stroke-dasharray"] == " ".join(f"{each:g}" for each in dash)
    assert float(outline(page, SUMY, ".dl-halo")["stroke-width"] or 0) > 0
    assert any(status in line for line in page.evaluate("texts().flat()"))


def test_circle_says_approximate_and_strip_never_gets_too_thin(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(scene, KOREA)
    ring = outline(page, "p:dl:koksan", ".dl-hit")
    assert ring["stroke-dasharray"] == "3 3.5"
    assert ring["fill-opacity"] == "0.15"
    assert "approximate, 19 km" in " ".join(page.evaluate("texts().flat()"))
    assert ["Korean", "Demilitarized Zone"] in [each[:2] for each in page.evaluate("texts()")]
    strip = "one('p:dl:korean-dmz').querySelector('.dl-hit').getAttribute('stroke-width')"
    near = float(page.evaluate(strip))
    page.evaluate("state.set({camera: {lat: 45, lon: 100, zoom: 3}})")
    page.wait_for_timeout(500)
    assert float(page.evaluate(strip)) > max(near, 2.5)


def test_a_country_that_is_only_named_is_not_filled(mount: Mount) -> None:
    page = mount(view=WHOLE)
    assert page.evaluate("one('p:ne:RU').querySelectorAll('path').length") == 0
    assert page.evaluate("one('p:ne:RU').querySelectorAll('circle').length") == 3
    assert "RUSSIA" in page.evaluate("texts().flat()")


def strands(page: Page) -> list[dict[str, Any]]:
    script = """all('.is-flows').filter((g) => g.getAttribute('display') !== 'none').map((g) => ({
      mark: g.dataset.mark, status: g.dataset.status, words: g.getAttribute('aria-label'),
      core: Number(g.querySelector('.dl-core').getAttribute('stroke-width')),
      dash: g.querySelector('.dl-casing + .dl-line').getAttribute('stroke-dasharray'),
      d: g.querySelector('.dl-casing + .dl-line').getAttribute('d'),
      tip: g.querySelector('.dl-hit').getAttribute('fill') }))"""
    found: list[dict[str, Any]] = page.evaluate(script)
    return found


def test_planned_figures_never_run_in_the_line_of_reported_ones(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(scene, WHOLE)
    items = {item["id"]: item for item in scene["items"]}
    drawn = strands(page)
    for flow in (mark for mark in scene["marks"] if mark["layer"] == "flows"):
        said = {items[each]["status"] for each in flow["items"]}
        mine = [each for each in drawn if each["mark"] == flow["id"]]
        assert {each["status"] for each in mine} == said
        assert len({each["d"] for each in mine}) == len(said), "strands lie side by side"
        for strand in mine:
            others = [items[i] for i in flow["items"] if items[i]["status"] != strand["status"]]
            assert not any(other["figure"] in strand["words"] for other in others)
    planned = [each for each in drawn if each["status"] == "planned"]
    assert planned
    assert all(each["core"] > 0 and each["dash"] == "10 5" for each in planned)
    assert all(each["tip"] == "var(--land)" for each in planned)


def test_an_arrow_ends_at_the_edge_of_its_destination(mount: Mount, scene: dict[str, Any]) -> None:
    flow = next(mark for mark in scene["marks"] if mark["id"] == "f:KP-KRS")
    flow["toId"] = "ne:RU-KRS"
    page = mount(scene, NEAR_KURSK)
    script = """(id) => {
      const flow = all('.is-flows').find((g) => g.dataset.mark === 'f:KP-KRS');
      const tip = flow.querySelector('path.dl-hit');
      const [x, y] = tip.getAttribute('d').slice(1).split('L')[0].split(' ').map(Number);
      const body = one(id).querySelector('.dl-body');
      const point = (dx, dy) => new DOMPoint(x + dx, y + dy);
      const inside = (at) => body.isPointInFill(at);
      const near = [[0, 0], [2, 0], [-2, 0], [0, 2], [0, -2]].map((d) => inside(point(...d)));
      const box = tip.getBBox();
      const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
      return { touches: near.some(Boolean) && !near.every(Boolean), within: inside(middle) };
    }"""
    assert page.evaluate(script, KURSK) == {"touches": True, "within": False}


def test_flows_and_distances_say_what_they_are(mount: Mount) -> None:
    page = mount(view=WHOLE)
    assert any("schematic, not a route" in line for line in page.evaluate("texts().flat()"))
    page.evaluate("state.set({camera: {lat: 38.5, lon: 127, zoom: 8}})")
    page.wait_for_timeout(600)
    said = ["65 km stated", "64–66 km measured", "plausible"]
    assert said in page.evaluate("texts()")


# Boxes of a label's lines and dot, by the label's number.
BOXES = """all('g.dl-label').flatMap((label, number) => [...label.children].map((part) => {
  const { x, y, width, height } = part.getBBox();
  const leading = part.tagName === 'text' ? height * 0.12 : 0; // lines are set close
  return [number, x, y + leading, x + width, y + height - leading];
}))"""


@pytest.mark.parametrize("view", [NEAR_KURSK, KOREA, WHOLE, ASIA])
def test_labels_never_overlap(mount: Mount, view: dict[str, Any]) -> None:
    page = mount(view=view)
    boxes = page.evaluate(BOXES)
    assert len({number for number, *_ in boxes}) > 4
    clashes = [
        (a, b)
        for a in boxes
        for b in boxes
        if a[0] < b[0] and a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]
    assert clashes == []


def test_what_lies_at_a_distance_is_a_dashed_outline_without_a_pin(
    mount: Mount, scene: dict[str, Any]
) -> None:
    item = next(item["id"] for item in scene["items"] if item["status"] == "reported")
    corners = [[36.4, 51.3], [37.2, 51.3], [37.2, 51.6], [36.4, 51.6], [36.4, 51.3]]
    words = "“<b>40 miles</b> southeast of Kursk”"
    place: dict[str, Any] = {"id": "p:seat", "layer": "places", "kind": "city", "placeId": "t:seat"}
    place |= {"name": "Seat", "shape": "point", "lat": 50.2, "lon": 34.2, "reference": True}
    sector: dict[str, Any] = {
        "id": "o:1",
        "layer": "offsets",
        "kind": "offset",
        "name": words,
        "shape": "sector",
    }
    sector |= {"lat": 51.45, "lon": 36.8, "note": "anywhere in the dashed outline"}
    sector["geometry"] = {"type": "Polygon", "coordinates": [corners]}
    common: dict[str, Any] = {
        "items": [item],
        "local": None,
        "country": None,
        "wide": False,
        "radius": 6000,
    }
    scene["layers"].append({"id": "offsets", "label": "By distance", "on": True})
    scene["marks"] += [sector | common, place | common | {"note": "measured from here"}]
    page = mount(scene, NEAR_KURSK)
    assert outline(page, "o:1", ".dl-hit")["stroke-dasharray"] == "3 3.5"
    assert page.evaluate("one('o:1').querySelectorAll('circle, rect').length") == 0
    printed = " ".join(page.evaluate("texts().flat()"))
    assert "<b>40 miles</b>" in printed
    assert "anywhere in the dashed outline" in printed
    assert "measured from here" in printed
    assert outline(page, "p:seat", ".dl-hit:last-of-type")["stroke"] == "var(--ink2)"
