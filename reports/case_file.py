"""A case as one file: written whole, and read as what a stranger made.

The file is a SQLite database of its own kind (its application id says so) with the store's tables
and nothing else: no index of words, no trigger, no view. It is never opened as a store. What is
read from it are rows that make sense (:mod:`reports.sense`), which a new store is given.
"""

import sqlite3
import struct
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool, StaticPool
from sqlalchemy.schema import CreateTable

from geo.settings import data_dir
from reports.case import ARCHIVED_NOTE, MOST_IN_NAME, NAME_NOTE, Case, tidy_name
from reports.cases import LAST_NOTE, Cases
from reports.errors import CaseError
from reports.notes import REVISION
from reports.sense import Contents, Sense
from reports.store import Store
from reports.tables import METADATA, NOTES, REPORTS

ENDING = ".dateline"
APPLICATION_ID = 0x444C4331
"""DLC1."""
VERSION = 1
"""Raised when an older Dateline could no longer read what is written."""
HEADER = struct.Struct(">16s44xI4xI28x")
"""Of SQLite's file format: the magic words, ``user_version`` and ``application_id``."""
MAGIC = b"SQLite format 3\0"
CHUNK = 500
NOT_OF_THE_CASE = frozenset({REVISION, LAST_NOTE, ARCHIVED_NOTE})
"""Notes that are the place's, not the case's."""
CAREFUL = (
    "trusted_schema=OFF",
    "ignore_check_constraints=ON",
    "cell_size_check=ON",
    "query_only=ON",
)
"""Nothing that the file's own schema says is run, not even to look whether the file is sound."""
OTHER_FILE = "give a file that `case export` or the Cases page wrote"
DAMAGED = "export the case again, and hand the file on unchanged"
NO_SENSE = "ask for the file as `case export` or the Cases page wrote it"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a case file may be at most (``data/case_file.toml``)."""

    file_bytes: int
    value_bytes: int
    upload_mb: int


@cache
def limits() -> Limits:
    """Read the limits."""
    return Limits(**tomllib.loads((data_dir() / "case_file.toml").read_text(encoding="utf-8")))


def write_case(store: Store, name: str, out: Path) -> None:
    """Write a case to one file, whole or not at all; the same rows are the same bytes.

    Raises
    ------
    CaseError
        When the file cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".case-", dir=out.parent) as work:
            path = Path(work, "case")
            _write(store, name, path)
            path.replace(out)
    except (OSError, sa.exc.SQLAlchemyError) as error:
        # The file that fails is one on the way, of which nobody knows.
        why = error.strerror if isinstance(error, OSError) else error
        raise CaseError(
            str(out), f"could not be written ({why})", "give another folder, or make room there"
        ) from error


def _write(store: Store, name: str, path: Path) -> None:
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), poolclass=NullPool)
    with engine.connect() as into, store.reading() as source:
        into.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        into.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        for table in METADATA.sorted_tables:
            into.execute(CreateTable(table))
            for rows in _chunks(source, _travelling(table)):
                into.execute(table.insert(), rows)
        into.execute(NOTES.insert(), [{"key": NAME_NOTE, "value": name}])
        into.commit()


def _travelling(table: sa.Table) -> sa.Select[Any]:
    query = sa.select(table).order_by(*table.primary_key)
    stays = NOT_OF_THE_CASE | {NAME_NOTE}
    return query.where(NOTES.c.key.not_in(stays)) if table is NOTES else query


def read_case(path: Path, into: Store, contents: Contents, named: str | None = None) -> None:
    """Give a new store the rows of a case file, all of them or none.

    Parameters
    ----------
    contents
        What reads the contents of briefings and own layers (:mod:`reports.sense`).
    named
        What the file is called in errors, where it is not its path.

    Raises
    ------
    CaseError
        When it is no case file, is damaged or too large, holds what makes no sense, or was written
        by a newer Dateline.
    """
    called = named or str(path)
    sense = Sense(contents, NOT_OF_THE_CASE)
    with _opened(path, called) as source, into.writing() as connection:
        for table in METADATA.sorted_tables:
            for rows in _rows(source, table, called):
                _check_sense(sense, table, rows, called)
                try:
                    connection.execute(table.insert(), rows)
                except (sa.exc.IntegrityError, sa.exc.StatementError) as error:
                    problem = error.orig if isinstance(error, sa.exc.DBAPIError) else error
                    raise _damaged(called, f"{table.name}: {problem}") from error


