"""Taking reports in: what comes of each, and what a missing day changes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from reports.corrections import correct
from reports.intake import counted, take_in
from reports.store import Store

TEXT = b"About 90 soldiers left Sumy last month, the governor of the Kursk region said."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


def test_a_report_goes_in_with_its_places_and_figures(store: Store, gazetteer: Gazetteer) -> None:
    outcome = take_in("sumy.txt", TEXT, store, gazetteer, date(2025, 6, 26))
    assert outcome.added
    assert outcome.sentence == "sumy.txt: 2025-06-26, 2 places, 1 figure."
    (claim,) = store.claims().to_dict("records")
    assert TEXT.decode()[claim["start"] : claim["end"]] == claim["text"]
    assert (claim["earliest"], claim["latest"]) == ("2025-05-01", "2025-05-31")


def test_what_cannot_be_read_is_an_outcome_and_leaves_nothing(
    store: Store, gazetteer: Gazetteer
) -> None:
    outcome = take_in("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), store, gazetteer)
    assert not outcome.added
    assert "photo.txt" in outcome.sentence
    assert store.reports().empty


def test_a_day_given_later_resolves_relative_dates(store: Store, gazetteer: Gazetteer) -> None:
    outcome = take_in("sumy.txt", TEXT, store, gazetteer)
    assert "publication day not known" in outcome.sentence
    assert store.claims()["earliest"].tolist() == [None]
    assert outcome.report_id is not None
    correct(outcome.report_id, {"published": "2025-06-26"}, store, gazetteer)
    assert store.claims()["earliest"].tolist() == ["2025-05-01"]
    (report,) = store.reports().to_dict("records")
    assert (report["published"], report["published_basis"]) == ("2025-06-26", "given")


def test_what_is_asked_about_the_day_is_asked_until_it_is_given(
    store: Store, gazetteer: Gazetteer
) -> None:
    text = b"Flood empties Sumy\n\n10/06/2025\n\n" + TEXT
    outcome = take_in("sumy.txt", text, store, gazetteer)
    assert outcome.report_id is not None
    (asked,) = store.report(outcome.report_id)["notes"]
    assert "10 June or 6 October 2025" in asked
    correct(outcome.report_id, {"published": "2025-06-10"}, store, gazetteer)
    assert store.report(outcome.report_id)["notes"] == []


def test_counts_are_printed_as_one_would_say_them() -> None:
    assert [counted(n, "figure") for n in (0, 1, 2)] == ["no figures", "1 figure", "2 figures"]
