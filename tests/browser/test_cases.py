"""Cases in a real browser: made, opened, renamed, put away, handed on; none seen in another."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.axe import barriers
from tests.browser.serving import STANDS, open_page, paste, reader

TEXT = "Some 70 soldiers reached Sumy on Monday. Another 20 stayed in Kharkiv."
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window, from the first start ever, through these tests in their order."""
    with reader(chromium, tmp_path_factory.mktemp("cases"), given="none") as page:
        yield page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


def name(page: Page) -> str:
    return page.locator(".case-bar .current").inner_text()


def unfold(page: Page) -> None:
    page.locator(".case-bar .current").click()


def switch(page: Page, to: str) -> None:
    unfold(page)
    page.locator(".case-bar a").filter(has_text=to).click()
    expect(page.locator(".case-bar .current")).to_have_text(to)


def manage(page: Page) -> None:
    unfold(page)
    page.get_by_role("button", name="Manage cases…").click()
    page.get_by_role("heading", name="Cases", exact=True).wait_for()


def row(page: Page, case: str) -> Locator:
    named = page.get_by_text(case, exact=True)
    found = page.locator(".st-key-cases [class*='st-key-case-']").filter(has=named)
    expect(found).to_have_count(1)
    return found


def test_the_first_start_opens_the_sample_case(visitor: Page) -> None:
    assert visitor.locator(".dl-mark").count() > 3
    assert name(visitor) == "Sample reports"
    expect(visitor).to_have_url(re.compile(r"\?case=sample"))
    expect(visitor.get_by_text("sample", exact=True).first).to_be_visible()


BAR = (
    ".case-bar .current, .top .quiet, .top .about > span, [data-testid=stHeaderLogo],"
    " [data-testid=stTopNavLink], [data-testid=stExpandSidebarButton]"
)
OVERLAPS = """(bar) => {
  const box = (part) => part.getBoundingClientRect();
  const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const seen = [document, ...shadows].flatMap((root) => [...root.querySelectorAll(bar)])
    .filter((part) => part.checkVisibility() && box(part).bottom < 46)
    .filter((part) => part.parentNode.className !== "about" || part.offsetTop < 5)
    .sort((a, b) => box(a).left - box(b).left);
  return seen.flatMap((part, at) => at && box(seen[at - 1]).right > box(part).left
    ? [`${seen[at - 1].textContent} | ${part.textContent}`] : []);
}"""


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1024, 768), (390, 844)])
def test_nothing_lies_over_another_thing_in_the_bar(visitor: Page, size: tuple[int, int]) -> None:
    called = visitor.locator(".case-bar .current .name")
    short = called.inner_text()
    called.evaluate("(name) => { name.textContent = 'A case with a name '.repeat(4); }")
    visitor.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.wait_for_timeout(200)  # the pages make room for the name a moment later
    overlaps = visitor.evaluate(OVERLAPS, BAR)
    called.evaluate("(name, short) => { name.textContent = short; }", short)
    visitor.set_viewport_size({"width": 1440, "height": 900})
    assert overlaps == []


def test_the_list_of_cases_is_walked_by_keys_and_keeps_nobody_out(visitor: Page) -> None:
    visitor.locator(".case-bar .current").focus()
    visitor.keyboard.press("Enter")
    current = visitor.locator(".case-bar a[aria-current]")
    expect(current).to_be_focused()
    assert barriers(visitor) == []
    visitor.keyboard.press("Escape")
    expect(visitor.locator(".case-bar .current")).to_be_focused()
    expect(current).to_be_hidden()


def test_what_is_added_to_the_samples_goes_to_ones_own_case(visitor: Page) -> None:
    paste(visitor, "sumy", TEXT, date(2025, 6, 26), wait=False)
    open_page(visitor, "Map")  # at once: it is read all the same, and comes on the map by itself
    expect(visitor.get_by_text("takes no reports: they went to “My reports”")).to_be_visible()
    expect(visitor.locator(".case-bar .current")).to_have_text("My reports")
    expect(visitor).to_have_url(re.compile(r"/\?case=main"))
    expect(visitor.locator(".evidence")).to_contain_text("70 soldiers")
    expect(visitor.get_by_text("sample", exact=True)).to_have_count(0)


def test_a_link_says_which_case_it_shows(visitor: Page) -> None:
    visitor.get_by_role("radio", name="Reported").or_(
        visitor.get_by_role("button", name="Reported", exact=True)
    ).first.click()
    expect(visitor).to_have_url(re.compile("axis=reported"))
    assert "case=main" in visitor.url
    link = visitor.url
    switch(visitor, "Sample reports")
    visitor.wait_for_selector(STANDS)
    assert "axis" not in visitor.url
    visitor.goto(link)
    visitor.wait_for_selector(STANDS)
    assert name(visitor) == "My reports"
    assert "axis=reported" in visitor.url
    expect(visitor.locator(".evidence")).to_contain_text("70 soldiers")


def test_back_leads_to_the_case_before(visitor: Page) -> None:
    visitor.go_back()
    expect(visitor.locator(".case-bar .current")).to_have_text("Sample reports")
    visitor.go_forward()
    expect(visitor.locator(".case-bar .current")).to_have_text("My reports")
    visitor.wait_for_selector(STANDS)


