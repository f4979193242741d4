"""PostgreSQL as a store: what it cannot do by itself, and what is said when it cannot be opened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from reports import database
from reports.case_file import write_case
from reports.cases import Cases
from reports.errors import CaseError, StoreError
from reports.store import Store
from tests.postgresql import PASSWORD, Server
from tests.reports.case_rows import put, report

AFRESH = "TEMPLATE template0 LOCALE 'C'"


@pytest.fixture
def store(postgresql_url: str) -> Iterator[Store]:
    """Open an empty store."""
    store = Store(postgresql_url)
    yield store
    store.close()


def refused(url: str) -> str:
    """Give the sentence that refuses to open a store, which never holds a password."""
    with pytest.raises(StoreError) as caught:
        Store(url)
    assert PASSWORD not in str(caught.value)
    assert "***" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        (lambda s: s.url("postgres", password=f"{PASSWORD}-not"), "lets nobody in with this user"),
        (lambda s: s.url("postgres", user="stranger"), "lets nobody in with this user"),
        (lambda s: s.url("nowhere"), "does not exist: make it with createdb"),
        (lambda s: s.url("postgres").replace(str(s.folder), "/nowhere"), "cannot be reached"),
        (lambda s: s.url("postgres").replace("postgresql:", "mysql:"), "is neither SQLite nor"),
        (
            lambda s: s.url("postgres").replace("postgresql:", "sqlite+pysqlcipher:"),
            "a driver that",
        ),
        (lambda s: s.url("postgres").replace("://", ":/"), "is no URL of a database"),
    ],
)
def test_what_cannot_be_opened_is_named_without_its_password(
    postgresql: Server, url: Callable[[Server], str], problem: str
) -> None:
    assert problem in refused(url(postgresql))


def test_a_database_that_has_no_room_for_every_script_is_refused(postgresql: Server) -> None:
    with postgresql.database(f"ENCODING 'LATIN1' {AFRESH}") as url:
        assert "createdb --encoding=UTF8" in refused(url)


def test_who_may_not_use_a_database_is_told(postgresql: Server, postgresql_url: str) -> None:
    postgresql.run(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
    url = postgresql.url(str(sa.make_url(postgresql_url).database), user="reader")
    assert "grant CREATE on the schema" in refused(url)
    Store(postgresql_url).close()
    assert "keeps its tables from this user" in refused(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg2"])
def test_the_names_that_other_tools_take_are_taken(postgresql_url: str, scheme: str) -> None:
    assert Store(postgresql_url.replace("postgresql", scheme, 1)).reports().empty


def test_a_report_of_more_words_than_the_index_takes_is_kept_whole(store: Store) -> None:
    text = " ".join(f"word{number}" for number in range(120_000))
    put(store, {"reports": [report(1) | {"text": text}]})
    assert store.report("r1")["text"] == text
    assert len(store.find_reports("word7 ")) == 1


def test_a_zero_in_a_text_is_shown_by_a_sign_in_its_place(store: Store) -> None:
    put(store, {"reports": [report(1) | {"text": "Kur\0sk", "title": "\0", "notes": ["a\0b"]}]})
    row = store.report("r1")
    assert (row["text"], row["title"], row["notes"]) == ("Kur\ufffdsk", "\ufffd", ["a\0b"])
    with pytest.raises(KeyError):
        store.report("r1\0")


def test_every_text_is_in_the_order_of_its_code_points(postgresql_url: str) -> None:
    Store(postgresql_url).close()
    engine = sa.create_engine(postgresql_url)
    query = (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema ="
        " 'public' AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'"
    )
    with engine.connect() as connection:
        assert connection.exec_driver_sql(query).all() == []
    engine.dispose()


def test_a_server_that_was_started_again_is_asked_anew(postgresql: Server, store: Store) -> None:
    store.reports()
    postgresql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ~ 'test_'")
    assert store.reports().empty


def test_a_database_that_is_gone_is_told_whoever_asks(postgresql: Server) -> None:
    with postgresql.database() as url:
        store = Store(url)
    for ask in (store.reports, store.briefings.saved, store.own_layers.kept, store.revision):
        with pytest.raises(StoreError, match="does not exist"):
            ask()
    with pytest.raises(StoreError, match="could not be written") as caught:
        store.set_note("key", "value")
    assert PASSWORD not in str(caught.value)


def test_the_database_is_the_one_case(store: Store) -> None:
    cases = Cases(store.url)
    put(store, {"reports": [report(1, "2025-06-24")]})
    assert [(case.id, case.reports, case.size) for case in cases.listed()] == [("main", 1, None)]
    with pytest.raises(CaseError, match="has the default case alone") as caught:
        cases.create("Kursk")
    assert PASSWORD not in str(caught.value)
    cases.close()


def test_its_case_file_is_the_one_that_sqlite_would_give(store: Store, tmp_path: Path) -> None:
    other = Store(f"sqlite:///{tmp_path / 'other.sqlite'}")
    for number, each in enumerate((store, other)):
        put(each, {"reports": [report(1, "2025-06-24"), report(2)]})
        write_case(each, "Kursk", tmp_path / str(number))
    other.close()
    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()


def test_no_url_is_printed_with_what_may_be_secret() -> None:
    url = "postgresql://me:one@db.example:5433/work?sslpassword=two&password=three&host=db2.example"
    assert database.shown(url) == "postgresql://me@db.example:5433/work?host=db2.example"
    assert database.shown("work.sqlite") == "work.sqlite"
