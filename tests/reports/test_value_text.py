"""How numbers are printed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.groups.value_text import Bounds, bounds, figure, unit_text, value_text


def claim(**given_: object) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "value": None,
        "low": None,
        "high": None,
        "values": [],
        "text": "",
        "comparator": "eq",
        "approx": False,
        "unit": "personnel",
        "part_of": None,
    }
    return plain | given_


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (claim(value=12000.0), "12,000"),
        (claim(value=11000.0, approx=True), "≈11,000"),
        (claim(value=500.0, comparator="gt"), "> 500"),
        (claim(value=3000.0, comparator="ge"), "≥ 3,000"),
        (claim(value=50.0, comparator="lt"), "< 50"),
        (claim(value=700000.0, comparator="le"), "≤ 700,000"),
        (claim(low=10000.0, high=12000.0, comparator="range"), "10,000–12,000"),
        (claim(low=30.0, high=40.0, comparator="range", approx=True), "≈30–40"),
        (claim(low=2000.0, comparator="vague", text="thousands of soldiers"), "thousands"),
        (
            claim(low=20000.0, comparator="vague", text="Tens of thousands of men"),
            "tens of thousands",
        ),
        (claim(low=200.0, comparator="vague", text="several hundred men"), "several hundred"),
        (claim(low=2000.0, comparator="vague", text="a great many"), "≥ 2,000"),
        (claim(values=[3.5, 1.5], unit="km"), "3.5 × 1.5"),
        (claim(value=38e6, unit="USD"), "$38 million"),
        (claim(value=1.2e6, unit="people"), "1.2 million"),
        (claim(value=1234567.0, unit="people"), "1,234,567"),
        (claim(value=0.333, comparator="gt", part_of=11000.0, unit="casualties"), "> ⅓ of 11,000"),
        (claim(value=0.667, unit="vehicles"), "⅔"),
        (claim(value=0.5, unit="km"), "0.5"),
        (claim(value=float("nan"), text="a handful"), "a handful"),
    ],
)
def test_prints_what_the_report_said(row: dict[str, Any], expected: str) -> None:
    assert value_text(row) == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("personnel", "personnel"), ("km2", "km²"), ("USD", ""), ("count", "")]
)
def test_units(unit: str, expected: str) -> None:
    assert unit_text(claim(value=2.0, unit=unit)) == expected


def test_bounds_stay_open() -> None:
    assert bounds(claim(value=500.0, comparator="gt")) == Bounds(500, None)
    assert bounds(claim(value=500.0, comparator="le")) == Bounds(None, 500)
    assert bounds(claim(low=2000.0, comparator="vague")) == Bounds(2000, None, vague=True)


@given(st.integers(0, 10**9))
def test_whole_numbers_are_printed_in_full(value: int) -> None:
    printed = figure(float(value), "personnel")
    scale = 1_000_000 if printed.endswith(" million") else 1

    assert round(float(printed.removesuffix(" million").replace(",", "")) * scale) == value


@given(st.booleans(), st.sampled_from(["eq", "gt", "le"]), st.integers(1, 10**6))
def test_about_is_printed_only_when_said(approx: bool, comparator: str, value: int) -> None:  # noqa: FBT001 - drawn
    text = value_text(claim(value=float(value), approx=approx, comparator=comparator))

    assert ("≈" in text) == approx
