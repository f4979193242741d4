"""A list of reports is filtered and sorted, a text cut at its furniture: pure functions."""

from typing import Any

from playwright.sync_api import Page

ROWS = [
    {"id": "a", "title": "Bridge 10", "publisher": "Wire", "file": "x.txt", "published": None},
    {
        "id": "b",
        "title": "bridge 9",
        "publisher": None,
        "file": "y.html",
        "published": "2025-01-02",
    },
    {"id": "c", "title": "Ärger", "publisher": "Post", "file": "z.txt", "published": "2024-01-02"},
]


def run(page: Page, module: str, call: str, *values: object) -> list[dict[str, Any]]:
    script = f"async (values) => (await import('/static/web/{module}.js')).{call}(...values)"
    found: list[dict[str, Any]] = page.evaluate(script, list(values))
    return found


def ids(rows: list[dict[str, Any]]) -> str:
    return "".join(row["id"] for row in rows)


def test_a_row_has_all_the_words_somewhere(page: Page) -> None:
    def found(typed: str) -> str:
        return ids(run(page, "reports-rows", "matching", ROWS, typed))

    assert [found(typed) for typed in ("BRIDGE", "wire 10", " ", "bridge post", "html", "(")] == [
        "ab",
        "a",
        "abc",
        "",
        "b",
        "",
    ]


def test_rows_are_sorted_as_one_reads_them_and_missing_days_come_first(page: Page) -> None:
    def order(column: str | None, *, down: bool) -> str:
        return ids(run(page, "reports-rows", "byColumn", ROWS, column, down))

    assert order("title", down=False) == "cba"
    assert order("published", down=False) == "acb"
    assert order("published", down=True) == "abc"
    assert order(None, down=True) == "abc"


def test_a_text_is_cut_at_its_furniture_without_a_gap(page: Page) -> None:
    furniture = [[20, 30, "boilerplate"], [2, 6, "dateline"], [25, 28, "boilerplate"]]
    parts = run(page, "reports-text", "stretches", 4, 26, furniture)
    cut = [(part["start"], part["end"], part["kind"]) for part in parts]
    assert cut == [(4, 6, "dateline"), (6, 20, None), (20, 26, "boilerplate")]
    assert run(page, "reports-text", "stretches", 0, 3, []) == [
        {"start": 0, "end": 3, "kind": None}
    ]
