"""What is new since a day or a briefing: the map tags what a plate tags, and says so aloud."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from layers.view import View
from layers.visibility import visible

Mount = Callable[..., Page]
KURSK, SUMY, VLADIVOSTOK = "p:ne:RU-KRS", "p:ne:UA-59", "p:gn:2013348"
TAGS = """() => Object.fromEntries(all("g.dl-mark")
  .filter((node) => node.getAttribute("display") !== "none")
  .map((node) => [node.dataset.mark, node.querySelector(".dl-since")?.dataset.since ?? null]))"""


def tags(page: Page) -> dict[str, str | None]:
    found: dict[str, str | None] = page.evaluate(TAGS)
    return found


def plate_tags(scene: dict[str, Any], view: dict[str, Any]) -> dict[str, str | None]:
    drawn = visible(scene, View.from_json(view)).drawn
    tagged = {one.mark["id"]: one.news.sign if one.news else None for one in drawn}
    return {id_: sign for id_, sign in tagged.items() if not id_.startswith("d:")}


def test_the_map_tags_what_a_plate_tags(mount: Mount, scene: dict[str, Any]) -> None:
    view = {"since": "2025-06-01", "statuses": {"planned": False}}
    page = mount(scene, view)
    found = {id_: sign for id_, sign in tags(page).items() if not id_.startswith("d:")}
    assert found == plate_tags(scene, view)
    assert (found[KURSK], found[SUMY], found[VLADIVOSTOK]) == ("changed", "new", None)


def test_a_tag_comes_and_goes_with_the_choice(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(scene)
    assert set(tags(page).values()) == {None}
    page.evaluate("state.set({ since: '2025-06-01' })")
    page.evaluate("frames()")
    assert tags(page)[SUMY] == "new"
    assert page.evaluate(f"one('{SUMY}').getAttribute('aria-label')").endswith(", new")
    page.evaluate("state.set({ since: null })")
    page.evaluate("frames()")
    assert set(tags(page).values()) == {None}


def test_a_tag_stands_beside_its_mark_and_under_no_label(
    mount: Mount, scene: dict[str, Any]
) -> None:
    view = {"since": "2025-06-01", "camera": {"lat": 51, "lon": 35.5, "zoom": 6.5}}
    page = mount(scene, view)
    overlaps = page.evaluate(
        """() => {
          const boxes = all(".dl-since").map((node) => node.getBoundingClientRect());
          const texts = all("g.dl-label text").map((node) => node.getBoundingClientRect());
          const meet = (a, b) => a.left < b.right && b.left < a.right
            && a.top < b.bottom && b.top < a.bottom;
          return boxes.filter((box) => texts.some((text) => meet(box, text))).length;
        }"""
    )
    assert overlaps == 0
    at = page.evaluate(
        f"(() => {{ const tag = one('{SUMY}').querySelector('.dl-since').getBoundingClientRect();"
        f" const body = one('{SUMY}').querySelector('.dl-body').getBoundingClientRect();"
        " return [tag.left > body.left, tag.right < body.right, tag.top < body.bottom]; })()"
    )
    assert at == [True, True, True]


def test_since_a_briefing_that_knew_the_report(mount: Mount, scene: dict[str, Any]) -> None:
    past = {"id": "briefing-1", "title": "First", "day": "2025-06-27", "new": ["r08"]}
    scene["pasts"] = [past]
    page = mount(scene, {"since": "briefing-1"})
    assert tags(page)[SUMY] is None
    assert tags(page)[KURSK] == "changed"
