"""The invented story as one file, opened without a network."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from layers.briefing.briefing import from_json, to_json
from layers.web.story import story_page
from tests.browser.story.playing import Retold, Told
from tests.browser.test_desk_injection import DETECTOR
from tests.browser.troubles import note_troubles

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@pytest.fixture(scope="session")
def written() -> dict[str, Any]:
    """Read the briefing."""
    read: dict[str, Any] = json.loads((FIXTURES / "briefing.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="session")
def file(
    fixture_scene: dict[str, Any], written: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Write the invented scene and briefing as one file."""
    path = tmp_path_factory.mktemp("story") / "story.html"
    path.write_bytes(story_page(fixture_scene, from_json(written)))
    return path


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
        note_troubles(page, troubles)
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
