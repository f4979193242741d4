"""Whose the figures of own passages are, and where they are, come from and go to."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from reports.claim import Claim, PlaceRef
from reports.ingest import extract
from reports.read import read_text

PUBLISHED = date(2025, 6, 26)


class Passage(NamedTuple):
    """A passage, and for each figure its words and what may stand in each of its slots."""

    text: str
    figures: Sequence[tuple[str, Sequence[Sequence[str]]]]


def _passage(block: str) -> Passage:
    text, *rows = block.strip().split("\n")
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return Passage(
        text.replace("\\n", "\n"),
        [(first, [cell.split(";") for cell in rest]) for first, *rest in cells],
    )


def _passages() -> list[Passage]:
    lines = Path(__file__).with_name("told_places.txt").read_text("utf-8").splitlines()
    told = "\n".join(line for line in lines if not line.startswith("#"))
    return [_passage(block) for block in told.split("\n\n")]


def _said(claim: Claim, text: str) -> list[set[str]]:
    """Give what stands in each slot: the place's name and the report's word for it, or a list."""
    slots = (claim.at, claim.from_, claim.to, claim.actor)
    return [_names(ref, text) if ref else {"-"} for ref in slots]


def _names(ref: PlaceRef, text: str) -> set[str]:
    return {ref.name} if "," in ref.name else {ref.name, text[ref.start : ref.end]}


@pytest.mark.parametrize("passage", _passages(), ids=lambda passage: passage.text[:40])
def test_no_slot_says_more_than_its_passage(passage: Passage, gazetteer: Gazetteer) -> None:
    read = extract(read_text(passage.text, "text"), gazetteer, published=PUBLISHED)
    at = 0
    for surface, accepted in passage.figures:
        at = passage.text.index(surface, at)
        end = at + len(surface)
        claim = next(one for one in read.claims if one.start < end and at < one.end)
        for said, allowed in zip(_said(claim, read.reading.text), accepted, strict=True):
            assert (said | {"*"}) & set(allowed), (surface, said, allowed)
        at = end


TOWNS = ("Goma", "Gao", "Kidal", "Herat", "Kandahar", "Kharkiv", "Odesa", "Homs")


@settings(max_examples=15, deadline=None)
@given(towns=st.lists(st.sampled_from(TOWNS), min_size=2, max_size=4, unique=True))
def test_nobody_died_in_one_of_several_towns(towns: list[str], gazetteer: Gazetteer) -> None:
    text = f"Twelve people died in {', '.join(towns[:-1])} and {towns[-1]}."
    read = extract(read_text(text, "text"), gazetteer, published=PUBLISHED)
    (claim,) = read.claims
    assert claim.at is not None
    assert claim.at.place_id is None
    assert len(claim.at.name.split(", ")) == len(towns)
