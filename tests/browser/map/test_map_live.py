"""The live host: mounts the desk and its map once, and hands them new scenes after that."""

from typing import Any

from playwright.sync_api import Page

from layers.web.frame import frame_script
from tests.browser.fetched import fetched

# What Streamlit does: it calls the host with a component, and again whenever its data changed.
START = """async ([scene, frame, base]) => {
  const { host } = await import(`${base}web/map-live.js`);
  const element = document.getElementById("host");
  window.tree = element.attachShadow({ mode: "open" });
  window.inner = document.createElement("div");
  tree.append(inner);
  window.sent = [];
  window.call = (next, revision = "first") => host({
    data: { revision, scene: next, frame, initial: null },
    setStateValue: (name, value) => sent.push([name, value]),
    setTriggerValue: (name, value) => sent.push([name, value]),
  }, inner, base);
  window.unmount = await call(scene);
  while (performance.getEntriesByName("dateline desk").length === 0) await frames();
}"""
UNTIL_SELECTED = """async () => {
  while (!sent.some(([name, view]) => name === "view" && view.selection)) await frames();
}"""
HELD = "sent.filter(([name]) => name === 'held').map(([, revision]) => revision)"
MARKS = "[...new Set(all('g.dl-mark').map((mark) => mark.dataset.mark))]"


def start(page: Page, scene: dict[str, Any], site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate(START, [fetched(page, scene), frame_script(), f"{site}/static/"])


def test_the_desk_comes_with_its_map_and_styles(
    bare: Page, scene: dict[str, Any], site: str
) -> None:
    start(bare, scene, site)
    assert bare.evaluate("all('.leaflet-container').length") == 1
    assert bare.evaluate(f"{MARKS}.length") > 10
    assert bare.evaluate("all('.dl-map')[0].getBoundingClientRect().height") > 300
    assert bare.evaluate("violations") == []


def test_a_new_scene_reaches_the_map_that_is_there(
    bare: Page, scene: dict[str, Any], site: str
) -> None:
    start(bare, scene, site)
    bare.evaluate("window.first = all('.leaflet-container')[0]; null")
    bare.evaluate("async () => { await call(undefined); await frames(); }")
    assert bare.evaluate(f"{MARKS}.length") > 10
    scene["marks"] = scene["marks"][:1]
    bare.evaluate(
        "async (next) => { await call(next, 'second'); await frames(); }", fetched(bare, scene)
    )
    assert bare.evaluate("first === all('.leaflet-container')[0] && first.isConnected")
    assert bare.evaluate(MARKS) == [scene["marks"][0]["id"]]
    assert bare.evaluate(HELD) == ["first", "second"]


def test_an_element_without_a_scene_asks_for_it(
    bare: Page, scene: dict[str, Any], site: str
) -> None:
    start(bare, scene, site)
    bare.evaluate("sent.length = 0; inner.remove(); inner = document.createElement('div'); null")
    bare.evaluate("async () => { tree.append(inner); await call(undefined); }")
    assert bare.evaluate(HELD) == [None]


def test_the_view_is_sent_once_things_are_quiet(
    bare: Page, scene: dict[str, Any], site: str
) -> None:
    start(bare, scene, site)
    bare.wait_for_timeout(600)
    bare.evaluate("sent.length = 0; all('g.dl-mark')[0].focus(); null")
    bare.keyboard.press("Enter")
    bare.evaluate(UNTIL_SELECTED)
    bare.wait_for_timeout(500)
    views = bare.evaluate("sent.filter(([name]) => name === 'view').map(([, view]) => view)")
    assert [view["selection"]["kind"] for view in views if view["selection"]] == ["mark"]


def test_unmounting_takes_the_map_away(bare: Page, scene: dict[str, Any], site: str) -> None:
    start(bare, scene, site)
    bare.evaluate("unmount(); null")
    assert bare.evaluate("all('.leaflet-container').length") == 1, "a rerun is no farewell"
    bare.evaluate("inner.remove(); unmount(); null")
    assert bare.evaluate("inner.querySelector('.leaflet-container')") is None


LEAVE = """async () => {
  const link = document.createElement("a");
  link.href = "/reports";
  document.body.append(link);
  let known = null; // what was sent when the page around is told of the click
  link.addEventListener("click", (event) => {
    event.preventDefault();
    known ??= sent.length;
  });
  sent.length = 0;
  all('g.dl-mark')[0].focus();
  all('g.dl-mark')[0].dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  link.click();
  await new Promise((done) => setTimeout(done, 600)); // twice what a desk at rest waits
  const said = [known, sent.map(([name]) => name), Boolean(sent[0]?.[1].selection)];
  link.href = location.pathname;
  link.click(); // back, before the other page was there
  await new Promise((done) => setTimeout(done));
  all('g.dl-mark')[1].dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  const silent = () => sent.length < 2;
  for (let n = 0; n < 200 && silent(); n += 1) await new Promise((done) => setTimeout(done, 100));
  return [...said, sent.length];
}"""


def test_the_last_words_are_said_before_the_page_is_left_and_none_after(
    bare: Page, scene: dict[str, Any], site: str
) -> None:
    start(bare, scene, site)
    bare.wait_for_timeout(600)
    assert bare.evaluate(LEAVE) == [1, ["view"], True, 2]
