"""The exported story in a real browser without a network: stepped through, read, left."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from layers.briefing.briefing import from_json, to_json
from layers.web.story import story_page
from tests.browser.axe import barriers
from tests.browser.test_desk_injection import CONTROL, DETECTOR, hostile_scene, payloads
from tests.browser.test_page import ATTEMPTS

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
STEPS = 7
FRAMES = 1_800
"""So many are waited for at most."""

Told = Callable[..., Page]

# Boxes whose text is cut off: it reaches beyond them, and nobody can scroll there.
CUT = """() => {
  const texts = "h1, p, li, section, aside, header, button, span";
  const others = ".map-pane, .unseen, svg, .time";
  const hides = (how) => ["hidden", "clip"].includes(how);
  return [...document.querySelectorAll(`.present :is(${texts})`)]
    .filter((box) => box.checkVisibility() && box.clientWidth > 0 && !box.closest(others))
    .filter((box) => {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      return display !== "inline" && ((hides(overflowX) && box.scrollWidth > box.clientWidth + 1)
        || (hides(overflowY) && box.scrollHeight > box.clientHeight + 1));
    }).map((box) => `${box.className} ${box.scrollWidth} × ${box.scrollHeight}`);
}"""
# What reaches beyond the panel it stands in, or beyond the screen's sides.
OFF_SCREEN = """() => {
  const bottom = (box) => box.getBoundingClientRect().bottom;
  const beyond = [...document.querySelectorAll(".present .beside > *")]
    .filter((box) => box.checkVisibility() && bottom(box) > bottom(box.parentElement) + 1);
  if (beyond.length > 0) return beyond.map((box) => box.className);
  const others = ".map-pane, .said-here, .figures-of, .title-page, .whole";
  const off = ({ left, right }) => left < -1 || right > innerWidth + 1;
  return [...document.querySelectorAll(".present .slide > *, .present button")]
    .filter((box) => box.checkVisibility() && !box.closest(others))
    .filter((box) => off(box.getBoundingClientRect())).map((box) => box.className);
}"""


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """Read the briefing."""
    read: dict[str, Any] = json.loads((FIXTURES / "briefing.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def file(
    fixture_scene: dict[str, Any], written: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Write the invented scene and briefing as one file."""
    path = tmp_path_factory.mktemp("story") / "story.html"
    path.write_bytes(story_page(fixture_scene, from_json(written)))
    return path


Retold = Callable[..., Path]


@pytest.fixture
def retold(file: Path, tmp_path: Path) -> Retold:
    """Write the file with another briefing, and scene, in the same program and ground."""

    def write(briefing: dict[str, Any], scene: dict[str, Any] | None = None) -> Path:
        page = file.read_text("utf-8")
        lead = '<script type="application/json" id="data">'
        before, _, rest = page.partition(lead)
        data, _, after = rest.partition("</script>")
        told = json.loads(data) | {"briefing": to_json(from_json(briefing))}
        if scene:
            told["scene"] = scene
        inert = json.dumps(told).replace("<", "\\u003c")
        path = tmp_path / "story.html"
        path.write_text(f"{before}{lead}{inert}</script>{after}", "utf-8")
        return path

    return write


@pytest.fixture
def told(chromium: BrowserContext, file: Path) -> Iterator[Told]:
    """Open a story without a network and with less motion; `told(path, size)` waits for the map."""
    assert isinstance(chromium.browser, Browser)
    context = chromium.browser.new_context(
        offline=True, reduced_motion="reduce", has_touch=True, viewport=None, no_viewport=True
    )
    context.add_init_script(DETECTOR)
    troubles: list[str] = []
    asked: list[str] = []

    def show(path: Path = file, size: tuple[int, int] = (1440, 900)) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console", lambda said: troubles.append(said.text) if said.type == "error" else None
        )
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector(".dl-mark", state="attached")
        page.wait_for_function("document.fonts.status === 'loaded'")
        return page

    yield show
    context.close()
    assert troubles == []
    others = ("file:", "data:font/", "about:")
    assert [address for address in asked if not address.startswith(others)] == []


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def until(page: Page, condition: str) -> None:
    """Wait for what a page that evaluates no strings cannot be asked again and again."""
    met = f"""async () => {{
      for (let i = 0; i < {FRAMES} && !({condition}); i += 1)
        await new Promise(requestAnimationFrame);
      return {condition};
    }}"""
    assert page.evaluate(met)


def at(page: Page) -> str:
    return page.locator(".foot-bar .counter").inner_text()


