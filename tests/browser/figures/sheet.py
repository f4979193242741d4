"""How a test reads the full table and the chart of figures."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

TABLE: dict[str, Any] = {"sheet": {"tab": "table", "map": False}}
CHART: dict[str, Any] = {"sheet": {"tab": "chart", "map": False}}
SENT = ("c027", "c043", "c057")
ROWS = ".ledger tbody tr"
Mount = Callable[..., Page]


def column(page: Page, name: str) -> list[str]:
    return page.locator(f"{ROWS} > .{name}").all_inner_texts()


def claims(scene: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in scene["items"] if item["type"] == "claim"]


def downloaded(page: Page) -> tuple[str, list[dict[str, str]]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    return text, list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
