"""The view in the address: what is a step back, what a link restores, what it says if it cannot."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_desk_legibility import SMALLEST_PX, TEXTS, needed

MOUNT = """async ([scene, host, initial]) => {
  const { inHash, inSearch } = await import("/static/web/address.js");
  const { mountDesk } = await import("/static/web/desk.js");
  const mountMap = (_, state) => {
    // As the map does: it looks somewhere by itself unless it is told where.
    if (!state.get().camera) state.set({ camera: { lat: 50, lon: 30, zoom: 5 } });
    return { destroy() {} };
  };
  window.told = [];
  window.desk = mountDesk(document.getElementById("host"), scene, {
    initial, mountMap, address: (host === "file" ? inHash : inSearch)(), bar: "own",
    onAction: (name) => told.push(name),
  });
  await desk.stands;
}"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

Open = Callable[..., Page]


@pytest.fixture
def open_desk(page: Page, site: str, scene: dict[str, Any]) -> Open:
    """Open a desk at an address: `open_desk(query="", host="server", initial=None) -> page`."""

    def draw(query: str = "", host: str = "server", initial: dict[str, Any] | None = None) -> Page:
        mark = "#" if host == "file" else "?"
        page.goto("about:blank")
        page.goto(f"{site}/harness{query and mark + query}")
        page.wait_for_function("window.ready")
        page.evaluate(MOUNT, [scene, host, initial])
        page.evaluate(FRAME)
        return page

    return draw


def view(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("desk.state.serialise()")
    return found


def settle(page: Page) -> None:
    """Wait as long as the address does; a page keeps the order of its timers when it is slow."""
    page.evaluate(FRAME)
    page.evaluate("() => new Promise((done) => setTimeout(done, 400))")


def address(page: Page) -> str:
    settle(page)
    return page.url.split("/harness", 1)[1]


@pytest.mark.parametrize(("host", "mark"), [("server", "?"), ("file", "#")])
def test_what_is_on_the_screen_is_a_link_and_a_link_restores_it(
    open_desk: Open, host: str, mark: str
) -> None:
    page = open_desk(host=host)
    assert address(page) == ""
    page.get_by_label("Certain only").check()
    page.locator(".tile[data-group='g:troops']").click()
    page.evaluate("""desk.state.set({
      window: { from: "2025-01-01" }, layers: { flows: false }, reports: { r01: false, r02: false },
      sheet: { tab: "chart", map: true }, camera: { lat: 51.5, lon: -3.25, zoom: 6.5 },
    })""")
    link = address(page)
    before = view(page)
    assert link.startswith(mark)
    assert len(link) < 250
    again = view(open_desk(link[1:], host))
    assert again == before


def test_back_and_forward_walk_through_the_views(open_desk: Open) -> None:
    page = open_desk()
    page.locator(".tile[data-group='g:troops']").click()
    settle(page)
    page.evaluate("desk.state.set({ camera: { lat: 10, lon: 10, zoom: 4 } })")
    settle(page)
    for day in ("2025-01-01", "2025-01-02", "2025-01-03"):
        page.evaluate("(from) => desk.state.set({ window: { from } })", day)
        settle(page)
    length = page.evaluate("history.length")
    page.go_back()
    expect(page.locator(".tile[aria-pressed=true]")).to_have_count(1)
    assert view(page)["window"] == {"from": None, "to": None}, "a drag with pauses is one step"
    assert view(page)["camera"] == {"lat": 10, "lon": 10, "zoom": 4}
    page.go_back()
    expect(page.locator(".tile[aria-pressed=true]")).to_have_count(0)
    assert view(page)["camera"] == {"lat": 50, "lon": 30, "zoom": 5}
    expect(page.locator(".toast")).to_have_count(0)
    page.go_forward()
    page.go_forward()
    page.wait_for_function("desk.state.get().window.from === '2025-01-03'")
    settle(page)
    assert page.evaluate("history.length") == length, "walking makes no steps"


def test_a_link_goes_before_a_kept_view_and_leaves_what_is_not_ours(open_desk: Open) -> None:
    kept = {"certainOnly": True, "theme": "dark"}
    page = open_desk("embed=true&axis=reported", initial=kept)
    assert (view(page)["axis"], view(page)["certainOnly"]) == ("reported", False)
    assert view(page)["theme"] == "dark", "a theme is the reader's own"
    page.get_by_label("Certain only").check()
    assert address(page) == "?embed=true&axis=reported&certainOnly=true"
    assert view(open_desk("embed=true", initial=kept))["certainOnly"] is True


def test_a_link_to_what_is_gone_says_so_and_shows_the_rest(open_desk: Open) -> None:
    page = open_desk(
        "selection=kind:item,id:gone&reports=-nobody,-r01&axis=reported&sheet=tab:evil"
    )
    expect(page.locator(".toast")).to_contain_text("3 things that the link names cannot be shown")
    assert (view(page)["selection"], view(page)["sheet"]) == (None, None)
    assert view(page)["reports"]["r01"] is False
    assert address(page) == "?axis=reported&reports=-r01"


def test_copy_link_says_that_it_did_or_gives_the_link(open_desk: Open) -> None:
    page = open_desk()
    page.evaluate("""() => Object.defineProperty(navigator, "clipboard", { configurable: true,
      value: { writeText: async (text) => { window.copied = text; } } })""")
    page.get_by_label("Certain only").check()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".toast")).to_contain_text("Link copied")
    assert page.evaluate("copied") == page.url
    assert page.url.endswith("?certainOnly=true"), (
        "it is written at once, not when things are quiet"
    )
    page.evaluate("""() => Object.defineProperty(navigator, "clipboard", { configurable: true,
      value: { writeText: () => Promise.reject(new Error("refused")) } })""")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".toast")).to_have_count(1)
    expect(page.get_by_label("Link to this view")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == page.url


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("desk.state.set({ window: { from: null, to: null } })", "All dates shown"),
        ("desk.state.set({ selection: null })", "Selection cleared"),
        (
            "desk.state.set({ reports: { r01: false, r02: false, r03: false } })",
            "3 reports switched off",
        ),
    ],
)
def test_what_hides_much_can_be_undone(open_desk: Open, act: str, words: str) -> None:
    page = open_desk("window=from:2025-01-01,to:2025-06-30&selection=kind:group,id:g:troops")
    before = view(page)
    page.evaluate(act)
    toast = page.get_by_role("status").locator(".toast", has_text=words)
    undo = toast.get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    page.evaluate(FRAME)
    assert view(page) == before
    expect(toast).to_have_count(0)
    page.evaluate(act)
    expect(toast).to_have_count(1)
    page.locator("#host").focus()
    page.keyboard.press("Control+z")
    page.evaluate(FRAME)
    assert view(page) == before
    expect(toast).to_have_count(0)


