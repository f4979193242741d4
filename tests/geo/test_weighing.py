"""Evidence and its weights: company, long and short forms, and places nobody lists."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.passage import Passage
from geo.place import Kind, Place
from geo.toponyms import toponyms
from geo.toponyms.context import Company, likelihoods
from geo.toponyms.forms import shared_cues
from geo.toponyms.recognise import recognise
from geo.toponyms.weights import weights

Parse = Callable[[str], list[Passage]]

PLACES = [
    Place("1", "Alexandria", Kind.CITY, 31.2, 29.9, "EG", "EG-ALX", 5_000_000),
    Place("2", "Alexandria", Kind.CITY, 45.9, -95.4, "US", "US-MN", 12_000),
    Place("3", "Douglas County", Kind.ADM2, 45.9, -95.4, "US", "US-MN"),
    Place("4", "Douglas County", Kind.ADM2, 33.7, -84.7, "US", "US-GA"),
]
OWNERS = np.array([0, 0, 1, 1])


def test_names_that_fit_each_other_in_one_place_only_speak_for_it() -> None:
    company = Company(PLACES, OWNERS)
    said = company.evidence(np.array([0.9, 0.1, 0.5, 0.5]))
    assert said["county_named"][1] > 0.5
    assert said["county_named"][0] == 0
    assert said["near"][2] > said["near"][3]


def test_a_name_is_no_company_for_itself() -> None:
    alone = Company(PLACES[:2], OWNERS[:2]).evidence(np.array([0.5, 0.5]))
    assert all((strength == 0).all() for strength in alone.values())


def test_home_speaks_for_what_is_near_it() -> None:
    home = (Place("5", "Brandon", Kind.CITY, 46.0, -95.6, "US", "US-MN"),)
    said = Company(PLACES, OWNERS, home=home).evidence(np.array([0.9, 0.1, 0.5, 0.5]))["home"]
    assert said[1] > said[3] > said[0] == pytest.approx(0, abs=1e-6)


@given(st.lists(st.floats(-20, 20), min_size=4, max_size=4))
def test_company_is_between_nought_and_one(scores: list[float]) -> None:
    said = Company(PLACES, OWNERS).evidence(likelihoods(np.array(scores), OWNERS))
    assert all(((strength >= 0) & (strength <= 1 + 1e-9)).all() for strength in said.values())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Posts fell in Kunar, Paktia, Khost and Helmand provinces.", {Kind.ADM1}),
        ("Roads closed in Douglas and Wyandotte counties.", {Kind.ADM2}),
        ("Roads closed in Douglas and in other counties.", set()),
        ("He left Douglas for the provinces.", set()),
    ],
)
def test_a_plural_type_word_belongs_to_all_names_of_a_list(
    text: str, kinds: set[Kind], parse: Parse, gazetteer: Gazetteer
) -> None:
    first, *_ = recognise(parse(text), gazetteer)
    assert shared_cues(first) == kinds


def test_a_county_named_in_full_once_may_be_named_short(parse: Parse, gazetteer: Gazetteer) -> None:
    found = toponyms(
        parse("Crews in DeKalb County, Georgia, mended a pipe. Schools in DeKalb stayed open."),
        gazetteer,
    )
    kinds = {candidate.place.kind for candidate in found[-1].candidates}
    assert {Kind.ADM2, Kind.CITY} <= kinds
    assert found[-1].place is not None
    assert found[-1].place.adm1 == "US-GA"


def test_an_obscure_namesake_far_from_everything_is_not_identifiable(
    parse: Parse, gazetteer: Gazetteer
) -> None:
    found = toponyms(
        parse(
            "Gangs burned houses in Port-au-Prince, Jacmel and Gonaïves, Haiti said. The Dominican "
            "Republic closed the border at Dajabón. Troops from Kenya guard Les Cayes. Residents "
            "fled from Saint-Marc to Uplands."
        ),
        gazetteer,
    )
    assert not any(mention.place for mention in found if mention.text == "Uplands")
    assert all(mention.place for mention in found if mention.text != "Uplands")


def test_candidates_carry_their_points(parse: Parse, gazetteer: Gazetteer) -> None:
    (mention,) = toponyms(parse("The mayor of Birmingham resigned."), gazetteer)
    points = [candidate.points for candidate in mention.candidates]
    assert points == sorted(points, reverse=True)
    assert points[0] > 0


def test_countries_weigh_more_than_any_town_of_their_name() -> None:
    """The smallest country with its name beats a town of ten million that nothing speaks for."""
    table = weights()
    country = table["country"] + table["usual_name"]
    town = table["people"] + table["usual_name"] + table["like_country"]
    assert country > town
