"""Invented stores: as large as they say, the same every time, fit for the dashboard."""

from pathlib import Path

import pytest

from bench.scenes import Size, fill, records
from geo.gazetteer import Gazetteer
from reports.store import Store
from views.assemble import assemble


def test_the_same_seed_invents_the_same() -> None:
    size = Size(places=20, mentions=50)
    assert list(records(size, seed=3)) == list(records(size, seed=3))
    assert list(records(size, seed=3)) != list(records(size, seed=4))


def test_every_quote_is_its_span() -> None:
    for record in records(Size(places=40, mentions=90)):
        text = record.report["text"]
        for row in [*record.mentions, *record.claims]:
            assert text[row["start"] : row["end"]] == row["text"]


def test_a_scene_has_the_places_and_mentions_that_were_asked_for(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    store = Store(f"sqlite:///{tmp_path / 'made.sqlite'}")
    fill(store, Size(places=30, mentions=100))
    scene = assemble(store, gazetteer)
    assert sum(mark["layer"] == "places" for mark in scene["marks"]) == 30
    assert sum(item["type"] == "mention" for item in scene["items"]) == 100
    assert {item["status"] for item in scene["items"]} > {"reported", "planned"}


def test_places_that_nobody_names_cannot_be_had() -> None:
    with pytest.raises(ValueError, match="3 mentions cannot name 4 places"):
        next(records(Size(places=4, mentions=3)))
