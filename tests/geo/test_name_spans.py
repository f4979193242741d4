"""Where a place name begins and ends, and what speaks for and against it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.index import Index
from geo.mention import Mention
from geo.passage import Passage
from geo.toponyms import toponyms
from geo.toponyms.spellings import exchanged
from geo.toponyms.surface import LEFT_ON

Find = Callable[[str], list[Mention]]
Parse = Callable[[str], list[Passage]]


def texts(found: list[Mention]) -> list[str]:
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting eased in Sumy region and in Kursk Oblast.", ["Sumy", "Kursk Oblast"]),
        ("Shelling hit the Sumy and Kharkiv oblasts again.", ["Sumy", "Kharkiv"]),
        ("Talks between North and South Korea resumed.", ["North", "South Korea"]),
        ("The Kyiv City Council voted to rename the square.", ["Kyiv"]),
        ("He drove from Ft. Stewart to Dallas.", ["Ft. Stewart", "Dallas"]),
        ("Russian-occupied Kharkiv was hit.", ["Russian", "Kharkiv"]),
        ("A Moscow-Kyiv train was stopped near Sumy.", ["Moscow", "Kyiv", "Sumy"]),
        ("Officials in Kyiv spoke Ukrainian.", ["Kyiv", "Ukrainian"]),
        ("The plane landed at Mafraq International Airport.", ["Mafraq International Airport"]),
        ("They searched homes in South Dallas.", ["South Dallas"]),
        ("Young Russians queued in Moscow.", ["Russians", "Moscow"]),
        ("A Sino-Russian patrol passed.", ["Sino", "Russian"]),
        ("Calm returned to the Korean peninsula.", ["Korean peninsula"]),
        ("A Korean village on the Russian coast was cut off.", ["Korean", "Russian"]),
    ],
)
def test_names_end_where_news_ends_them(mentions: Find, text: str, names: list[str]) -> None:
    assert texts(mentions(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Kursk Brigade rotated out.",
        "The Kharkiv-2 battalion held on.",
        "They were treated for Warsaw syndrome.",
        "Fans of Real Dallas sang.",
        "Tomateros de Dallas cannot find opponents.",
        "The cruise ship Costa Warsaw ran aground.",
        "He parked on the corner of Warsaw and Dallas streets.",
        "Radio Free Europe reported it.",
        "The White House said nothing.",
        "Tickets for the Warsaw Zalmi sold out.",
        "Bombs fell on the church of St. Peter and St. Paul.",
        "They met at Saint Peter and Saint Paul Coptic Orthodox Church.",
        "It cost US$3.7m to build.",
        "Two tugs towed the frigate home; the Kursk had lost its rudder.",
    ],
)
def test_what_is_called_after_a_place_is_none(mentions: Find, text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kansas State beat Ohio State on Friday.", []),
        ("He taught at Kent State University and at Ohio State.", []),
        ("Farms were flooded across Kansas State.", ["Kansas State"]),
        ("Fires burned in Washington State.", ["Washington State"]),
        ("An Ohio State Highway Patrol trooper said so.", ["Ohio"]),
        ("The Florida Highway Patrol said so.", ["Florida"]),
        ("He lives on Florida Highway.", []),
        ("The Kurdish fighters and the Kurds left Erbil.", ["Erbil"]),
        ("A freight train of Norfolk Southern stopped in Ohio.", ["Ohio"]),
        ("The governor met Alhaji Tambuwal in Sokoto.", ["Sokoto"]),
        ("Anderson County Sheriff Greg Taylor said so.", ["Anderson County"]),
        ("By: Henry Lazenby US-based miners agreed to pay.", ["US"]),
        ("Cuts won Mr Harmon - Wisconsin and Ohio - two states.", ["Wisconsin", "Ohio"]),
        ("One prediction about Sri Lankan political life came true.", ["Sri Lankan"]),
    ],
)
def test_a_place_is_told_from_the_university_the_road_and_the_person(
    text: str, names: list[str], parse: Parse, gazetteer: Gazetteer
) -> None:
    assert texts(toponyms(parse(text), gazetteer)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A warship passed while shells fell in the Kharkiv region.", ["Kharkiv"]),
        ("A submarine drilled off Kaliningrad on Friday.", ["Kaliningrad"]),
        (
            "A tug met the Kursk and another destroyer.\nSeoul said that the Kursk had turned.",
            ["Seoul"],
        ),
        (
            "Crowds met the frigate; people in the Kharkiv sang, as the Kharkiv does.",
            ["Kharkiv"] * 2,
        ),
    ],
)
def test_a_ship_is_no_place_and_a_place_beside_it_no_ship(
    mentions: Find, text: str, names: list[str]
) -> None:
    assert texts(mentions(text)) == names


def test_each_unknown_item_of_a_list_leans_on_the_one_before(mentions: Find) -> None:
    found = mentions("Two bridges fell in Kyiv, Harube and Sankota.")
    assert [(mention.text, mention.place is None) for mention in found] == [
        ("Kyiv", False),
        ("Harube", True),
        ("Sankota", True),
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The honey comes from the forests around Zorvat.", ["Zorvat"]),
        ("The rumours around Zorvat will pass.", []),
    ],
)
def test_a_landmark_and_a_preposition_pin_a_name(
    mentions: Find, text: str, kept: list[str]
) -> None:
    assert texts(mentions(text)) == kept


def test_a_name_by_itself_holds_the_counties_after_it(mentions: Find) -> None:
    (alone,) = mentions("Jobs were lost in most Indiana counties.")
    assert alone.place is not None
    assert alone.place.name == "Indiana"
    (listed, _) = mentions("Jobs were lost in Indiana and Koksan counties.")
    assert listed.place is not None
    assert listed.place.name == "Indiana County"


def test_an_acronym_in_brackets_means_the_place_from_then_on(mentions: Find) -> None:
    found = mentions("Troops left North Korea (NK) on Monday.\nBorders of NK were shut.")
    assert [(m.text, m.place.name) for m in found if m.place] == [
        ("North Korea", "North Korea"),
        ("NK", "North Korea"),
        ("NK", "North Korea"),
    ]


def test_an_acronym_of_something_else_is_no_place(mentions: Find) -> None:
    found = mentions("The Great Economic Office (GEO) closed its branch in Kyiv. GEO will move.")
    assert texts(found) == ["Kyiv"]


def test_a_surname_that_stands_alone_later_makes_the_full_name_a_person(mentions: Find) -> None:
    assert texts(mentions("Kyiv Adesanya won in Dallas. Adesanya said he would rest.")) == [
        "Dallas"
    ]


def test_the_report_vouches_for_a_town_that_one_sentence_leaves_open(mentions: Find) -> None:
    text = "Gao waits.\nOfficers of the mission in Gao, near the river, said that Gao was calm."
    assert texts(mentions(text)) == ["Gao", "Gao", "Gao"]


def test_a_name_spelt_otherwise_is_looked_for_in_the_countries_of_the_report(
    index: Index, parse: Callable[[str], list[Passage]]
) -> None:
    (_, mention) = toponyms(parse("In Jordan, crowds gathered in the city of Mafrak."), index)
    assert mention.place is not None
    assert mention.place.name == "Mafraq"
    assert mention.confidence <= 0.6
    assert "spelt like Mafraq" in mention.candidates[0].reasons


def test_a_name_spelt_otherwise_is_not_sought_elsewhere(mentions: Find) -> None:
    found = mentions("In Chad, crowds gathered in the city of Mafrak.")
    assert [mention.place.name for mention in found if mention.place] == ["Chad"]


@given(st.text("abdefghiklmnorstuyz ", min_size=1, max_size=20))
def test_another_spelling_is_another_word(written: str) -> None:
    assert written not in set(exchanged(written))


@pytest.mark.parametrize("name", ["U.S.", "D.C.", "Washington, D.C.", "Mali", "St. Paul"])
def test_nothing_is_cut_off_a_clean_name(name: str) -> None:
    assert LEFT_ON.sub("", name) == name
