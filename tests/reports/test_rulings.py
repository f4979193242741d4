"""What the user decides of a name or a figure is kept, is read with, and can be taken back."""

from typing import Any

import pandas as pd
import pytest

from geo.gazetteer import Gazetteer
from geo.records import records
from reports.corrections import correct
from reports.decided import PLACE, REVIEW, ROLE
from reports.intake import take_in
from reports.rulings import alike, changing, decide, take_back
from reports.store import Store
from reports.tables import CLAIMS

TEXT = (
    b"Barracks\n\nAbout 90 soldiers arrived in Sumy on Monday, the governor said."
    b" Sumy has 12 barracks. A bridge in Poltava was shut. Orders came from Moscow."
)
OTHER = b"Trucks\n\nA column of 30 trucks left Sumy on Tuesday."


@pytest.fixture
def report_id(store: Store, gazetteer: Gazetteer) -> str:
    return take_in("sumy.txt", TEXT, store, gazetteer).report_id or ""


def found(store: Store, report_id: str, text: str) -> dict[str, Any]:
    rows = pd.concat([store.mentions(report_id), store.claims(report_id)])
    return next(row for row in records(rows) if text in row["text"])


def where(store: Store, report_id: str) -> set[str]:
    """Name the places that figures are at or go to."""
    claims = store.claims(report_id)
    return {*claims["to_id"], *claims["at_id"]}


