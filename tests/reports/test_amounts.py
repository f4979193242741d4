"""Numbers with their hedges, ranges and units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.claim import Comparator
from reports.quantities.amounts import Amount, amounts


def only(text: str) -> Amount:
    (amount,) = amounts(text)
    return amount


HEDGES = [
    ("more than 500 men", Comparator.GT, "more than 500"),
    ("just over 40 men", Comparator.GT, "just over 40"),
    ("at least 23 people", Comparator.GE, "at least 23"),
    ("300 or more men", Comparator.GE, "300 or more"),
    ("up to 700,000 people", Comparator.LE, "up to 700,000"),
    ("no more than 50 men", Comparator.LE, "no more than 50"),
    ("fewer than 50 men", Comparator.LT, "fewer than 50"),
    ("just 65 men", Comparator.EQ, "just 65"),
    ("handed over 12 men", Comparator.EQ, "12"),
    ("not only thousands of men", Comparator.VAGUE, "thousands"),
]

APPROXIMATE = ["approximately", "around", "about", "some", "roughly", "nearly", "almost", "≈"]

RANGES = [
    ("between 10,000 and 12,000 men", (10_000, 12_000)),
    ("11,000 to 12,000 men", (11_000, 12_000)),
    ("30–40 tanks", (30, 40)),
    ("5 to 6 million people", (5_000_000, 6_000_000)),
    ("six or seven calls", (6, 7)),
    ("11 km to 12 km", (11, 12)),
]

MEASURES = [
    ("65 km away", "km", 65),
    ("3,000km away", "km", 3_000),
    ("a 40-hectare camp", "ha", 40),
    ("some 25 nautical miles", "nmi", 25),
    ("250 sq. km of land", "km2", 250),
    ("12 square kilometres", "km2", 12),
    ("1.2 tonnes of pills", "tonnes", 1.2),
    ("nearly $5m.", "USD", 5_000_000),
    ("US$5 million", "USD", 5_000_000),
    ("3.6 billion yen", "JPY", 3_600_000_000),
    ("40 per cent", "percent", 40),
    ("40 miles (65 km) from", "km", 65),
    ("65 km (40 miles) from", "km", 65),
]


@pytest.mark.parametrize(("text", "comparator", "surface"), HEDGES)
def test_hedges_bound_the_number(text: str, comparator: Comparator, surface: str) -> None:
    amount = only(text)
    assert amount.comparator is comparator
    assert text[amount.start : amount.end] == surface


@pytest.mark.parametrize("word", APPROXIMATE)
def test_approximations_are_kept(word: str) -> None:
    amount = only(f"{word} 600 men")
    assert amount.hedge.approx
    assert amount.start == 0


def test_an_addition_is_told_from_a_total() -> None:
    assert only("an additional 4,000 troops").hedge.increment
    assert only("half a dozen more incidents").hedge.increment
    assert not only("4,000 troops").hedge.increment


@pytest.mark.parametrize(("text", "ends"), RANGES)
def test_two_numbers_make_a_range(text: str, ends: tuple[float, float]) -> None:
    amount = only(text)
    assert (amount.low, amount.high) == ends
    assert amount.comparator is Comparator.RANGE


@pytest.mark.parametrize("text", ["won 8-2", "the 2010-2011 season"])
def test_scores_and_spans_of_years_are_no_ranges(text: str) -> None:
    assert amounts(text) == []


def test_a_change_is_two_figures() -> None:
    assert [a.size for a in amounts("rose from 35 to 41")] == [35, 41]


@pytest.mark.parametrize(("text", "unit", "value"), MEASURES)
def test_units_are_read(text: str, unit: str, value: float) -> None:
    amount = only(text)
    assert amount.measure is not None
    assert (amount.measure.unit, amount.value) == (unit, value)


@pytest.mark.parametrize("text", ["3.5 km by 1.5 km", "3.5 by 1.5 km", "3.5 km x 1.5 km"])
def test_dimensions_are_one_figure(text: str) -> None:
    assert only(text).values == (3.5, 1.5)


@given(st.text(max_size=120))
def test_amounts_lie_in_the_text(text: str) -> None:
    for amount in amounts(text):
        assert 0 <= amount.start <= amount.number[0] < amount.number[1] <= amount.end <= len(text)


@pytest.mark.parametrize("unit", ["5 to ", "5 km ", "5 km by ", "about ", "$5 a day ", "40 or "])
def test_long_hostile_runs_are_read_through(unit: str) -> None:
    text = (unit * 20_000)[:40_000]
    assert all(amount.end <= len(text) for amount in amounts(text))
