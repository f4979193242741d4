"""The export page: what is looked at is what is downloaded, for the audience that is chosen."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from layers.export.sidecar import SUFFIX
from tests.browser.serving import back_to_map, open_page, reader
from tests.layers.export.readers import ids, rows


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("export")) as page:
        yield page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


def make(page: Page, what: str, folder: Path) -> Path:
    page.get_by_role("button", name=f"Make {what}", exact=True).click()
    return download(page, f"Download {what}", folder)


def download(page: Page, button: str, folder: Path) -> Path:
    wanted = page.get_by_role("button", name=button, exact=True)
    wanted.wait_for()
    with page.expect_download() as told:
        wanted.click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def sidecar_of(page: Page, data: Path, folder: Path) -> Path:
    """Download the sidecar that stands beside a file."""
    label = "CSV" if data.suffix == ".csv" else data.suffix[1:].upper()
    row = page.locator("[data-testid=stHorizontalBlock]").filter(has_text=f"Download {label}").last
    with page.expect_download() as told:
        row.get_by_role("button", name="Sidecar").click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def preview(page: Page) -> bytes:
    """Read the picture that is looked at."""
    image = page.locator(".st-key-export [data-testid=stImage] img")
    expect(page.locator(".st-key-stale-plate")).to_have_count(0)
    source = image.get_attribute("src")
    assert source is not None
    return page.request.get(urljoin(page.url, source)).body()


def test_what_is_looked_at_is_what_is_downloaded(visitor: Page, folder: Path) -> None:
    visitor.get_by_label("Movements").or_(visitor.get_by_label("Flows")).first.uncheck()
    expect(visitor).to_have_url(re.compile("layers=-flows"))
    visitor.get_by_role("button", name="Export", exact=True).click()
    png = download(visitor, "Download PNG", folder)
    assert png.read_bytes() == preview(visitor)
    assert re.fullmatch(r"[\w-]+-2025-06-27\.png", png.name)


def test_a_choice_is_drawn_anew_and_can_be_stopped(visitor: Page, folder: Path) -> None:
    before = preview(visitor)
    visitor.get_by_role("textbox", name="Handling banner").fill("EXERCISE ONLY")
    visitor.get_by_role("textbox", name="Handling banner").press("Enter")
    visitor.get_by_role("button", name="Cancel").click()
    expect(visitor.get_by_text("The drawing was stopped")).to_be_visible()
    visitor.get_by_role("button", name="Draw", exact=True).click()
    expect(visitor.get_by_text("The drawing was stopped")).to_have_count(0)
    png = download(visitor, "Download PNG", folder / "marked")
    assert before != png.read_bytes() == preview(visitor)


def test_choices_last_and_are_in_the_address_but_for_names(visitor: Page) -> None:
    visitor.get_by_text("To 0.1°", exact=True).click()
    visitor.get_by_role("textbox", name="Names to withhold").fill("Kursk\nNowhereville")
    visitor.get_by_role("textbox", name="Names to withhold").press("Control+Enter")
    expect(
        visitor.get_by_text("On every file: Coordinates rounded to 0.1°; 1 name withheld")
    ).to_be_visible()
    expect(visitor.get_by_text("has the word “Nowhereville”")).to_be_visible()
    expect(visitor).to_have_url(re.compile("coarsen="))
    assert "layers=-flows" in visitor.url
    assert "ursk" not in visitor.url
    open_page(visitor, "Reports")
    visitor.get_by_label("Article text").wait_for()
    open_page(visitor, "Export")
    expect(visitor.get_by_role("textbox", name="Handling banner")).to_have_value("EXERCISE ONLY")
    expect(visitor.get_by_role("textbox", name="Names to withhold")).to_have_value(
        "Kursk\nNowhereville"
    )


def test_data_are_redacted_as_the_picture_and_lead_back(visitor: Page, folder: Path) -> None:
    csv = make(visitor, "CSV", folder)
    found = rows(csv)
    assert "Kursk" not in csv.read_text("utf-8")
    assert any("[withheld]" in str(row["sentence"]) for row in found)
    beside = sidecar_of(visitor, csv, folder)
    told = json.loads(beside.read_bytes())
    assert beside.name == f"{csv.name}{SUFFIX}"
    assert told["redaction"] == {"coarsen": "0.1", "withheld": 2, "strip": False}
    assert told["view"]["layers"]["flows"] is False
    assert sorted(told["ids"]) == ids(csv)
    visitor.get_by_text(re.compile(r"^All \(\d+\)$")).click()
    assert len(ids(make(visitor, "CSV", folder / "all"))) > len(found)


def test_a_sidecar_leads_back_to_its_view(visitor: Page, folder: Path) -> None:
    back_to_map(visitor)
    visitor.get_by_label("Movements").or_(visitor.get_by_label("Flows")).first.check()
    expect(visitor).not_to_have_url(re.compile("layers=-flows"))
    open_page(visitor, "Export")
    (beside,) = folder.glob(f"*.csv{SUFFIX}")
    visitor.locator("input[type=file]").set_input_files(beside)
    visitor.get_by_role("button", name="Show this view").click()
    visitor.get_by_text("show the view of").wait_for()
    back_to_map(visitor)
    expect(visitor).to_have_url(re.compile("layers=-flows"))
