"""Names in the audience's language: the cases that the browser is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from layers.names import names_of, titled

CASES = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/name_cases.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES)
def test_a_place_is_named_as_the_browser_names_it(case: dict[str, Any]) -> None:
    assert names_of(case["mark"], case["naming"]) == tuple(case["lines"])


def test_what_has_no_name_stays_as_it_is() -> None:
    flow = {"id": "f:1", "fromName": "Chongjin"}
    assert titled(flow, "ru") == flow
