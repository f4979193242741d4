"""Taking reports out and putting them back leaves everything as it was."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from reports.record import Record
from reports.store import Store
from reports.tables import CLAIMS, DECISIONS, MENTIONS, OFFSETS, REPORTS, UNQUANTIFIED
from tests.reports.test_store import blank

REPORT_IDS = ["r1", "r2", "r3", "r4"]
COUNTS = st.integers(0, 3)
SPAN = {"start": 0, "end": 5, "text": "Kursk"}


def record(id_: str, mentions: int, claims: int, decisions: int, notes: list[str] | None) -> Record:
    def rows(table: sa.Table, letter: str, count: int, **known: object) -> list[dict[str, Any]]:
        ids = [{"id": f"{id_}:{letter}{n}", "report_id": id_} for n in range(count)]
        return [blank(table, **{**SPAN, **ids[n], "start": n, **known}) for n in range(count)]

    return Record(
        report=blank(REPORTS, id=id_, sha256=id_, text=f"{id_} tells of Kursk", notes=notes),
        original={"report_id": id_, "name": f"{id_}.txt", "content": id_.encode()},
        mentions=rows(MENTIONS, "m", mentions, candidates=None),
        claims=rows(CLAIMS, "c", claims, values=[1.0], sources=["a", "b"], flags=None),
        offsets=rows(OFFSETS, "o", 1, anchor_id=f"{id_}:m0") if mentions else [],
        unquantified=rows(UNQUANTIFIED, "u", 1),
        decisions=[
            blank(DECISIONS, id=f"{id_}:d{n}", at=str(n), report_id=id_, field="title")
            for n in range(decisions)
        ],
    )


def frames(store: Store) -> list[pd.DataFrame]:
    found = [store.reports(), store.mentions(), store.claims(), store.offsets()]
    decided = [store.decisions(id_) for id_ in REPORT_IDS]
    return [*found, store.unquantified(), store.listing(), *decided]


RECORDS = st.tuples(COUNTS, COUNTS, COUNTS, st.none() | st.lists(st.text(max_size=5), max_size=2))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Open a store for all examples of a property, once in each database."""
    with ExitStack() as stack:
        if request.param == "postgresql":
            server = request.getfixturevalue("postgresql")
            store = Store(stack.enter_context(server.database()))
        else:
            store = Store("sqlite://")
        yield store
        store.close()


@settings(max_examples=25, deadline=None)
@given(
    records=st.lists(RECORDS, min_size=1, max_size=4), taken=st.sets(st.sampled_from(REPORT_IDS))
)
def test_taking_out_and_putting_back_changes_nothing(
    shared: Store, records: list[Any], taken: set[str]
) -> None:
    store = shared
    store.remove(REPORT_IDS)
    there = [id_ for id_, _ in zip(REPORT_IDS, records, strict=False)]
    for id_, parts in zip(REPORT_IDS, records, strict=False):
        store.add(record(id_, *parts))
    before = frames(store)
    gone = store.take_out(sorted(taken))
    left = [id_ for id_ in there if id_ not in taken]
    assert sorted(store.reports()["id"]) == left
    assert sorted(hit.report_id for hit in store.find_reports("Kursk")) == left
    assert set(store.mentions()["report_id"]) <= set(left)
    assert store.put_back(gone) == len(taken & set(there))
    for was, now in zip(before, frames(store), strict=True):
        assert_frame_equal(was, now)
    assert sorted(hit.report_id for hit in store.find_reports("Kursk")) == there
    assert store.original(there[0]) == (f"{there[0]}.txt", there[0].encode())


def test_what_came_in_again_meanwhile_stays_as_it_is(store: Store) -> None:
    store.add(record("r1", 1, 1, 1, None))
    gone = store.take_out(["r1", "unknown"])
    store.add(record("r1", 2, 0, 0, None))
    assert store.put_back(gone) == 0
    assert len(store.mentions()) == 2


def test_the_list_has_the_undated_first_then_the_newest_with_counts(store: Store) -> None:
    days = {"r1": "2025-01-02", "r2": "2025-03-04", "r3": None}
    for id_, day in days.items():
        made = record(id_, 3, 2, 0, None)
        named = [
            {**row, "place_id": place} for row, place in zip(made.mentions, "aa", strict=False)
        ]
        store.add(Record({**made.report, "published": day}, made.original, named, made.claims))
    listed = store.listing()
    assert listed["id"].tolist() == ["r3", "r2", "r1"]
    assert listed["places"].tolist() == [1, 1, 1]
    assert listed["figures"].tolist() == [2, 2, 2]
    assert listed["file"].tolist() == ["r3.txt", "r2.txt", "r1.txt"]
