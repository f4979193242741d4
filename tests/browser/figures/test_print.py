"""How the desk prints a figure: a number says what it counts, unless its label does."""

from typing import Any

import pytest
from playwright.sync_api import Page

KILLED = {"value": "≈600", "unit": "killed", "unitText": "killed", "figure": "≈600 killed"}
WHEAT = {"value": "≈9,500", "unit": "tonnes", "unitText": "tonnes", "figure": "≈9,500 tonnes"}
AT_SEA = {"value": "15", "unit": "nmi", "unitText": "nautical miles", "figure": "15 nautical miles"}
ON_LAND = {"value": "40", "unit": "km", "unitText": "km", "figure": "40 km"}


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (KILLED, ["≈600", "≈600", ""]),
        (WHEAT, ["≈9,500 tonnes", "≈9,500", "tonnes"]),
        (AT_SEA, ["15 nautical miles", "15", "nautical miles"]),
        (ON_LAND, ["40 km", "40 km", ""]),
    ],
)
def test_a_number_says_what_it_counts(page: Page, claim: dict[str, Any], told: list[str]) -> None:
    script = """async (claim) => {
      const { longUnit, printFigure, printValue } = await import("/static/web/figures.js");
      return [printFigure(claim), printValue(claim), longUnit(claim)];
    }"""
    assert page.evaluate(script, claim) == told


def test_only_digits_are_hollow(page: Page) -> None:
    printed = ["≈6,000", "≤ 6", "≥ ≈3,000", "4,000", "11,000–12,000"]
    script = """async (all) => {
      const { leadAndDigits } = await import("/static/web/figures.js");
      return all.map(leadAndDigits);
    }"""
    told = [["≈", "6,000"], ["≤ ", "6"], ["≥ ≈", "3,000"], ["", "4,000"], ["", "11,000–12,000"]]
    assert page.evaluate(script, printed) == told
