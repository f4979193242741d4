"""Words that mix scripts."""

import pytest

from geo.index import Index
from geo.mention import Candidate, Mention
from geo.place import Kind, Place, Role
from geo.scripts import Disguised, disguised, doubted, hidden, undisguised

KURSK = Place("t:1", "Kursk", Kind.CITY, 51.7, 36.2, "RU")
KNOWN = {"Kursk", "Moscow", "Kerch", "Сумы"}


def found(text: str) -> list[Disguised]:
    return disguised(text, 0, len(text), KNOWN.__contains__)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Kуrsk", "Kursk"),  # Cyrillic у, which looks like y
        ("Мoscow", "Moscow"),
        ("Kеrch", "Kerch"),
        ("Mοscow", "Moscow"),  # Greek omicron
        ("Ｋursk", "Kursk"),
        ("𝐊ursk", "Kursk"),
        ("Cумы", "Сумы"),  # Latin C before Cyrillic
    ],
)
def test_a_word_of_two_scripts_is_read_as_what_it_looks_like(written: str, plain: str) -> None:
    text = f"Near {written} they met."
    (word,) = found(text)
    assert (word.written, word.plain) == (written, plain)
    assert undisguised(text, [word]) == f"Near {plain} they met."
    assert "mixes" in word.reason


@pytest.mark.parametrize(
    "text",
    [
        "They met in Сумы, Москва and Αθήνα near Kursk.",
        "U-банк and IT-компания",
        "5 μm and ΔT",
        "Ｋｕｒｓｋ",
        "Kūrsk, Łódź, N’Djamena and naïve",
        "東京タワーとTシャツ",
        "평양 and دمشق and ירושלים",
        "K\u0301u\u0308rsk and So\u00adfia",
        "😀🚀",
    ],
)
def test_honest_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_hidden_characters_are_named_where_no_spelling_needs_them() -> None:
    assert hidden("Ku\u200brsk and \u200bSumy and می\u200cخواهم") == ("Ku\u200brsk",)


def test_a_place_so_named_is_doubted_and_the_reason_said() -> None:
    (word,) = found("Kуrsk")
    mention = Mention(0, 5, "Kуrsk", Role.LITERAL, "", KURSK, 0.8, (Candidate(KURSK, 0.9, ("a",)),))
    less = doubted(mention, [word])
    assert less.confidence == pytest.approx(0.4)
    assert less.candidates[0].reasons == ("a", "looks like Kursk: mixes Latin and Cyrillic letters")
    assert doubted(mention, found("a long way to Kуrsk")) == mention


def test_the_gazetteer_has_the_last_word_on_what_is_known(index: Index) -> None:
    (word,) = disguised("Kуrsk", 0, 5, lambda name: bool(index.lookup(name)))
    assert word.plain == "Kursk"
