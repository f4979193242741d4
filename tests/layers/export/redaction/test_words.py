"""A name is found however it is dressed, and nothing else is; offsets follow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.export.redaction.words import BAR, Hidden, Words, fold


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim Jong-un", "KIM\n JONG UN"),
        ("Kim Jong un", "Kim Jong\u2011un"),
        ("Sumy", "Sum\u200by"),
        ("Sumy", "Su\u0301my"),
        ("Kursk", "K\u0443rsk"),
        ("Łódź", "ŁÓDŹ"),
        ("Łódź", "Lo\u0301dz\u0301".replace("L", "Ł")),
        ("O'Neill", "O’Neill"),
        ("곡산", "곡산군에"),
        ("Ukrain*", "Ukrainians"),
        ("Курск*", "Курской"),
    ],
)
def test_a_name_is_found_in_any_dress(name: str, text: str) -> None:
    hidden = Words([name]).hide(f"a {text}, b")
    assert hidden.startswith(f"a {BAR}")
    assert fold(name.strip("*")).letters not in fold(hidden).letters


@pytest.mark.parametrize(
    ("name", "text"),
    [("Ali", "Italian allies"), ("Sum", "Sumy"), ("고", "곡산"), ("*", "all of it")],
)
def test_a_part_of_a_word_is_another_word(name: str, text: str) -> None:
    assert Words([name]).hide(text) == text


def test_every_bar_is_as_long() -> None:
    hidden = Words(["Li", "Konstantinopel"]).hide("Li in Konstantinopel, li")
    assert hidden == f"{BAR} in {BAR}, {BAR}"


def test_what_hangs_on_a_name_goes_with_it() -> None:
    assert Words(["Sumy"]).hide("Sumy\u0301\u200b!") == f"{BAR}!"


def test_names_that_overlap_are_hidden_whole() -> None:
    words = Words(["Kim Jong", "Jong un Lee", "Kim"])
    assert words.hide("So Kim Jong Un Lee said") == f"So {BAR} said"


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=6)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(names=st.lists(NAMES, min_size=1, max_size=3), parts=st.lists(TEXTS, max_size=4))
def test_offsets_follow_and_no_name_is_left(names: list[str], parts: list[str]) -> None:
    text = " ".join(part for name in names for part in (*parts, name))
    hidden = Hidden.of(text, Words(names))
    # What stood before and after a bar still stands there, at the offsets that are told.
    ends = [0, *(offset for span in hidden.spans for offset in span), len(text)]
    kept = list(zip(ends[::2], ends[1::2], strict=True))
    for start, end in kept:
        if start < end:
            first, last = hidden.span(start, end)
            assert hidden.text[first:last] == text[start:end]
    for start, end in hidden.spans:
        first, last = hidden.span(start, end)
        assert hidden.text[first:last] == BAR
    left = re.split(re.escape(BAR), hidden.text)
    assert not any(Words(names).within(part) for part in left)
