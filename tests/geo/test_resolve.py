"""Which place is meant, among those of a name."""

from collections.abc import Callable

import pytest

from geo.mention import Mention

Find = Callable[[str], list[Mention]]


def ids(found: list[Mention]) -> list[str | None]:
    return [mention.place.id if mention.place else None for mention in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The USA agreed.", "ne:US"),
        ("The talks moved to the U.S. on Monday.", "ne:US"),
        ("It happened in France last week.", "ne:FR"),
        ("Trade with China fell.", "ne:CN"),
        ("European leaders met.", "dl:europe"),
        ("Lawmakers in Albany passed the bill.", "gn:20"),
        ("The ship left Long Beach, CA on Friday.", "gn:18"),
        ("The plant in Lebanon, Tennessee closed.", "gn:17"),
        ("The plant in Lebanon closed.", "ne:LB"),
    ],
)
def test_well_known_blunders_are_not_repeated(mentions: Find, text: str, place: str) -> None:
    assert ids(mentions(text))[0] == place


def test_two_georgias(mentions: Find) -> None:
    found = mentions(
        "Soldiers will leave Fort Stewart, Georgia, and fly to Tbilisi, where Georgia's defence "
        "ministry expects them. Georgia itself will send troops to a range near Birmingham, "
        "Alabama."
    )
    assert ids(found) == ["gn:16", "ne:US-GA", "gn:611717", "ne:GE", "ne:GE", "gn:11", "ne:US-AL"]


def test_two_birminghams(mentions: Find) -> None:
    found = mentions(
        "The range is near Birmingham, Alabama. That is not the Birmingham in the English hills."
    )
    assert ids(found)[0] == "gn:11"
    assert ids(found)[2] == "gn:10"


def test_a_bare_name_keeps_the_sense_that_the_report_gave_it(mentions: Find) -> None:
    found = mentions("A storm hit Paris, Texas. The mayor of Paris asked Dallas for help.")
    assert ids(found) == ["gn:13", "ne:US-TX", "gn:13", "gn:14"]
    assert ids(mentions("The mayor of Paris asked for help."))[0] == "gn:2988507"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They reached Kursk region and fought to reclaim land within [Kursk].", "ne:RU-KRS"),
        ("They reached Kursk region. Rylsk lies 105 km west of the city of [Kursk].", "gn:1"),
        ("The mayor met residents of an apartment building in [Kursk].", "gn:1"),
        ("A neck of land between Belarus and [Kaliningrad].", "ne:RU-KGD"),
        ("Soldiers gathered in [Moscow].", "gn:524901"),
        ("They visited [Kharkiv] on Sunday.", "gn:5"),
    ],
)
def test_city_or_province(mentions: Find, text: str, place: str) -> None:
    start = text.index("[")
    found = mentions(text.replace("[", "").replace("]", ""))
    mention = next(mention for mention in found if mention.start == start)
    assert mention.place is not None
    assert mention.place.id == place


def test_korean_is_the_korea_that_the_report_names(mentions: Find) -> None:
    found = mentions("North Korean soldiers trained. Moscow denies that a Korean unit crossed.")
    assert ids(found) == ["ne:KP", "gn:524901", "ne:KP"]


def test_the_capital_comes_before_the_state_of_its_name(mentions: Find) -> None:
    assert ids(mentions("Washington said no.")) == ["gn:4140963"]
    assert ids(mentions("Fires burned in Washington state.")) == ["ne:US-WA"]


def test_a_name_in_a_list_is_like_its_neighbours(mentions: Find) -> None:
    assert ids(mentions("Voters in Georgia and Alabama decided.")) == ["ne:US-GA", "ne:US-AL"]
    assert ids(mentions("Voters in Georgia and Ukraine decided.")) == ["ne:GE", "ne:UA"]


def test_an_organ_of_the_state_shows_which_new_york(mentions: Find) -> None:
    assert ids(mentions("New York Gov. Andrew Cuomo spoke."))[0] == "ne:US-NY"
    assert ids(mentions("He lives in New York."))[0] == "gn:36"


def test_one_unknown_name_does_not_empty_the_rest(mentions: Find) -> None:
    found = mentions("They drove from the village of Qwertyburg to Warsaw.")
    assert ids(found)[-1] == "gn:756135"


def test_candidates_are_ranked_with_reasons(mentions: Find) -> None:
    (mention,) = mentions("The mayor of Birmingham resigned.")
    assert mention.candidates[0].place == mention.place
    assert {candidate.place.id for candidate in mention.candidates} == {"gn:10", "gn:11"}
    assert all(candidate.reasons for candidate in mention.candidates)
    assert 0 <= mention.confidence <= 1
