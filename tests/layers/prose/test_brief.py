"""What a briefing says: figures with their sentences, plans apart, no end that is not in view."""

from datetime import date

import pytest

from layers.prose import brief
from layers.prose.extremes import extremes_text
from layers.prose.words import attribution, plain, precision_text
from layers.view import View
from layers.window import Window
from tests.layers.export_cases import scene

SCENE = scene()


def test_plans_never_stand_with_what_is_reported() -> None:
    said = brief(SCENE, [View()])
    assert said.plans
    assert {claim.status for group in said.plans for claim in group.claims} <= {
        "planned",
        "possible",
    }
    assert not {"planned", "possible"} & {
        claim.status for group in said.facts for claim in group.claims
    }


def test_a_group_of_both_is_split() -> None:
    mixed = scene()
    sent = mixed["groups"][0]
    item = next(item for item in mixed["items"] if item["id"] == sent["claims"][0])
    item["status"] = "planned"
    said = brief(mixed, [View()])
    (plan,) = [group for group in said.plans if group.label == sent["label"]]
    (fact,) = [group for group in said.facts if group.label == sent["label"]]
    assert len(plan.claims) + len(fact.claims) == len(sent["claims"])
    assert "of 3 claims in view" in fact.standing


def test_every_figure_in_view_has_its_sentence() -> None:
    said = brief(SCENE, [View()])
    texts = {report["ref"]: plain(report["text"]) for report in SCENE["reports"]}
    claims = [claim for group in (*said.facts, *said.plans) for claim in group.claims]
    assert len(claims) == sum(len(group["claims"]) for group in SCENE["groups"])
    assert all(claim.quote.sentence in texts[claim.quote.ref] for claim in claims)


def test_ends_come_from_the_claims_in_view_alone() -> None:
    view = View(reports={"r07": False, "r09": False}, window=Window(None, None))
    killed = [group for group in brief(SCENE, [view]).facts if group.label == "Killed"]
    assert [group.ends for group in killed] == ["≈300"]


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (["≈300", "≈600"], "≈300 – ≈600"),
        (["≥ 3,000", "4,000"], "≥ 3,000"),
        (["3.5 × 1.5", "40"], "3.5 × 1.5 km; 40 km"),
        (["11,000–12,000"], "11,000 – 12,000"),
    ],
)
def test_ends_of_some_claims_are_read_off_their_print(values: list[str], printed: str) -> None:
    unit = "km" if "×" in values[0] else "personnel"
    claims = [
        {"value": value, "unit": unit, "unitText": unit, "figure": f"{value} {unit}"}
        for value in values
    ]
    group = {"unit": unit, "claims": ["x"] * 9, "low": "1", "high": "9,999"}
    assert extremes_text(group, claims) == printed


def test_a_chain_of_sources_is_named_from_its_root() -> None:
    assert attribution("a lawmaker ← a spy ← NIS", None) == "NIS, via a spy, via a lawmaker"


def test_an_empty_window_says_where_everything_went() -> None:
    year = Window(date(1990, 1, 1), date(1990, 12, 31))
    said = brief(SCENE, [View(window=year, undated=False, certain_only=True)])
    assert (said.facts, said.plans, said.places, said.sources) == ((), (), (), ())
    assert any(count and "outside the dates" in words for count, words in said.unknown)


def test_precision_says_no_more_than_the_footprint() -> None:
    words = {mark["name"]: precision_text(mark) for mark in SCENE["marks"] if mark.get("name")}
    assert words["Koksan County"] == "seat of the county or district; somewhere within 19 km"
    assert words["Russia"] == "the whole of it, only the name is drawn"
    assert words["Kursk Oblast"] == "anywhere inside the outline"


def test_figures_far_apart_are_not_called_a_contradiction() -> None:
    made = scene()
    for group in made["groups"]:
        group |= {"relation": "conflict", "gap": 1.0}
    told = {fact.standing for fact in brief(made, [View()]).facts if len(fact.claims) > 1}
    assert told
    assert all(standing.endswith("2 times apart") for standing in told)
    assert "conflict" not in "".join(told)
