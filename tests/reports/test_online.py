"""Online help: which names are sent, what comes of them, and that it lasts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pytest

from geo.errors import OnlineError
from geo.gazetteer import Gazetteer
from geo.place import Kind, Place
from geo.records import records
from reports.corrections import correct
from reports.ingest import extract
from reports.intake import look_up_online, take_in
from reports.known_places import KnownPlaces
from reports.online import helped, names_without_a_place
from reports.read import read_text
from reports.reread import again
from reports.rulings import alike, decide, take_back
from reports.store import Store
from views.assemble import assemble

TEXT = (
    "Shelling hit the village of Vyshnegirsk in Sumy Oblast on Monday.\n"
    "Some 40 soldiers were killed in the village of Vyshnegirsk, officials said."
)
VILLAGE = Place(
    "osm:n1", "Vyshnegirsk", Kind.CITY, 51.1, 34.2, "UA", radius_m=2_000.0, attribution="© Somebody"
)
NAMESAKE = Place("osm:n2", "Vyshnegirsk", Kind.CITY, 60.0, 60.0, "RU", attribution="© Somebody")


class Asked:
    """A look-up that notes what it is asked."""

    def __init__(self, *places: Place, fails: bool = False) -> None:
        self.places, self.fails = places, fails
        self.names: list[str] = []

    def __call__(self, name: str) -> Sequence[Place]:
        """Answer."""
        self.names.append(name)
        if self.fails:
            raise OnlineError("Fake at fake.example did not answer")
        return self.places


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


def test_only_names_without_a_place_are_asked_for(gazetteer: Gazetteer) -> None:
    extraction = extract(read_text(TEXT, "a.txt"), gazetteer)
    names = names_without_a_place(extraction)
    assert names == ("Vyshnegirsk",)
    asked = Asked(NAMESAKE, VILLAGE)
    result = helped(extraction, names, asked)
    assert asked.names == ["Vyshnegirsk"]
    # The report is about Ukraine: its village comes before the provider's first.
    placed = [each.mention for each in result.extraction.located if each.mention.place == VILLAGE]
    assert [mention.text for mention in placed] == ["Vyshnegirsk", "Vyshnegirsk"]
    assert {mention.confidence for mention in placed} == {0.5}
    assert "found online: © Somebody" in placed[0].candidates[0].reasons[0]


def test_a_failure_keeps_everything_that_was_there(gazetteer: Gazetteer) -> None:
    extraction = extract(read_text(TEXT, "a.txt"), gazetteer)
    result = helped(extraction, ["Vyshnegirsk"], Asked(fails=True))
    assert result.problem == "Fake at fake.example did not answer"
    assert result.extraction == extraction


def test_a_place_found_is_kept_credited_and_survives_a_second_reading(
    store: Store, gazetteer: Gazetteer
) -> None:
    id_ = take_in("a.txt", TEXT.encode(), store, gazetteer).report_id or ""
    assert "osm:n1" not in set(store.mentions()["place_id"])
    before = store.revision()
    look_up_online(id_, ["Vyshnegirsk"], Asked(VILLAGE), store, gazetteer)
    assert store.revision() > before
    correct(id_, {"published": "2025-06-26"}, store, gazetteer)
    assert list(store.mentions()["place_id"]).count("osm:n1") == 2
    scene = assemble(store, gazetteer)
    assert "© Somebody" in scene["meta"]["attribution"]
    assert "p:osm:n1" in [mark["id"] for mark in scene["marks"]]


def test_a_place_that_nobody_knows_any_more_empties_nothing(
    store: Store, gazetteer: Gazetteer
) -> None:
    id_ = take_in("a.txt", TEXT.encode(), store, gazetteer).report_id or ""
    look_up_online(id_, ["Vyshnegirsk"], Asked(VILLAGE), store, gazetteer)
    stored = store.places()
    assert KnownPlaces(gazetteer, stored).place("osm:n1") == VILLAGE

    class Forgetful(Store):
        def places(self) -> pd.DataFrame:
            return super().places().iloc[:0]

    scene = assemble(Forgetful(store.url), gazetteer)
    assert "p:osm:n1" not in [mark["id"] for mark in scene["marks"]]
    assert "p:ne:UA-59" in [mark["id"] for mark in scene["marks"]]


def places_of(store: Store, text: str) -> set[str | None]:
    """Give the places that a name was taken for, and those of the figures there."""
    mentions = store.mentions()
    named = mentions[mentions["text"] == text]["place_id"]
    return {*named, *store.claims()["at_id"]} - {"ne:UA-59"}


def village(store: Store) -> dict[str, list[tuple[int, int]]]:
    rows = records(store.mentions())
    name = next(row for row in rows if row["text"] == "Vyshnegirsk")
    return alike(name, store.mentions())


def test_a_name_that_means_no_place_is_found_online_no_more_until_that_is_taken_back(
    store: Store, gazetteer: Gazetteer
) -> None:
    id_ = take_in("a.txt", TEXT.encode(), store, gazetteer).report_id or ""
    look_up_online(id_, ["Vyshnegirsk"], Asked(VILLAGE), store, gazetteer)
    decide(village(store), {"place_id": None, "review": "verified"}, store, gazetteer)
    assert places_of(store, "Vyshnegirsk") == {None}
    correct(id_, {"published": "2025-06-26"}, store, gazetteer)
    look_up_online(id_, ["Vyshnegirsk"], Asked(VILLAGE), store, gazetteer)
    assert places_of(store, "Vyshnegirsk") == {None}
    take_back(village(store), store, gazetteer)
    assert places_of(store, "Vyshnegirsk") == {"osm:n1"}


@pytest.mark.parametrize("said", [{"review": "rejected"}, {"place_id": None, "review": "verified"}])
def test_a_name_that_was_decided_of_is_not_asked_for(
    store: Store, gazetteer: Gazetteer, said: dict[str, str | None]
) -> None:
    id_ = take_in("a.txt", TEXT.encode(), store, gazetteer).report_id or ""
    decide(village(store), said, store, gazetteer)
    again_ = again(store.report(id_), store, gazetteer)
    assert names_without_a_place(again_.extraction) == ()