def test_a_new_case_is_empty_and_says_how_to_fill_it(visitor: Page) -> None:
    unfold(visitor)
    visitor.get_by_role("button", name="New case…").click()
    visitor.keyboard.type("Kursk *2025*")
    visitor.keyboard.press("Enter")
    expect(visitor.locator(".case-bar .current")).to_have_text("Kursk *2025*")
    expect(visitor.get_by_text("No reports yet.", exact=True)).to_be_visible()
    assert "/reports?case=kursk-2025-" in visitor.url
    open_page(visitor, "Briefing")
    expect(visitor.get_by_text("nothing to brief on yet")).to_be_visible()
    open_page(visitor, "Map")
    expect(visitor.get_by_role("button", name="Add a report")).to_be_visible()


def test_a_bare_address_opens_the_case_used_last(visitor: Page) -> None:
    visitor.goto(visitor.url.partition("?")[0])
    expect(visitor.locator(".case-bar .current")).to_have_text("Kursk *2025*")


def test_a_case_is_renamed_and_its_link_stays(visitor: Page) -> None:
    link = visitor.url
    manage(visitor)
    row(visitor, "Kursk *2025*").get_by_role("button", name="Rename").click()
    box = visitor.get_by_test_id("stPopoverBody").get_by_label("Name")
    box.fill("Sudzha")
    box.press("Enter")
    expect(visitor.get_by_text("“Kursk *2025*” is “Sudzha” now.")).to_be_visible()
    expect(visitor.locator(".case-bar .current")).to_have_text("Sudzha")
    assert barriers(visitor) == []
    visitor.goto(link)
    expect(visitor.locator(".case-bar .current")).to_have_text("Sudzha")


def test_a_case_goes_out_as_a_file_and_comes_in_and_a_stranger_is_refused(
    visitor: Page, folder: Path
) -> None:
    manage(visitor)
    with visitor.expect_download() as told:
        row(visitor, "My reports").get_by_role("button", name="Export").click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    assert path.name == "my-reports.dateline"
    strange = folder / "strange.dateline"
    strange.write_bytes(b"SQLite format 3\0" + bytes(200))
    chosen = visitor.locator("input[type=file]")
    chosen.set_input_files(strange)
    visitor.get_by_text("strange.dateline").wait_for()
    visitor.get_by_role("button", name="Import", exact=True).click()
    expect(visitor.get_by_text("strange.dateline is a database, but no case file")).to_be_visible()
    chosen.set_input_files(path)
    visitor.get_by_text("my-reports.dateline").wait_for()
    visitor.get_by_role("button", name="Import", exact=True).click()
    expect(visitor.get_by_text("“My reports (2)” is a case now: 1 report")).to_be_visible()
    row(visitor, "My reports (2)").get_by_role("button", name="Open").click()
    visitor.wait_for_selector(STANDS)
    assert name(visitor) == "My reports (2)"
    expect(visitor.locator(".evidence")).to_contain_text("70 soldiers")


def test_an_archived_case_is_out_of_sight_and_comes_back(visitor: Page) -> None:
    link = visitor.url
    manage(visitor)
    row(visitor, "My reports (2)").get_by_role("button", name="Archive").click()
    expect(visitor.locator(".case-bar .current")).to_have_text("My reports")
    unfold(visitor)
    expect(visitor.locator(".case-bar a")).to_have_text(
        [re.compile("My reports"), re.compile("Sudzha"), re.compile("Sample reports")]
    )
    visitor.goto(link)
    expect(visitor.get_by_text("“My reports (2)” is archived")).to_be_visible()
    assert name(visitor) == "My reports"
    manage(visitor)
    visitor.get_by_role("button", name="Bring back").click()
    expect(visitor.get_by_text("“My reports (2)” is back.")).to_be_visible()


def test_an_archived_case_is_deleted_once_its_name_is_typed(visitor: Page) -> None:
    row(visitor, "My reports (2)").get_by_role("button", name="Archive").click()
    asked = visitor.get_by_label("Type its name")
    for typed, said in (("kursk", "was not deleted"), ("My reports (2)", "is deleted.")):
        visitor.get_by_role("button", name="Delete…").click()
        asked.fill(typed)
        visitor.get_by_role("button", name="Delete for good").click()
        expect(visitor.get_by_text(f"“My reports (2)” {said}")).to_be_visible()
        visitor.keyboard.press("Escape")
        expect(asked).to_have_count(0)
    expect(visitor.get_by_role("heading", name="Archived")).to_have_count(0)


def test_a_link_to_no_case_says_so(visitor: Page) -> None:
    home = visitor.url.rpartition("/")[0]
    visitor.goto(f"{home}/?case=%3Cimg%20src=x%20onerror=__xss(1)%3E")
    expect(visitor.get_by_text("is no case here, or not any more")).to_be_visible()
    assert visitor.evaluate("window.__fired") == []
    assert name(visitor) == "My reports"
    visitor.get_by_role("button", name="Close", exact=True).first.click()
    expect(visitor.get_by_text("is no case here, or not any more")).to_have_count(0)


def test_the_samples_go_and_come_back(visitor: Page) -> None:
    switch(visitor, "Sample reports")
    open_page(visitor, "Reports")
    visitor.get_by_role("button", name="Remove the sample corpus").click()
    expect(visitor.locator(".case-bar .current")).to_have_text("My reports")
    manage(visitor)
    visitor.get_by_role("button", name="Bring back").click()
    expect(visitor.get_by_text("“Sample reports” is back.")).to_be_visible()
    switch(visitor, "Sample reports")
    assert visitor.locator("[role=dialog]").count() == 0
