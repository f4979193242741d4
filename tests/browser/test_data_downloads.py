"""Data beside the snapshot: what is downloaded is what the map shows, and a sidecar leads back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from layers.export.sidecar import SUFFIX
from tests.browser.serving import back_to_map, open_page, reader
from tests.layers.export.readers import ids


@pytest.fixture(scope="module")
def visitor(chromium: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Keep one reader's window through the tests of this file, in their order."""
    with reader(chromium, tmp_path_factory.mktemp("data")) as page:
        yield page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


def download(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as told:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def test_what_is_downloaded_is_what_the_map_shows(visitor: Page, folder: Path) -> None:
    visitor.get_by_label("Movements").or_(visitor.get_by_label("Flows")).first.uncheck()
    expect(visitor).to_have_url(re.compile("layers=-flows"))
    visitor.get_by_role("button", name="Snapshot", exact=True).click()
    shown = visitor.get_by_text(re.compile(r"What the view shows \(\d+\)"))
    count = int(re.sub(r"\D", "", shown.inner_text()))
    data = download(visitor, "Download data", folder)
    beside = download(visitor, "Download sidecar", folder)
    assert (data.suffix, beside.name) == (".geojson", f"dateline.geojson{SUFFIX}")
    told = json.loads(beside.read_bytes())
    assert told["view"]["layers"]["flows"] is False
    assert sorted(told["ids"]) == ids(data)
    assert len(told["ids"]) == count


def test_all_is_more(visitor: Page, folder: Path) -> None:
    shown = len(ids(folder / "dateline.geojson"))
    visitor.get_by_text(re.compile(r"^All \(\d+\)$")).click()
    visitor.wait_for_timeout(2000)  # the server makes what is asked for when it is told so
    assert len(ids(download(visitor, "Download data", folder / "all"))) > shown


def test_a_sidecar_leads_back_to_its_view(visitor: Page, folder: Path) -> None:
    back_to_map(visitor)
    visitor.get_by_label("Movements").or_(visitor.get_by_label("Flows")).first.check()
    expect(visitor).not_to_have_url(re.compile("layers=-flows"))
    open_page(visitor, "Snapshot")
    visitor.locator("input[type=file]").set_input_files(folder / f"dateline.geojson{SUFFIX}")
    visitor.get_by_role("button", name="Show this view").click()
    visitor.get_by_text("show the view of").wait_for()
    back_to_map(visitor)
    expect(visitor).to_have_url(re.compile("layers=-flows"))
