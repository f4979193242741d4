"""Case restored, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.casing import in_capitals, lowered, raised, without_capitals
from geo.gazetteer import Gazetteer

ORDINARY = frozenset({"the", "a", "has", "sent", "soldiers", "to", "said", "on", "and", "denied"})


def test_capitals_are_told_from_initials_and_sentences() -> None:
    assert in_capitals("NORTH KOREA HAS SENT 11,000 SOLDIERS")
    assert not in_capitals("NATO, EU")
    assert not in_capitals("North Korea has sent soldiers")
    assert without_capitals("north korea has sent soldiers")
    assert not without_capitals("평양에서 다시 만났다")
    assert not without_capitals("North korea has sent soldiers")


def test_names_and_sentences_keep_their_capitals(gazetteer: Gazetteer) -> None:
    loud = "NORTH KOREA'S ARMY HAS SENT SOLDIERS TO KURSK. THE U.S. AND NATO DENIED, RAMMUN SAID."
    plain = lowered(loud, gazetteer, (ORDINARY | {"army"}).__contains__)
    assert plain == (
        "North Korea's army has sent soldiers to Kursk. The U.S. and NATO denied, Rammun said."
    )


def test_common_words_that_are_towns_stay_low(gazetteer: Gazetteer) -> None:
    low = lowered("THEY DENIED READING THE MOBILE", gazetteer, lambda _: True)
    assert low == "They denied reading the mobile"


def test_without_capitals_only_sure_names_get_theirs(gazetteer: Gazetteer) -> None:
    low = "soldiers from north korea were killed in kharkiv, turkey and reading said in paris"
    assert raised(low, gazetteer) == (
        "soldiers from North Korea were killed in Kharkiv, turkey and reading said in Paris"
    )


@pytest.mark.parametrize("text", ["İSTANBUL VE ŞANLIURFA", "STRAẞE UND GROẞ ﬁ ŉ", "ΣΟΦΊΑΣ ΌΛΕΣ"])
@pytest.mark.usefixtures("gazetteer")
def test_letters_never_become_two(text: str, gazetteer: Gazetteer) -> None:
    assert len(lowered(text, gazetteer, lambda _: True)) == len(text)
    assert len(raised(text, gazetteer)) == len(text)


@given(st.text(max_size=60))
def test_no_offset_ever_changes(gazetteer: Gazetteer, text: str) -> None:
    for written in (lowered(text, gazetteer, lambda _: False), raised(text, gazetteer)):
        assert len(written) == len(text)
        assert written.casefold() == text.casefold() or not text.isascii()
