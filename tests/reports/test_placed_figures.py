"""Where figures are: own passages of all regions, and how sure the rules may be of a scene."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reports.claim import Claim, PlaceRef

Told = Callable[[str], list[Claim]]
PASSAGES = tomllib.loads((Path(__file__).parent / "placed_figures.toml").read_text("utf-8"))

RAIN = "Rain fell in {Lae|literal|city|PG} in {Papua|literal|country|PG}. "


def name(ref: PlaceRef | None) -> str:
    return ref.name if ref else ""


def plain(marked: str) -> str:
    """Take the marks of place names out of a text."""
    first, *rest = marked.split("{")
    return first + "".join(part.partition("|")[0] + part.partition("}")[2] for part in rest)


def stating(found: list[Claim], surface: str, text: str) -> Claim:
    start = text.index(surface)
    return next(one for one in found if one.start < start + len(surface) and start < one.end)


@pytest.mark.parametrize("passage", PASSAGES["passage"], ids=lambda p: plain(p["text"])[:40])
def test_figures_are_where_their_passage_says(passage: Mapping[str, Any], told: Told) -> None:
    found, text = told(passage["text"]), plain(passage["text"])
    for figure in passage["figures"]:
        claim = stating(found, figure["surface"], text)
        slots = {"from": claim.from_, "to": claim.to, "actor": claim.actor}
        stated = {slot: figure[slot] for slot in slots if slot in figure}
        assert name(claim.at or claim.to) == figure["place"]
        assert {slot: name(slots[slot]) for slot in stated} == stated
        if figure["place"]:
            place = claim.at or claim.to
            assert place is not None
            assert place.inherited == figure["inherited"]


def test_a_paragraph_about_elsewhere_moves_no_figure_before_it(told: Told) -> None:
    text = "A bomb went off in {Herat|literal|city|AF}. Eleven people died."
    more = text + "\nA ferry sank off {Zanzibar|literal|region|TZ}."
    assert [name(claim.at) for claim in told(more)] == [name(claim.at) for claim in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in {Geneva|literal|city|CH}. Eleven people died in a storm.",
        "A spokesman in {Geneva|literal|city|CH} said eleven people had died.",
        "A mine lies 30 km north of {Herat|literal|city|AF}. Eleven people died.",
        "A bomb went off in {Herat|literal|city|AF}. Elsewhere, eleven people died.",
    ],
)
def test_no_place_is_better_than_a_wrong_one(text: str, told: Told) -> None:
    dead = next(claim for claim in told(text) if claim.family == "casualties")
    assert dead.at is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mayor of {Herat|metonym|city|AF} spoke. In the city, eleven people died.", "Herat"),
        ("Rain fell in {Enga|literal|adm1|PG}. Eleven people died in the province.", "Enga"),
        (RAIN + "Eleven people died across the country.", "Papua"),
        ("Eleven people died in a besieged {Syrian|demonym|country|SY} town.", "Syrian"),
        (
            "Aid reached the camp near {Bol|literal|city|TD}. In the camp, eleven people died.",
            "Bol",
        ),
    ],
)
def test_words_go_back_to_places(text: str, place: str, told: Told) -> None:
    assert name(told(text)[-1].at) == place


@pytest.mark.parametrize(
    ("text", "category", "family"),
    [
        ("Air defences brought down four helicopters.", "shot_down", "materiel"),
        ("The navy sank five boats.", "destroyed", "materiel"),
        ("The fleet fired 60 cruise missiles.", "launched", "materiel"),
        ("Raiders looted six warehouses.", "looted", "impact"),
        ("Nine miners are trapped underground.", "trapped", "impact"),
        ("Half a million people have no water.", "affected", "impact"),
        ("The army recaptured nine villages.", "seized", "territory"),
        ("Gunmen overran 25 posts.", "seized", "bases"),
        ("About 5,000 people marched in silence.", "protest", "other"),
        ("The country deported 700 migrants.", "deported", "displacement"),
        ("Soldiers rescued 23 girls.", "rescued", "other"),
    ],
)
def test_what_happens_to_things_tells_what_a_figure_is_about(
    text: str, category: str, family: str, told: Told
) -> None:
    claim = told(text)[0]
    assert (claim.category, claim.family) == (category, family)


def test_those_displaced_earlier_come_from_elsewhere(told: Told) -> None:
    text = "Some 12,000 displaced people live in {Goma|literal|city|CD|CD-NK}."
    assert name(told(text)[0].from_) == ""


def test_a_total_counts_where_the_counted_got_to(told: Told) -> None:
    text = (
        "Some 10,000 soldiers were trained in {Primorye|literal|adm1|RU} before they reached "
        "{Kursk|literal|adm1|RU}. The total was later raised to 11,000."
    )
    first, second = told(text)
    assert (name(first.at), name(first.to)) == ("Primorye", "Kursk")
    assert name(second.at) == "Kursk"
