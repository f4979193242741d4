"""Claims, sentence by sentence: the figure, its status, its places and who says so."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.passage import Passage
from reports.claim import Claim, Comparator, PlaceRef, Status
from reports.claims import claims
from reports.dates import dates
from reports.language import pipeline

Told = Callable[[str], list[Claim]]
STATED = tomllib.loads((Path(__file__).parent / "stated_figures.toml").read_text("utf-8"))


def name(ref: PlaceRef | None) -> str | None:
    return ref.name if ref else None


def number(claim: Claim) -> float | list[float] | None:
    if claim.comparator is Comparator.RANGE and claim.low is not None and claim.high is not None:
        return [claim.low, claim.high]
    return claim.value if claim.value is not None else claim.low


def stating(found: list[Claim], surface: str, text: str) -> Claim:
    start = text.index(surface)
    end = start + len(surface)
    return next(claim for claim in found if claim.start < end and start < claim.end)


def plain(marked: str) -> str:
    """Take the marks of place names out of a text."""
    parts = marked.replace("{", "\0").split("\0")
    return parts[0] + "".join(part.split("|")[0] + part.partition("}")[2] for part in parts[1:])


@pytest.mark.parametrize("sentence", STATED["sentence"], ids=lambda s: plain(s["text"])[:40])
def test_a_sentence_states_its_figures(sentence: Mapping[str, Any], told: Told) -> None:
    found, text = told(sentence["text"]), plain(sentence["text"])
    for figure in sentence["figures"]:
        claim = stating(found, figure["surface"], text)
        assert number(claim) == figure["number"]
        assert claim.unit in figure["unit"]
        assert claim.family in figure["family"]
        assert claim.stance.status.value in figure["status"]
        places = {"from": claim.from_, "to": claim.to, "at": claim.at}
        stated = {slot: figure[slot] for slot in places if slot in figure}
        assert {slot: name(places[slot]) for slot in stated} == stated
        assert claim.part_of == figure.get("whole", claim.part_of)
        assert figure.get("source") is None or figure["source"] in claim.sources


def test_a_text_of_names_and_dates_states_nothing(told: Told) -> None:
    text = (
        "The 3rd Brigade left camp at 06:30 on 4 June 2025 along Highway 20 with T-72 tanks, "
        "122 mm howitzers and Flight 370, under Article 5, on 9/11, in the 1990s."
    )
    assert told(text) == []


def test_a_destination_is_inherited_from_a_movement_of_the_same_country(told: Told) -> None:
    sent = told(
        "{Kenya|metonym} is poised to deploy more police to {Haiti|literal} "
        "as soon as August.\n"
        "{Kenya|metonym} plans to send 600 officers."
    )[0]
    assert (name(sent.to), sent.to and sent.to.inherited) == ("Haiti", True)
    assert sent.when is not None
    assert sent.when.edtf == "2025-08/.."


def test_another_country_does_not_inherit_it(told: Told) -> None:
    text = (
        "{Kenya|metonym} will send police to {Haiti|literal}. "
        "{Chad|metonym} plans to send 600 officers."
    )
    assert told(text)[0].to is None


def test_a_size_belongs_to_the_site_last_located(told: Told) -> None:
    size = told(
        "The base is in {Bol|literal}, 30 km from {Baga|literal}. Its runway is 2 km long."
    )[1]
    assert (size.category, name(size.at)) == ("dimension", "Bol")
    assert size.at is not None
    assert size.at.inherited


def test_a_distance_has_something_located_and_a_reference(told: Told) -> None:
    (far,) = told("{Rylsk|literal}, roughly 105 km west of {Kursk|literal}, was quiet.")
    assert (name(far.at), name(far.from_), far.when) == ("Rylsk", "Kursk", None)


def test_those_of_whom_some_died_come_from_the_same_country(told: Told) -> None:
    part = told("{Chad|metonym} has sent 900 soldiers. A third of the 900 were killed.")[1]
    assert (part.unit, part.part_of, name(part.from_)) == ("killed", 900, "Chad")
    assert part.from_ is not None
    assert part.from_.inherited


def test_a_number_that_restates_another_shares_its_subject(told: Told) -> None:
    text = (
        "Officials believe that 900 {Chadian|demonym} soldiers were sent to {Mali|literal}. "
        "In May they raised it to 1,200."
    )
    again = told(text)[1]
    assert (again.value, again.unit, again.category) == (1200, "personnel", "troops_deployed")
    assert again.stance.status is Status.ESTIMATED
    assert (name(again.from_), name(again.to)) == ("Chadian", "Mali")


def test_a_number_in_a_date_is_no_figure(told: Told) -> None:
    (claim,) = told("In the past 72 hours the army lost 15 men.")
    assert claim.value == 15


def test_what_is_told_as_done_is_not_dated_ahead(told: Told) -> None:
    (claim,) = told("The army, which votes in September 2025, lost 15 men.")
    assert claim.when is None


def test_the_day_of_the_statement_is_not_that_of_the_event(told: Told) -> None:
    (claim,) = told("The minister said on Friday that 15 men had died.")
    assert claim.when is None


def test_a_party_about_its_enemy_claims(told: Told) -> None:
    own, enemy = told("The army said it lost 15 men and killed 96 attackers.")
    assert (own.stance.status, enemy.stance.status) == (Status.REPORTED, Status.CLAIMED)


def test_passages_of_another_text_are_refused(block: Callable[[str], Passage]) -> None:
    parsed = block("They sent 300 men.")
    with pytest.raises(ValueError, match="another text's"):
        claims("Something else altogether.", [parsed], [], [], None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["sent 300 men to Mali", "5 km by 2 km", "half of"]))
@example("/00000000000<1~", "half of")
def test_any_text_is_read_with_true_offsets(noise: str, figure: str) -> None:
    text = f"{noise} {figure} {noise}"
    parsed = [Passage(0, pipeline()(text))]
    for claim in claims(text, parsed, [], dates(parsed, None), None):
        assert text[claim.start : claim.end] == claim.text
        assert claim.sentence_start <= claim.start < claim.end <= len(text)


def test_hostile_rows_of_figures_are_read_through() -> None:
    text = "5 km 12 men; " * 300
    parsed = [Passage(0, pipeline()(text))]
    found = claims(text, parsed, [], [], date(2025, 6, 27))
    assert all(text[claim.start : claim.end] == claim.text for claim in found)


def test_a_site_is_still_where_the_sentence_before_put_it(told: Told) -> None:
    text = (
        "Satellites found a training camp in {Bol|literal}. "
        "The site lies 40 km from {Baga|literal} and measures 2 km by 1 km. "
        "Inside stands a 30-hectare mock village."
    )
    far, size, area = told(text)
    assert (far.category, name(far.at), name(far.from_)) == ("distance", "Bol", "Baga")
    assert [(name(each.at), each.at and each.at.inherited) for each in (size, area)] == [
        ("Bol", True),
        ("Bol", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A camp in {Bol|literal} and a base in {Mao|literal} burn. It is 9 km from {Ati|literal}.",
        "They saw a camp in {Bol|literal}. The depot lies 40 km from {Baga|literal}.",
        "They fought in {Bol|literal}. The site lies 40 km from {Baga|literal}.",
    ],
    ids=["two sites", "another site", "no site"],
)
def test_a_site_that_is_not_plain_stays_open(told: Told, text: str) -> None:
    (far,) = told(text)
    assert far.at is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("About 300 marines had been taken to {Mali|literal} by sea.", "troops_deployed"),
        ("They spoke of 300 marines, brought to {Mali|literal} on trucks.", "troops_deployed"),
        ("In May they put the force at 300 soldiers in {Mali|literal}.", "troops_present"),
        ("About 40 marines were taken to hospital in {Mali|literal}.", "other"),
        ("Some 300 more soldiers are expected by August.", "troops_planned"),
        ("{Chad|metonym} suffered 300 casualties, including about 90 killed.", "killed"),
    ],
)
def test_what_befalls_soldiers_tells_what_a_figure_is_about(
    told: Told, text: str, category: str
) -> None:
    assert told(text)[-1].category == category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("About 9,500 tonnes of wheat were lost in {Bol|literal}.", "other"),
        ("Police seized two tonnes of cocaine in {Bol|literal}.", "seized"),
        ("The rebels lost 14 villages near {Bol|literal}.", "seized"),
    ],
)
def test_ground_that_is_lost_is_taken_and_goods_are_not(
    told: Told, text: str, category: str
) -> None:
    assert told(text)[-1].category == category


@pytest.mark.parametrize(
    "text",
    ["They sent 300 or more additional troops.", "In May 300 soldiers had been added."],
)
def test_those_who_come_on_top_are_an_increment(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert claim.increment


def test_a_joined_figure_shares_the_plan(told: Told) -> None:
    text = (
        "{Chad|metonym} plans to send a further 400 troops, Ford said, and about 600 builders, "
        "who are meant to help."
    )
    builders = told(text)[1]
    assert (builders.category, builders.stance.status) == ("workers_planned", Status.PLANNED)
    assert name(builders.from_) == "Chad"


def test_a_sentence_that_names_nobody_goes_on_about_the_same(told: Told) -> None:
    text = "{Chad|metonym} has sent 900 soldiers to {Mali|literal}. About 300 soldiers were sent "
    again = told(text + "at first.")[1]
    assert (name(again.from_), again.from_ and again.from_.inherited) == ("Chad", True)
    assert told(text + "by {Kenya|metonym}.")[1].from_ != again.from_
