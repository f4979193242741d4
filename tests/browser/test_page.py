"""The exported file in a real browser without a network: the same map, asking for nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from layers.web.page import page as one_file
from tests.browser.serving import STANDS
from tests.browser.test_desk_injection import (
    AROUND,
    CONTROL,
    DETECTOR,
    SHOWN,
    UNFOLD,
    WALK,
    hostile_scene,
    payloads,
)
from tests.browser.troubles import note_troubles

TITLE = "Kursk and Koksan: what ten reports say"
SAVED: dict[str, Any] = {
    "window": {"from": "2025-01-01", "to": "2025-06-30"},
    "undated": False,
    "layers": {"flows": False},
    "selection": {"kind": "mark", "id": "p:ne:RU-KRS"},
    "camera": {"lat": 51.5, "lon": 36.0, "zoom": 6.5},
    "theme": "dark",
}
HTTP = "http://dateline.test/map.html"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def file(fixture_scene: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the invented scene as one file."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_bytes(one_file(fixture_scene, {}, TITLE))
    return path


@pytest.fixture
def asked() -> list[str]:
    """Addresses that pages asked for, themselves left out."""
    return []


@pytest.fixture
def opened(chromium: BrowserContext, file: Path, asked: list[str]) -> Iterator[Open]:
    """Open a file without a network; `opened(path, size, url)` waits until the map is drawn."""
    assert isinstance(chromium.browser, Browser)
    context = chromium.browser.new_context(offline=True)
    troubles: list[str] = []

    def show(
        path: Path = file, size: tuple[int, int] = (1440, 900), url: str | None = None
    ) -> Page:
        address = url or path.as_uri()
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        note_troubles(page, troubles)
        page.on("request", lambda request: asked.append(request.url))
        if url:
            page.route(url, lambda route: route.fulfill(path=path, content_type="text/html"))
        page.goto(address)
        page.wait_for_selector(STANDS)
        page.wait_for_function("document.fonts.status === 'loaded'")
        assert asked.pop(0) == address
        return page

    yield show
    context.close()
    assert troubles == []
    assert [address for address in asked if not address.startswith(("data:font/", "blob:"))] == []


def shown(page: Page) -> int:
    return int(page.locator(".counts .shown b").inner_text())


@pytest.mark.parametrize("url", [None, HTTP])
def test_the_file_is_the_map_with_its_panels(opened: Open, url: str | None) -> None:
    page = opened(url=url)
    assert page.title() == TITLE
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator(".as-of")).to_have_text("as of 27 Jun 2025 (UTC)")
    assert page.locator(".leaflet-pane").count() > 3
    assert page.locator(".dl-notices p").count() == 0
    assert page.locator(".dl-mark").count() > 5
    assert page.locator(".card").count() > 3
    assert page.locator(".figures tr.claim").count() > 3
    assert page.locator(".timeline .row").count() > 3
    expect(page.locator(".dl-sources")).to_contain_text("Natural Earth")
    expect(page.locator(".credits")).to_contain_text("Crimea drawn as Ukraine")
    expect(page.locator(".dl-sources")).to_contain_text("5 km elsewhere")


def test_the_time_filter_moves_map_excerpts_and_figures(opened: Open) -> None:
    page = opened()
    marks, cards, rows = (
        page.locator(selector) for selector in (".dl-mark:visible", ".card", ".figures tr.claim")
    )
    before = (marks.count(), cards.count(), rows.count(), shown(page))
    page.get_by_label("First day", exact=True).fill("2025-06-01")
    page.get_by_label("First day", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Undated").uncheck()
    for found, was in zip((marks, cards, rows), before, strict=False):
        expect(found).not_to_have_count(was)
    assert 0 < shown(page) < before[-1]
    page.get_by_role("button", name="All dates").click()
    page.get_by_role("checkbox", name="Undated").check()
    expect(marks).to_have_count(before[0])
    assert shown(page) == before[-1]


def test_one_selection_runs_through_map_and_panels(opened: Open) -> None:
    page = opened()
    mark = page.locator(".dl-mark[data-mark='p:dl:koksan']")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-mark.is-selected")).to_have_count(1)
    expect(page.locator(".card.selected").first).to_contain_text("Koksan")
    page.keyboard.press("Escape")
    expect(page.locator(".is-selected, .selected")).to_have_count(0)


def test_a_saved_view_is_restored(
    opened: Open, fixture_scene: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "saved.html"
    path.write_bytes(one_file(fixture_scene, SAVED, TITLE))
    page = opened(path)
    expect(page.get_by_label("First day", exact=True)).to_have_value("1 Jan 2025")
    expect(page.get_by_label("Last day", exact=True)).to_have_value("30 Jun 2025")
    expect(page.locator(".dl-mark.is-selected")).to_have_attribute("data-mark", "p:ne:RU-KRS")
    expect(page.locator("[data-key='layers flows']")).not_to_be_checked()
    expect(page.locator(".dateline")).to_have_attribute("data-theme", "dark")
    kursk = page.locator(".dl-mark[data-mark='p:ne:RU-KRS']").bounding_box()
    assert kursk is not None
    assert kursk["width"] > 100  # at zoom 3 it is 12 pixels wide


def test_what_needs_a_server_is_not_offered(opened: Open) -> None:
    page = opened()
    expect(page.get_by_role("button", name="Export")).to_have_count(0)
    expect(page.get_by_role("button", name="remove")).to_have_count(0)


def test_the_file_says_what_it_is_and_gives_its_licences(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="About this file").click()
    about = page.get_by_role("dialog")
    expect(about).to_contain_text("asks no other machine")
    about.get_by_text("Noto Sans, also KR, Arabic and Hebrew (SIL Open Font License)").click()
    expect(about.get_by_text("PREAMBLE").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(about).to_be_hidden()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator(".dateline")).to_have_attribute("data-theme", "dark")
    expect(page.locator(".page-bar")).to_have_css("background-color", "rgb(21, 29, 39)")


def test_figures_are_downloaded_without_a_server(opened: Open, tmp_path: Path) -> None:
    page = opened()
    page.get_by_role("button", name="Full table").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    saved = tmp_path / "figures.csv"
    download.value.save_as(saved)
    assert len(saved.read_text("utf-8").splitlines()) > 5


def test_on_a_phone_the_parts_stand_one_under_the_other(opened: Open) -> None:
    page = opened(size=(390, 844))
    names = (".tiles", ".map", ".timeline", ".evidence", ".figures-panel", ".layers", ".strip")
    boxes = [page.locator(f".desk {name}").first.bounding_box() for name in names]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(names)
    assert tops == sorted(tops)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes if box)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".desk > .strip").scroll_into_view_if_needed()
    expect(page.locator(".counts .shown")).to_be_in_viewport()


# What the page itself tries; the debugger's own calls are not held to a page's policy.
ATTEMPTS = """() => new Promise((done) => setTimeout(async () => {
  const script = document.createElement("script");
  script.textContent = "window.__xss('script')";
  document.body.append(script);
  const tried = { script: window.fired.length };
  try { new Function("window.__xss('eval')")(); } catch (error) { tried.eval = error.name; }
  try { await fetch("https://example.org/"); } catch (error) { tried.fetch = error.name; }
  done({ ...tried, fired: window.fired });
}))"""


def test_hostile_text_is_shown_to_the_letter_and_never_runs(
    chromium: BrowserContext, scene: dict[str, Any], tmp_path: Path, page: Page
) -> None:
    texts = payloads()
    path = tmp_path / "hostile.html"
    path.write_bytes(one_file(hostile_scene(scene, texts), {}, " ".join(texts)))
    tab, asked = chromium.new_page(), list[str]()
    tab.on("request", lambda request: asked.append(request.url))
    tab.add_init_script(DETECTOR)
    tab.goto(path.as_uri())
    tab.wait_for_selector(".card")
    tab.evaluate(UNFOLD)
    found = json.loads(tab.evaluate(f"() => JSON.stringify(({SHOWN})())"))
    for field, seen in found.items():
        lead, tail = AROUND.get(field, ("", ""))
        exact = {text.removeprefix(lead) for text in seen}
        assert [t for n, t in enumerate(texts) if t + tail.format(n) not in exact] == [], field
    tab.evaluate(WALK)
    assert tab.evaluate("window.fired") == []
    assert [address for address in asked[1:] if not address.startswith("data:font/")] == []

    # Even what would be taken for markup or for code meets the file's own policy …
    markup = [text for text in texts if "onerror" in text]
    assert tab.evaluate(CONTROL, markup) == 0
    refused = {"script": 0, "eval": "EvalError", "fetch": "TypeError", "fired": []}
    assert tab.evaluate(ATTEMPTS) == refused
    tab.close()
    # … and would have run without it.
    page.evaluate(DETECTOR)
    assert page.evaluate(CONTROL, markup) > 0
