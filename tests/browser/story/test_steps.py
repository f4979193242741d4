"""A step of a story: what follows it, what stands beside it, what of it is gone."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.axe import barriers
from tests.browser.story.playing import STEPS, Retold, Told, at, press


def test_map_timeline_legend_and_figures_follow_the_step(told: Told) -> None:
    page = told()
    press(page, "PageDown")
    expect(page.locator(".figures-of .number.planned .digits").first).to_have_css(
        "-webkit-text-fill-color", "rgba(0, 0, 0, 0)"
    )
    expect(page.locator(".legend [data-sign=flows]")).to_be_visible()
    press(page, "PageDown")
    expect(page.locator(".dl-mark.is-selected")).to_have_attribute("data-mark", "p:ne:RU-KRS")
    expect(page.locator(".legend [data-sign=flows]")).to_have_count(0)
    expect(page.locator(".legend [data-sign='status reported']")).to_have_count(1)
    expect(page.locator(".time .row")).to_have_count(3)
    press(page, "PageDown", "PageDown")
    expect(page.locator(".figures-of .fact.planned")).to_have_count(2)
    expect(page.locator(".legend [data-sign='status possible']")).to_have_count(1)
    press(page, "PageDown")
    expect(page.locator(".silence")).to_contain_text("No report is not no event")
    outside = page.locator(".fact.count").filter(has_text="outside the dates").locator("b")
    expect(outside).not_to_have_text("0")


def test_the_presenters_window_has_notes_the_next_step_and_a_timer(told: Told) -> None:
    page = told()
    page.context.clock.install()
    press(page, "PageDown")
    with page.expect_popup() as opened:
        press(page, "p")
    other = opened.value
    expect(other.locator(".notes")).to_contain_text("Say first that the two numbers come")
    expect(other.locator(".coming h3")).to_contain_text("Kursk Oblast")
    other.get_by_role("button", name="Start").click()
    page.context.clock.run_for(65_000)
    expect(other.get_by_role("timer")).to_have_text("1:05")
    other.get_by_role("button", name="Pause").click()
    page.context.clock.run_for(5_000)
    expect(other.get_by_role("timer")).to_have_text("1:05")
    other.get_by_role("button", name="Reset").click()
    expect(other.get_by_role("timer")).to_have_text("0:00")
    other.keyboard.press("PageDown")
    assert at(page) == f"2 / {STEPS}"
    expect(other.locator(".notes")).to_contain_text("No notes")
    press(page, "PageDown")
    expect(other.locator("h1")).to_have_text("Where the figures disagree")
    assert barriers(other) == []


def test_explore_leads_to_the_live_map_and_back(told: Told) -> None:
    page = told()
    press(page, "PageDown", "PageDown")
    page.get_by_role("button", name="Explore").click()
    expect(page.locator(".desk .tiles")).to_be_visible()
    expect(page.locator(".card.selected").first).to_contain_text("Kursk")
    page.get_by_role("button", name="Back to the briefing").click()
    assert at(page) == f"2 / {STEPS}"
    assert page.locator(".dl-map").count() == 1


def test_what_is_gone_is_said_and_the_rest_presented(
    told: Told, retold: Retold, scene: dict[str, Any], written: dict[str, Any]
) -> None:
    kept = [item for item in scene["items"] if item["report"] != "r10"]
    ids = {item["id"] for item in kept}
    scene["reports"] = [report for report in scene["reports"] if report["id"] != "r10"]
    scene["items"] = kept
    for row, key in [(r, "items") for r in scene["marks"]] + [
        (g, "claims") for g in scene["groups"]
    ]:
        row[key] = [each for each in row[key] if each in ids]
    scene["marks"] = [mark for mark in scene["marks"] if mark["items"]]
    scene["groups"] = [group for group in scene["groups"] if group["claims"]]
    page = told(retold(written, scene))
    press(page, "PageDown")
    expect(page.locator(".troubles")).to_contain_text("cannot be shown")
    expect(page.locator(".lines li").first).to_contain_text("source withdrawn")
    press(page, "End")
    expect(page.locator(".troubles")).to_contain_text("no longer in the reports")
    expect(page.locator(".dl-mark").first).to_be_attached()


def test_an_empty_briefing_says_so(told: Told, retold: Retold, written: dict[str, Any]) -> None:
    page = told(retold({**written, "steps": []}))
    press(page, "PageDown", "End", "s")
    expect(page.locator(".title-page")).to_contain_text("no steps yet")