def test_clickers_and_keys_step_and_every_step_says_what_it_stands_on(
    told: Told, written: dict[str, Any]
) -> None:
    page = told()
    expect(page.locator(".title-page h1")).to_have_text(written["title"])
    for number, key in enumerate(
        ["PageDown", "ArrowRight", "Space", "ArrowDown", "PageDown", "PageDown", "PageDown"], 1
    ):
        press(page, key)
        step = written["steps"][number - 1]
        assert at(page) == f"{number} / {STEPS}"
        expect(page.locator(".slide-head h1")).to_have_text(step["title"])
        expect(page.locator(".banner")).to_have_text(written["banner"])
        expect(page.locator(".subtitle")).to_contain_text("were not verified")
        expect(page.locator(".status-line")).to_contain_text("as of 27 Jun 2025 (UTC)")
        window = step["view"].get("window")
        days = "1 J" if window else "all dates"
        expect(page.locator(".status-line")).to_contain_text(days)
        expect(page.locator("[aria-live=polite].unseen")).to_contain_text(step["title"])
        shown = page.locator(".lines .words").all_inner_texts()
        assert shown == [line["text"] for line in step["lines"]]
    press(page, "PageDown")
    assert at(page) == f"{STEPS} / {STEPS}"
    press(page, "Home")
    expect(page.locator(".title-page")).to_be_visible()
    press(page, "End", "PageUp", "ArrowLeft", "ArrowUp")
    assert at(page) == f"{STEPS - 3} / {STEPS}"


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


LOCKED = """() => {
  window.locked = [];
  navigator.keyboard.lock = async (keys) => { locked.push(...keys); };
}"""
FULL = "() => document.fullscreenElement?.classList.contains('present') ?? false"


def test_f_fills_the_screen_and_escape_stays_a_key_of_the_briefing(told: Told) -> None:
    page = told()
    page.evaluate(LOCKED)
    press(page, "f")
    until(page, "document.fullscreenElement && locked.length > 0")
    assert page.evaluate(FULL)
    assert page.evaluate("() => locked") == ["Escape"]
    press(page, "PageDown", "s", "Escape")
    expect(page.locator(".sentence-panel")).to_be_hidden()
    assert at(page) == f"1 / {STEPS}"
    press(page, "Escape")
    expect(page.locator(".title-page")).to_be_visible()
    assert page.evaluate(FULL)
    press(page, "f")
    until(page, "!document.fullscreenElement")


# Counts what a step costs: how often each canvas of the map is painted, how often a size is asked.
COUNTING = """() => {
  window.painted = new Map();
  window.measured = 0;
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...by) {
    const before = painted.get(this.canvas) ?? 0;
    if (this.canvas.closest(".dl-map")) painted.set(this.canvas, before + 1);
    return setTransform.apply(this, by);
  };
  const height = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight");
  Object.defineProperty(Element.prototype, "scrollHeight", { get() {
    window.measured += 1;
    return height.get.call(this);
  } });
}"""
COUNTED = """async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  for (let i = 0; i < 4; i += 1) await frame();
  const found = [Math.max(0, ...painted.values()), measured];
  painted.clear();
  window.measured = 0;
  return found;
}"""


def test_a_step_paints_its_ground_once_and_one_shown_before_measures_nothing(
    told: Told, written: dict[str, Any]
) -> None:
    page = told()
    page.evaluate(COUNTING)
    forth = list(range(STEPS))
    walked = []
    for key, step in [("PageDown", n) for n in forth] + [("PageUp", n) for n in forth[-2::-1]]:
        press(page, key)
        walked.append((written["steps"][step]["view"].get("camera"), *page.evaluate(COUNTED)))
    # A step without a camera looks at its marks once they follow its view.
    assert {paints for camera, paints, _ in walked if camera} == {1}
    assert max(paints for _, paints, _ in walked) <= 2
    measured = [asked for _, _, asked in walked]
    assert max(measured[STEPS:]) == 0 < max(measured)


# Counts pictures of the ground that are made ahead, and those shown.
AHEAD = """() => {
  window.made = 0;
  window.shown = 0;
  const { transferToImageBitmap: make } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    made += 1;
    return make.call(this);
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (...args) {
    shown += 1;
    return drawImage.apply(this, args);
  };
}"""
GROUND = "() => [...document.querySelectorAll('.dl-map canvas')].map((each) => each.toDataURL())"
NEXT_FRAMES = f"async () => {{ await ({COUNTED})(); return ({GROUND})(); }}"


def test_the_next_step_is_drawn_ahead_as_it_is_drawn_at_sight(told: Told) -> None:
    page = told()
    page.evaluate(COUNTING)
    page.evaluate(AHEAD)
    press(page, "PageDown")
    until(page, "made === 2")
    page.evaluate(COUNTED)
    press(page, "PageDown")
    rehearsed = page.evaluate(NEXT_FRAMES)
    assert page.evaluate("shown") == 2
    press(page, "t")
    page.evaluate(NEXT_FRAMES)
    assert page.evaluate("shown") == 2
    press(page, "t", "PageUp", "PageDown")
    page = told()
    press(page, "PageDown", "PageDown")
    page.evaluate(COUNTING)
    assert page.evaluate(NEXT_FRAMES) == rehearsed


def test_a_camera_that_flies_arrives(told: Told) -> None:
    page = told()
    page.emulate_media(reduced_motion="no-preference")
    press(page, "PageDown", "PageDown")
    kursk = "document.querySelector(`.dl-mark[data-mark='p:ne:RU-KRS']`)"
    until(page, f"{kursk}.getBoundingClientRect().width > 100")


