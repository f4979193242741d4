"""What the user says of a report stays, is dated, and can be undone."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from reports.corrections import FIELDS, CorrectionError, checked, correct, corrections, restore
from reports.intake import take_in
from reports.store import Store

TEXT = b"Crossings stay shut\n\nAbout 90 soldiers left Sumy last month, the governor said."


@pytest.fixture
def report_id(store: Store, gazetteer: Gazetteer) -> str:
    return (
        take_in("sumy.txt", TEXT, store, gazetteer, date(2025, 6, 26), "manifest").report_id or ""
    )


def test_a_word_about_a_report_is_kept_with_what_stood_there(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    said = {"title": "  Crossings\nopen ", "lang": "uk"}
    assert correct(report_id, said, store, gazetteer) == ("title", "lang")
    assert correct(report_id, {"title": "Crossings open"}, store, gazetteer) == ()
    assert store.report(report_id)["title"] == "Crossings open"
    assert corrections(report_id, store)["title"].was == "Crossings stay shut"
    correct(report_id, {"title": "Another"}, store, gazetteer)
    rows = store.decisions(report_id)
    titles = rows[rows["field"] == "title"]
    assert titles["before"].tolist() == ["Crossings stay shut", "Crossings open"]
    assert titles["after"].tolist() == ["Crossings open", "Another"]


def test_a_changed_day_moves_what_is_told_by_it_and_can_be_taken_back(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    assert store.claims()["earliest"].tolist() == ["2025-05-01"]
    correct(report_id, {"published": "2025-02-03"}, store, gazetteer)
    assert store.claims()["earliest"].tolist() == ["2025-01-01"]
    assert store.report(report_id)["published_basis"] == "given"
    correct(report_id, {"published": None}, store, gazetteer)
    assert store.claims()["earliest"].tolist() == [None]
    assert store.report(report_id)["published_basis"] is None
    restore(report_id, "published", store, gazetteer)
    assert store.claims()["earliest"].tolist() == ["2025-05-01"]
    assert store.report(report_id)["published_basis"] == "manifest"
    assert corrections(report_id, store) == {}
    assert len(store.decisions(report_id)) == 6


def test_what_was_corrected_stays_when_the_report_is_read_again(
    store: Store, gazetteer: Gazetteer, report_id: str
) -> None:
    before = store.report(report_id)
    words = {"author": "A. Writer", "publisher": "Example Wire", "url": "https://wire.example/1"}
    correct(report_id, words | {"title": "Mine", "lang": "uk"}, store, gazetteer)
    correct(report_id, {"published": "2025-02-03"}, store, gazetteer)
    after = store.report(report_id)
    assert {field: after[field] for field in FIELDS} == {
        **words,
        "title": "Mine",
        "lang": "uk",
        "published": "2025-02-03",
    }
    kept = ("received", "sha256", "slug", "text", "sample")
    assert [after[key] for key in kept] == [before[key] for key in kept]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("url", "ftp://example.org/a"),
        ("url", "https://"),
        ("url", "https://[broken"),
        ("lang", "English"),
        ("published", "26 June"),
        ("title", "long " * 200),
    ],
)
def test_what_cannot_be_so_is_refused_and_changes_nothing(
    store: Store, gazetteer: Gazetteer, report_id: str, field: str, value: str
) -> None:
    with pytest.raises(CorrectionError):
        correct(report_id, {"author": "Somebody", field: value}, store, gazetteer)
    assert store.decisions(report_id).empty
    assert store.report(report_id)["author"] is None


def test_nothing_but_spaces_is_nothing() -> None:
    assert [checked(field, " \n ") for field in FIELDS] == [None] * len(FIELDS)


def test_a_report_that_is_gone_is_named(store: Store, gazetteer: Gazetteer, report_id: str) -> None:
    store.remove([report_id])
    with pytest.raises(KeyError):
        correct(report_id, {"title": "Mine"}, store, gazetteer)
