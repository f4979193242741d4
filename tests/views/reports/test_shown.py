"""One report as its page shows it: every mark is its span, every count is what was read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from geo.records import records
from reports.corrections import correct
from reports.intake import take_in
from reports.rulings import decide
from reports.store import Store
from views.reports.listing import listed
from views.reports.shown import shown

TEXT = (
    "Crossings stay shut\n\nAbout 90 soldiers left Sumy last month, Kyiv said. "
    "The village of Vyshnegirsk was quiet.\n\nShare this article"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


@pytest.fixture
def report_id(store: Store, gazetteer: Gazetteer) -> str:
    outcome = take_in("sumy.txt", TEXT.encode(), store, gazetteer, date(2025, 6, 26))
    return outcome.report_id or ""


def test_marks_and_counts_are_those_of_the_report(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    content = shown(store, gazetteer, report_id)
    for item in content["items"]:
        assert TEXT[item["start"] : item["end"]] == item["text"]
    read = content["read"]
    assert (read["figures"], read["places"], read["dates"]) == (1, 1, 1)
    assert [name for name, *_ in content["left"]["unplaced"]] == ["Vyshnegirsk"]
    assert [(name, role) for name, role, *_ in content["left"]["mentioned"]] == [
        ("Kyiv", "metonym")
    ]
    furniture = [TEXT[start:end] for start, end, _ in content["furniture"]]
    assert furniture == ["Share this article"]
    assert content["left"]["characters"] == len("Share this article")
    assert content["report"]["bytes"] == len(TEXT.encode())


def test_a_rejected_name_is_counted_as_left_out_and_not_as_drawn(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    name = next(row for row in records(store.mentions()) if row["text"] == "Sumy")
    spots = {report_id: [(name["start"], name["end"])]}
    decide(spots, {"review": "rejected"}, store, gazetteer)
    content = shown(store, gazetteer, report_id)
    assert (content["read"]["drawn"], content["read"]["places"]) == (0, 0)
    assert ["Sumy", "rejected", "decided by hand", 1] in content["left"]["mentioned"]


def test_what_was_corrected_is_told_with_what_stood_there(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    correct(report_id, {"publisher": "Example Wire"}, store, gazetteer)
    content = shown(store, gazetteer, report_id)
    assert content["report"]["publisher"] == "Example Wire"
    assert content["corrected"]["publisher"]["was"] is None
    assert list(content["corrected"]) == ["publisher"]


def test_a_report_of_an_older_store_is_shown_without_its_furniture(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    store.correct(report_id, {"furniture": None, "notes": None}, [])
    content = shown(store, gazetteer, report_id)
    assert content["furniture"] == []
    assert content["left"]["notes"] == []


def test_the_list_counts_what_each_report_says(store: Store, report_id: str) -> None:
    (row,) = listed(store.listing())["rows"]
    assert (row["id"], row["title"], row["file"]) == (report_id, "Crossings stay shut", "sumy.txt")
    assert (row["places"], row["figures"]) == (2, 1)
