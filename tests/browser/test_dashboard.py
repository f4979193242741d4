"""The whole way in a real browser: paste, filter, click, download, with no network.

The store is of before there were cases: it has the samples among its reports.
"""

import csv
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from layers.export.claims_csv import SHAPES
from tests.browser.serving import ROOT, STANDS, back_to_map, open_page, paste, reader

FIXTURES = ROOT / "tests" / "fixtures"
ARTICLES = Path(os.environ.get("DATELINE_ARTICLES", ROOT.parent / "shared" / "articles"))
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("dashboard"), given="mixed") as page:
        yield page


def counts(page: Page) -> dict[str, int]:
    found = page.locator(".strip .counts button").all_inner_texts()
    return {words.split(" ", 1)[1]: int(words.split(" ", 1)[0]) for words in found}


def marks(page: Page) -> set[str]:
    found = page.eval_on_selector_all(
        ".dl-mark", "nodes => nodes.map(n => n.getAttribute('aria-label') ?? '')"
    )
    return {label.split(",")[0].split(" (")[0] for label in found}


def test_a_store_with_samples_among_its_reports_shows_them_as_such(visitor: Page) -> None:
    assert visitor.locator(".leaflet-pane").count() > 3
    assert visitor.locator(".dl-mark").count() > 3
    assert visitor.locator("[role=dialog]").count() == 0
    expect(visitor.get_by_text("sample", exact=True).first).to_be_visible()
    assert counts(visitor)["shown"] > 10


# What Streamlit does to a part of the page that a run has not come to again.
STALE = """(desk) => {
  desk.dataset.stale = "true";
  desk.style.opacity = "0.33";
}"""
ON_TOP = """(button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return button.getRootNode().elementFromPoint(x + width / 2, y + height / 2) === button;
}"""
FRESH = "(desk) => { delete desk.dataset.stale; desk.style.opacity = ''; }"


def test_while_the_server_works_the_desk_keeps_its_face_and_its_bar(visitor: Page) -> None:
    desk = visitor.locator(".st-key-desk")
    desk.evaluate(STALE)
    expect(desk).to_have_css("opacity", "1")
    assert visitor.get_by_role("button", name="Copy link").evaluate(ON_TOP)
    desk.evaluate(FRESH)


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


def test_a_headline_leads_to_its_sentence_and_back(visitor: Page) -> None:
    tile = visitor.locator(".tile").first
    tile.focus()
    visitor.keyboard.press("Enter")
    row = visitor.locator("table.figures tr.claim.selected").first
    expect(row).to_be_focused()
    visitor.keyboard.press("Enter")
    card = visitor.locator(".evidence .card.selected")
    expect(card).to_have_count(1)
    expect(card).to_be_focused()
    expect(card.locator(".hit.figure.selected").first).to_be_visible()
    visitor.keyboard.press("Escape")
    expect(row).to_be_focused()
    visitor.keyboard.press("Escape")
    expect(tile).to_be_focused()


def test_the_full_table_is_downloaded_without_the_network(visitor: Page, tmp_path: Path) -> None:
    visitor.get_by_role("button", name="Full table").click()
    expect(visitor.locator(".ledger tbody tr").nth(10)).to_be_visible()
    rows = visitor.locator(".ledger tbody tr").count()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Download CSV").click()
    saved = tmp_path / "figures.csv"
    download.value.save_as(saved)
    with saved.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == rows
    visitor.get_by_label("Columns of the download").select_option("acled")
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Download CSV").click()
    download.value.save_as(saved)
    with saved.open(encoding="utf-8-sig", newline="") as file:
        shaped = csv.DictReader(file)
        assert shaped.fieldnames == list(SHAPES["acled"])
        assert len(list(shaped)) == rows
    visitor.get_by_role("button", name="Close").click()
    expect(visitor.locator(".ledger")).to_be_hidden()


def test_the_view_comes_out_as_a_plate(visitor: Page, tmp_path: Path) -> None:
    visitor.get_by_role("button", name="Export", exact=True).click()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Download PNG").click()
    saved = tmp_path / "plate.png"
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert saved.stat().st_size > 100_000


def test_the_view_comes_out_as_one_file_that_works_alone(visitor: Page, tmp_path: Path) -> None:
    visitor.get_by_role("button", name="Make HTML").click()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Download HTML").click()
    saved = tmp_path / "map.html"
    download.value.save_as(saved)
    assert saved.stat().st_size < 1_000_000
    assert visitor.context.browser is not None
    alone = visitor.context.browser.new_context(offline=True).new_page()
    alone.goto(saved.as_uri())
    alone.wait_for_selector(STANDS)
    back_to_map(visitor)
    assert counts(alone) == counts(visitor)
    assert marks(alone) == marks(visitor)
    alone.context.close()


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
    # While the page is drawn anew, what the run before drew may still stand beside the new.
    expect(visitor.locator("[data-stale=true]")).to_have_count(0)
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
