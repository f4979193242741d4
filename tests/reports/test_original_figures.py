"""Six hard reports written for this project: how many of their figures are read right."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.passage import Passage
from reports.claim import Claim, Comparator
from reports.claims import claims
from reports.dates import dates
from reports.language import pipeline

HERE = Path(__file__).parent
TEXTS = HERE.parent / "fixtures" / "original"
ROWS = [json.loads(line) for line in (HERE / "original_figures.jsonl").open(encoding="utf-8")]


def read(report: str, published: str) -> list[Claim]:
    path = next(TEXTS.glob(f"{report}*.txt"))
    text = path.read_text(encoding="utf-8")
    parsed, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parsed.append(Passage(start, pipeline()(line)))
        start += len(line) + 1
    day = date.fromisoformat(published)
    return claims(text, parsed, [], dates(parsed, day), day)


def same_number(claim: Claim, row: dict[str, Any]) -> bool:
    if claim.values:
        return bool(list(claim.values) == row["values"])
    ends = [v for v in (claim.value, claim.low, claim.high) if v is not None]
    if claim.comparator is Comparator.VAGUE:
        return bool(row["vague"])
    return bool(ends == pytest.approx(row["values"], abs=0.001))


def read_as(claim: Claim, what: str) -> object:
    """Give one field of a claim as the rows have it."""
    return str(claim.stance.status.value) if what == "status" else getattr(claim, what)


def _accepted(stated: object) -> list[object]:
    return stated if isinstance(stated, list) else [stated]


@pytest.fixture(scope="module")
def matched() -> list[tuple[dict[str, Any], Claim | None]]:
    """Pair each expected figure with the claim that overlaps it and has its number."""
    days = {row["report"]: row["published"] for row in ROWS}
    found = {report: read(report, day) for report, day in days.items()}
    pairs = []
    for row in ROWS:
        overlapping = (
            claim
            for claim in found[row["report"]]
            if claim.start < row["end"] and row["start"] < claim.end and same_number(claim, row)
        )
        pairs.append((row, next(overlapping, None)))
    return pairs


def test_every_core_figure_is_found(
    matched: list[tuple[dict[str, Any], Claim | None]],
) -> None:
    assert [row for row, claim in matched if row["core"] and claim is None] == []


def test_hardly_anything_else_is_found(
    matched: list[tuple[dict[str, Any], Claim | None]],
) -> None:
    days = {row["report"]: row["published"] for row in ROWS}
    total = sum(len(read(report, day)) for report, day in days.items())
    right = sum(claim is not None for _, claim in matched)
    assert right / total >= 0.95


@pytest.mark.parametrize(
    ("what", "floor"), [("unit", 0.95), ("family", 0.95), ("status", 0.93), ("approx", 1.0)]
)
def test_core_figures_are_read_right(
    what: str, floor: float, matched: list[tuple[dict[str, Any], Claim | None]]
) -> None:
    core = [(row, claim) for row, claim in matched if row["core"] and claim is not None]
    right = [read_as(claim, what) in _accepted(row[what]) for row, claim in core]
    assert sum(right) / len(core) >= floor
