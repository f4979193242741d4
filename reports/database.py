"""The databases that can keep a store, SQLite and PostgreSQL, made to promise the same.

A transaction that writes has the store to itself from its first statement on, and waits up to
``WAIT_MS`` milliseconds for that; one that reads sees a single moment. What PostgreSQL needs for it
is in :mod:`reports.postgresql`.
"""

import json
import re
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateColumn

from reports import postgresql
from reports.errors import StoreError

WAIT_MS = 10_000
TOLD = frozenset({"host", "port"})
"""What of a URL's query may be printed."""
_BUSY = re.compile("database is locked|lock timeout")
"""What SQLite and PostgreSQL say of another writer who takes long."""
ANY_URL = "write sqlite:////folder/file.sqlite or postgresql://user@host/database"


def open_engine(url: str) -> Engine:
    """Open the database that a URL names.

    Raises
    ------
    StoreError
        When it is no URL, or that of a database which Dateline does not know.
    """
    try:
        parsed = _parsed(url)
        known = {"sqlite": _sqlite, postgresql.NAME: _postgresql}.get(parsed.get_backend_name())
        if known is None:
            raise StoreError(shown(url), "is neither SQLite nor PostgreSQL", ANY_URL)
        return known(parsed)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(shown(url), "is no URL of a database", ANY_URL) from error
    except ImportError as error:
        way_out = "begin the URL with postgresql:// or sqlite://"
        raise StoreError(shown(url), "names a driver that is not here", way_out) from error


def shown(url: str) -> str:
    """Give a URL as it may be printed: without its password, and without what else may be one.

    >>> shown("postgresql://me:secret@db.example/work?sslpassword=secret&port=5433")
    'postgresql://me@db.example/work?port=5433'
    >>> shown("postgresql:/me:secret@db.example/work")
    'postgresql:…'
    """
    try:
        parsed = _parsed(url)
    except (sa.exc.ArgumentError, ValueError):
        scheme, colon, _ = url.partition(":")
        return f"{scheme}{colon}…" if colon else url
    told = sa.URL.create(
        parsed.drivername,
        username=parsed.username,
        host=parsed.host,
        port=parsed.port,
        database=parsed.database,
        query={key: value for key, value in parsed.query.items() if key in TOLD},
    )
    return told.render_as_string()


def cannot_open(url: str, error: Exception) -> StoreError:
    """Say in one sentence why a database cannot be opened, and the way out."""
    if _BUSY.search(str(error)):
        return StoreError(
            shown(url), "is being written by another program", "try again in a moment"
        )
    of_a_server = _parsed(url).get_backend_name() == postgresql.NAME
    found = postgresql.explained(error) if of_a_server else None
    problem, way_out = found or (
        "cannot be opened",
        "give --store a database that exists and can be written",
    )
    return StoreError(shown(url), problem, way_out)


def cannot_write(url: str, error: sa.exc.OperationalError) -> StoreError:
    """Say in one sentence why a transaction could not write."""
    why = str(error.orig).partition("\n")[0]
    return StoreError(shown(url), f"could not be written ({why})", "nothing was changed; try again")


def writing_on(engine: Engine) -> AbstractContextManager[Connection]:
    """Open a transaction that writes all of it or, where it fails, nothing."""
    return engine.execution_options(writes=True).begin()


def make_tables(connection: Connection, *parts: sa.MetaData) -> None:
    """Make the tables that are not there, and give older ones the columns that came since, empty.

    So a column that comes later must be able to hold nothing.
    """
    for part in parts:
        part.create_all(connection)
        _add_columns(connection, part)


def _add_columns(connection: Connection, part: sa.MetaData) -> None:
    inspector = sa.inspect(connection)
    for table in part.tables.values():
        known = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                definition = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {definition}")


def _parsed(url: str) -> URL:
    parsed = sa.make_url(url)
    # PostgreSQL's own tools take this name too.
    return parsed.set(drivername=postgresql.NAME) if parsed.drivername == "postgres" else parsed


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, json_serializer=_to_json)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(url: URL) -> Engine:
    # A server may have been started again since a connection was last used.
    engine = sa.create_engine(
        url.set(drivername=f"{postgresql.NAME}+psycopg").update_query_dict(
            {
                "connect_timeout": str(WAIT_MS // 1000),
                **url.query,
            }
        ),
        json_serializer=_to_json,
        pool_pre_ping=True,
    )
    event.listen(engine, "connect", postgresql.prepare)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _prepare_sqlite(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    # The driver must not open transactions of its own: see _begin_sqlite.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={WAIT_MS}",
        "synchronous=NORMAL",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: a deferred transaction that comes to write while another
    # one writes fails immediately, whatever the busy timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(
        postgresql.WRITING.format(wait_ms=WAIT_MS) if _writes(connection) else postgresql.READING
    )


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))
