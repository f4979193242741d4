"""The shipped fonts: every sign the screens use, in both formats, with their licence."""

import re

import pytest
from fontTools.ttLib import TTFont

from geo.settings import data_dir

FONTS = data_dir().parent / "static" / "fonts"
LATIN = ("NotoSans-Regular", "NotoSans-Italic", "NotoSans-SemiBold", "NotoSans-Bold")
KOREAN = ("NotoSansKR-Regular", "NotoSansKR-Bold")
ARABIC = ("NotoSansArabic-Regular", "NotoSansArabic-Bold")
HEBREW = ("NotoSansHebrew-Regular", "NotoSansHebrew-Bold")
FACES = (*LATIN, *KOREAN, *ARABIC, *HEBREW)


def characters(name: str) -> set[int]:
    with TTFont(FONTS / name, lazy=True) as font:
        return set(font.getBestCmap() or {})


@pytest.mark.parametrize("name", LATIN)
def test_latin_faces_read_english_russian_and_ukrainian(name: str) -> None:
    wanted = {ord(char) for char in "AZaz09–—’“”…ŏŭРусьЁёґҐєЄіІїЇ"}
    assert wanted <= characters(f"{name}.ttf")


@pytest.mark.parametrize("name", KOREAN)
def test_korean_faces_have_all_hangul_and_the_signs_that_noto_sans_lacks(name: str) -> None:
    wanted = set(range(0xAC00, 0xD7A4)) | {ord(char) for char in "≈→←◇○●北美中"}
    assert wanted <= characters(f"{name}.ttf")


@pytest.mark.parametrize(
    ("name", "letters"),
    [*((n, "ابتثجپچژگی،") for n in ARABIC), *((n, "אבגדהוםןףץ") for n in HEBREW)],
)
def test_faces_of_other_scripts_read_them(name: str, letters: str) -> None:
    assert set(map(ord, letters)) <= characters(f"{name}.ttf")


@pytest.mark.parametrize("name", FACES)
def test_the_browser_gets_the_same_characters(name: str) -> None:
    assert characters(f"{name}.woff2") == characters(f"{name}.ttf")


def test_figures_can_be_set_in_columns() -> None:
    with TTFont(FONTS / "NotoSans-Regular.ttf") as font:
        widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert len(widths) == 1
    assert {"tnum", "lnum"} <= features


def test_the_stylesheet_names_files_that_are_there() -> None:
    files = re.findall(r'url\("([^"]+)"\)', (FONTS / "fonts.css").read_text("utf-8"))
    assert sorted(files) == sorted(f"{name}.woff2" for name in FACES)
    assert all((FONTS / file).exists() for file in files)


def test_licences_lie_beside_the_fonts() -> None:
    for family in ("NotoSans", "NotoSansKR", "NotoSansArabic", "NotoSansHebrew"):
        text = (FONTS / f"OFL-{family}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE" in text.upper()
