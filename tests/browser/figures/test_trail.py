"""From a tile to its claims, their sentences and back, by mouse and by keys."""

from playwright.sync_api import expect

from tests.browser.figures.sheet import ROWS, TABLE, Mount


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
