"""A dashboard of one's own and a reader's window on it, with every other machine out of reach."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from geo.gazetteer import open_gazetteer
from reports.case import DEFAULT, SAMPLE
from reports.cases import Cases
from reports.intake import take_in_reading
from reports.samples import samples
from reports.store import Store
from reports.tables import METADATA
from tests.reports.case_rows import taken
from views.session import SAMPLES_NOTE

Samples = Literal["none", "case", "mixed"]
FOLDERS: list[tempfile.TemporaryDirectory[str]] = []

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 90_000
PRESSES, PRESS_MS = 3, 10_000
# The map page once its map is drawn and all panels stand beside it.
STANDS = ".desk:not([aria-busy]) .dl-mark"


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@cache
def sample_case() -> Path:
    """Make the sample case once for all the servers of a run: each would take seconds for it."""
    folder = tempfile.TemporaryDirectory()
    FOLDERS.append(folder)  # they go when the run is over
    path = Path(folder.name, f"{SAMPLE}.sqlite")
    store = Store(f"sqlite:///{path}")
    for reading, data in samples():
        take_in_reading(reading, data, store, open_gazetteer())
    store.close()
    return path


def give_samples(folder: Path, *, mixed: bool) -> None:
    """Put the sample case beside a new store, as the first start would.

    ``mixed`` puts them among the reports, as stores had them before there were cases.
    """
    cases = Cases(store_url(folder))
    main = cases.open(DEFAULT)
    main.set_note(SAMPLES_NOTE, "loaded")
    if mixed:
        with main.writing() as connection:
            for table, rows in taken(Store(f"sqlite:///{sample_case()}")).items():
                if rows:
                    connection.execute(METADATA.tables[table].insert(), list(rows))
    else:
        assert cases.folder is not None
        cases.folder.mkdir()
        shutil.copy(sample_case(), cases.folder)
    main.close()
    cases.close()


def store_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'store.sqlite'}"


@contextmanager
def dashboard(
    folder: Path,
    more: Mapping[str, str],
    app: str = "dashboard.py",
    *,
    given: Samples = "case",
) -> Iterator[str]:
    """Serve the dashboard with a store of its own; the gazetteer is the user's.

    ``given`` says how it has the samples; of none, it makes the case by itself, as for a user.
    """
    open_gazetteer()
    if given != "none":
        give_samples(folder, mixed=given == "mixed")
    port = free_port()
    own = {"DATELINE_STORE": store_url(folder)}
    environment = os.environ | own | dict(more)
    command = [sys.executable, "-m", "streamlit", "run", app, f"--server.port={port}"]
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
def reader(
    chromium: BrowserContext,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    given: Samples = "case",
) -> Iterator[Page]:
    """Open one reader's window; whatever asks for another machine is refused and fails the test."""
    assert isinstance(chromium.browser, Browser)
    refused: list[str] = []
    troubles: list[str] = []
    with dashboard(folder, environment or {}, given=given) as server:

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
        page.wait_for_selector(STANDS)
        yield page
        context.close()
    assert refused == []
    assert troubles == []


def open_page(page: Page, name: str) -> None:
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()


def back_to_map(page: Page) -> None:
    open_page(page, "Map")
    page.wait_for_selector(STANDS)


def submit(page: Page) -> None:
    """Press the button until the form is empty: one that is drawn anew meanwhile loses a press."""
    text = page.get_by_label("Article text")
    for _ in range(PRESSES):
        page.get_by_role("button", name="Add report", exact=True).click()
        with suppress(AssertionError):
            expect(text).to_have_value("", timeout=PRESS_MS)
            return
    expect(text).to_have_value("")


def paste(page: Page, name: str, text: str, published: date, *, wait: bool = True) -> None:
    open_page(page, "Reports")
    page.get_by_label("Article text").fill(text)
    page.get_by_label("Name", exact=True).fill(name)
    for part, value in (
        ("year", published.year),
        ("month", published.month),
        ("day", published.day),
    ):
        segment = page.get_by_test_id("stForm").first.locator(f"[data-type={part}]")
        segment.click()
        page.keyboard.type(f"{value:02d}")
    submit(page)
    if wait:
        page.get_by_text(re.compile(rf"{name}\.txt: .* figures?")).wait_for()