def spot(row: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    return {row["report_id"]: [(row["start"], row["end"])]}


def another(row: dict[str, Any]) -> str:
    """Name a place that the name may mean and was not taken for."""
    ids: list[str] = [candidate["place_id"] for candidate in row["candidates"]]
    return next(id_ for id_ in ids if id_ != row["place_id"])


def test_a_place_that_was_chosen_is_where_its_figures_are(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name = found(store, report_id, "Sumy")
    chosen = another(name)
    spots = alike(name, store.mentions())
    assert [len(spans) for spans in spots.values()] == [2]
    assert decide(spots, {PLACE: chosen, REVIEW: "verified"}, store, gazetteer) == 2
    now = found(store, report_id, "Sumy")
    assert (now["place_id"], now["confidence"], now[REVIEW]) == (chosen, 1.0, "verified")
    assert now["candidates"][0]["reasons"][0] == "decided by hand"
    assert chosen in where(store, report_id)
    assert decide(spots, {PLACE: chosen, REVIEW: "verified"}, store, gazetteer) == 0


def test_what_was_decided_outlives_another_reading_and_is_taken_back(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    before = store.mentions(report_id), store.claims(report_id)
    name, figure = found(store, report_id, "Sumy"), found(store, report_id, "90")
    decide(spot(name), {PLACE: another(name), REVIEW: "verified"}, store, gazetteer)
    decide(spot(figure), {REVIEW: "rejected"}, store, gazetteer)
    correct(report_id, {"published": "2025-06-26"}, store, gazetteer)
    assert found(store, report_id, "Sumy")["place_id"] == another(name)
    assert found(store, report_id, "90")[REVIEW] == "rejected"
    correct(report_id, {"published": None}, store, gazetteer)
    for row in (name, figure):
        assert take_back(spot(row), store, gazetteer) == 1
        assert take_back(spot(row), store, gazetteer) == 0
    pd.testing.assert_frame_equal(store.mentions(report_id), before[0])
    pd.testing.assert_frame_equal(store.claims(report_id), before[1])
    assert len(store.decisions(report_id)) == 3 + 1 + 2 + 2 + 3 + 1


def test_what_is_no_name_is_used_for_nothing_and_still_stands_there(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name = found(store, report_id, "Sumy")
    assert name["place_id"] in where(store, report_id)
    decide(alike(name, store.mentions()), {REVIEW: "rejected"}, store, gazetteer)
    assert name["place_id"] not in where(store, report_id)
    now = found(store, report_id, "Sumy")
    assert (now[REVIEW], now["place_id"]) == ("rejected", name["place_id"])


def test_a_name_can_mean_no_place_and_be_used_otherwise(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    decide(
        spot(found(store, report_id, "Poltava")),
        {PLACE: None, REVIEW: "verified"},
        store,
        gazetteer,
    )
    assert found(store, report_id, "Poltava")["place_id"] is None
    moscow = found(store, report_id, "Moscow")
    used = {"literal": "metonym", "metonym": "literal"}[moscow["role"]]
    decide(spot(moscow), {ROLE: used, REVIEW: "verified"}, store, gazetteer)
    now = found(store, report_id, "Moscow")
    assert (now["role"], now["role_reason"]) == (used, "decided by hand")


def test_alike_is_written_alike_and_taken_for_the_same_place(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    other = take_in("trucks.txt", OTHER, store, gazetteer).report_id or ""
    name = found(store, other, "Sumy")
    spots = alike(name, store.mentions())
    assert {id_: len(spans) for id_, spans in spots.items()} == {report_id: 2, other: 1}
    decide(spot(name), {PLACE: another(name), REVIEW: "verified"}, store, gazetteer)
    assert set(alike(found(store, other, "Sumy"), store.mentions())) == {other}


def test_a_spot_where_nothing_stands_and_a_field_it_has_not_change_nothing(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    revision = store.revision()
    figure = found(store, report_id, "90")
    assert decide(spot(figure), {PLACE: None, ROLE: "literal"}, store, gazetteer) == 0
    assert decide({report_id: [(0, 1)]}, {REVIEW: "verified"}, store, gazetteer) == 0
    assert (store.revision(), store.decisions(report_id).empty) == (revision, True)
    store.remove([report_id])
    assert decide(spot(figure), {REVIEW: "verified"}, store, gazetteer) == 0


def test_a_place_that_nobody_knows_any_more_is_left_open(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name = found(store, report_id, "Poltava")
    decide(spot(name), {PLACE: "gone:1", REVIEW: "verified"}, store, gazetteer)
    now = found(store, report_id, "Poltava")
    assert (now["place_id"], now[REVIEW]) == (name["place_id"], "verified")


def test_a_figure_that_is_elsewhere_now_is_unverified_again(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    figure, name = found(store, report_id, "90"), found(store, report_id, "Sumy")
    decide(spot(figure), {REVIEW: "verified"}, store, gazetteer)
    moved = {PLACE: another(name), REVIEW: "verified"}
    decide(alike(name, store.mentions()), moved, store, gazetteer)
    assert found(store, report_id, "90")[REVIEW] == "unverified"


def test_a_figure_that_is_read_otherwise_is_unverified_again(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    figure = found(store, report_id, "90")
    decide(spot(figure), {REVIEW: "verified"}, store, gazetteer)
    name = found(store, report_id, "Poltava")
    with store.writing() as connection:
        connection.execute(CLAIMS.update().values(value=80.0))  # as an older Dateline read it
    decide(spot(name), {PLACE: None, REVIEW: "verified"}, store, gazetteer)
    assert found(store, report_id, "90")[REVIEW] == "unverified"
    decide(spot(figure), {REVIEW: "verified"}, store, gazetteer)
    decide(spot(name), {REVIEW: "unverified"}, store, gazetteer)
    assert found(store, report_id, "90")[REVIEW] == "verified"


def test_a_figure_that_was_read_otherwise_is_not_checked_by_the_next_reading(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    figure, name = found(store, report_id, "90"), found(store, report_id, "Poltava")
    decide(spot(figure), {REVIEW: "verified"}, store, gazetteer)
    with store.writing() as connection:
        connection.execute(CLAIMS.update().values(value=80.0))  # as an older Dateline read it
    for place in (None, another(name)):
        decide(spot(name), {PLACE: place, REVIEW: "verified"}, store, gazetteer)
        assert found(store, report_id, "90")[REVIEW] == "unverified"


def test_only_spots_where_something_changes_are_told(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name, said = found(store, report_id, "Sumy"), {REVIEW: "verified"}
    spots = alike(name, store.mentions())
    assert changing(spots, said, store) == spots
    decide(spot(name), said, store, gazetteer)
    (left,) = changing(spots, said, store).values()
    assert left == spots[report_id][1:]
    decide(spots, said, store, gazetteer)
    assert changing(spots, said, store) == {}
