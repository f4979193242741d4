"""What the words around a name mean: lists first, senses for the rest."""

import tomllib
from collections.abc import Callable

import pytest
from spacy.tokens import Token

from geo.passage import Passage
from geo.settings import data_dir
from geo.toponyms.meaning import among, listed, only_verb, sense, spelt

Parse = Callable[[str], list[Passage]]


@pytest.fixture
def word(parse: Parse) -> Callable[[str, str], Token]:
    """Give a word of a sentence."""
    return lambda text, wanted: next(token for token in parse(text)[0].doc if token.text == wanted)


def test_a_listed_word_is_what_its_list_says(word: Callable[[str, str], Token]) -> None:
    army = word("The army left.", "army")
    assert listed(army, "nouns", "actors")
    assert among(army, "nouns", "actors")
    assert not among(army, "nouns", "grounds")


def test_other_words_are_what_they_mean(word: Callable[[str, str], Token]) -> None:
    slums = word("The slums burned.", "slums")
    assert sense(slums, "nouns") == "location"
    assert not listed(slums, "nouns", "grounds")
    assert among(slums, "nouns", "grounds")
    assert not among(slums, "nouns", "actors")


def test_a_word_of_its_own_beats_its_lemma(word: Callable[[str, str], Token]) -> None:
    arms = word("Ships with arms came.", "arms")
    assert arms.lemma_ == "arm"
    assert sense(arms, "nouns") == "artifact"


def test_a_list_beats_the_sense(word: Callable[[str, str], Token]) -> None:
    market = word("The market burned.", "market")
    assert sense(market, "nouns") == "act"
    assert among(market, "nouns", "grounds")


def test_a_person_s_name_means_nothing_else(word: Callable[[str, str], Token]) -> None:
    baker = word("Yesterday John Baker spoke in London.", "Baker")
    assert not among(baker, "nouns", "actors")


def test_verbs_are_known_in_headlines(word: Callable[[str, str], Token]) -> None:
    assert only_verb(word("Poland Rejects Plan", "Rejects"))
    assert only_verb(word("POLAND SEEKS TALKS", "SEEKS"))
    assert not only_verb(word("Poland Floods Kill Two", "Floods"))


def test_entries_of_several_words_are_found_whole() -> None:
    assert spelt("turn down", "objects", "phrases")
    assert not spelt("turn", "objects", "phrases")


def test_no_word_stands_twice_in_a_list_and_all_are_lower_case() -> None:
    lexicon = tomllib.loads((data_dir() / "lexicons" / "roles.toml").read_text("utf-8"))
    for table in lexicon.values():
        for words in (listing for listing in table.values() if isinstance(listing, list)):
            assert len(words) == len(set(words))
            assert all(entry == entry.lower() for entry in words)
