"""What can be decided of a report's marks is laid out; what a browser asks is read with care."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geo.gazetteer import Gazetteer
from geo.records import records
from layers.view import View
from layers.visibility import visible
from reports.intake import take_in
from reports.known_places import KnownPlaces
from reports.rulings import decide
from reports.store import Store
from views.assemble import assemble
from views.reports.checking import (
    asked_row,
    asked_spots,
    asked_words,
    checks,
    found_row,
    looked_up,
)

TEXT = (
    b"Depots\n\nAbout 90 soldiers left Sumy on Monday. In Sumy, 12 depots burned. Xyzzyville slept."
)
OTHER = b"Trucks\n\nA column of 30 trucks left Sumy on Tuesday."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


@pytest.fixture
def report_id(store: Store, gazetteer: Gazetteer) -> str:
    take_in("trucks.txt", OTHER, store, gazetteer)
    return take_in("depots.txt", TEXT, store, gazetteer).report_id or ""


def sumy(store: Store, report_id: str) -> dict[str, Any]:
    return next(row for row in records(store.mentions(report_id)) if row["text"] == "Sumy")


def test_a_name_has_the_places_it_may_mean_and_where_else_it_stands(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    known, name = KnownPlaces(gazetteer, store.places()), sumy(store, report_id)
    laid = checks(report_id, store.mentions(report_id), store, known)
    first, *_ = laid["choices"][name["id"]]
    assert (first["place"], first["name"]) == (name["place_id"], name["name"])
    assert "Ukraine" in first["within"]
    assert laid["alike"][name["id"]] == {"report": 2, "case": 3, "reports": 2}
    assert laid["decided"] == {}
    decide(asked_spots(name, "report", store), {"review": "verified"}, store, gazetteer)
    laid = checks(report_id, store.mentions(report_id), store, known)
    assert f"{name['start']}-{name['end']}" in laid["decided"]
    assert len(laid["decided"]) == 2


@pytest.mark.parametrize(("scope", "spots"), [("here", 1), ("report", 2), ("case", 3), ("x", 2)])
def test_a_decision_holds_where_it_was_asked_for(
    store: Store, report_id: str, scope: str, spots: int
) -> None:
    found = asked_spots(sumy(store, report_id), scope, store)
    assert sum(map(len, found.values())) == spots


def test_a_figure_stands_for_itself(store: Store, report_id: str) -> None:
    row = found_row(f"{report_id}:c1", store, report_id)
    assert row is not None
    assert asked_spots(row, "case", store) == {report_id: [(row["start"], row["end"])]}
    assert found_row("nothing", store, report_id) is None


def test_what_is_not_where_the_browser_saw_it_is_not_decided_of(
    store: Store, report_id: str
) -> None:
    row = sumy(store, report_id)
    seen = {"item": row["id"], "start": row["start"], "end": row["end"]}
    assert asked_row(seen, store, report_id) == row
    assert asked_row({**seen, "start": 0}, store, report_id) is None
    assert asked_row({"item": row["id"]}, store, report_id) is None
    assert asked_row({**seen, "item": "r:m1"}, store, report_id) is None


def test_a_wider_decision_spares_what_was_rejected_by_itself(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name = sumy(store, report_id)
    decide(asked_spots(name, "here", store), {"review": "rejected"}, store, gazetteer)
    rejected, other = (row for row in records(store.mentions(report_id)) if row["text"] == "Sumy")
    decide(asked_spots(other, "case", store), {"review": "verified"}, store, gazetteer)
    now = [row["review"] for row in records(store.mentions()) if row["text"] == "Sumy"]
    assert sorted(now) == ["rejected", "verified", "verified"]
    assert asked_spots(rejected, "case", store) == asked_spots(name, "here", store)


def test_what_makes_no_sense_is_left_out(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    known = KnownPlaces(gazetteer, store.places())
    place = sumy(store, report_id)["place_id"]
    words = {"review": "verified", "place_id": place, "role": "metonym"}
    assert asked_words({**words, "item": "x", "text": "y"}, known) == words
    assert asked_words({"review": "verified", "place_id": "gone:1", "role": "king"}, known) == {
        "review": "verified"
    }
    assert asked_words({"review": "verified", "place_id": None}, known)["place_id"] is None
    assert asked_words({"place_id": place}, known) == {}
    assert asked_words({"review": "sworn"}, known) == asked_words({"review": [1]}, known) == {}
    assert asked_words({"review": "verified", "role": {}}, known) == {"review": "verified"}


def test_another_place_is_looked_up_by_name_and_what_contains_it(gazetteer: Gazetteer) -> None:
    found = looked_up("Springfield, Illinois", gazetteer)
    assert found[0]["within"].startswith("Illinois")
    assert 1 < len(looked_up("Springfield", gazetteer)) <= 8
    assert looked_up(" ", gazetteer) == looked_up("Xyzzyville", gazetteer) == []


def test_what_was_rejected_is_drawn_nowhere_and_counted_as_hidden(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    for row in (sumy(store, report_id), found_row(f"{report_id}:c1", store, report_id)):
        assert row is not None
        decide(asked_spots(row, "case", store), {"review": "rejected"}, store, gazetteer)
    scene = assemble(store, gazetteer)
    rejected = {item["id"] for item in scene["items"] if item["review"] == "rejected"}
    assert len(rejected) == 4
    assert not rejected & {id_ for mark in scene["marks"] for id_ in mark["items"]}
    tiles = {tile["group"] for tile in scene["tiles"]}
    groups = {group["id"]: set(group["claims"]) for group in scene["groups"]}
    assert not any(groups[id_] & rejected for id_ in tiles)
    assert all(len(claims) == 1 for claims in groups.values() if claims & rejected)
    seen = visible(scene, View())
    assert {id_ for id_, fate in seen.fates.items() if fate == "hidden"} == rejected
