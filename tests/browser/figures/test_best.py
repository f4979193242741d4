"""No figure is best until a rule says so, and what is derived says of what."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.sheet import ROWS, SENT, TABLE, Mount, downloaded


@pytest.mark.parametrize(
    ("rule", "printed", "best"),
    [
        ("none", "none chosen", ["—", "—", "—"]),
        ("latest", "of the latest report", ["—", "—", "12,000"]),
        ("highest", "the highest stated", ["—", "—", "12,000"]),
        ("lowest", "the lowest stated", ["≈11,000", "—", "—"]),
        ("median", "the middle of those stated", ["—", "≈11,000", "—"]),
        ("source", "as Lee Seong-kweun puts it", ["—", "≈11,000", "—"]),
    ],
)
def test_nothing_is_best_until_a_rule_says_so(
    mount: Mount, rule: str, printed: str, best: Sequence[str]
) -> None:
    page = mount(initial=TABLE)
    page.get_by_label("Rule for best").select_option(rule)
    if rule == "source":
        page.get_by_label("Source for best").select_option("Lee Seong-kweun")
    expect(page.locator(".ledger th.best .rule")).to_have_text(printed)
    found = {id_: page.locator(f"{ROWS}[data-item={id_}] .best").inner_text() for id_ in SENT}
    if rule == "median":
        # Two figures of 11,000 stand before one of 12,000: the middle one is either of the two.
        assert sorted(found.values()) == sorted(best)
    else:
        assert list(found.values()) == best
    _, rows = downloaded(page)
    assert {row["best_rule"] for row in rows} == {printed}
    filled = [row["id"] for row in rows if row["best"]]
    assert bool(filled) == (rule != "none")


SPEAKERS = """async (cases) => {
  const { sameSpeaker } = await import("/static/web/speakers.js");
  return cases.map(({ one, other, same }) =>
    sameSpeaker(one, other) === same && sameSpeaker(other, one) === same);
}"""


def test_the_shared_cases_of_speakers(page: Page) -> None:
    path = Path(__file__).resolve().parents[2] / "fixtures" / "speaker_cases.json"
    cases = json.loads(path.read_text("utf-8"))
    found = page.evaluate(SPEAKERS, cases)
    assert [case["name"] for case, same in zip(cases, found, strict=True) if not same] == []


def test_what_is_derived_is_marked_and_stands_while_its_figures_do(
    mount: Mount, scene: dict[str, Any]
) -> None:
    formula: dict[str, Any] = {
        "title": "if all plans are carried out",
        "formula": "≈11,000–12,000 + 4,000",
    }
    formula |= {"text": "≈15,000–16,000", "unit": "personnel", "groups": ["g:sent", "g:troops"]}
    page = mount(scene | {"derived": [formula]}, initial=TABLE)
    derived = page.locator(".derived li")
    expect(derived).to_contain_text("≈11,000–12,000 + 4,000 = ≈15,000–16,000 personnel")
    expect(derived.locator(".tag")).to_have_text("derived")
    assert "15,000–16,000" not in downloaded(page)[0]
    page.evaluate("desk.state.set({ statuses: { planned: false } })")
    expect(derived).to_have_count(0)
