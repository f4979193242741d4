"""A story with hostile words: shown to the letter, never run."""

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.story.playing import Retold, press
from tests.browser.test_desk_injection import CONTROL, DETECTOR, hostile_scene, payloads
from tests.browser.test_page import ATTEMPTS

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
