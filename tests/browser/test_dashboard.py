"""The whole way in a real browser: first start, paste, filter, click, download, with no network."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from geo.gazetteer import open_gazetteer

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
ARTICLES = Path(os.environ.get("DATELINE_ARTICLES", ROOT.parent / "shared" / "articles"))
PATIENCE_MS = 90_000
expect.set_options(timeout=30_000)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def dashboard(folder: Path) -> Iterator[str]:
    """Serve the dashboard with a store of its own; the gazetteer is the user's."""
    open_gazetteer()
    port = free_port()
    environment = os.environ | {"DATELINE_STORE": f"sqlite:///{folder / 'store.sqlite'}"}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert process.poll() is None, "the server ended by itself"
        try:
            with urllib.request.urlopen(url):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} never answered")


@contextmanager
def reader(chromium: BrowserContext, folder: Path) -> Iterator[Page]:
    """Open one reader's window; whatever asks for another machine is refused and fails the test."""
    assert isinstance(chromium.browser, Browser)
    refused: list[str] = []
    troubles: list[str] = []
    with dashboard(folder) as server:

        def guard(route: Route) -> None:
            if route.request.url.startswith((server, "data:", "blob:")):
                route.continue_()
            else:
                refused.append(route.request.url)
                route.abort()

        context = chromium.browser.new_context(viewport={"width": 1440, "height": 900})
        context.route("**/*", guard)
        context.add_init_script("window.__fired = []; window.__xss = (n) => __fired.push(n);")
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: troubles.append(error.stack or str(error)))
        page.on(
            "console", lambda line: troubles.append(line.text) if line.type == "error" else None
        )
        page.goto(server)
        page.wait_for_selector(".dl-mark")
        yield page
        context.close()
    assert refused == []
    assert troubles == []


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("dashboard")) as page:
        yield page


def open_page(page: Page, name: str) -> None:
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()


def back_to_map(page: Page) -> None:
    open_page(page, "Map")
    page.wait_for_selector(".dl-mark")


def paste(page: Page, name: str, text: str, published: date) -> None:
    open_page(page, "Reports")
    page.get_by_label("Article text").fill(text)
    page.get_by_label("Name").fill(name)
    for part, value in (
        ("year", published.year),
        ("month", published.month),
        ("day", published.day),
    ):
        segment = page.get_by_test_id("stForm").first.locator(f"[data-type={part}]")
        segment.click()
        page.keyboard.type(f"{value:02d}")
    page.get_by_role("button", name="Add report", exact=True).click()
    page.get_by_text(re.compile(rf"{name}\.txt: .* figures?")).wait_for()


def counts(page: Page) -> dict[str, int]:
    found = page.locator(".strip .counts button").all_inner_texts()
    return {words.split(" ", 1)[1]: int(words.split(" ", 1)[0]) for words in found}


def marks(page: Page) -> set[str]:
    found = page.eval_on_selector_all(
        ".dl-mark", "nodes => nodes.map(n => n.getAttribute('aria-label') ?? '')"
    )
    return {label.split(",")[0].split(" (")[0] for label in found}


def test_first_start_shows_a_map_with_the_sample_corpus(visitor: Page) -> None:
    assert visitor.locator(".leaflet-pane").count() > 3
    assert visitor.locator(".dl-mark").count() > 3
    assert visitor.locator("[role=dialog]").count() == 0
    expect(visitor.get_by_text("sample", exact=True).first).to_be_visible()
    assert counts(visitor)["shown"] > 10


def test_a_pasted_report_brings_its_places_and_figures(visitor: Page) -> None:
    rows = visitor.locator("table.figures tr.claim").count()
    text = (FIXTURES / "own_second.txt").read_text(encoding="utf-8")
    paste(visitor, "own-second", text, date(2025, 6, 27))
    back_to_map(visitor)
    expect(visitor.locator("table.figures tr.claim")).not_to_have_count(rows)
    assert visitor.locator("table.figures tr.claim").count() > rows
    named = " | ".join(marks(visitor))
    for place in ("Koksan County", "Demilitarized Zone", "Kursk Oblast", "Sumy", "Kharkiv"):
        assert place in named
    for actor in ("Moscow", "Kyiv"):
        assert actor not in named


