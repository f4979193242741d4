"""Coordinates and offsets from a report to the printed JSON and to the store."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.gazetteer import Gazetteer
from reports.ingest import extract
from reports.intake import take_in
from reports.read import read
from reports.schema import as_json
from reports.store import Store

TEXT = (
    "Drones struck a depot 40 miles southeast of Kursk on Monday. Three soldiers were killed at "
    "51.6345° N, 35.2876° E.\n\nRylsk, 105 km west of the city of Kursk, was calm. A launcher "
    "stood at grid 37U DB 12345 67890, two kilometres from Sumy."
)


@pytest.fixture(scope="module")
def printed(gazetteer: Gazetteer) -> Mapping[str, Any]:
    return as_json(extract(read(TEXT.encode(), "a.txt"), gazetteer, date(2025, 3, 13)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


def test_coordinates_are_sites_among_the_places(printed: Mapping[str, Any]) -> None:
    sites = [place for place in printed["places"] if place["kind"] == "site"]
    assert [site["text"] for site in sites] == ["51.6345° N, 35.2876° E", "37U DB 12345 67890"]
    assert sites[0]["place_id"] == "xy:51.63450,35.28760;u=7"
    assert (sites[0]["lat"], sites[0]["lon"], sites[0]["precision_m"]) == (51.6345, 35.2876, 7)
    assert {site["role"] for site in sites} == {"literal"}


def test_coordinates_are_no_figures(printed: Mapping[str, Any]) -> None:
    assert [figure["text"] for figure in printed["figures"]] == [
        "40 miles southeast of Kursk",
        "Three soldiers",
        "105 km west of the city of Kursk",
        "two kilometres from Sumy",
    ]


def test_offsets_are_printed_beside_the_places(printed: Mapping[str, Any]) -> None:
    depot, rylsk, launcher = printed["offsets"]
    assert (depot["shape"], depot["bearing"], depot["located"]) == ("sector", 135, None)
    assert (depot["lat"], depot["lon"]) == pytest.approx((51.32, 36.84), abs=0.02)
    assert (rylsk["located"]["text"], rylsk["verdict"]) == ("Rylsk", "consistent")
    assert (launcher["located"]["text"], launcher["verdict"]) == (
        "37U DB 12345 67890",
        "inconsistent",
    )
    assert json.loads(json.dumps(printed, allow_nan=False)) == printed
    anchor = depot["anchor"]
    assert printed["text"][anchor["start"] : anchor["end"]] == anchor["text"] == "Kursk"


def test_the_store_keeps_offsets_with_their_mentions(store: Store, gazetteer: Gazetteer) -> None:
    outcome = take_in("a.txt", TEXT.encode(), store, gazetteer, date(2025, 3, 13))
    assert outcome.report_id is not None
    mentions = store.mentions().set_index("id")
    offsets = store.offsets()
    assert list(mentions.loc[offsets["anchor_id"], "text"]) == ["Kursk", "Kursk", "Sumy"]
    assert list(offsets["bearing"]) == [135, 270, None]
    assert mentions.loc[offsets["located_id"][1], "text"] == "Rylsk"
    store.remove([outcome.report_id])
    assert store.offsets().empty


@pytest.mark.parametrize(
    "text", ["9" * 10_000, "(" * 5_000, "N 48 E 37 " * 500, "5 km from " * 500]
)
def test_degenerate_text_ends_with_nothing(gazetteer: Gazetteer, text: str) -> None:
    found = as_json(extract(read(text.encode(), "a.txt"), gazetteer, None))
    assert found["offsets"] == []
    assert [place for place in found["places"] if place["kind"] == "site"] == []
