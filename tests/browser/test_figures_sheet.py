"""The full table and the chart of figures: sorted, narrowed, downloaded, and tied to the rest."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
TABLE: dict[str, Any] = {"sheet": {"tab": "table", "map": False}}
CHART: dict[str, Any] = {"sheet": {"tab": "chart", "map": False}}
SCALE = """async (amounts) => {
  const { valueScale } = await import("/static/web/scales.js");
  const { kind, ticks, at } = valueScale(amounts);
  return [kind, ticks, amounts.map(at)];
}"""
SPEAKERS = """async (cases) => {
  const { sameSpeaker } = await import("/static/web/speakers.js");
  return cases.map(({ one, other, same }) =>
    sameSpeaker(one, other) === same && sameSpeaker(other, one) === same);
}"""
SENT = ("c027", "c043", "c057")
ROWS = ".ledger tbody tr"


def column(page: Page, name: str) -> list[str]:
    return page.locator(f"{ROWS} > .{name}").all_inner_texts()


def claims(scene: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in scene["items"] if item["type"] == "claim"]


def downloaded(page: Page) -> tuple[str, list[dict[str, str]]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    return text, list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_tile_to_claim_to_sentence_and_back_by_key(mount: Mount) -> None:
    page = mount()
    tile = page.locator(".tile[data-group='g:sent']")
    tile.focus()
    page.keyboard.press("Enter")
    rows = page.locator(".figures tr.claim.selected")
    expect(rows).to_have_count(3)
    expect(rows.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.locator(".card.selected")
    expect(card).to_have_count(1)
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    expect(card.locator(".hit.selected")).to_have_text("about 11,000")
    page.keyboard.press("Escape")
    expect(page.locator(".figures tr.claim.selected")).to_have_count(3)
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".selected")).to_have_count(0)
    expect(tile).to_be_focused()


def test_tile_to_claim_to_sentence_and_back_by_mouse(mount: Mount) -> None:
    page = mount()
    tile, back = (
        page.locator(".tile[data-group='g:killed']"),
        page.get_by_role("button", name="Back"),
    )
    tile.click()
    rows = page.locator(".figures tr.claim.selected")
    expect(rows).to_have_count(3)
    rows.nth(2).click()
    expect(rows).to_have_count(1)
    expect(page.locator(".card.selected .hit.selected")).to_have_text("About 600")
    expect(page.locator(".card.selected")).to_be_in_viewport()
    back.click()
    expect(rows).to_have_count(3)
    back.click()
    expect(page.locator(".selected")).to_have_count(0)
    expect(back).to_be_hidden()


def test_there_is_no_way_back_from_another_way(mount: Mount) -> None:
    page = mount()
    page.locator(".tile[data-group='g:killed']").click()
    expect(page.get_by_role("button", name="Back")).to_be_visible()
    page.locator(".row").first.click()
    expect(page.get_by_role("button", name="Back")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".selected")).to_have_count(0)


def test_the_way_leads_through_the_full_table_too(mount: Mount) -> None:
    page = mount(initial=TABLE)
    page.locator(".tile[data-group='g:killed']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{ROWS}.selected")).to_have_count(3)
    expect(page.locator(f"{ROWS}.selected").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card.selected")).to_have_count(1)
    expect(page.locator(".card.selected")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f"{ROWS}.selected")).to_have_count(3)
    expect(page.locator(f"{ROWS}.selected").first).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_be_hidden()
    expect(page.get_by_role("button", name="Full table")).to_be_focused()


def test_every_figure_in_view_has_a_row_with_its_columns(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(initial=TABLE)
    heads = page.locator(".ledger thead .name").all_inner_texts()
    assert heads == [
        *("As printed", "Low", "Best", "High", "Qualifier", "Unit", "Category", "Status"),
        *("Who is counted", "From", "To", "Place", "Period", "Precision", "Wording", "As of"),
        *("Source chain", "Article", "Sentence", "Same figure", "Checked", "Note"),
    ]
    assert sorted(column(page, "figure")) == sorted(claim["text"] for claim in claims(scene))
    row = page.locator(f"{ROWS}[data-item=c007]")
    cells = [
        row.locator(f".{name}").first.inner_text()
        for name in ("low", "best", "high", "qualifier", "period", "precision", "asOf")
    ]
    assert cells == [
        *("1,500", "—", "1,500", "about"),
        *("8 Oct 2024 to 13 Oct 2024", "6 days", "18 Oct 2024"),
    ]
    expect(row.locator("td.from .slot")).to_have_attribute("title", re.compile("another sentence"))
    expect(row.locator("td.to .slot")).not_to_have_attribute("title", re.compile("."))
    expect(row.locator("td.to .level")).to_have_text("city")
    expect(row.locator("td.sentence mark")).to_have_text("About 1,500")


def test_the_table_follows_window_and_selection_and_leads_them(mount: Mount) -> None:
    page = mount(initial=TABLE)
    every = page.locator(ROWS).count()
    page.evaluate("desk.state.set({ statuses: { planned: false } })")
    expect(page.locator(f"{ROWS}.planned")).to_have_count(0)
    assert 0 < page.locator(ROWS).count() < every
    page.locator(f"{ROWS}[data-item=c057]").click()
    assert page.evaluate("desk.state.get().selection") == {"kind": "item", "id": "c057"}
    expect(page.locator(".card.selected .hit.selected")).to_have_text("12,000")
    page.evaluate("desk.state.set({ selection: { kind: 'item', id: 'c007' } })")
    expect(page.locator(f"{ROWS}.selected")).to_have_attribute("data-item", "c007")
    expect(page.locator(f"{ROWS}.selected th")).to_be_in_viewport()


def test_a_head_sorts_up_down_and_not_at_all(mount: Mount) -> None:
    page = mount(initial=TABLE)
    plain = column(page, "figure")
    head = page.locator(".ledger th.high")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    people = [text for text in column(page, "high") if re.fullmatch(r"[\d,]{5,}", text)]
    values = [int(text.replace(",", "")) for text in people]
    assert len(values) > 10
    assert values == sorted(values)
    open_ends = [text for text in column(page, "high") if text == "–"]
    assert open_ends
    expect(head.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    # Measures compare in their base units.
    assert column(page, "figure")[0] == "40 hectares"
    assert column(page, "high")[-len(open_ends) :] == open_ends
    page.keyboard.press("Enter")
    assert column(page, "figure") == plain


def test_words_and_categories_narrow_the_rows(mount: Mount) -> None:
    page = mount(initial=TABLE)
    every = page.locator(ROWS).count()
    box = page.get_by_label("Filter figures")
    box.fill("vladivostok DENIED")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(".sheet .bar .count")).to_have_text(f"1 of {every} figures")
    box.fill("no such word")
    expect(page.locator(".ledger .empty")).to_have_text("No figure fits the filter.")
    expect(page.get_by_role("button", name="Download CSV")).to_be_disabled()
    box.press("Escape")
    expect(page.locator(ROWS)).to_have_count(every)
    page.get_by_label("Category", exact=True).select_option("killed")
    expect(page.locator(ROWS)).to_have_count(3)


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


def test_the_shared_cases_of_speakers(page: Page) -> None:
    path = Path(__file__).resolve().parents[1] / "fixtures" / "speaker_cases.json"
    cases = json.loads(path.read_text("utf-8"))
    found = page.evaluate(SPEAKERS, cases)
    assert [case["name"] for case, same in zip(cases, found, strict=True) if not same] == []


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


def test_what_cannot_be_so_is_flagged_and_kept_as_printed(
    mount: Mount, scene: dict[str, Any]
) -> None:
    flag = "the low end is above the high end"
    next(claim for claim in claims(scene) if claim["id"] == "c018")["flags"] = [flag]
    page = mount(scene, initial=TABLE)
    row = page.locator(f"{ROWS}[data-item=c018]")
    expect(row.locator(".flag")).to_have_attribute("title", flag)
    expect(row.locator(".note")).to_have_text(flag)
    expect(row.locator("th.figure")).to_contain_text("11,000 and 12,000")
    expect(page.locator(".flag")).to_have_count(1)


@pytest.mark.parametrize(
    ("relation", "gap", "said"),
    [
        ("differ", 0.09, "3 claims, differ, 9 % apart"),
        ("conflict", 9.0, "3 claims, conflict, 10 times apart"),
        ("agree", None, "3 claims, agree"),
        (None, None, "3 claims"),
    ],
)
def test_a_row_says_how_its_group_stands(
    mount: Mount, scene: dict[str, Any], relation: str | None, gap: float | None, said: str
) -> None:
    scene["groups"][0] |= {"relation": relation, "gap": gap}
    page = mount(scene, initial=TABLE)
    label = f"Sent, North Korea → Russia · {said}"
    expect(page.locator(f"{ROWS}[data-item=c057] .group")).to_have_text(label)


def test_amounts_without_a_number_are_listed_and_lead_to_their_words(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(initial=TABLE)
    listed = page.locator(".unquantified li")
    expect(listed).to_have_count(len(scene["unquantified"]))
    expect(page.locator(".sheet .bar .count")).to_have_text(f"{len(claims(scene))} figures")
    listed.first.get_by_role("button").press("Enter")
    expect(page.locator(".full .hit.selected")).to_have_text("A second transport")
    expect(page.locator(".full .hit.selected")).to_be_in_viewport()
    del scene["unquantified"]
    page.evaluate("(next) => desk.update(next)", scene)
    expect(page.locator(".unquantified li")).to_have_count(0)


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


def test_the_chart_keeps_figures_apart_in_the_sign_of_their_status(
    mount: Mount, scene: dict[str, Any]
) -> None:
    page = mount(initial=CHART)
    drawn = [claim["id"] for claim in claims(scene) if not claim["sides"]]
    found = page.eval_on_selector_all(".figure-mark", "all => all.map((e) => e.dataset.item)")
    assert sorted(found) == sorted(drawn)
    expect(page.locator(".chart .left")).to_contain_text("3.5 × 1.5")
    boxes = page.eval_on_selector_all(
        ".figure-mark", "all => all.map((e) => [e.dataset.item, e.getBoundingClientRect().top])"
    )
    tops = dict(boxes)
    assert len({round(tops[id_]) for id_ in SENT}) == 3
    planned = page.locator(".figure-mark[data-item=c044]")
    expect(planned.locator(".outline")).to_have_css("stroke-dasharray", "5px, 3px")
    assert planned.locator(".body").evaluate("e => getComputedStyle(e).fillOpacity") == "0.01"
    expect(planned.locator(".arrow")).to_have_count(1)
    # No period stated: the day of the report is all there is.
    expect(page.locator(".figure-mark[data-item=c058] .body")).to_have_count(0)
    expect(page.locator(".figure-note[data-item=c058] .reported-day")).to_have_count(1)
    broken = page.locator(".chart-row", has=page.locator("[data-item=c057]"))
    expect(broken.locator(".sub")).to_contain_text("axis broken")
    expect(broken.locator(".break")).to_have_count(1)


def test_the_chart_shares_selection_and_hover(mount: Mount) -> None:
    page = mount(initial=CHART)
    mark = page.locator(".figure-mark[data-item=c043]")
    mark.hover()
    expect(page.locator(".card.hovered")).to_have_count(1)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.selected")).to_have_count(1)
    expect(page.locator(".card.selected")).to_be_focused()
    expect(mark).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


@pytest.mark.parametrize(
    ("amounts", "kind", "first"),
    [
        ([300, 600], "zero", 0),
        ([11_000], "zero", 0),
        ([11_000, 12_000], "broken", 11_000),
        ([4, 9_000], "log", 1),
        ([0, 9_000], "zero", 0),
    ],
)
def test_an_axis_says_where_it_does_not_begin_at_zero(
    page: Page, amounts: list[int], kind: str, first: int
) -> None:
    found = page.evaluate(SCALE, amounts)
    assert found[0] == kind
    assert found[1][0] == first
    assert found[1] == sorted(found[1])
    assert all(0 <= at <= 1 for at in found[2])
    assert found[2] == sorted(found[2])


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


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("beside", [False, True])
def test_the_sheet_fits_and_its_head_stays(
    mount: Mount, width: int, height: int, *, beside: bool
) -> None:
    page = mount(initial={"sheet": {"tab": "table", "map": beside}})
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    bar = page.locator(".sheet > .bar")
    assert bar.evaluate("e => e.scrollWidth <= e.clientWidth")
    pane = page.locator(".sheet-pane.table")
    pane.evaluate("e => { e.scrollTop = 200; e.scrollLeft = 600; }")
    expect(page.locator(".ledger th.figure").first).to_be_in_viewport()
    top = pane.evaluate("e => e.getBoundingClientRect().top")
    assert page.locator(".ledger thead th").first.evaluate(
        "e => e.getBoundingClientRect().top"
    ) == pytest.approx(top, abs=1)
    aligned = page.eval_on_selector_all(
        ".ledger td.num", "all => all.map((e) => getComputedStyle(e).textAlign)"
    )
    assert set(aligned) == {"right"}