def test_narrower_dates_change_the_counts(visitor: Page) -> None:
    before = counts(visitor)
    outside = visitor.locator(".strip .counts button.outside")
    was = outside.inner_text()
    visitor.get_by_label("First day", exact=True).fill("2025-06-01")
    visitor.get_by_label("First day", exact=True).press("Enter")
    visitor.get_by_label("Last day", exact=True).fill("2025-06-30")
    visitor.get_by_label("Last day", exact=True).press("Enter")
    expect(outside).not_to_have_text(was)
    after = counts(visitor)
    assert after["outside the dates"] > before["outside the dates"]
    assert after["shown"] < before["shown"]
    parts = ("shown", "outside the dates", "unlocated", "hidden")
    assert sum(after[part] for part in parts) == sum(before[part] for part in parts)
    visitor.get_by_role("button", name="All dates").click()
    expect(outside).to_have_text(was)
    assert counts(visitor) == before


def test_a_click_on_a_marker_shows_its_excerpt(visitor: Page) -> None:
    mark = visitor.locator('.dl-mark[aria-label*="Koksan County"]').first
    mark.focus()
    visitor.keyboard.press("Enter")
    first = visitor.locator(".evidence .card").first
    expect(first).to_contain_text("Koksan County")
    visitor.keyboard.press("Escape")


def test_the_view_comes_out_as_a_plate(visitor: Page, tmp_path: Path) -> None:
    visitor.get_by_role("button", name="Snapshot", exact=True).click()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name=re.compile("Download PNG")).click()
    saved = tmp_path / "plate.png"
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert saved.stat().st_size > 100_000
    back_to_map(visitor)


def test_a_hostile_report_is_text_everywhere(visitor: Page) -> None:
    attack = (
        "The {{ 7*7 }} unit of 40 soldiers reached Kursk. ${__xss(1)} </script><script>__xss(2)"
    )
    paste(
        visitor,
        "hostile",
        f"{attack}\n\n<img src=x onerror=__xss(3)> 50 trucks left Sumy.",
        date(2025, 7, 1),
    )
    # While the page is drawn anew the table of the run before may still stand beside the new one.
    expect(visitor.get_by_test_id("stDataFrame")).to_have_count(1)
    back_to_map(visitor)
    expect(visitor.locator(".evidence")).to_contain_text("The {{ 7*7 }} unit")
    assert visitor.evaluate("window.__fired") == []
    # The control: the same detector does fire where a page takes text for markup.
    visitor.evaluate(
        "document.body.append(Object.assign(document.createElement('div'),"
        " {innerHTML: '<img src=x onerror=__xss(4)>'}))"
    )
    visitor.wait_for_function("window.__fired.length === 1")
    visitor.evaluate("window.__fired.length = 0")


def test_a_report_without_a_day_is_asked_for_one(visitor: Page) -> None:
    open_page(visitor, "Reports")
    visitor.get_by_label("Article text").fill("About 90 soldiers left Sumy last month.")
    visitor.get_by_role("button", name="Add report", exact=True).click()
    expect(visitor.get_by_text("Publication day missing")).to_be_visible()


def test_the_samples_go_in_one_click(visitor: Page) -> None:
    open_page(visitor, "Reports")
    visitor.get_by_role("button", name="Remove the sample corpus").click()
    expect(visitor.get_by_role("button", name="Remove the sample corpus")).to_have_count(0)
    back_to_map(visitor)
    expect(visitor.get_by_text("sample", exact=True)).to_have_count(0)


@pytest.mark.skipif(
    not ARTICLES.is_dir(), reason=f"the two real articles are not at {ARTICLES} (DATELINE_ARTICLES)"
)
def test_the_two_real_articles(chromium: BrowserContext, tmp_path: Path) -> None:
    gold = json.loads((FIXTURES / "articles.json").read_text(encoding="utf-8"))
    with reader(chromium, tmp_path) as page:
        open_page(page, "Reports")
        page.get_by_role("button", name="Remove the sample corpus").click()
        expect(page.get_by_role("button", name="Remove the sample corpus")).to_have_count(0)
        for slug, day in gold["published"].items():
            paste(
                page, slug, (ARTICLES / f"{slug}.txt").read_text("utf-8"), date.fromisoformat(day)
            )
        back_to_map(page)
        named = " | ".join(marks(page))
        table = page.locator("table.figures").inner_text()
    assert [place for place in gold["drawn"] if place not in named] == []
    assert [place for place in gold["not_drawn"] if place in named] == []
    assert [figure for figure in gold["figures"] if figure not in table] == []
