"""Search: words of reports and names of places, whoever wrote them, and whatever is typed."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.record import Record
from reports.search import match_query
from reports.store import Store
from reports.tables import PLACES, REPORTS
from tests.postgresql import Server


def report(id_: str, text: str, title: str = "", publisher: str = "") -> dict[str, object]:
    return {
        "id": id_,
        "slug": id_,
        "title": title,
        "publisher": publisher,
        "received": "2025-06-27T00:00:00Z",
        "sha256": id_,
        "sample": False,
        "text": text,
    }


def place(id_: str, name: str, **names: str) -> dict[str, object]:
    return {
        "id": id_,
        "name": name,
        "kind": "city",
        "lat": 0.0,
        "lon": 0.0,
        "population": 0,
        "names": names,
    }


def record(row: dict[str, object], *places: dict[str, object]) -> Record:
    original = {"report_id": row["id"], "name": "a.txt", "content": b""}
    return Record(report=row, original=original, mentions=[], claims=[], places=places)


@pytest.fixture
def store(store: Store) -> Store:
    """Put three reports into the store."""
    store.add(
        record(
            report("r1", "Nobody knew.\nTwo bridges near Sŏul were closed on Friday.", "Bridges"),
            place("p1", "Seoul", ko="서울특별시"),
        )
    )
    store.add(record(report("r2", "Harvest began.", "Seoul waits", "Example Wire")))
    store.add(record(report("r3", "A bridge fell."), place("p2", "Kharkiv", uk="Харків")))
    return store


def ids(store: Store, typed: str) -> list[str]:
    return [hit.report_id for hit in store.find_reports(typed)]


def test_a_hit_says_where_the_words_stand(store: Store) -> None:
    (hit,) = store.find_reports("bridges friday")
    text = store.report("r1")["text"]
    assert text[hit.start : hit.end] == "bridges"
    assert hit.snippet == "Two bridges near Sŏul were closed on Friday."
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["bridges", "Friday"]


def test_the_last_word_may_be_unfinished_and_marks_on_letters_do_not_matter(store: Store) -> None:
    assert ids(store, "clo") == ["r1"]
    assert ids(store, "clo ") == []
    assert ids(store, "soul") == ["r1"]
    assert set(ids(store, "bridge")) == {"r1", "r3"}


def test_words_in_quotation_marks_stay_together(store: Store) -> None:
    assert ids(store, '"bridges near"') == ["r1"]
    assert ids(store, '"near bridges"') == []


def test_title_and_publisher_are_searched(store: Store) -> None:
    (hit,) = store.find_reports("waits")
    assert (hit.report_id, hit.start, hit.end) == ("r2", 0, 0)
    assert hit.snippet == "Harvest began."
    assert ids(store, "example wire") == ["r2"]


def test_places_are_found_by_any_of_their_names(store: Store) -> None:
    assert [hit.place_id for hit in store.find_places("Хар")] == ["p2"]
    assert [hit.place_id for hit in store.find_places("서울")] == ["p1"]
    assert [hit.name for hit in store.find_places("seo")] == ["Seoul"]


def test_the_index_follows_the_store(store: Store) -> None:
    store.replace(record(report("r3", "A tunnel was dug.")))
    assert ids(store, "bridge") == ["r1"]
    assert ids(store, "tunnel") == ["r3"]
    store.remove(["r3"])
    assert ids(store, "tunnel") == []


def test_a_store_from_before_search_is_indexed_when_it_is_opened(store_url: str) -> None:
    engine = sa.create_engine(store_url)
    REPORTS.create(engine)
    PLACES.create(engine)
    with engine.begin() as connection:
        connection.execute(REPORTS.insert(), [report("r9", "An old bridge.")])
        connection.execute(PLACES.insert(), [place("p9", "Lviv", uk="Львів")])
    engine.dispose()
    store = Store(store_url)
    assert ids(store, "bridge") == ["r9"]
    assert [hit.place_id for hit in store.find_places("льв")] == ["p9"]
    store.close()


@pytest.mark.parametrize("typed", ["", "  ", '"', "—", '" "', "***"])
def test_without_a_word_nothing_is_looked_for(typed: str, store: Store) -> None:
    assert match_query(typed) is None
    assert store.find_reports(typed) == []


@pytest.fixture(scope="module")
def stores(postgresql: Server) -> Iterator[tuple[Store, Store]]:
    """Open a store in each database, both with the same reports."""
    with postgresql.database() as url:
        opened = Store("sqlite://"), Store(url)
        for each in opened:
            for number, text in enumerate(TEXTS):
                each.add(record(report(f"r{number}", text, text[:9]), place(f"p{number}", text)))
        yield opened
        for each in opened:
            each.close()


SCRIPTS = ("Київ", "Йосип", "ﬁre", "İzmir", "Straße", "نور", "東京")
WORDS = (*SCRIPTS, "F-16", "1e5", "a_b", "don't", "\\")
TEXTS = (*WORDS, " ".join(WORDS), "near the don't bridge", "the bridge near", "x" * 5000)
SIGNS = ("bridge", "near", "x", '"', " ", "'", ":*", "&", "|", "!")
TYPED = st.lists(st.sampled_from([*WORDS, *SIGNS]))


@settings(max_examples=40)
@given(typed=st.text(max_size=30) | TYPED.map(" ".join) | TYPED.map("".join))
def test_whatever_is_typed_is_words_and_means_the_same_everywhere(
    stores: tuple[Store, Store], typed: str
) -> None:
    for asked in (typed, f"{typed} OR NOT (a NEAR b*) {{x}}: -^", f'"{typed}'):
        here, there = (
            (set(each.find_reports(asked)), set(each.find_places(asked))) for each in stores
        )
        assert here == there
