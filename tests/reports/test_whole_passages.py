"""Figures of own passages, read as `extract` reads them: unit, category, group and places."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from geo.gazetteer import Gazetteer
from reports.ingest import extract
from reports.read import read_text
from reports.schema import as_json

FIELDS = ("unit", "category", "group", "place", "from", "to")
PUBLISHED = date(2025, 6, 26)


class Passage(NamedTuple):
    """A passage, and for each figure its words and what may stand in each of ``FIELDS``."""

    text: str
    figures: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


def _passages() -> Iterator[Passage]:
    lines = Path(__file__).with_name("whole_passages.txt").read_text("utf-8").splitlines()
    for block in "\n".join(line for line in lines if not line.startswith("#")).split("\n\n"):
        text, *rows = block.strip().split("\n")
        cells = [[cell.strip() for cell in row.split("|")] for row in rows]
        fields = [tuple(tuple(cell.split(";")) for cell in others) for _, *others in cells]
        yield Passage(text, tuple((row[0], each) for row, each in zip(cells, fields, strict=True)))


@pytest.mark.parametrize("passage", _passages(), ids=lambda passage: passage.text[:40])
def test_a_passage_states_its_figures(passage: Passage, gazetteer: Gazetteer) -> None:
    read = as_json(extract(read_text(passage.text, "text"), gazetteer, published=PUBLISHED))
    written = {place["name"]: place["text"] for place in read["places"]}
    at = 0
    for surface, fields in passage.figures:
        at = passage.text.index(surface, at)
        end = at + len(surface)
        figure = next(one for one in read["figures"] if one["start"] < end and at < one["end"])
        for field, accepted in zip(FIELDS, fields, strict=True):
            found = figure[field] or "-"
            assert {found, written.get(found), "*"} & set(accepted), (surface, field, found)
        at = end
