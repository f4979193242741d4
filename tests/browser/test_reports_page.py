"""The Reports page: files in a batch, one that is cancelled, a report read, corrected, removed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.serving import PATIENCE_MS, open_page, reader

expect.set_options(timeout=30_000)
SUMY = (
    "Trucks held at the crossing\n\nAbout 90 trucks left Sumy last month, Kyiv said.\n\n"
    "<img src=x onerror=__xss(7)> The village of Vyshnegirsk was quiet.\n\nShare this article"
)
FILES = {
    "sumy.txt": SUMY.encode(),
    "odesa *_[a](b).txt": b"The harbour of Odesa took in 12 ships on 4 June 2025.",
    "photo.txt": b"\x89PNG\r\n\x1a\n" + bytes(50),
}


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("reports")) as page:
        open_page(page, "Reports")
        yield page


def upload(page: Page, files: dict[str, bytes]) -> None:
    page.get_by_role("tab", name="Upload files").click()
    payload: list[FilePayload] = [
        {"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files.items()
    ]
    page.locator("input[type=file]").set_input_files(payload)
    page.get_by_role("button", name="Add reports", exact=True).click()


def open_report(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).click()
    expect(page.locator(".reports-report .said")).to_be_visible()


def test_files_come_in_while_the_reader_is_elsewhere_and_a_bad_one_costs_itself(
    visitor: Page,
) -> None:
    upload(visitor, FILES)
    # The samples take no reports: another case opens first.
    expect(
        visitor.get_by_text(re.compile("Opening the files|Reading . of 3|3 files read"))
    ).to_be_visible()
    open_page(visitor, "Map")
    expect(visitor.locator(".strip .counts button").first).to_be_visible()
    open_page(visitor, "Reports")
    told = visitor.get_by_text("3 files read: 2 added, 1 failed.")
    expect(told).to_be_visible(timeout=PATIENCE_MS)
    expect(visitor.get_by_text("odesa *_[a](b).txt: publication day not known")).to_be_visible()
    expect(visitor.get_by_role("link", name="Trucks held at the crossing")).to_be_visible()
    visitor.get_by_role("button", name="Dismiss").click()
    expect(visitor.get_by_text("3 files read")).to_have_count(0)


def test_the_list_is_filtered_sorted_and_has_missing_days_first(visitor: Page) -> None:
    rows = visitor.locator(".reports-list .row")
    count = rows.count()
    expect(rows.first).to_contain_text("day missing")
    visitor.get_by_role("button", name="Figures").click()
    expect(visitor.get_by_role("columnheader", name="Figures")).to_have_attribute(
        "aria-sort", "descending"
    )
    counts = [int(cell) for cell in rows.locator("td:last-child").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    visitor.get_by_label("Filter the reports").fill("TRUCKS crossing")
    expect(rows).to_have_count(1)
    visitor.get_by_label("Filter the reports").fill("")
    expect(rows).to_have_count(count)


def test_a_mark_says_what_was_read_there(visitor: Page) -> None:
    open_report(visitor, "Trucks held at the crossing")
    mark = visitor.locator(".mark")
    figure = visitor.locator(".said .hit.figure").first
    figure.click()
    expect(mark).to_contain_text("≈90 vehicles")
    expect(mark).to_contain_text("“last month”: not placed in time")
    visitor.locator(".said .hit.place").first.hover()
    expect(mark).to_contain_text("≈90 vehicles")
    figure.focus()
    visitor.keyboard.press("ArrowRight")
    expect(mark).to_contain_text("Sumy town")
    visitor.keyboard.press("ArrowRight")
    expect(mark).to_contain_text("whoever governs")
    left = visitor.get_by_role("region", name="What was left out")
    expect(left).to_contain_text("Names without a place 1")
    expect(left).to_contain_text("18 characters")
    expect(visitor.locator(".furniture.boilerplate")).to_have_text("Share this article")
    assert visitor.evaluate("window.__fired") == []


def save(page: Page, fields: dict[str, str]) -> None:
    page.get_by_role("button", name="Edit", exact=True).click()
    dialog = page.get_by_role("dialog")
    for label, value in fields.items():
        dialog.get_by_label(label, exact=True).fill(value)
    dialog.get_by_role("button", name="Save").click()


def test_what_is_known_is_corrected_with_what_stood_there(visitor: Page) -> None:
    save(visitor, {"Publisher": "Example <b>Wire</b>", "Web address": "javascript:alert(1)"})
    expect(visitor.get_by_role("dialog")).to_contain_text("is no web address")
    visitor.get_by_role("dialog").get_by_label("Web address").fill("https://wire.example/1")
    visitor.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(visitor.get_by_role("dialog")).to_have_count(0)
    document = visitor.get_by_role("region", name="The document")
    expect(document).to_contain_text("Example <b>Wire</b>")
    expect(document).to_contain_text("(was not stated)")
    visitor.get_by_role("button", name="Restore url").click()
    expect(visitor.get_by_role("button", name="Restore url")).to_have_count(0)


def test_a_day_dates_what_is_told_by_it(visitor: Page) -> None:
    visitor.get_by_role("button", name="Edit", exact=True).click()
    dialog = visitor.get_by_role("dialog")
    for part, value in (("year", "2025"), ("month", "06"), ("day", "26")):
        dialog.locator(f"[data-type={part}]").click()
        visitor.keyboard.type(value)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(visitor.get_by_role("region", name="The document")).to_contain_text("26 Jun 2025")
    visitor.locator(".said .hit.figure").first.click()
    expect(visitor.locator(".mark")).to_contain_text("1 May 2025 to 31 May 2025")


def test_what_is_decided_of_a_mark_is_kept_and_taken_back(visitor: Page) -> None:
    name, figure = visitor.locator(".said .hit.place").first, visitor.locator(".said .figure").first
    mark = visitor.locator(".mark")
    name.click()
    mark.get_by_label("Another place").fill("Springfield, Ohio")
    mark.get_by_role("button", name="Look up").click()
    mark.get_by_role("button", name="Springfield").click()
    expect(mark).to_contain_text("checked on")
    expect(mark).to_contain_text("Springfield town")
    visitor.locator(".said .checked").first.click()
    mark.get_by_role("button", name="Take back").click()
    expect(mark).to_contain_text("Sumy town")
    expect(visitor.locator(".said .checked")).to_have_count(0)
    figure.click()
    mark.get_by_role("button", name="Misread").click()
    expect(mark).to_contain_text("rejected as misread on")
    expect(visitor.locator(".said .rejected")).to_have_count(1)
    mark.get_by_role("button", name="Take back").click()
    expect(visitor.locator(".said .rejected")).to_have_count(0)
    visitor.keyboard.press("Escape")
    expect(mark.get_by_role("button")).to_have_count(0)


def test_the_address_of_a_report_opens_it(visitor: Page) -> None:
    other = visitor.context.new_page()
    other.goto(visitor.url)
    expect(other.locator(".reports-report .title")).to_have_text("Trucks held at the crossing")
    other.close()


def test_removed_reports_come_back_as_they_were(visitor: Page) -> None:
    title = "Trucks held at the crossing"
    link = visitor.get_by_role("link", name=title)
    visitor.get_by_role("button", name="Remove", exact=True).click()
    expect(visitor.get_by_text("1 report removed.")).to_be_visible()
    expect(link).to_have_count(0)
    open_page(visitor, "Layers")
    visitor.reload()
    open_page(visitor, "Reports")
    visitor.get_by_role("button", name="Undo").click()
    open_report(visitor, title)
    expect(visitor.get_by_role("region", name="The document")).to_contain_text("corrected on")
    visitor.get_by_role("button", name="All reports").click()
    for each in (title, "odesa"):
        visitor.get_by_role("checkbox", name=f"Select {each}").check()
    visitor.get_by_role("button", name="Remove 2 reports").click()
    expect(visitor.get_by_text("2 reports removed.")).to_be_visible()
    expect(link).to_have_count(0)
    visitor.get_by_role("button", name="Undo").click()
    expect(link).to_be_visible()


def test_a_batch_is_cancelled_and_says_what_is_not_in(visitor: Page) -> None:
    before = visitor.locator(".reports-list .row").count()
    many = {f"{n}.txt": f"{FILES['sumy.txt'].decode()} {n}".encode() for n in range(30)}
    upload(visitor, many)
    expect(visitor.get_by_text(re.compile("Reading 1 of 30"))).to_be_visible()
    visitor.get_by_role("button", name="Cancel").click()
    told = visitor.get_by_text("Cancelled: ")
    expect(told).to_be_visible()
    counts = re.search(r"(?:(\d+)|nothing) added; (\d+) not read", told.inner_text())
    assert counts
    added = int(counts[1] or 0)
    assert added + int(counts[2]) == 30
    expect(visitor.locator(".reports-list .row")).to_have_count(before + added)


def test_a_batch_belongs_to_its_case_and_not_to_a_window(visitor: Page) -> None:
    told = visitor.get_by_text("Cancelled: ")
    here = visitor.url
    visitor.goto(here.replace("case=main", "case=sample"))
    expect(visitor.get_by_role("link", name="Shoigu announces")).to_be_visible()
    expect(told).to_have_count(0)
    visitor.goto(here)
    expect(told).to_be_visible()
    visitor.get_by_role("button", name="Dismiss").click()
    expect(told).to_have_count(0)
    visitor.reload()
    expect(visitor.get_by_role("link", name="Trucks held at the crossing")).to_be_visible()
    expect(told).to_have_count(0)
