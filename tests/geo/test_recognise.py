"""Which stretches name a place, and which only look as if they did."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.index import Index
from geo.mention import Mention
from geo.passage import Passage
from geo.toponyms import toponyms
from geo.toponyms.recognise import recognise

Find = Callable[[str], list[Mention]]


def texts(found: list[Mention]) -> list[str]:
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops held positions in Kursk Oblast on Monday.", ["Kursk Oblast"]),
        ("They moved through Poland and the Suwałki Gap.", ["Poland", "Suwałki Gap"]),
        ("Gunmen attacked a post on Lake Chad.", ["Lake Chad"]),
        ("The trainers are still waiting in Gao.", ["Gao"]),
        (
            "The base lies in Koksan County, North Hwanghae Province.",
            ["Koksan County", "North Hwanghae Province"],
        ),
        (
            "North Korean sappers crossed the Demilitarized Zone.",
            ["North Korean", "Demilitarized Zone"],
        ),
    ],
)
def test_whole_names_are_found_whatever_the_model_calls_them(
    mentions: Find, text: str, names: list[str]
) -> None:
    assert texts(mentions(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Relatives of the men of the submarine Kursk laid wreaths.",
        "Rep. Austin Paris put the value of the load at nearly $5m.",
        "The Sydney Morning Herald reported the sale.",
        "Reading the report, officers laughed. Of the rest nothing was said.",
        "The NIS briefed lawmakers.",
        "Central planning failed, and Mobile phones were seized.",
        "He parked on Warsaw Street.",
        "The children wore Michael Jordan shirts.",
        "They were taken to St. Paris's Hospital.",
        "Officers of the Bank of England met.",
    ],
)
def test_what_carries_a_place_name_is_no_place(mentions: Find, text: str) -> None:
    assert mentions(text) == []


def test_a_surname_stays_a_person_until_the_text_treats_it_as_a_country(mentions: Find) -> None:
    text = (
        "Ellen Jordan, who runs a clinic in Daraa, disputes this. Jordan put the wounded at 212.\n"
        "Jordan says it hosts refugees. Officials in Jordan agreed."
    )
    countries = [mention.start for mention in mentions(text) if mention.text == "Jordan"]
    assert countries == [text.index("Jordan says"), text.rindex("Jordan")]


def test_a_given_name_stays_a_person(mentions: Find) -> None:
    text = "Georgia Stevens, nine, skates in Dallas. Georgia began at four."
    assert texts(mentions(text)) == ["Dallas"]


def test_what_the_tokeniser_leaves_on_a_name_is_cut_off(mentions: Find) -> None:
    (mention, *_) = mentions("The U.S.-led coalition withdrew.")
    assert (mention.text, mention.start, mention.end) == ("U.S.", 4, 8)


@pytest.mark.parametrize(
    "opening",
    ["WARSAW - ", "WARSAW, 12 March 2025 - ", "WARSAW, Dec 20 (own report) - ", "WARSAW (AFP) - "],
)
def test_datelines_are_not_mentions(mentions: Find, opening: str) -> None:
    found = mentions(f"{opening}Poland will send soldiers.")
    assert texts(found) == ["Poland"]


def test_datelines_can_be_asked_for(index: Index, parse: Callable[[str], list[Passage]]) -> None:
    found = toponyms(parse("WARSAW - Poland will send soldiers."), index, datelines=True)
    assert texts(found) == ["WARSAW", "Poland"]


def test_the_south_is_the_divided_country_that_the_report_is_about(mentions: Find) -> None:
    found = mentions("North Korean soldiers crossed. The South expects more incidents.")
    assert [mention.place.name for mention in found if mention.place] == [
        "North Korea",
        "South Korea",
    ]
    assert texts(mentions("The South expects more incidents.")) == []


def test_an_unknown_name_is_kept_when_the_text_pins_it_down(mentions: Find) -> None:
    found = mentions("They met at the Vaziani training ground, 20 km east of Tbilisi.")
    assert [(mention.text, mention.place is None) for mention in found] == [
        ("Vaziani", True),
        ("Tbilisi", False),
    ]


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=120))
def test_mentions_are_sorted_apart_and_quote_the_text(
    text: str, index: Index, parse: Callable[[str], list[Passage]]
) -> None:
    found = toponyms(parse(text), index)
    assert all(mention.text == text[mention.start : mention.end] for mention in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_an_empty_report_has_no_names(index: Index) -> None:
    assert recognise([], index) == []
