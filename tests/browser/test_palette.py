"""The palette: what is typed finds places, reports, figures and commands, by keyboard alone."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.test_desk_injection import DETECTOR, payloads

Mount = Callable[..., Page]
OPTIONS = ".palette [role=option]"


def typed(page: Page, text: str) -> Page:
    page.keyboard.press("Control+k")
    page.keyboard.type(text)
    return page


def selection(page: Page) -> object:
    return page.evaluate("window.desk.state.get().selection")


def test_a_place_is_found_by_any_spelling_and_picked_with_enter(mount: Mount) -> None:
    page = mount()
    for text in ("chong", "Chŏng", "청진"):
        page.evaluate("window.desk.state.set({ selection: null })")
        typed(page, text)
        expect(page.locator(OPTIONS).first).to_contain_text("Chongjin")
        page.keyboard.press("Enter")
        expect(page.locator(".palette")).to_be_hidden()
        assert selection(page) == {"kind": "mark", "id": "p:gn:2044757"}


def test_words_of_a_report_lead_to_where_they_stand(mount: Mount) -> None:
    page = typed(mount(), "pentagon kursk")
    row = page.locator(OPTIONS).filter(has_text="R3")
    expect(row.locator("mark").first).to_have_text("Pentagon")
    row.click()
    expect(page.locator(".pane.text .found")).to_have_text("Pentagon")
    expect(page.locator(".pane.text")).to_contain_text("at least 10,000 are in Kursk")


def test_a_coordinate_can_be_gone_to_and_a_day_is_none(mount: Mount) -> None:
    page = typed(mount(), "36uvb 2345")
    expect(page.locator(OPTIONS)).to_have_text(["Go to 36U VB 23 45"])
    for text, found in (
        ("50 52 n 33 55 e", "Go to 50°52′N 33°55′E"),
        ("12 Jun", ""),
        ("1,150", ""),
    ):
        page.get_by_role("combobox", name="Search").fill(text)
        expect(page.locator(f"[aria-label=Coordinates] {OPTIONS[9:]}")).to_have_text(
            [found] if found else []
        )


def test_arrows_move_among_all_that_is_found(mount: Mount) -> None:
    page = typed(mount(), "koksan")
    field = page.get_by_role("combobox", name="Search")
    expect(page.locator(".palette [aria-label=Reports]")).to_be_visible()
    count = page.locator(OPTIONS).count()
    assert count > 2
    for step in range(1, count + 1):
        page.keyboard.press("ArrowDown")
        chosen = page.locator(f"{OPTIONS}[aria-selected=true]")
        expect(chosen).to_have_count(1)
        current = field.get_attribute("aria-activedescendant")
        assert chosen.get_attribute("id") == current == f"palette-{step % count}"


def test_a_command_is_run(mount: Mount) -> None:
    page = typed(mount(), "dark")
    page.keyboard.press("Enter")
    expect(page.locator(".dateline")).to_have_attribute("data-theme", "dark")


def test_escape_closes_the_palette_and_leaves_the_selection(mount: Mount) -> None:
    page = mount(initial={"selection": {"kind": "mark", "id": "p:gn:2044757"}})
    typed(page, "no such word")
    expect(page.locator(".palette .nothing")).to_contain_text("no such word")
    page.keyboard.press("Escape")
    expect(page.locator(".palette")).to_be_hidden()
    assert selection(page) == {"kind": "mark", "id": "p:gn:2044757"}


def test_a_slash_typed_into_a_field_stays_there(mount: Mount) -> None:
    page = mount()
    page.get_by_label("First day", exact=True).focus()
    page.keyboard.press("/")
    expect(page.locator(".palette")).to_be_hidden()
    page.locator(".card").first.focus()
    page.keyboard.press("/")
    expect(page.locator(".palette")).to_be_visible()


def test_hostile_words_are_words(mount: Mount, scene: dict[str, Any]) -> None:
    for number, payload in enumerate(payloads()):
        report = scene["reports"][number % len(scene["reports"])]
        report["text"] = f"{payload} needle {payload}"
        report["publisher"] = payload
        scene["marks"][number % 10]["name"] = f"needle {payload}"
        scene["groups"][number % 10]["label"] = f"needle {payload}"
    page = mount(scene)
    page.evaluate(DETECTOR)
    typed(page, "needle")
    expect(page.locator(f"{OPTIONS} mark").first).to_have_text("needle")
    texts = page.locator(".palette .found").inner_text()
    assert payloads()[-1].split()[0] in texts
    page.keyboard.press("Enter")
    assert page.evaluate("window.fired") == []
