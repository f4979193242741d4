"""The guide's first chapter, followed to the letter by somebody who has never been here."""

from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.browser.guide import GUIDE, follow, steps
from tests.browser.serving import reader


def test_the_first_briefing_is_made_as_the_guide_says(
    chromium: BrowserContext, tmp_path: Path
) -> None:
    assert len(list(steps(GUIDE.read_text("utf-8")))) > 9
    with reader(chromium, tmp_path) as page, page.expect_download() as told:
        follow(page)
    assert told.value.suggested_filename.endswith(".pptx")
