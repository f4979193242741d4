"""Which country's local affairs a report tells of, and what that makes of its names."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.lexicon import meanings
from geo.passage import Passage
from geo.toponyms import toponyms
from geo.toponyms.idiom import lands
from reports.language import pipeline

Parse = Callable[[str], list[Passage]]
WORDS = sorted(meanings("idioms", "words"))


def told(text: str) -> dict[str, float]:
    return dict(lands([pipeline().make_doc(text)]))


def test_each_further_word_leaves_half_of_the_doubt() -> None:
    assert told("A Sheriff came. The sheriff left.") == {"US": 0.5}
    assert told("Deputies of two sheriffs closed Interstate 7.") == {"US": 0.75}


def test_words_of_several_countries_weaken_each_other() -> None:
    assert told("The sheriff paid £20.") == {"GB": 0.25, "US": 0.25}


@pytest.mark.parametrize("text", ["Interstate trade", "interstate trade", "A sheriffdom", "LGAX"])
def test_only_the_whole_word_as_it_is_written_counts(text: str) -> None:
    assert told(text) == ({"US": 0.5} if text.startswith("I") else {})


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_strengths_share_what_is_sure(words: list[str]) -> None:
    assert 0 <= sum(told(" ; ".join(words)).values()) < 1


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Berea jailed a man, the sheriff and the state trooper said.", "US"),
        ("Police in Berea jailed a man, the general and his spokesman said.", "LS"),
        ("Paris stays safe, the sheriff of the county jail said.", "FR"),
    ],
)
def test_towns_are_meant_where_a_report_tells_of_sheriffs(
    text: str, country: str, parse: Parse, gazetteer: Gazetteer
) -> None:
    place = toponyms(parse(text), gazetteer)[0].place
    assert place is not None
    assert place.country == country