def test_a_mark_that_is_clicked_shows_its_sentence(told: Told) -> None:
    page = told()
    press(page, "PageDown", "PageDown")
    page.locator(".dl-mark[data-mark='p:ne:UA-59'] .dl-hit").first.click()
    expect(page.locator(".quote .said")).to_contain_text("Sumy")


def test_the_dark_screen_comes_back_at_any_key_and_does_nothing_else(told: Told) -> None:
    page = told()
    press(page, "PageDown", "b")
    dark = page.locator(".blank")
    expect(dark).to_be_visible()
    press(page, "PageDown")
    expect(dark).to_be_hidden()
    assert at(page) == f"1 / {STEPS}"
    press(page, ".", "b")
    expect(dark).to_be_hidden()


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


def long_briefing(written: dict[str, Any]) -> dict[str, Any]:
    """Make sixty steps, all with long lines, long titles and a word that cannot be broken."""
    briefing = deepcopy(written)
    words = "A long line that goes on about what is reported of one place after another; " * 9
    line = {"text": words + "x" * 120, "cites": ["c043", "c044", "c058", "c022", "c013", "c028"]}
    step = {**briefing["steps"][0], "title": "A title " * 30, "lines": [line] * 6}
    briefing["steps"] = [{**step, "id": f"s{number}"} for number in range(60)]
    return briefing


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (390, 844)])
def test_nothing_is_cut_off_on_any_screen(
    told: Told, retold: Retold, written: dict[str, Any], size: tuple[int, int]
) -> None:
    page = told(size=size)
    for _ in range(STEPS + 1):
        assert page.evaluate(CUT) == []
        assert page.evaluate(OFF_SCREEN) == []
        press(page, "s")
        assert page.evaluate(CUT) == []
        press(page, "PageDown")
    page = told(retold(long_briefing(written)), size)
    assert page.evaluate(CUT) == []
    press(page, "End")
    assert at(page) == "60 / 60"
    assert page.evaluate(CUT) == []
    assert page.evaluate(OFF_SCREEN) == []


def test_a_finger_steps(told: Told) -> None:
    page = told(size=(390, 844))
    page.locator("[data-key='foot next']").tap()
    assert at(page) == f"1 / {STEPS}"
    touch = """(box, [from, to]) => {
      const at = (x) => [new Touch({ identifier: 1, target: box, clientX: x, clientY: 400 })];
      box.dispatchEvent(new TouchEvent("touchstart", { bubbles: true, touches: at(from) }));
      box.dispatchEvent(new TouchEvent("touchend", { bubbles: true, changedTouches: at(to) }));
    }"""
    page.locator(".slide-head").evaluate(touch, [300, 80])
    assert at(page) == f"2 / {STEPS}"
    page.locator(".slide-head").evaluate(touch, [80, 300])
    assert at(page) == f"1 / {STEPS}"


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_step_keeps_people_out(told: Told, theme: str) -> None:
    page = told()
    if page.locator(".present").get_attribute("data-theme") != theme:
        press(page, "t")
    assert barriers(page) == []
    for _ in range(STEPS):
        press(page, "PageDown")
        assert barriers(page) == []
    press(page, "s")
    assert barriers(page) == []


SAID = """() => JSON.stringify([...document.querySelectorAll(".lines .words")]
  .map((words) => words.textContent))"""


def test_hostile_text_is_shown_and_never_runs(
    chromium: BrowserContext,
    retold: Retold,
    scene: dict[str, Any],
    written: dict[str, Any],
    page: Page,
) -> None:
    texts = payloads()
    lines = [{"text": text, "cites": [f"c{n}", f"m{n}"]} for n, text in enumerate(texts)]
    step = {"kind": "view", "view": {}, "title": texts[0], "notes": " ".join(texts), "lines": lines}
    briefing = {**written, "title": " ".join(texts), "banner": texts[0], "steps": [step]}
    path = retold(briefing, hostile_scene(scene, texts))
    other, asked = chromium.new_page(), list[str]()
    other.on("request", lambda request: asked.append(request.url))
    other.add_init_script(DETECTOR)
    other.goto(path.as_uri())
    other.wait_for_selector(".dl-mark", state="attached")
    press(other, "PageDown")
    assert json.loads(other.evaluate(SAID)) == texts
    with other.expect_popup() as opened:
        press(other, "p")
    expect(opened.value.locator(".notes")).to_contain_text("onerror")
    press(other, "s", *["ArrowDown"] * len(texts))
    assert other.evaluate("window.fired") == []
    opened.value.evaluate(DETECTOR)
    assert [address for address in asked[1:] if not address.startswith("data:font/")] == []

    # Even what would be taken for markup or for code meets the file's own policy, in both windows …
    markup = [text for text in texts if "onerror" in text]
    for window in (other, opened.value):
        assert window.evaluate(CONTROL, markup) == 0
    refused = {"script": 0, "eval": "EvalError", "fetch": "TypeError", "fired": []}
    assert other.evaluate(ATTEMPTS) == refused
    other.close()
    # … and would have run without it.
    page.evaluate(DETECTOR)
    assert page.evaluate(CONTROL, markup) > 0
