"""The desk in a real browser: what the panels say, how they move together, how one gets there."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
SIZES = [(1024, 768), (1440, 900), (1920, 1080)]

OVERFLOWS = """() => {
  const root = document.getElementById("host");
  const outer = root.getBoundingClientRect();
  const panels = [...root.querySelectorAll(".desk > *, .right > *")];
  return panels.filter((panel) => panel.checkVisibility()).filter((panel) => {
    const box = panel.getBoundingClientRect();
    const [right, bottom] = [outer.right + 0.5, outer.bottom + 0.5];
    return box.width < 100 || box.height < 24 || box.right > right || box.bottom > bottom;
  }).map((panel) => panel.className);
}"""


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_text_contents()


def test_excerpts_are_the_words_of_the_report(mount: Mount, scene: dict[str, Any]) -> None:
    # Four astral characters ahead of everything: offsets count code points, not UTF-16 units.
    lead = "\U0001d56f\U0001d552\U0001d565\U0001d556 "
    for report in scene["reports"]:
        report["text"] = lead + report["text"]
    for item in scene["items"]:
        item["start"] += len(lead)
        item["end"] += len(lead)
        item["sentence"] = [at + len(lead) for at in item["sentence"]]
    page = mount(scene)
    by_id = {report["id"]: report["text"] for report in scene["reports"]}
    sentences = {by_id[i["report"]][slice(*i["sentence"])] for i in scene["items"]}
    found = texts(page, ".card .said")
    assert found
    assert set(found) <= sentences
    marked = page.eval_on_selector_all(
        ".card .hit[data-item]", "all => all.map(e => [e.dataset.item, e.textContent])"
    )
    words = {item["id"]: item["text"] for item in scene["items"]}
    assert marked
    assert all(words[id_] == text for id_, text in marked)


def test_one_selection_runs_through_every_panel(mount: Mount) -> None:
    page = mount()
    page.locator(".tile[data-group='g:troops']").click()
    expect(page.locator(".tile[data-group='g:troops']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".figures tr.selected")).to_have_count(3)
    expect(page.locator(".card.selected")).to_have_count(1)
    expect(page.locator(".card.selected")).to_contain_text("construction specialists")
    expect(page.locator(".row.selected")).to_have_count(2)
    expect(page.locator(".switch:has([data-key='layers flows'])")).to_have_class(
        re.compile("selected")
    )
    page.keyboard.press("Escape")
    expect(page.locator(".selected")).to_have_count(0)


def test_a_sentence_selects_its_row_and_brings_it_into_sight(mount: Mount) -> None:
    page = mount()
    page.locator(".card", has_text="1,500 special forces").locator(".hit.figure").click()
    row = page.locator(".figures tr.selected")
    expect(row).to_have_count(1)
    expect(row).to_be_in_viewport()
    expect(page.locator(".row.selected")).to_be_in_viewport()


def test_hover_previews_and_lets_go(mount: Mount) -> None:
    page = mount()
    page.locator(".figures tr[data-group='g:sent']").hover()
    expect(page.locator(".card.hovered")).to_have_count(3)
    page.locator(".map").hover()
    expect(page.locator(".hovered")).to_have_count(0)


def test_a_number_leaves_the_headline_with_its_claim(mount: Mount) -> None:
    headline = ".tile[data-group='g:sent'] .headline"
    page = mount()
    assert texts(page, headline) == ["≈11,000 and 12,000 sent"]
    page.evaluate("desk.state.set({ axis: 'reported', window: { to: '2025-06-26' } })")
    expect(page.locator(headline)).to_have_text("≈11,000 sent")
    expect(page.locator(".tile[data-group='g:sent'] .line")).to_have_text("2 of 3 figures in view")
    expect(page.locator(".figures tr[data-group='g:sent'] .num")).to_have_text(
        ["≈11,000", "≈11,000"]
    )
    page.evaluate("desk.state.set({ window: { to: '2024-12-31' } })")
    expect(page.locator(headline)).not_to_contain_text(re.compile(r"\d"))


def test_planned_figures_are_hollow_and_apart(mount: Mount) -> None:
    page = mount()
    digits = page.locator(".tile.planned .digits").first
    expect(digits).to_have_css("color", "rgba(0, 0, 0, 0)")
    expect(digits).not_to_have_css("-webkit-text-stroke-width", "0px")
    printed = " ".join(texts(page, ".num, .headline"))
    assert "10,000" not in printed.replace("≈10,000", "").replace("≥10,000", "")
    assert "15,000" not in printed.replace("≈15,000", "")


@pytest.mark.parametrize(
    "name", ["shown", "outside", "undated", "unlocated", "unverified", "hidden"]
)
def test_every_count_of_the_strip_opens_its_list(mount: Mount, name: str) -> None:
    page = mount(initial={"window": {"from": "2025-01-01", "to": "2025-09-30"}})
    button = page.locator(f".counts .{name}")
    count = int(button.locator("b").inner_text())
    assert count > 0
    button.click()
    expect(page.locator(".entry")).to_have_count(count)
    assert all(texts(page, ".entry .why"))
    page.locator(".entry").first.click()
    expect(page.locator(".entry.selected")).to_have_count(1)


def test_full_text_is_the_report_to_the_letter(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount()
    page.get_by_role("tab", name="Full text").click()
    report = scene["reports"][-1]
    shown = "".join(texts(page, ".full .title, .full .said"))
    assert shown.replace("\n", "") == report["text"].replace("\n", "")
    page.get_by_label("Report", exact=True).select_option("r01")
    expect(page.locator(".full .said")).to_contain_text("Chongjin, Hamhung and Musudan")


def test_the_host_hears_of_views_and_actions(mount: Mount) -> None:
    page = mount()
    page.locator(".figures tr").nth(2).hover()
    page.wait_for_timeout(450)
    assert page.evaluate("told.views") == []
    page.get_by_label("Certain only").check()
    page.evaluate("desk.state.set({ window: { from: '2025-01-01' } })")
    page.wait_for_function("told.views.length > 0")
    page.wait_for_timeout(350)
    views = page.evaluate("told.views")
    assert (views[-1]["certainOnly"], views[-1]["window"]["from"]) == (True, "2025-01-01")
    assert not any("hover" in view for view in views)
    page.get_by_role("button", name="Export").click()
    page.get_by_role("button", name="remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove the samples").click()
    page.wait_for_function("told.actions.length > 1")
    assert page.evaluate("told.actions") == ["export", "remove-samples"]


def test_empty_states_say_what_to_do(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount()
    page.evaluate(
        "desk.state.set({ undated: false, axis: 'reported', window: { from: '2030-01-01' } })"
    )
    expect(page.locator(".excerpts .empty")).to_contain_text("from 1 Jan 2030")
    page.get_by_role("button", name="Show all dates").click()
    expect(page.locator(".card").first).to_be_visible()
    nothing: dict[str, Any] = {key: [] for key in ("reports", "marks", "items", "groups", "tiles")}
    page.evaluate("(next) => desk.update(next)", {**scene, **nothing})
    page.get_by_role("button", name="Add a report").click()
    assert page.evaluate("told.actions") == ["report"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_frame_holds_at_every_width(
    mount: Mount, scene: dict[str, Any], width: int, height: int
) -> None:
    scene["meta"]["policy"] = (
        "Borders are nobody's claim, and lines that are not agreed break. " * 4
    )
    page = mount(scene)
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(100)
    assert page.evaluate(OVERFLOWS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    # Credits stand whole in their strip, however many lines they take.
    strip, words = (page.locator(each).bounding_box() for each in ("footer.strip", ".credits"))
    assert strip
    assert words
    assert strip["y"] <= words["y"]
    assert words["height"] <= strip["height"]


def test_a_shadow_root_draws_the_same(mount: Mount) -> None:
    page = mount(shadow=True)
    expect(page.locator(".tile .number").first).to_have_css("font-size", "27px")
    page.locator(".tile").first.click()
    expect(page.locator(".card.selected")).to_have_count(3)


def test_destroy_leaves_nothing_behind(mount: Mount) -> None:
    page = mount()
    page.evaluate("""() => {
      desk.state.set({ undated: false });
      desk.destroy();
      desk.state.set({ axis: "reported" });
    }""")
    page.wait_for_timeout(400)
    assert page.evaluate(
        "[document.getElementById('host').childElementCount, told.maps, told.views]"
    ) == [0, 0, []]


def test_numbers_that_come_to_stand_side_by_side_are_joined(page: Page) -> None:
    words = page.evaluate(
        """async () => {
          const { standing } = await import("/static/web/tiles.js");
          const number = (text) => ({ text, status: "planned" });
          const [to, plus] = ["to", "+"].map((text) => ({ text }));
          const headline = [number("10"), to, number("60"), plus, number("40")];
          const claims = ["10", "60", "40"].map((value) => ({ id: value, value }));
          return standing(headline, claims, (id) => id !== "60").map(({ text }) => text);
        }"""
    )
    assert words == ["10", "and", "40"]
