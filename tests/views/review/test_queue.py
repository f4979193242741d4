"""What is to be checked comes by what hangs on it times how doubtful it is, each thing once."""

from collections.abc import Iterator
from typing import Any

import pytest

from geo.gazetteer import Gazetteer
from geo.records import records
from reports.intake import take_in
from reports.rulings import decide
from reports.store import Store
from views.reports.checking import asked_spots
from views.review.queue import asked, queue

TEXT = (
    b"Depots\n\nAbout 90 soldiers reached Sumy on Monday, the governor said."
    b" In Sumy 12 depots burned. The village of Vyshnegirsk was quiet. Moscow said nothing."
)


@pytest.fixture
def store(store_url: str, gazetteer: Gazetteer) -> Iterator[Store]:
    store = Store(store_url)
    take_in("depots.txt", TEXT, store, gazetteer)
    yield store
    store.close()


def queued(store: Store) -> list[dict[str, Any]]:
    names, figures, _ = store.to_check()
    entries = queue(records(names), records(figures), store.order())
    found = map(records, store.found([entry["id"] for entry in entries]))
    return [dict(entry) for entry in asked(entries, *found)]


def test_a_name_is_there_once_and_one_that_is_only_named_is_not(store: Store) -> None:
    names = [entry["name"] for entry in queued(store)]
    assert sorted(names) == ["12 sites", "Sumy", "Vyshnegirsk", "≈90 personnel"]


def test_the_most_urgent_comes_first(store: Store) -> None:
    entries = queued(store)
    urgency = [entry["impact"] * entry["doubt"] for entry in entries]
    assert urgency == sorted(urgency, reverse=True)
    assert all(1 <= entry[gauge] <= 5 for entry in entries for gauge in ("impact", "doubt"))
    by_name = {entry["name"]: entry for entry in entries}
    assert by_name["Sumy"]["impact"] > by_name["Vyshnegirsk"]["impact"]  # figures hang on it
    assert by_name["Vyshnegirsk"]["doubt"] == 5
    assert by_name["Vyshnegirsk"]["ask"] == "no place found"


def test_what_was_decided_is_in_it_no_more_until_it_is_taken_back(
    store: Store, gazetteer: Gazetteer
) -> None:
    before = queued(store)

    def say(review: str) -> None:
        sumy = next(row for row in records(store.mentions()) if row["text"] == "Sumy")
        decide(asked_spots(sumy, "report", store), {"review": review}, store, gazetteer)

    for review, names in (("verified", 3), ("unverified", 4), ("rejected", 3)):
        say(review)
        assert len(queued(store)) == names
        assert store.to_check()[2] == (review != "unverified") * 2
    say("unverified")
    assert queued(store) == before


def test_an_empty_case_has_nothing_to_check() -> None:
    assert queue([], [], []) == []
