"""Where a report comes from, and what that and earlier decisions do to its names."""

from collections.abc import Callable

import pytest

from geo.gazetteer import Gazetteer
from geo.passage import Passage
from geo.place import Place
from geo.toponyms import toponyms
from geo.toponyms.home import homes

Parse = Callable[[str], list[Passage]]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({"publisher": "Kyiv Independent"}, "UA-30"),
        ({"publisher": "Yonhap News Agency"}, "KR-11"),
        ({"author": "Jane Roe, Yonhap"}, "KR-11"),
        ({"url": "https://en.yna.co.kr/view/1"}, "KR"),
        ({"publisher": "Bolton News", "url": "https://www.boltonnews.co.uk/1"}, "GB-BOL"),
        ({"publisher": "Bangkok Post", "dateline": "MAE SOT, Tak -"}, "TH-63"),
        ({"publisher": "Reuters", "dateline": "MOSCOW, Idaho (Reuters) -"}, "US-ID"),
        ({"dateline": "Vilnius, Lithuania -"}, "LT-VL"),
    ],
)
def test_a_report_comes_from(said: dict[str, str], first: str, gazetteer: Gazetteer) -> None:
    place = homes(gazetteer, **said)[0]
    assert first in {place.country, place.adm1}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"publisher": "Reuters"},
        {"publisher": "Daily Star"},
        {"publisher": "New York Times"},
        {"author": "Jack London"},
        {"dateline": "14 August 2025"},
        {"dateline": "August 14, 2025"},
        {"url": "https://example.com/kyiv"},
        {"url": "http://[broken"},
        {"url": "https://startup.io/"},
    ],
)
def test_nothing_tells_where_a_report_comes_from(
    said: dict[str, str], gazetteer: Gazetteer
) -> None:
    assert homes(gazetteer, **said) == ()


def test_an_ambiguous_outlet_may_sit_in_several_places(gazetteer: Gazetteer) -> None:
    codes = [place.adm1 for place in homes(gazetteer, publisher="The Lima News")]
    assert codes[0] == "PE-LMA"
    assert "US-OH" in codes


def first_place(
    text: str, parse: Parse, gazetteer: Gazetteer, home: tuple[Place, ...] | Place | None = None
) -> tuple[Place | None, tuple[str, ...]]:
    mention = toponyms(parse(text), gazetteer, home=home)[0]
    return mention.place, mention.candidates[0].reasons


def test_home_decides_between_namesakes_and_says_so(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "Police in Newport found the car."
    abroad, _ = first_place(text, parse, gazetteer, homes(gazetteer, dateline="Cardiff, UK -"))
    place, reasons = first_place(
        text, parse, gazetteer, homes(gazetteer, publisher="Providence Journal")
    )
    assert abroad is not None
    assert abroad.country == "GB"
    assert place is not None
    assert place.adm1 == "US-RI"
    assert "near where the report comes from" in reasons


def test_home_gives_way_to_what_the_text_says(parse: Parse, gazetteer: Gazetteer) -> None:
    home = homes(gazetteer, publisher="Dallas Morning News")
    place, _ = first_place("The mayor of Paris, France, spoke.", parse, gazetteer, home)
    assert place is not None
    assert place.country == "FR"


def test_what_a_person_verified_is_strong_evidence(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "Police in Newport found the car."
    isle = next(place for place in gazetteer.lookup("Newport") if place.adm1 == "US-OR")
    (mention,) = toponyms(parse(text), gazetteer, decisions={"newport": isle.id})
    assert mention.place == isle
    assert "verified before as Newport" in mention.candidates[0].reasons


def test_the_last_decision_counts_most(parse: Parse, gazetteer: Gazetteer) -> None:
    found = {place.adm1: place for place in gazetteer.lookup("Newport")}
    ids = [found["US-OR"].id, found["GB-NWP"].id]
    (mention,) = toponyms(
        parse("Police in Newport found the car."), gazetteer, decisions={"newport": ids}
    )
    assert mention.place == found["US-OR"]


def test_a_decision_may_name_a_place_of_another_name(parse: Parse, gazetteer: Gazetteer) -> None:
    lima = next(place for place in gazetteer.lookup("Lima") if place.adm1 == "US-OH")
    (mention,) = toponyms(
        parse("Police in Newport found the car."), gazetteer, decisions={"newport": lima.id}
    )
    assert lima in [candidate.place for candidate in mention.candidates]


def test_a_decision_for_a_place_that_is_gone_changes_nothing(
    parse: Parse, gazetteer: Gazetteer
) -> None:
    passages = parse("Police in Newport found the car.")
    assert toponyms(passages, gazetteer, decisions={"newport": "gn:0"}) == toponyms(
        passages, gazetteer
    )
