"""A link read on the server: the cases that the browser is held to as well."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from layers.link import read_link
from layers.view import View

FIXTURE = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/link_cases.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", FIXTURE["cases"], ids=lambda case: case["name"])
def test_a_link_is_read_as_the_browser_reads_it(case: dict[str, Any]) -> None:
    params = dict(parse_qsl(case["query"], keep_blank_values=True))
    view, lost = read_link(params, FIXTURE["scene"])
    assert (view, lost) == (case["view"], case["lost"])
    View.from_json(view)
