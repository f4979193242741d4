"""Measured text: what is said to fit does fit, and nothing is lost where it is broken."""

from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from layers.fonts import FONTS
from layers.fonts.measure import CUT, fit, width, wrap

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "))
ROOM = st.floats(20, 400)


def test_a_line_is_at_least_as_wide_as_the_font_draws_it() -> None:
    line = "AVATAR fi 11,000 – 12,000 Курская область"
    drawn = ImageFont.truetype(FONTS / "NotoSans-Regular.ttf", 100).getlength(line)
    assert drawn <= width(line, 100) <= drawn * 1.2


@given(TEXT, ROOM)
def test_lines_keep_every_character_and_stay_in_their_room(words: str, room: float) -> None:
    lines = wrap(words, 13, room)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(len(line) == 1 or width(line, 13) <= room + 1e-6 for line in lines)


@given(TEXT, ROOM, st.integers(1, 4))
def test_what_is_cut_fits_and_says_that_it_is_cut(words: str, room: float, lines: int) -> None:
    short = fit(words, 13, room, lines)
    assert short == words or short.endswith(CUT)
    assert len(wrap(short, 13, room)) <= lines


def test_korean_is_measured_in_its_own_font() -> None:
    assert width("평양", 10) > width("..", 10) * 3
