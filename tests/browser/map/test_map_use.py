"""Selection, hover, camera, keyboard, filters: map and shared state follow each other."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Mount = Callable[..., Page]
KURSK, SUMY = "p:ne:RU-KRS", "p:ne:UA-59"
NEAR_KURSK = {"camera": {"lat": 50.8, "lon": 35.6, "zoom": 6.5}}


def test_a_click_selects_and_an_empty_place_lets_go(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate(
        "window.at = one('p:ne:RU-KRS').querySelector('.dl-body').getBoundingClientRect()"
    )
    x, y = page.evaluate("[at.x + at.width / 2, at.y + at.height / 2]")
    page.mouse.click(x, y)
    page.evaluate("frames()")
    assert page.evaluate("state.get().selection") == {"kind": "mark", "id": KURSK}
    assert "is-selected" in page.evaluate("one('p:ne:RU-KRS').getAttribute('class')")
    assert page.evaluate("one('p:ne:RU-KRS').getAttribute('aria-pressed')") == "true"
    page.mouse.click(20, 260)
    assert page.evaluate("state.get().selection") is None


def test_hover_is_shared(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate("window.at = one('p:ne:UA-59').querySelector('.dl-body').getBoundingClientRect()")
    page.mouse.move(*page.evaluate("[at.x + at.width / 2, at.y + at.height * 0.6]"))
    assert page.evaluate("state.get().hover") == {"kind": "mark", "id": SUMY}
    page.mouse.move(900, 700)
    assert page.evaluate("state.get().hover") is None


def test_a_selection_made_elsewhere_is_brought_into_sight(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate("state.set({selection: {kind: 'mark', id: 'p:dl:koksan'}})")
    page.wait_for_timeout(900)
    box = page.evaluate("(({x, y}) => [x, y])(one('p:dl:koksan').getBoundingClientRect())")
    assert 0 <= box[0] <= 824
    assert 0 <= box[1] <= 528
    before = page.evaluate("state.get().camera")
    page.evaluate("state.set({selection: {kind: 'mark', id: 'p:dl:korean-dmz'}})")
    page.wait_for_timeout(400)
    assert page.evaluate("state.get().camera") == before, "what is in sight stays where it is"


def test_the_opening_shows_the_story_not_all_of_russia(mount: Mount) -> None:
    page = mount()
    view = page.evaluate("state.get().camera")
    assert view["zoom"] > 5
    seen = page.evaluate("one('p:ne:RU-KRS').getBoundingClientRect().toJSON()")
    assert seen["left"] > 0
    assert seen["right"] < 824


def test_the_first_reports_open_a_map_that_had_none(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount({**scene, "reports": [], "items": [], "marks": [], "groups": [], "tiles": []})
    page.set_viewport_size({"width": 820, "height": 520})  # Leaflet tells of a move
    assert page.evaluate("frames().then(() => state.get().camera ?? null)") is None
    page.evaluate("async (next) => { state.setScene(next); await frames(); }", scene)
    assert page.evaluate("state.get().camera.zoom") > 5


def test_a_camera_set_elsewhere_is_followed_and_moves_are_written_back(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    page.evaluate("state.set({camera: {lat: 40, lon: 120, zoom: 5}})")
    page.wait_for_timeout(600)
    assert page.evaluate("state.get().camera") == {"lat": 40, "lon": 120, "zoom": 5}
    page.click(".leaflet-control-zoom-in")
    page.wait_for_timeout(600)
    assert page.evaluate("state.get().camera.zoom") == 6


def test_keyboard_reaches_every_mark(mount: Mount) -> None:
    page = mount(view=NEAR_KURSK)
    reached: set[str] = set()
    page.evaluate("all('.leaflet-container')[0].focus()")
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate("tree.activeElement?.closest('[data-mark]')?.dataset.mark ?? null")
        reached |= {found} if found else set()
    shown = page.evaluate(
        "[...new Set(state.scene.marks.filter(state.markVisible).map((m) => m.id))]"
    )
    assert reached == set(shown)
    page.evaluate("map.focus('p:ne:UA-59')")
    page.keyboard.press("Enter")
    assert page.evaluate("state.get().selection.id") == SUMY
    assert "Sumy Oblast" in page.evaluate("tree.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Escape")
    assert page.evaluate("state.get().selection") is None


def test_a_filter_touches_only_the_marks_it_changes(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(scene, NEAR_KURSK)
    touched = page.evaluate(
        """async () => {
      const seen = new Set();
      const watch = new MutationObserver((all) => all.forEach(({ target }) => {
        const mark = target.closest?.('g.dl-mark');
        if (mark) seen.add(mark.dataset.mark);
      }));
      all('.leaflet-marks-pane, .leaflet-flows-pane').forEach((pane) =>
        watch.observe(pane, { subtree: true, attributes: true, childList: true }));
      const look = (mark) => `${state.markStatus(mark)} ${state.markVisible(mark)}`;
      const before = new Map(state.scene.marks.map((mark) => [mark.id, look(mark)]));
      state.set({ statuses: { possible: false } });
      await frames();
      const changed = state.scene.marks.filter((mark) => before.get(mark.id) !== look(mark));
      return { seen: [...seen], changed: changed.map((mark) => mark.id) };
    }"""
    )
    assert touched["changed"]
    assert set(touched["changed"]) <= set(touched["seen"])
    partly = {
        mark["id"] for mark in scene["marks"]
        if any(i["id"] in mark["items"] and i["status"] == "possible" for i in scene["items"])
    }  # fmt: skip
    assert set(touched["seen"]) <= partly


def test_a_new_scene_replaces_the_old_one(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(scene, NEAR_KURSK)
    scene["marks"] = [mark for mark in scene["marks"] if mark["id"] == SUMY]
    page.evaluate(
        "async (next) => { state.setScene(next); map.update(next); await frames(); }", scene
    )
    assert page.evaluate("all('g.dl-mark').map((g) => g.dataset.mark)") == [SUMY]


def test_reduced_motion_is_respected(bare: Page, scene: dict[str, Any]) -> None:
    bare.emulate_media(reduced_motion="reduce")
    bare.evaluate("([s, v]) => window.mount(s, v)", [scene, NEAR_KURSK])
    bare.evaluate("state.set({ selection: { kind: 'mark', id: 'p:dl:koksan' } }); frames()")
    assert bare.evaluate("state.get().camera.lon") > 100, "the map is there at once"
    assert bare.evaluate("all('.leaflet-zoom-anim').length") == 0
