"""Which tile services a user may name, and what is served of a folder of tiles."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from layers.web import tiles

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    return tmp_path


def name(home: Path, url: str, more: str = "") -> None:
    text = f"[own]\nname = 'Own'\nurl = '{url}'\nattribution = '© Own'\n{more}\n"
    (home / tiles.SETTINGS).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_without_a_file_there_is_no_choice() -> None:
    assert tiles.choices() == {"services": [], "problem": None}


def test_a_service_is_named_with_the_host_that_is_asked(home: Path) -> None:
    name(home, "https://tiles.example.org:8443/{z}/{x}/{y}.png?key=a", "max_zoom = 12")
    assert tiles.choices()["services"] == [
        {
            "id": "own",
            "name": "Own",
            "url": "https://tiles.example.org:8443/{z}/{x}/{y}.png?key=a",
            "host": "tiles.example.org:8443",
            "attribution": "© Own",
            "maxZoom": 12,
        }
    ]


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:80"])
def test_this_machine_may_be_asked_in_the_clear(home: Path, host: str) -> None:
    name(home, f"http://{host}/{{z}}/{{x}}/{{y}}.png")
    assert [each.host for each in tiles.tile_services()] == [host]


@pytest.mark.parametrize(
    "url",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "http://127.0.0.1.example.org/{z}/{x}/{y}.png",
        "javascript:alert(1)//{z}/{x}/{y}",
        "data:image/png;base64,{z}{x}{y}",
        "ftp://example.org/{z}/{x}/{y}.png",
        "//example.org/{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}.png",
        "https://{z}.example.org/{x}/{y}.png",
        "https://user:word@example.org/{z}/{x}/{y}.png",
        "https://127.0.0.1@example.org/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}.png",
        "https://example.org/{s}/{z}/{x}/{y}.png",
        "https://example.org/{z}/{z}/{x}/{y}.png",
        "https://example.org/ /{z}/{x}/{y}.png",
        'https://example.org/"/{z}/{x}/{y}.png',
        "https://example.org\\\\@evil.example/{z}/{x}/{y}.png",
        "file:///tiles/{z}/{x}/{y}.svg",
        "file://server/tiles/{z}/{x}/{y}.png",
    ],
)
def test_any_other_address_is_refused_with_the_file_and_the_way_out(home: Path, url: str) -> None:
    name(home, url)
    found = tiles.choices()
    assert found["services"] == []
    assert str(home / tiles.SETTINGS) in found["problem"]
    assert "mend or remove it" in found["problem"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[own]\nname = 'Own'\nurl = 'https://a.example/{z}/{x}/{y}'", "attribution"),
        ("[own]\nurl = 3", "url"),
        ("[own]\nhost = 'a'", "host"),
        ("own = 3", "own"),
        ("['../up']\nname = 'Up'", "short name"),
        ("[own", "cannot be used"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(home: Path, text: str, said: str) -> None:
    (home / tiles.SETTINGS).write_text(text, encoding="utf-8")
    assert said in tiles.choices()["problem"]


@pytest.mark.parametrize("zoom", ["'12'", "-1", "99", "true", "1.5"])
def test_a_zoom_is_a_whole_number(home: Path, zoom: str) -> None:
    name(home, "https://example.org/{z}/{x}/{y}.png", f"max_zoom = {zoom}")
    assert "max_zoom" in tiles.choices()["problem"]


def test_of_a_folder_its_tiles_are_served_and_nothing_else(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "our tiles" / "3" / "4"
    folder.mkdir(parents=True)
    (folder / "5.png").write_bytes(PNG)
    (folder / "secret.png").write_bytes(b"no tile")
    name(home, f"file://{tmp_path}/our%20tiles/{{z}}/{{x}}/{{y}}.png")
    (service,) = tiles.choices()["services"]
    assert (service["url"], service["host"]) == ("tiles/own/{z}/{x}/{y}", "this machine")
    client = TestClient(Starlette(routes=[tiles.route()]))
    answer = client.get("/tiles/own/3/4/5")
    assert (answer.status_code, answer.content) == (200, PNG)
    assert answer.headers["content-type"] == "image/png"
    for path in ("own/3/4/6", "other/3/4/5", "own/3/4/secret", "own/3/4/..%2f4%2f5", "own/-3/4/5"):
        assert client.get(f"/tiles/{path}").status_code == 404


def test_a_service_on_the_network_is_never_fetched_by_the_server(home: Path) -> None:
    name(home, "https://tiles.example.org/{z}/{x}/{y}.png")
    client = TestClient(Starlette(routes=[tiles.route()]))
    assert client.get("/tiles/own/1/0/0").status_code == 404