@pytest.mark.stops_the_clock
def test_a_message_stays_six_seconds_and_while_it_has_the_focus(open_desk: Open) -> None:
    page = open_desk("selection=kind:group,id:g:troops")
    page.clock.install()
    page.evaluate("desk.state.set({ selection: null })")
    page.clock.run_for(50)
    expect(page.locator(".toast")).to_have_count(1)
    page.clock.run_for(6000)
    expect(page.locator(".toast")).to_have_count(1)
    page.get_by_role("button", name="Undo").focus()
    page.clock.run_for(30_000)
    expect(page.locator(".toast")).to_have_count(1)
    page.get_by_role("button", name="Copy link").focus()
    page.clock.run_for(9000)
    expect(page.locator(".toast")).to_have_count(0)


def test_full_screen_in_and_out_by_button_and_key(open_desk: Open) -> None:
    page = open_desk()
    full = "document.fullscreenElement?.id ?? null"
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function(f"({full}) === 'host'")
    page.get_by_role("button", name="Leave full screen").click()
    page.wait_for_function(f"({full}) === null")
    page.locator("#host").focus()
    page.keyboard.press("f")
    page.wait_for_function(f"({full}) === 'host'")
    page.evaluate("document.exitFullscreen()")
    page.get_by_role("button", name="Full screen").wait_for()


def test_the_theme_is_a_switch_and_no_step(open_desk: Open) -> None:
    page = open_desk()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("#host")).to_have_attribute("data-theme", "dark")
    assert address(page) == ""
    page.get_by_role("button", name="Light").click()
    expect(page.locator("#host")).to_have_attribute("data-theme", "light")


def test_samples_go_only_after_a_question(open_desk: Open) -> None:
    page = open_desk()
    remove = page.get_by_role("button", name="remove", exact=True)
    remove.click()
    question = page.get_by_role("dialog", name="Remove the sample corpus?")
    expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(remove).to_be_focused()
    assert page.evaluate("told") == []
    remove.click()
    question.get_by_role("button", name="Remove the samples").click()
    page.wait_for_function("told.length === 1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bar_messages_and_question_can_be_read(open_desk: Open, theme: str) -> None:
    page = open_desk("selection=kind:group,id:g:troops", initial={"theme": theme})
    page.evaluate("desk.state.set({ selection: null })")
    page.get_by_role("button", name="remove", exact=True).click()
    page.get_by_role("button", name="Undo").wait_for(state="attached")
    found = page.evaluate(TEXTS)
    texts = {text for text, *_ in found}
    assert {"Copy link", "Undo", "Cancel", "Remove the samples"} <= texts
    faint = [row for row in found if row[1] < needed(row[2], bold=row[3]) or row[2] < SMALLEST_PX]
    assert faint == []
