"""Briefings in the store: whole, listed by their last change, and back after a removal."""

import pytest
import sqlalchemy as sa

from reports.store import Store
from reports.tables import BRIEFINGS

CONTENT = {"title": "What two reports say", "steps": [{"lines": [{"text": "'); DROP TABLE 서울"}]}]}


def test_a_briefing_comes_back_as_it_went_in(store: Store, store_url: str) -> None:
    store.briefings.save("b1", "What two reports say", CONTENT, "2025-06-27T10:00:00")
    assert Store(store_url).briefings.load("b1") == CONTENT
    with pytest.raises(KeyError):
        store.briefings.load("b2")


def test_the_one_changed_last_is_first(store: Store) -> None:
    for id_, hour in (("b1", "10"), ("b2", "11")):
        store.briefings.save(id_, id_, CONTENT, f"2025-06-27T{hour}:00:00")
    store.briefings.save("b1", "renamed", {}, "2025-06-27T12:00:00")
    assert [(saved.id, saved.title) for saved in store.briefings.saved()] == [
        ("b1", "renamed"),
        ("b2", "b2"),
    ]
    assert store.briefings.load("b1") == {}


def test_what_was_removed_can_come_back(store: Store) -> None:
    store.briefings.save("b1", "t", CONTENT, "2025-06-27T10:00:00")
    assert store.briefings.remove("b1", "2025-06-28T10:00:00")
    assert not store.briefings.remove("b1", "2025-06-29T10:00:00")
    assert store.briefings.saved() == []
    assert store.briefings.restore("b1")
    assert not store.briefings.restore("b1")
    assert [saved.id for saved in store.briefings.saved()] == ["b1"]
    assert store.briefings.load("b1") == CONTENT


def test_saving_a_briefing_lays_out_no_new_map(store: Store) -> None:
    before = store.revision()
    store.briefings.save("b1", "t", CONTENT, "2025-06-27T10:00:00")
    store.briefings.remove("b1", "2025-06-28T10:00:00")
    assert store.revision() == before


def test_an_older_store_gets_the_table(store: Store, store_url: str) -> None:
    store.close()
    old = sa.create_engine(store_url)
    BRIEFINGS.drop(old)
    old.dispose()
    assert Store(store_url).briefings.saved() == []
