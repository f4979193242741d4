"""The choice of ground: nobody is asked for a tile until a reader chooses, nor after letting go."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

Mount = Callable[..., Page]
KURSK = {"camera": {"lat": 51.5, "lon": 36.5, "zoom": 6.5}}
MOVE = "async (lon) => { state.set({ camera: { lat: 51.5, lon, zoom: 6.5 } }); await frames(); }"
BUTTON = "Choose the ground"


def pixel() -> bytes:
    image = BytesIO()
    Image.new("RGB", (1, 1), "olive").save(image, "PNG")
    return image.getvalue()


class Tiles:
    """A tile service on loopback: whom it was asked for, and what it answers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.answers = True
        self.port = 0

    @property
    def service(self) -> dict[str, Any]:
        """As the page is given it."""
        host = f"127.0.0.1:{self.port}"
        url = f"http://{host}/{{z}}/{{x}}/{{y}}.png"
        named = {"id": "own", "name": "Survey", "attribution": "© <b>Survey</b>"}
        return {**named, "url": url, "host": host, "maxZoom": 12}


@pytest.fixture
def server() -> Iterator[Tiles]:
    tiles = Tiles()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            tiles.asked.append((self.path, self.headers["Referer"]))
            self.send_response(200 if tiles.answers else 503)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(pixel() if tiles.answers else b"")

        def log_message(self, *args: object, **kwargs: object) -> None:
            """Keep the test output quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        tiles.port = http.server_address[1]
        Thread(target=http.serve_forever, daemon=True).start()
        yield tiles
        http.shutdown()


@pytest.fixture
def chart(bare: Page, scene: dict[str, Any], server: Tiles) -> Iterator[Page]:
    """Draw a map on which the service may be chosen."""

    # A page that no server sent may not ask this machine: what it asks goes round by the test.
    def ask(route: Route) -> None:
        route.fulfill(response=route.fetch())

    bare.route(f"http://{server.service['host']}/**", ask)
    tiles = {"services": [server.service], "problem": None}
    script = "([s, v, tiles]) => window.mount(s, v, { options: { tiles } })"
    bare.evaluate(script, [scene, KURSK, tiles])
    yield bare
    bare.evaluate("map.destroy()")
    bare.unroute_all(behavior="ignoreErrors")


def choose(page: Page, name: str) -> None:
    box = page.get_by_role("region", name="Choice of ground")
    if not box.is_visible():
        page.get_by_role("button", name=BUTTON).click()
    page.get_by_role("radio", name=name).check()


def sources(page: Page) -> str:
    return page.locator(".dl-sources").inner_text()


def names(page: Page) -> str:
    return "|".join(page.evaluate("texts().flat()"))


def test_tiles_are_asked_for_only_while_they_are_chosen(chart: Page, server: Tiles) -> None:
    chart.evaluate(MOVE, 30)
    chart.get_by_role("button", name=BUTTON).click()
    offer = chart.get_by_role("region", name="Choice of ground").inner_text()
    assert f"Asks {server.service['host']} for the parts of the map you look at" in offer
    assert server.asked == []
    choose(chart, "Survey")
    expect(chart.locator(".leaflet-tile-loaded").first).to_be_attached()
    expect(chart.locator(".leaflet-tile:not(.leaflet-tile-loaded)")).to_have_count(0)
    chart.wait_for_function("texts().flat().every((text) => text !== 'UKRAINE')")
    assert server.asked
    assert {referer for _, referer in server.asked} == {f"{chart.url.rsplit('/', 1)[0]}/"}
    assert "© <b>Survey</b>" in sources(chart)
    choose(chart, "Dateline (offline)")
    known = len(server.asked)
    chart.evaluate(MOVE, 60)
    chart.wait_for_timeout(300)
    assert len(server.asked) == known
    assert chart.locator(".leaflet-tile").count() == 0
    assert "Survey" not in sources(chart)


def test_tiles_that_do_not_come_leave_the_ground_and_its_names(chart: Page, server: Tiles) -> None:
    server.answers = False
    choose(chart, "Survey")
    expect(chart.locator(".dl-sources")).to_contain_text("some tiles did not come")
    assert chart.locator(".leaflet-tile-loaded").count() == 0
    assert "UKRAINE" in names(chart)


def test_the_choice_is_in_no_link_and_no_view(chart: Page, server: Tiles) -> None:
    before = chart.evaluate("JSON.stringify(state.serialise())")
    choose(chart, "Survey")
    expect(chart.locator(".leaflet-tile-loaded").first).to_be_attached()
    assert chart.evaluate("JSON.stringify(state.serialise())") == before
    assert server.asked


def test_the_quiet_ground_has_no_towns_and_asks_nobody(
    mount: Mount, server: Tiles, blocked: list[str]
) -> None:
    page = mount(view=KURSK)
    assert "Kyiv" in names(page)
    choose(page, "Quiet (no rivers and towns)")
    page.evaluate("frames()")
    assert "Kyiv" not in names(page)
    assert "UKRAINE" in names(page)
    assert (server.asked, blocked) == ([], [])


def test_the_choice_is_made_by_keys_and_left_with_escape(mount: Mount) -> None:
    page = mount(view=KURSK)
    press = page.get_by_role("button", name=BUTTON)
    press.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Quiet")).to_be_checked()
    page.keyboard.press("Escape")
    expect(press).to_be_focused()
    expect(press).to_have_attribute("aria-expanded", "false")


def test_what_is_wrong_with_the_file_is_said(bare: Page, scene: dict[str, Any]) -> None:
    tiles = {"services": [], "problem": "tiles.toml cannot be used: mend or remove it"}
    script = "([s, tiles]) => window.mount(s, null, { options: { tiles } })"
    bare.evaluate(script, [scene, tiles])
    bare.get_by_role("button", name=BUTTON).click()
    expect(bare.get_by_role("region", name="Choice of ground")).to_contain_text("mend or remove it")
