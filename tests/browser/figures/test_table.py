"""The full table of figures: its columns, sorted, narrowed, tied to the rest of the desk."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.figures.sheet import ROWS, TABLE, Mount, claims, column


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
        ("conflict", 9.0, "3 claims, 10 times apart"),
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
