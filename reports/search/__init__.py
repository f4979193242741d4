"""Search over the words of reports and the names of places.

What is found is decided by one engine whatever database keeps the store: SQLite's FTS5, on the
store's own index where that is SQLite (:mod:`reports.search.fts5`), else on what PostgreSQL says
may have the words (:mod:`reports.search.postgresql`).
"""

from typing import Protocol

from sqlalchemy.engine import Connection

from reports.search import fts5, postgresql
from reports.search.hits import PlaceHit, ReportHit
from reports.search.typed import Query, match_query

__all__ = [
    "PlaceHit",
    "ReportHit",
    "find_places",
    "find_reports",
    "match_query",
    "prepare",
    "refresh",
]

MOST_HITS = 20


class Engine(Protocol):
    """What a module has that searches one kind of database."""

    def prepare(self, connection: Connection) -> None:
        """Make the index where it is not there yet, of what the store holds already."""

    def refresh(self, connection: Connection) -> None:
        """Take in what was written in a transaction."""

    def find_reports(self, connection: Connection, query: Query, most: int) -> list[ReportHit]:
        """Find the reports that have all the words, best first."""

    def find_places(self, connection: Connection, query: Query, most: int) -> list[PlaceHit]:
        """Find the places that have all the words in one name, best first."""


def prepare(connection: Connection) -> None:
    """Make the index where it is not there yet, of what the store holds already."""
    _engine(connection).prepare(connection)


def refresh(connection: Connection) -> None:
    """Take in what was written in a transaction."""
    _engine(connection).refresh(connection)


def find_reports(connection: Connection, typed: str) -> list[ReportHit]:
    """Find the reports that have all the words someone typed, best first."""
    query = match_query(typed)
    return _engine(connection).find_reports(connection, query, MOST_HITS) if query else []


def find_places(connection: Connection, typed: str) -> list[PlaceHit]:
    """Find the places that have all the words in one name, in any language, best first."""
    query = match_query(typed)
    return _engine(connection).find_places(connection, query, MOST_HITS) if query else []


def _engine(connection: Connection) -> Engine:
    return postgresql if connection.dialect.name == "postgresql" else fts5
