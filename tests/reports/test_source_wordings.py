"""Who says so, in the many wordings by which reports hand on what they were told."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reports.claim import Claim

Told = Callable[[str], list[Claim]]
WORDINGS = tomllib.loads((Path(__file__).parent / "source_wordings.toml").read_text("utf-8"))


@pytest.mark.parametrize("wording", WORDINGS["wording"], ids=lambda one: one["text"][:40])
def test_a_figure_is_said_by_whom_its_report_names(wording: Mapping[str, Any], told: Told) -> None:
    start = wording["text"].index(wording["surface"])
    claim = next(one for one in told(wording["text"]) if one.start <= start < one.end)
    assert list(claim.sources) == wording["chain"]
