"""From two pasted reports to a briefing in few clicks, with no network; and what is kept."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pptx import Presentation

from tests.browser.serving import PATIENCE_MS, ROOT, back_to_map, open_page, reader

FIXTURES = ROOT / "tests" / "fixtures"
MOST_CLICKS = 12
COUNT = """() => {
  window.__clicks = 0;
  document.addEventListener("click", (event) => { window.__clicks += event.isTrusted; }, true);
}"""
REPORTS = (("own_first", "20250626"), ("own_second", "20250627"))
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("briefing")) as page:
        yield page


def paste(page: Page, name: str, day: str) -> None:
    """Paste a report as a hurried reader does: into the box, the day typed, Add."""
    page.get_by_label("Article text").click()
    page.keyboard.insert_text((FIXTURES / f"{name}.txt").read_text("utf-8"))
    form = page.get_by_test_id("stForm").first
    form.locator("[data-type=year]").click()
    page.keyboard.type(day)
    page.get_by_role("button", name="Add report", exact=True).click()
    expect(page.get_by_label("Article text")).to_have_value("")


def titles(page: Page) -> list[str]:
    return page.locator(".step .title").all_inner_texts()


def test_two_pasted_reports_are_a_briefing_within_twelve_clicks(visitor: Page) -> None:
    visitor.evaluate(COUNT)
    open_page(visitor, "Reports")
    for (name, day), heading in zip(REPORTS, ("1 report", "2 reports"), strict=True):
        paste(visitor, name, day)
        visitor.get_by_role("heading", name=heading, exact=True).wait_for()
        expect(visitor.locator("[data-stale=true]")).to_have_count(0)
    open_page(visitor, "Briefing")
    visitor.get_by_role("button", name="Draft from the current view").click()
    expect(visitor.locator(".step").nth(4)).to_be_visible()
    with visitor.expect_download(timeout=PATIENCE_MS) as slides:
        visitor.get_by_role("button", name="PPTX").click()
    clicks = visitor.evaluate("window.__clicks")
    assert 5 < clicks <= MOST_CLICKS, clicks
    deck = Presentation(str(slides.value.path()))
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert len(deck.slides) > 5
    assert "[R1]" in notes
    assert "[R2]" in notes
    assert "what 2 reports say" in titles(visitor)[0]
    assert titles(visitor)[-2:] == ["What is not known", "Sources"]


def test_it_is_presented_over_the_page_and_left_where_it_was(visitor: Page) -> None:
    visitor.get_by_role("button", name="Present", exact=True).click()
    expect(visitor.locator(".present .counter")).to_be_visible()
    visitor.keyboard.press("PageDown")
    expect(visitor.locator(".slide-head h1")).to_contain_text("what 2 reports say")
    visitor.keyboard.press("s")
    expect(visitor.locator(".quote .said")).to_be_visible()
    for _ in range(2):
        visitor.keyboard.press("Escape")
    expect(visitor.locator(".present")).to_have_count(0)
    expect(visitor.locator(".step").nth(4)).to_be_visible()


def test_each_step_has_a_preview_of_its_plate(visitor: Page) -> None:
    drawn = visitor.locator(".step .picture.drawn")
    expect(drawn.nth(1)).to_be_visible(timeout=PATIENCE_MS)


def test_what_is_typed_and_sorted_is_kept(visitor: Page) -> None:
    visitor.get_by_label("Title", exact=True).fill("Weekly brief")
    visitor.get_by_label("Title", exact=True).press("Enter")
    visitor.get_by_label("Title of the step").fill("The picture in June")
    visitor.get_by_role("button", name="Step 2, ").focus()
    second = titles(visitor)[1]
    visitor.keyboard.press("ArrowDown")
    expect(visitor.locator(".step .title").nth(2)).to_have_text(second)
    visitor.get_by_label("Line 1", exact=True).fill("Some 13,500 were sent.")
    expect(visitor.get_by_text("13,500 stands in none of the sentences")).to_be_visible()
    open_page(visitor, "Reports")
    open_page(visitor, "Briefing")
    expect(visitor.locator(".step .title").nth(0)).to_have_text("The picture in June")
    expect(visitor.locator(".step .title").nth(2)).to_have_text(second)
    expect(visitor.get_by_label("Line 1", exact=True)).to_have_value("Some 13,500 were sent.")
    expect(visitor.get_by_label("Title", exact=True)).to_have_value("Weekly brief")


def test_undo_takes_back_the_last_change(visitor: Page) -> None:
    count = len(titles(visitor))
    visitor.get_by_role("button", name="Remove", exact=True).last.click()
    expect(visitor.locator(".step")).to_have_count(count - 1)
    visitor.locator(".toast").get_by_role("button", name="Undo").click()
    expect(visitor.locator(".step")).to_have_count(count)


def test_the_map_adds_its_view_with_a_caption(visitor: Page) -> None:
    count = len(titles(visitor))
    back_to_map(visitor)
    mark = visitor.locator('.dl-mark[aria-label*="Koksan County"]').first
    mark.focus()
    visitor.keyboard.press("Enter")
    visitor.get_by_role("button", name="Add to briefing").click()
    expect(visitor.get_by_text("Koksan County: what 1 report says").first).to_be_visible()
    open_page(visitor, "Briefing")
    expect(visitor.locator(".step")).to_have_count(count + 1)
    assert titles(visitor)[-1] == "Koksan County: what 1 report says"


def test_what_goes_out_is_redacted_as_on_the_export_page(visitor: Page) -> None:
    def given() -> str:
        with visitor.expect_download(timeout=PATIENCE_MS) as told:
            visitor.get_by_role("button", name="JSON", exact=True).click()
        return Path(told.value.path()).read_text("utf-8")

    def withhold(words: str) -> None:
        visitor.get_by_role("button", name="For this audience").click()
        visitor.get_by_role("textbox", name="Names to withhold").fill(words)
        visitor.get_by_role("textbox", name="Names to withhold").press("Control+Enter")

    assert "Koksan" in given()
    withhold("Koksan")
    expect(visitor.get_by_text("On every file: ")).to_be_visible()
    visitor.keyboard.press("Escape")
    told = given()
    assert "Koksan" not in told
    assert "[withheld]" in told
    # What is on the page is the briefer's, whole; the choice is the same on both pages.
    assert any("Koksan" in title for title in titles(visitor))
    open_page(visitor, "Export")
    expect(visitor.get_by_role("textbox", name="Names to withhold")).to_have_value("Koksan")
    visitor.get_by_role("textbox", name="Names to withhold").fill("")
    visitor.get_by_role("textbox", name="Names to withhold").press("Control+Enter")
    expect(visitor.get_by_text("On every file: ")).to_have_count(0)
    open_page(visitor, "Briefing")
    assert "Koksan" in given()


def test_a_briefing_goes_out_and_comes_in_and_a_stranger_is_refused(
    visitor: Page, tmp_path: Path
) -> None:
    with visitor.expect_download() as told:
        visitor.get_by_role("button", name="JSON", exact=True).click()
    path = tmp_path / told.value.suggested_filename
    told.value.save_as(path)
    assert path.name == "weekly-brief.json"
    count = len(json.loads(path.read_bytes())["steps"])
    strange = tmp_path / "strange.json"
    strange.write_text('{"format": "dateline briefing", "version": 99}', "utf-8")
    visitor.get_by_role("button", name="Import").click()
    visitor.locator("input[type=file]").set_input_files(strange)
    expect(visitor.get_by_text("strange.json is no briefing")).to_be_visible()
    visitor.locator("input[type=file]").set_input_files(path)
    # Of a briefing that has just come in there is nothing to take back.
    expect(visitor.get_by_role("button", name="Undo", exact=True)).to_be_disabled()
    expect(visitor.locator(".step")).to_have_count(count)


def test_a_removed_briefing_can_be_brought_back(visitor: Page) -> None:
    visitor.keyboard.press("Escape")
    visitor.get_by_role("button", name="Remove", exact=True).first.click()
    visitor.get_by_role("button", name="Bring it back").click()
    expect(visitor.get_by_label("Title", exact=True)).to_have_count(1)
    expect(visitor.get_by_label("Title", exact=True)).to_have_value("Weekly brief")


def test_a_report_that_was_taken_out_is_told_of_and_the_steps_stay(visitor: Page) -> None:
    count = len(titles(visitor))
    open_page(visitor, "Reports")
    visitor.locator(".reports-list .row [type=checkbox]").first.check()
    visitor.get_by_role("button", name="Remove 1 report").click()
    expect(visitor.get_by_role("heading", name="1 report", exact=True)).to_be_visible()
    open_page(visitor, "Briefing")
    expect(visitor.locator(".step")).to_have_count(count)
    visitor.locator(".step .open").first.click()
    expect(visitor.get_by_text("not in the reports any more").first).to_be_visible()
