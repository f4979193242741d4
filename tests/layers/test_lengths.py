"""Computed lengths follow the reader's unit, by one rule in Python and in the browser."""

import json
from pathlib import Path
from typing import Any

import pytest

from layers.lengths import UNITS, length_in, measured_in, note_in
from layers.plate.form import Form
from layers.plate.render import render
from layers.view import View
from tests.layers.export_cases import scene

CASES: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/length_cases.json").read_text("utf-8")
)


@pytest.mark.parametrize("unit", UNITS)
def test_lengths_are_printed_in_up_to_three_digits(unit: str) -> None:
    told = [length_in(case["metres"], unit) for case in CASES["lengths"]]
    assert told == [case[unit] for case in CASES["lengths"]]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("case", CASES["marks"])
def test_what_was_computed_follows_the_unit_and_what_was_said_does_not(
    case: dict[str, Any], unit: str
) -> None:
    mark = case["mark"]
    ways = {"measured": measured_in, "note": note_in}
    assert {key: ways[key](mark, unit) for key in case[unit]} == case[unit]


def test_a_plate_has_scale_and_measures_in_the_unit_and_quotes_as_they_are() -> None:
    laid = scene()
    (line,) = (mark for mark in laid["marks"] if mark["layer"] == "distances")
    line |= {"unit": "km", "range": [64_200, 65_900]}
    told = {}
    for unit in UNITS:
        of = {**laid, "meta": {**laid["meta"], "unit": unit}}
        told[unit] = render(of, View(), "A title", form=Form("svg")).data.decode()
        assert f"{line['stated']} stated" in told[unit]
    assert "64–66 km measured" in told["km"]
    assert "40–41 mi (64–66 km) measured" in told["mi"]
