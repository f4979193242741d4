"""How two claims stand to each other, what a rule calls best, and what plans come to."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.groups import group_ids, grouped, relation, summarise, tiles
from reports.groups.best import Choice, Rule, RuleError, best
from reports.groups.ends import high_of, low_of, span
from reports.groups.plans import if_all_plans
from reports.groups.relations import Relation, among, gap
from tests.reports.test_groups import (
    ALL,
    BUILDERS,
    KILLED,
    NIS,
    PLANNED,
    REPORTS,
    SENT,
    SENT_TOO,
    SIZE,
    SOME,
    claim,
    frame,
)

DAYS = {"r1": "2025-06-26", "r2": "2025-06-27", "r3": None}
RULES = [Rule(choice) for choice in Choice if choice is not Choice.SOURCE]


def sent(value: float | None, id_: str = "x", **given_: object) -> dict[str, Any]:
    return {**claim(id_, value=value), **given_}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (sent(11000.0), sent(11300.0), "agree"),
        (sent(11000.0, approx=True), sent(12000.0), "differ"),
        (sent(11000.0), sent(14000.0), "conflict"),
        (sent(11250.0), sent(11600.0), "differ"),
        (sent(11250.0, approx=True), sent(11600.0), "agree"),
        (sent(9000.0, comparator="gt"), sent(12000.0), "compatible"),
        (sent(13000.0, comparator="ge"), sent(12000.0), "differ"),
        (sent(9000.0, comparator="gt"), sent(10000.0, comparator="gt"), "compatible"),
        (sent(500.0, comparator="le"), sent(2000.0), "conflict"),
        (SOME, sent(11000.0), "compatible"),
        (sent(None, low=10000.0, high=12000.0, comparator="range"), sent(11000.0), "agree"),
        (sent(None, low=10000.0, high=12000.0, comparator="range"), sent(12300.0), "differ"),
        (sent(0.0), sent(40.0), "conflict"),
        (sent(3.0), sent(4.0), "conflict"),
        (sent(20.0), sent(22.0), "differ"),
        (sent(20.0, approx=True), sent(22.0), "agree"),
        (SIZE, {**SIZE, "id": "y", "values": [3.6, 1.5]}, "agree"),
        (SIZE, {**SIZE, "id": "y", "values": [3.5, 4.0]}, "conflict"),
        (SIZE, {**SIZE, "id": "y", "values": [3.5, 1.5, 0.2]}, "not comparable"),
        (SENT, PLANNED, "not comparable"),
        (SENT, KILLED, "not comparable"),
        (SENT, {**SENT, "id": "y", "part_of": 12000.0}, "not comparable"),
        (
            SENT,
            {**SENT, "id": "y", "earliest": "2022-01-01", "latest": "2022-12-31"},
            "not comparable",
        ),
    ],
)
def test_relations(one: dict[str, Any], other: dict[str, Any], expected: str) -> None:
    assert relation(one, other).value == expected
    assert relation(other, one).value == expected


def test_miles_and_kilometres_compare() -> None:
    here = {"unit": "km", "category": "distance", "family": "geometry", "at_id": "dl:koksan"}
    assert relation(sent(65.0, **here), sent(40.0, **here | {"unit": "mi"})) is Relation.AGREE


def test_a_group_says_how_its_claims_stand_and_how_far_they_are_apart() -> None:
    (group,) = summarise(frame([SENT, SENT_TOO]))

    assert (group["relation"], round(group["gap"], 2)) == ("differ", 0.09)


def test_one_claim_alone_stands_to_nothing() -> None:
    (group,) = summarise(frame([SENT]))

    assert (group["relation"], group["gap"]) == (None, None)


ROWS = st.builds(
    lambda id_, value, width, comparator, approx, day: claim(
        f"c{id_}",
        f"r{id_ % 3 + 1}",
        value=None if comparator in ("range", "vague") else float(value),
        low=float(value) if comparator in ("range", "vague") else None,
        high=float(value + width) if comparator == "range" else None,
        comparator=comparator,
        approx=approx,
        earliest=day,
        latest=day,
        sources=["a ministry"] if id_ % 2 else [],
        origin="a ministry" if id_ % 2 else None,
    ),
    st.integers(0, 99),
    st.integers(1, 10**6),
    st.integers(1, 10**4),
    st.sampled_from(["eq", "gt", "ge", "lt", "le", "range", "vague"]),
    st.booleans(),
    st.sampled_from([None, "2025-01-05", "2025-03-01"]),
)
SEVERAL = st.lists(ROWS, min_size=1, max_size=6, unique_by=lambda row: row["id"])


@given(ROWS, ROWS)
def test_a_relation_is_symmetric(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert relation(one, other) is relation(other, one)


@given(ROWS)
def test_a_claim_never_contradicts_itself(row: dict[str, Any]) -> None:
    assert relation(row, row) in (Relation.AGREE, Relation.COMPATIBLE)


@given(SEVERAL)
def test_a_group_stands_as_its_worst_pair(rows: list[dict[str, Any]]) -> None:
    severity = list(Relation)
    pairs = [
        severity.index(among([one, other]) or Relation.AGREE)
        for one in rows
        for other in rows
        if one is not other
    ]
    if pairs:
        assert severity.index(among(rows) or Relation.AGREE) == max(pairs)


@given(SEVERAL)
def test_every_claim_lies_between_low_and_high(rows: list[dict[str, Any]]) -> None:
    low, high = span(rows)
    numbered = [row for row in rows if row["comparator"] != "vague"] or rows
    for row in numbered:
        assert low is None or low <= (low_of(row) or 0.0)
        assert high is None or high_of(row) is None or high_of(row) <= high  # type: ignore[operator]


@given(SEVERAL, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(rows: list[dict[str, Any]], random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    assert summarise(frame(shuffled)) == summarise(frame(rows))


@given(SEVERAL)
def test_an_unrelated_claim_changes_no_group(rows: list[dict[str, Any]]) -> None:
    before = summarise(frame(rows))
    unrelated = {**KILLED, "id": "unrelated", "actor_id": "ne:MX", "at_id": "ne:BR"}
    after = [g for g in summarise(frame([*rows, unrelated])) if "unrelated" not in g["claims"]]
    assert after == before


@given(SEVERAL, st.sampled_from([*RULES, Rule(Choice.SOURCE, "a ministry")]))
def test_the_best_lies_between_low_and_high(rows: list[dict[str, Any]], rule: Rule) -> None:
    found, (low, high) = best(rows, rule, DAYS), span(rows)
    if found is None:
        return
    assert set(found.claims) <= {row["id"] for row in rows}
    assert low is None or found.low is None or low <= found.low
    assert high is None or found.high is None or found.high <= high


MANY = [
    sent(11000.0, "a", report_id="r1", sources=["lawmaker", NIS]),
    sent(12000.0, "b", report_id="r2", sources=[]),
    sent(10000.0, "c", report_id="r3", sources=[]),
    {**SOME, "id": "d", "sources": []},
]


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("latest", "12,000", "of the latest report"),
        ("highest", "12,000", "the highest stated"),
        ("lowest", "10,000", "the lowest stated"),
        ("median", "11,000", "the middle of those stated"),
        (f"source:{NIS}", "11,000", f"as {NIS} puts it"),
        ("source:NIS", "11,000", "as NIS puts it"),
    ],
)
def test_rules_choose_among_what_was_stated(rule: str, text: str, words: str) -> None:
    found = best(MANY, Rule.parse(rule), DAYS)
    assert found is not None
    assert (found.text, found.words) == (text, words)


def test_without_a_rule_nothing_is_best() -> None:
    assert best(MANY, None, DAYS) is None


def test_a_rule_that_finds_nothing_chooses_nothing() -> None:
    assert best(MANY, Rule.parse("source:Red Cross"), DAYS) is None
    assert best(MANY, Rule.parse("latest"), {}) is None


def test_two_figures_in_the_middle_are_not_averaged() -> None:
    found = best(MANY[:2], Rule(Choice.MEDIAN), DAYS)
    assert found is not None
    assert found.text == "11,000–12,000"


@pytest.mark.parametrize("text", ["", "mean", "source", "source:", "latest:x"])
def test_what_is_no_rule_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(RuleError, match="latest, highest, lowest, median, source:NAME"):
        Rule.parse(text)


def derived(*rows: dict[str, Any]) -> Sequence[Any]:
    claims = frame(rows)
    return if_all_plans(summarise(claims), claims)


def test_plans_are_added_only_as_a_marked_formula() -> None:
    (found,) = derived(SENT, PLANNED, BUILDERS)

    assert found["formula"] == "≈11,000 + 4,000 + ≈6,000"
    assert (found["text"], found["derived"]) == ("≈21,000", True)
    assert found["title"] == "if all plans are carried out"


def test_a_span_of_facts_stays_a_span() -> None:
    (found,) = derived(SENT, SENT_TOO, PLANNED)

    assert (found["formula"], found["text"]) == ("≈11,000–12,000 + 4,000", "≈15,000–16,000")


@pytest.mark.parametrize(
    "rows",
    [
        [SENT],
        [PLANNED, BUILDERS],
        [{**SENT, "part_of": 12000.0}, PLANNED],
        [SENT, {**PLANNED, "to_id": "ne:BY"}],
        [{**SENT, "comparator": "gt"}, PLANNED],
        [SENT, {**SENT, "id": "z", "earliest": "2022-01-01", "latest": "2022-12-31"}, PLANNED],
    ],
    ids=["no plans", "no facts", "a part", "another mission", "an open end", "two facts"],
)
def test_nothing_is_derived_where_it_would_say_too_much(rows: list[dict[str, Any]]) -> None:
    assert derived(*rows) == []


def test_no_tile_shows_what_plans_come_to() -> None:
    claims = frame(ALL)
    (found,) = if_all_plans(summarise(claims), claims)
    shown = tiles(summarise(claims), claims, REPORTS)

    assert found["text"] not in [part["text"] for tile in shown for part in tile["headline"]]


def test_four_thousand_of_them_are_no_group_with_all_of_them() -> None:
    some = {**SENT_TOO, "id": "part", "value": 4000.0, "part_of": 12000.0}
    assert group_ids(pd.DataFrame([SENT_TOO, some])).nunique() == 2
    assert len(grouped(pd.DataFrame([SENT_TOO, some]))) == 2


def test_one_source_of_one_report_does_not_contradict_itself() -> None:
    sappers = sent(1000.0, "a", report_id="r1", origin="a minister")
    builders = sent(5000.0, "b", report_id="r1", origin="a minister")
    assert among([sappers, builders]) is None
    assert gap([sappers, builders]) is None
    elsewhere = sent(5200.0, "c", report_id="r2", origin="a minister")
    assert among([builders, elsewhere]) is Relation.AGREE
    assert among([sappers, builders, elsewhere]) is Relation.CONFLICT
    assert among([sappers, sent(5000.0, "d", report_id="r1", origin="rebels")]) is Relation.CONFLICT
