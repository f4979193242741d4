"""Names in the audience's language, in the browser: the table that plates are held to as well."""

import json
from pathlib import Path

from playwright.sync_api import Page

CASES = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/name_cases.json").read_text("utf-8")
)


def test_the_shared_cases(page: Page) -> None:
    found = page.evaluate(
        """async (cases) => {
          const { namesOf } = await import("/static/web/names.js");
          return cases.map(({ mark, naming }) => namesOf(mark, naming));
        }""",
        CASES,
    )
    assert found == [case["lines"] for case in CASES]