def take_case(
    cases: Cases,
    path: Path,
    contents: Contents,
    name: str | None = None,
    named: str | None = None,
) -> Case:
    """Make a case of a file, called as given or as in the file; a name that is taken gets a number.

    Parameters
    ----------
    contents
        As in :func:`read_case`.
    named
        What the file is called in errors, where it is not its path.

    Raises
    ------
    CaseError
        As :func:`read_case`; no case is made then.
    """
    called = named or str(path)
    own = name or (name_in(path, called) or Path(called).stem)[:MOST_IN_NAME]
    unused = cases.unused_name(tidy_name(own))
    return cases.made(unused, lambda store: read_case(path, store, contents, called))


def name_in(path: Path, named: str | None = None) -> str | None:
    """Give the name that the case in a file has; CaseError where it cannot be read."""
    called = named or str(path)
    with _opened(path, called) as source:
        notes = [row for rows in _rows(source, NOTES, called) for row in rows]
    return next((row["value"] for row in notes if row["key"] == NAME_NOTE), None)


@contextmanager
def _opened(path: Path, called: str) -> Iterator[sa.Connection]:
    """Open a file that may be anything, for reading, once it is known for what it is."""
    _check_header(path, called)
    try:
        raw = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits().value_bytes)
        for pragma in CAREFUL:
            raw.execute(f"PRAGMA {pragma}")
        engine = sa.create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with engine.connect() as connection:
            _check_schema(connection, called)
            yield connection
        engine.dispose()
    except (sqlite3.Error, sa.exc.OperationalError, sa.exc.DatabaseError) as error:
        raise _damaged(called, error) from error


def _check_header(path: Path, called: str) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEADER.size)
    except OSError as error:
        raise CaseError(called, f"cannot be read ({error.strerror})", "check the name") from error
    if size > limits().file_bytes:
        most = f"{limits().file_bytes / 1e9:.0f} GB"
        raise CaseError(called, f"has {size:,} bytes, more than {most}", "split the case in two")
    if len(head) < HEADER.size or not head.startswith(MAGIC):
        raise CaseError(called, "is no case file", OTHER_FILE)
    _, version, application = HEADER.unpack(head)
    if application != APPLICATION_ID:
        raise CaseError(called, "is a database, but no case file", OTHER_FILE)
    if version > VERSION:
        raise _newer(called)


def _check_schema(connection: sa.Connection, called: str) -> None:
    """Let nothing pass but the store's tables with columns that it has, and a sound file."""
    found = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    for kind, name, sql in found:
        own_index = kind == "index" and sql is None
        plain = kind == "table" and str(sql).upper().startswith("CREATE TABLE")
        if not own_index and not plain:
            raise CaseError(called, f"has a {kind} in it ({name})", OTHER_FILE)
    tables = {name for kind, name, _ in found if kind == "table"}
    if REPORTS.name not in tables:
        raise CaseError(called, "holds no reports, not even a place for them", OTHER_FILE)
    if tables - METADATA.tables.keys():
        raise _newer(called)
    for name in tables:
        columns = connection.exec_driver_sql(f'PRAGMA table_xinfo("{name}")').mappings().all()
        if any(column["hidden"] for column in columns):
            raise CaseError(called, f"computes columns of {name}", OTHER_FILE)
        if {column["name"] for column in columns} - set(METADATA.tables[name].columns.keys()):
            raise _newer(called)
    if (problem := connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()) != "ok":
        raise _damaged(called, problem)


def _rows(source: sa.Connection, table: sa.Table, called: str) -> Iterator[list[Row]]:
    """Go through the rows of a table, with the columns that the file has."""
    known = {row[1] for row in source.exec_driver_sql(f'PRAGMA table_xinfo("{table.name}")')}
    columns = [column for column in table.columns if column.name in known]
    if not columns:
        return
    try:
        yield from _chunks(source, sa.select(*columns))
    except (ValueError, TypeError, RecursionError, sa.exc.SQLAlchemyError) as error:
        raise _damaged(called, f"{table.name}: {error}") from error


def _check_sense(sense: Sense, table: sa.Table, rows: list[Row], called: str) -> None:
    try:
        sense.check(table, rows)
    except ValueError as error:
        raise CaseError(called, f"makes no sense ({error})", NO_SENSE) from error


def _chunks(source: sa.Connection, query: sa.Select[Any]) -> Iterator[list[Row]]:
    with source.execution_options(yield_per=CHUNK).execute(query) as found:
        for part in found.mappings().partitions():
            yield [dict(row) for row in part]


def _newer(called: str) -> CaseError:
    return CaseError(called, "was written by a newer Dateline", "bring this one up to date")


def _damaged(called: str, problem: object) -> CaseError:
    return CaseError(called, f"is damaged ({problem})", DAMAGED)
