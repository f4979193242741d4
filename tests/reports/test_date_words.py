"""Phrases put into one pattern match what each would match by itself."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reports.dates.words import alternation

WORDS = st.text("ab.", min_size=1, max_size=3)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8)


@given(PHRASES, PHRASES)
def test_the_longest_phrase_is_found_wherever_one_starts(
    phrases: list[str], others: list[str]
) -> None:
    text = "\n".join([*others, *phrases])
    longest_first = sorted(phrases, key=len, reverse=True)
    flat = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    found = [match.span() for match in re.finditer(alternation(phrases), text)]
    assert found == [match.span() for match in re.finditer(flat, text)]


@given(PHRASES)
def test_a_shorter_phrase_is_tried_where_the_longer_leads_nowhere(phrases: list[str]) -> None:
    pattern = re.compile(alternation(phrases) + "!")
    assert all(pattern.fullmatch(f"{phrase}!") for phrase in phrases)
