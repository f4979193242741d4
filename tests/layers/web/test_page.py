"""The one-file map as a file: its bytes, its policy, what it names and what it leaves out."""

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from layers.fonts.faces import font_faces
from layers.web import page as pages
from layers.web.page import page

ROOT = Path(__file__).resolve().parents[3]
PAYLOADS = [
    v["payload"] for v in json.loads((ROOT / "tests/attack/vectors.json").read_text("utf-8"))
]


@pytest.fixture(scope="module")
def scene() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "tests/fixtures/scene.json").read_text("utf-8"))
    read["meta"]["style"] = json.loads((ROOT / "data/style.json").read_text("utf-8"))
    read["marks"] = read["marks"][:1]
    return read


@pytest.fixture(scope="module")
def file(scene: dict[str, Any]) -> bytes:
    return page(scene, {"theme": "dark"}, "A title")


class Elements(HTMLParser):
    """Lists the elements of a page with their attributes and the text in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the element up."""
        self.found.append((tag, dict(attrs), ""))
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """Leave the element alone whose text is over."""
        del tag
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Add the text to the element that began last, unless it has ended."""
        if self.inside:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)


def elements(file: bytes) -> list[tuple[str, dict[str, str | None], str]]:
    parser = Elements()
    parser.feed(file.decode())
    return parser.found


def data_of(file: bytes) -> dict[str, Any]:
    (text,) = (text for _, given, text in elements(file) if given.get("id") == "data")
    read: dict[str, Any] = json.loads(text)
    return read


def test_the_same_input_gives_the_same_bytes(scene: dict[str, Any], file: bytes) -> None:
    pages.program.cache_clear()
    pages.sheets.cache_clear()
    font_faces.cache_clear()
    assert page(scene, {"theme": "dark"}, "A title") == file


def test_the_policy_allows_what_stands_in_the_file_and_no_address(file: bytes) -> None:
    found = elements(file)
    (policy,) = (given["content"] for _, given, _ in found if "http-equiv" in given)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["connect-src"] == "'none'"
    assert rules["font-src"] == "data:"
    own = [text for tag, given, text in found if tag == "script" and "type" not in given]
    (style,) = (text for _, given, text in found if given.get("id") == "style")
    assert rules["script-src"].split() == [hashed(text) for text in (*own, pages.program())]
    assert rules["style-src"].split() == [hashed(unpacked(style))]


def unpacked(block: str) -> str:
    return gzip.decompress(base64.b64decode(block)).decode()


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_nothing_in_the_file_is_fetched(file: bytes) -> None:
    assert not [given for _, given, _ in elements(file) if {"src", "href", "srcset"} & set(given)]
    (style,) = (text for _, given, text in elements(file) if given.get("id") == "style")
    fonts = re.findall(r"@font-face[^}]*url\(\"(.{5})", unpacked(style))
    assert set(fonts) == {"data:"}


def test_hostile_text_stays_inside_the_data(scene: dict[str, Any], file: bytes) -> None:
    text = " ".join(PAYLOADS)
    title = PAYLOADS[0]
    report = scene["reports"][0] | {"text": text, "title": text}
    hostile = page({**scene, "reports": [report]}, {}, title)
    shape = [(tag, sorted(given)) for tag, given, _ in elements(hostile)]
    assert shape == [(tag, sorted(given)) for tag, given, _ in elements(file)]
    read = data_of(hostile)
    assert read["scene"]["reports"][0]["text"] == text
    assert read["title"] == title


def test_the_data_is_the_scene_with_what_the_file_leaves_out(
    scene: dict[str, Any], file: bytes
) -> None:
    read = data_of(file)
    assert read["view"] == {"theme": "dark"}
    assert {**read["scene"], "meta": None} == {**scene, "meta": None, "pasts": []}
    assert read["scene"]["meta"]["attribution"][-1].startswith("Outlines in this file")
    assert any("OPEN FONT LICENSE" in each["text"] for each in read["licences"])


def test_a_view_that_is_none_is_refused(scene: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="day"):
        page(scene, {"window": {"from": "some day"}}, "A title")


def test_fonts_carry_the_characters_that_are_shown_and_no_others() -> None:
    faces = font_faces(frozenset("Sumy Суми 1"))
    assert faces.count("@font-face") == 4
    assert "Noto Sans KR" not in faces
    encoded = re.findall(r"base64,([^\"]+)", faces)
    assert sum(map(len, encoded)) < 40_000
    assert font_faces(frozenset("Sumy 서울")).count("Noto Sans KR") == 2


def test_a_font_that_was_cut_keeps_its_licence(tmp_path: Path) -> None:
    encoded = re.findall(r"base64,([^\"]+)", font_faces(frozenset("a")))[0]
    cut = tmp_path / "cut.woff2"
    cut.write_bytes(base64.b64decode(encoded))
    with TTFont(cut) as font:
        assert "Open Font License" in str(font["name"].getDebugName(13))
        assert set(font.getBestCmap()) == {ord("a")}
