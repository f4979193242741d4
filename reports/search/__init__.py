"""Search over the words of reports and the names of places.

What is found is decided by one engine whatever database keeps the store: SQLite's FTS5, on the
store's own index where that is SQLite (:mod:`reports.search.fts5`), else on what PostgreSQL says
may have the words (:mod:`reports.search.postgresql`).
"""

from sqlalchemy.engine import Connection

from reports.search import fts5, postgresql
from reports.search.hits import PlaceHit, ReportHit
from reports.search.typed import match_query

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


def prepare(connection: Connection) -> None:
    """Make the index where it is not there yet, of what the store holds already."""
    if _is_postgresql(connection):
        postgresql.prepare(connection)
    else:
        fts5.prepare(connection)


def refresh(connection: Connection) -> None:
    """Take in what was written in a transaction; SQLite's index does that by itself."""
    if _is_postgresql(connection):
        postgresql.refresh(connection)


def find_reports(connection: Connection, typed: str, most: int = MOST_HITS) -> list[ReportHit]:
    """Find the reports that have all the words someone typed, best first."""
    query = match_query(typed)
    if query is None:
        return []
    find = postgresql.find_reports if _is_postgresql(connection) else fts5.find_reports
    return find(connection, query, most)


def find_places(connection: Connection, typed: str, most: int = MOST_HITS) -> list[PlaceHit]:
    """Find the places that have all the words in one name, in any language, best first."""
    query = match_query(typed)
    if query is None:
        return []
    find = postgresql.find_places if _is_postgresql(connection) else fts5.find_places
    return find(connection, query, most)


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
