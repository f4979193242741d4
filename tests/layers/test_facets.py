"""What is filed where, by the table that the browser is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from layers.facets import kind_on, passes
from layers.view import View
from layers.visibility import visible

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES: list[dict[str, Any]] = json.loads((FIXTURES / "facet_cases.json").read_text("utf-8"))
SCENE: dict[str, Any] = json.loads((FIXTURES / "scene.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_shared_cases(case: dict[str, Any]) -> None:
    rule = kind_on if "mark" in case else passes
    assert rule(case.get("mark") or case.get("item") or {}, case["off"]) is case["passes"]


def test_a_facet_hides_items_and_says_so() -> None:
    everything = visible(SCENE, View()).counts
    view = View.from_json({"off": {"source": ["Pentagon > Pentagon"]}})
    seen = visible(SCENE, view)
    assert {item["origin"] for item in seen.items if item["type"] == "claim"}.isdisjoint(
        {"Pentagon"}
    )
    assert seen.counts["hidden"] - everything["hidden"] == 2


def test_a_kind_of_place_takes_its_marks_off_the_map() -> None:
    everything = {one.mark["id"] for one in visible(SCENE, View()).drawn}
    drawn = {one.mark["id"] for one in visible(SCENE, View(off={"kind": ["country"]})).drawn}
    gone = [mark for mark in SCENE["marks"] if mark["id"] in everything - drawn]
    assert gone
    assert {mark["kind"] for mark in gone} == {"country"}
