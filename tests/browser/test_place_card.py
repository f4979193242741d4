"""The card of a picked place: what it says, its pages, the way to the text, what is left out."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
KURSK = {"selection": {"kind": "mark", "id": "p:ne:RU-KRS"}}
CARD = ".place-card"


def pages(page: Page) -> str:
    return page.locator(f"{CARD} .pager [role=status]").inner_text()


def sentence(page: Page) -> str:
    return page.locator(f"{CARD} .card .said").inner_text()


def test_a_card_says_what_is_known_of_the_place(mount: Mount, scene: dict[str, Any]) -> None:
    mark = next(each for each in scene["marks"] if each["id"] == "p:ne:RU-KRS")
    mark |= {"within": ["Russia"], "credit": "Natural Earth (public domain)"}
    for item in scene["items"]:
        if item["type"] == "mention" and item["place"] == mark["placeId"]:
            item |= {"confidence": 0.9, "why": "its usual name"}
    page = mount(scene, initial=KURSK)
    head = page.locator(f"{CARD} .place-head")
    for words in (
        *(mark["name"], mark["local"], "province · Russia", "anywhere inside the outline"),
        *("confidence 0.90", "ne:RU-KRS", "Natural Earth"),
    ):
        expect(head).to_contain_text(words)
    there, beside = (
        page.get_by_role("region", name=name).locator(".place-figure b")
        for name in ("Figures there", "Figures in the same sentences")
    )
    expect(there).to_have_count(sum(id_.startswith("c") for id_ in mark["items"]))
    items = {item["id"]: item for item in scene["items"]}
    told = {(items[id_]["report"], *items[id_]["sentence"]) for id_ in mark["items"]}
    others = [
        item
        for item in scene["items"]
        if item["type"] == "claim"
        and item["id"] not in mark["items"]
        and (item["report"], *item["sentence"]) in told
    ]
    assert others
    expect(beside).to_have_count(len(others))
    reasons = page.locator(f"{CARD} .reason")
    for _ in range(int(pages(page).split(" of ")[1])):
        if reasons.count():
            break
        page.get_by_role("button", name="Next excerpt").click()
    expect(reasons.first).to_contain_text("its usual name (confidence 0.90)")


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (
            {"kind": "adm2", "shape": "circle", "radius": 19_000},
            "seat of the county or district; somewhere within 19 km",
        ),
        (
            {"kind": "city", "shape": "point", "radius": 2_500},
            "the town; somewhere within 2.5 km of its point",
        ),
        (
            {"kind": "water", "shape": "circle", "radius": 1_300_000, "wide": True},
            "no edge is known, only the name is drawn; somewhere within 1,300 km of it",
        ),
        (
            {"kind": "line", "shape": "strip", "radius": 2_000},
            "anywhere in a strip, 2 km either side of a line",
        ),
        (
            {"kind": "country", "shape": "polygon", "wide": True},
            "the whole of it, only the name is drawn",
        ),
        ({"kind": "city", "shape": "point", "reference": True}, "only a distance is measured from"),
    ],
)
def test_precision_is_put_in_words(page: Page, mark: dict[str, Any], words: str) -> None:
    found = page.evaluate(
        """async (mark) => (await import("/static/web/place-words.js")).precisionWords(mark)""",
        {"layer": "places"} | mark,
    )
    assert words in found


def test_pages_turn_by_button_and_by_arrow(mount: Mount) -> None:
    page = mount(initial=KURSK)
    total = int(pages(page).split(" of ")[1])
    assert total > 2
    first = sentence(page)
    expect(page.get_by_role("button", name="Previous excerpt")).to_be_disabled()
    page.get_by_role("button", name="Next excerpt").click()
    assert pages(page) == f"2 of {total}"
    assert sentence(page) != first
    expect(page.locator(f"{CARD} .hit.selected").first).to_be_visible()
    expect(page.get_by_role("button", name="Next excerpt")).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert pages(page) == f"3 of {total}"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert sentence(page) == first
    expect(page.locator(".excerpts h3", has_text="Other excerpts")).to_be_visible()


def test_the_way_to_the_sentence_in_its_text_and_back(mount: Mount) -> None:
    page = mount(initial=KURSK)
    page.get_by_role("button", name="Next excerpt").click()
    words = sentence(page)
    page.get_by_role("button", name="Jump to text").click()
    assert "".join(page.locator(".full .sentence").all_text_contents()) == words
    expect(page.locator(".full .hit.selected").first).to_be_in_viewport()
    assert page.evaluate("document.activeElement.classList.contains('hit')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Jump to text")).to_be_focused()
    assert pages(page).startswith("2 of ")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({"axis": "reported", "window": {"from": "2025-06-01", "to": None}}, "outside the dates"),
        ({"off": {"category": ["place name"]}}, "hidden by switches"),
        ({"layers": {"places": False}}, "hidden by switches"),
        ({"statuses": {"reported": False}, "undated": False}, "hidden by switches"),
    ],
)
def test_what_is_left_out_is_counted_and_can_be_shown(
    mount: Mount, view: dict[str, Any], said: str
) -> None:
    page = mount(initial=KURSK)
    whole = int(pages(page).split(" of ")[1])
    page.evaluate("(view) => desk.state.set(view)", view)
    away = page.locator(f"{CARD} .away", has_text=said)
    expect(away).to_be_visible()
    left = int(re.findall(r"\d+", away.inner_text())[0])
    shown = page.locator(f"{CARD} .pager [role=status]")
    kept = int(shown.inner_text().split(" of ")[1]) if shown.count() else 0
    assert (left + kept, left > 0) == (whole, True)
    away.get_by_role("button", name="show").click()
    expect(shown).to_have_text(re.compile(f" of {whole}$"))


def test_a_figure_of_the_card_is_picked_and_leads_back(mount: Mount) -> None:
    page = mount(initial=KURSK)
    page.locator(f"{CARD} .place-figure").first.click()
    expect(page.locator(".figures tr.selected")).to_have_count(1)
    expect(page.locator(CARD)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_visible()


def test_a_distance_that_was_measured_is_on_the_card(mount: Mount, scene: dict[str, Any]) -> None:
    line = next(mark for mark in scene["marks"] if mark["layer"] == "distances")
    line |= {"fromId": "dl:koksan", "toId": "dl:korean-dmz"}
    page = mount(scene, initial={"selection": {"kind": "mark", "id": "p:dl:koksan"}})
    row = page.locator(f"{CARD} [data-mark='{line['id']}']")
    expect(row).to_contain_text(f"{line['stated']} stated")
    row.click()
    expect(page.locator(f"{CARD} .place-head")).to_contain_text(line["measured"])


def test_the_key_of_a_text_counts_its_marks_and_steps_through_them(mount: Mount) -> None:
    page = mount()
    page.get_by_role("tab", name="Full text").click()
    key = page.locator(".text-key .key")
    named = {text.rsplit(" ", 1)[0]: int(text.rsplit(" ", 1)[1]) for text in key.all_inner_texts()}
    assert {"Places", "Figures"} <= set(named)
    figures = page.locator(".text-key [data-key='key figure']")
    figures.focus()
    seen = []
    for _ in range(named["Figures"] + 1):
        page.keyboard.press("Enter")
        seen.append(page.evaluate("document.querySelector('.full .found').dataset.item"))
        expect(page.locator(".full .found")).to_be_in_viewport()
    assert len(set(seen)) == named["Figures"]
    assert seen[-1] == seen[0]


def test_precision_is_said_in_miles_beside_where_these_were_chosen(mount: Mount) -> None:
    page = mount(initial={"selection": {"kind": "mark", "id": "p:dl:koksan"}})
    precision = page.locator(".place-card .precision")
    expect(precision).to_contain_text("within 19 km")
    page.keyboard.press("Control+k")
    page.keyboard.type("lengths in miles")
    page.keyboard.press("Enter")
    expect(precision).to_contain_text("within 19 km (≈ 11.8 mi)")
    page.evaluate("localStorage.clear()")
