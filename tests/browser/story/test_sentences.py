"""From every number and mark of a story to its sentence, in one action."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.story.playing import STEPS, Told, at, press


def test_every_number_reaches_its_sentence_in_one_action(told: Told, scene: dict[str, Any]) -> None:
    page = told()
    items = {item["id"]: item for item in scene["items"]}
    texts = {report["id"]: report["text"] for report in scene["reports"]}
    reached = 0
    for _ in range(STEPS):
        press(page, "PageDown")
        for index in range(page.locator("button.number").count()):
            number = page.locator("button.number").nth(index)
            ids = str(number.get_attribute("data-items")).split()
            number.click()
            sentences = {texts[items[i]["report"]][slice(*items[i]["sentence"])] for i in ids}
            assert page.locator(".quote .said").inner_text() in sentences
            expect(page.locator(".quote .chain").first).to_be_visible()
            press(page, "s")
            expect(page.locator(".sentence-panel")).to_be_hidden()
            reached += 1
    assert reached > 10


def test_s_goes_through_all_sentences_and_escape_closes_first(told: Told) -> None:
    page = told()
    press(page, "PageDown", "s")
    heading = page.locator(".sentence-panel h2")
    expect(heading).to_contain_text("Sentence 1 of 4")
    expect(page.locator(".quote .chain .chip").first).to_have_text("reported")
    expect(page.locator(".quote .chain")).to_contain_text("National Intelligence Service")
    press(page, "ArrowDown")
    expect(heading).to_contain_text("Sentence 2 of 4")
    expect(page.locator(".quote .byline")).to_contain_text("publisher not stated")
    expect(page.locator(".quote .chain")).to_contain_text("origin not stated")
    press(page, "ArrowUp")
    expect(heading).to_contain_text("Sentence 1 of 4")
    assert at(page) == f"1 / {STEPS}"
    press(page, "Escape")
    expect(heading).to_be_hidden()
    assert at(page) == f"1 / {STEPS}"
    # The focus says whose sentence S shows; the next step closes it.
    press(page, "PageDown")
    page.locator(".dl-mark[data-mark='p:ne:RU-KRS']").focus()
    press(page, "s")
    expect(heading).to_contain_text("Kursk Oblast")
    press(page, "PageDown")
    expect(heading).to_be_hidden()
    assert at(page) == f"3 / {STEPS}"
    press(page, "Escape")
    expect(page.locator(".title-page")).to_be_visible()


def test_a_mark_that_is_clicked_shows_its_sentence(told: Told) -> None:
    page = told()
    press(page, "PageDown", "PageDown")
    page.locator(".dl-mark[data-mark='p:ne:UA-59'] .dl-hit").first.click()
    expect(page.locator(".quote .said")).to_contain_text("Sumy")
