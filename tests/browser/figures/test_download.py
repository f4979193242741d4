"""The table as a file, and hostile words in it: no spreadsheet computes, no page runs them."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.figures.sheet import CHART, ROWS, TABLE, Mount, claims, downloaded


def test_other_shapes_are_asked_of_the_host(mount: Mount) -> None:
    page = mount(initial=TABLE)
    page.get_by_label("Filter figures").fill("killed")
    page.get_by_label("Columns of the download").select_option("ucdp")
    page.get_by_role("button", name="Download CSV").click()
    assert page.evaluate("told.actions") == ["table"]


def test_the_download_is_what_is_shown_and_no_spreadsheet_computes_it(
    mount: Mount, scene: dict[str, Any]
) -> None:
    attacks = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", '\t=1,"x"', "＝1", "a\r\n=b"]
    for claim, attack in zip(claims(scene), attacks, strict=False):
        claim["text"] = attack
        claim["source"] = attack
    page = mount(scene, initial=TABLE)
    text, rows = downloaded(page)
    assert text.startswith("\ufeff")
    assert [row["as_printed"].lstrip("'") for row in rows] == column_texts(page)
    dangerous = re.compile(r"\s*[=+\-@＝＋－＠]")
    cells = [cell for row in rows for cell in row.values() if cell]
    assert [cell for cell in cells if dangerous.match(cell) and not is_number(cell)] == []
    by_id = {row["id"]: row for row in rows}
    for claim, attack in zip(claims(scene), attacks, strict=False):
        escaped = attack if attack.startswith("a") else f"'{attack}"
        assert by_id[claim["id"]]["as_printed"] == escaped
    one = by_id["c057"]
    assert (one["low"], one["high"], one["report"], one["start"]) == ("12000", "12000", "R10", "93")
    report = next(each for each in scene["reports"] if each["id"] == one["report_id"])
    assert report["text"][int(one["start"]) : int(one["end"])] == "12,000"
    page.get_by_label("Filter figures").fill("denied")
    expect(page.locator(ROWS)).to_have_count(1)
    assert [row["status"] for row in downloaded(page)[1]] == ["denied"]


def column_texts(page: Page) -> list[str]:
    """Read the printed figures without the browser's folding of blanks."""
    return page.locator(f"{ROWS} > .figure").all_text_contents()


def is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def test_hostile_text_stays_text_in_the_table_and_the_chart(
    page: Page, scene: dict[str, Any]
) -> None:
    attack = "<img src=x onerror=__xss(1)>{{7*7}}"
    for claim in claims(scene):
        length = len(claim["text"])
        claim |= {"label": attack, "category": attack, "unitText": attack, "source": attack}
        claim |= {"from": attack, "when": attack, "note": attack, "flags": [attack]}
        claim |= {"figure": attack, "value": attack, "text": attack, "end": claim["start"] + length}
        claim["levels"] = {"from": attack}
    for report in scene["reports"]:
        report |= {"title": attack, "publisher": attack}
    for group in scene["groups"]:
        group |= {"label": attack, "category": attack}
    page.evaluate("window.fired = []; window.__xss = (n) => window.fired.push(n); null")
    page.evaluate("(text) => mount(JSON.parse(text))", json.dumps(scene))
    for view in (TABLE, CHART):
        page.evaluate("(view) => desk.state.set(view)", view)
        page.wait_for_timeout(200)
        expect(page.locator(".sheet")).to_contain_text(attack)
        assert page.locator(".sheet img").count() == 0
    assert page.evaluate("window.fired") == []
    # The control: the same payload does fire where a page takes text for markup.
    page.evaluate(
        "(t) => document.body.append(Object.assign(document.createElement('p'), {innerHTML: t}))",
        attack,
    )
    page.wait_for_function("window.fired.length === 1")
