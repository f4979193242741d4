"""The steps of a briefing in a browser: sorted by pointer and keyboard, worded, never lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from layers.briefing.draft import draft
from layers.briefing.standing import known
from views.briefing.rows import row

HOSTILE = '<img src=x onerror="window.__xss = 1">'
# One pixel, so that a preview has something to show.
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
MOUNT = """async ([rows, style]) => {
  document.querySelectorAll("link").forEach((link) => link.remove());
  for (const name of ["desk", "bar", "briefing"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: `/static/web/${name}.css` });
    document.head.append(link);
    await new Promise((done) => link.addEventListener("load", done));
  }
  const { mountBriefing } = await import("/static/web/briefing-desk.js");
  const { themeProperties } = await import("/static/web/signs.js");
  const root = document.createElement("div");
  root.className = "dateline briefing";
  Object.entries(themeProperties(style, "light")).forEach(([k, v]) => root.style.setProperty(k, v));
  document.body.replaceChildren(root);
  window.sent = [];
  window.asked = [];
  window.drawn = [];
  window.rows = rows;
  window.desk = mountBriefing(root, {
    send: ({ mount, acts }) => Object.assign(window, { sent: acts, mount }),
    ask: (name, step) => window.asked.push([name, step]),
    picture: async (step) => {
      window.drawn.push(step);
      return { key: window.rows.find(({ id }) => id === step)?.preview, src: "PIXEL" };
    },
  });
  window.answer = (next, done) => {
    window.rows = next;
    window.desk.update({ briefing: "b", rows: next, done: { [window.mount]: done } });
  };
  window.answer(rows, 0);
}""".replace("PIXEL", PIXEL)

Steps = Callable[..., Page]


@pytest.fixture
def steps(page: Page, scene: dict[str, Any]) -> Steps:
    """Draw the steps of a drafted briefing: `steps(change) -> page`."""

    def show(change: Callable[[list[dict[str, Any]]], None] = lambda _: None) -> Page:
        briefing, bearing = draft(scene, {}), known(scene)
        made = [dict(row(briefing, step, bearing, "1")) for step in briefing.steps]
        change(made)
        page.evaluate(MOUNT, [made, scene["meta"]["style"]])
        return page

    return show


def titles(page: Page) -> list[str]:
    return page.locator(".step .title").all_inner_texts()


def acts(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.sent")
    return found


def test_arrow_keys_on_a_handle_move_its_step_and_keep_the_focus(steps: Steps) -> None:
    page = steps()
    before = titles(page)
    handle = page.get_by_role("button", name="Step 1, ").first
    handle.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert titles(page) == [before[1], before[2], before[0], *before[3:]]
    assert page.evaluate("document.activeElement.dataset.key") == "handle s1"
    assert [(act["name"], act["step"], act["to"]) for act in acts(page)] == [
        ("move", "s1", 1),
        ("move", "s1", 2),
    ]
    expect(page.get_by_text("Step moved to 3 of 7.")).to_be_attached()


def test_a_step_is_dragged_by_its_handle(steps: Steps) -> None:
    page = steps()
    before = titles(page)
    start, goal = (page.locator(".step").nth(n).locator(".handle").bounding_box() for n in (3, 0))
    assert start is not None
    assert goal is not None
    page.mouse.move(start["x"] + 8, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(goal["x"] + 8, goal["y"] + 30, steps=5)
    page.mouse.move(goal["x"] + 8, goal["y"] + 4, steps=2)
    page.mouse.up()
    assert titles(page) == [before[3], *before[:3], *before[4:]]


def test_a_dragged_step_that_is_let_go_with_escape_stays(steps: Steps) -> None:
    page = steps()
    before = titles(page)
    box = page.locator(".step").nth(3).locator(".handle").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 8, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 8, box["y"] - 150, steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert titles(page) == before


def test_buttons_move_a_step_too(steps: Steps) -> None:
    page = steps()
    before = titles(page)
    page.get_by_role("button", name="Move down: ").first.click()
    assert titles(page)[:2] == [before[1], before[0]]
    expect(page.get_by_role("button", name="Move up: ").first).to_be_disabled()


def test_every_line_shows_who_says_so(steps: Steps) -> None:
    page = steps()
    page.locator(".step .open").nth(3).click()
    expect(page.get_by_label("Title of the step")).to_have_value(
        "Figures, as the reports state them"
    )
    for number, line in enumerate(page.locator(".line-row").all(), 1):
        expect(line.get_by_label(f"Line {number}", exact=True)).not_to_have_value("")
        expect(line.locator(".quotes li").first).to_be_visible()


def test_a_line_without_a_sentence_and_a_strange_number_are_told(steps: Steps) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        lines = [dict(line) for line in rows[0]["lines"]]
        lines[0] |= {"cites": 0, "quotes": []}
        lines[1] |= {"unsupported": ["13000"]}
        rows[0] |= {"lines": lines, "gone": ["Its view shows nothing of the reports."]}

    page = steps(change)
    expect(
        page.get_by_text("No sentence is cited: these are not the words of a report.")
    ).to_be_visible()
    expect(page.get_by_text("13000 stands in none of the sentences")).to_be_visible()
    expect(page.get_by_role("note")).to_have_text("Its view shows nothing of the reports.")
    expect(page.locator(".step").first.get_by_text("2 things to look at")).to_be_visible()


def test_typing_goes_on_while_the_server_answers(steps: Steps) -> None:
    page = steps()
    line = page.get_by_label("Line 1", exact=True)
    line.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("First ")
    page.evaluate("window.answer(window.rows, 0)")
    page.keyboard.type("words ")
    assert line.input_value().startswith("First words ")
    page.get_by_label("Notes", exact=True).click()
    act = acts(page)[-1]
    assert (act["name"], act["step"], act["at"]) == ("reword", "s1", 0)
    assert act["text"].startswith("First words ")


def test_acts_are_kept_until_the_server_has_done_them(steps: Steps) -> None:
    page = steps()
    page.get_by_role("button", name="Add a line").click()
    page.get_by_role("button", name="Duplicate").click()
    assert [(act["seq"], act["name"]) for act in acts(page)] == [(1, "add-line"), (2, "duplicate")]
    page.evaluate("window.answer(window.rows, 1)")
    page.get_by_role("button", name="Add a line").click()
    assert [act["seq"] for act in acts(page)] == [2, 3]


def test_a_removed_step_can_be_taken_back(steps: Steps) -> None:
    page = steps()
    page.get_by_role("button", name="Remove", exact=True).click()
    assert len(titles(page)) == 6
    page.get_by_role("button", name="Undo").click()
    assert [act["name"] for act in acts(page)] == ["remove", "undo"]


def test_previews_are_asked_one_by_one_and_kept(steps: Steps) -> None:
    page = steps()
    expect(page.locator(".step .picture.drawn")).to_have_count(7)
    drawn = page.evaluate("window.drawn")
    assert sorted(drawn) == sorted(set(drawn))
    page.evaluate("window.answer(window.rows, 0)")
    expect(page.locator(".step .picture.drawn")).to_have_count(7)
    assert page.evaluate("window.drawn.length") == len(drawn)


def test_words_of_strangers_are_never_markup(steps: Steps) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        line = {**rows[0]["lines"][0], "text": HOSTILE, "unsupported": [HOSTILE]}
        line["quotes"] = [{"ref": HOSTILE, "credit": HOSTILE, "sentence": HOSTILE}]
        rows[0] |= {"title": HOSTILE, "window": HOSTILE, "gone": [HOSTILE], "lines": [line]}

    page = steps(change)
    expect(page.locator(".step .title").first).to_have_text(HOSTILE)
    assert page.evaluate("window.__xss ?? null") is None
    assert page.locator("img[src=x]").count() == 0
