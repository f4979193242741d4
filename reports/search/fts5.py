"""Search with SQLite's FTS5: what a word is, which texts have them all, which of those is best."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from reports.search.hits import PlaceHit, ReportHit, hit
from reports.search.typed import Query

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks that FTS5 sets around what it found; the reader takes control characters out of a text."""
# Words in a title count for more than words in a text.
_IN_REPORTS = sa.text(
    "SELECT report_id, highlight(report_words, 3, :open, :close) AS marked FROM report_words"
    " WHERE report_words MATCH :query"
    " ORDER BY bm25(report_words, 0, 4, 2, 1), report_id LIMIT :most"
)
_IN_PLACES = sa.text(
    "SELECT place_id, name FROM place_words"
    " WHERE place_words MATCH :query ORDER BY bm25(place_words), length(name), place_id LIMIT :most"
)
_OF_REPORTS = sa.text("INSERT INTO report_words VALUES (:id, :title, :publisher, :text)")
_OF_PLACES = sa.text("INSERT INTO place_words VALUES (:id, :name)")
_VOCABULARY = "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {}, instance)"
_ASIDE = sa.create_engine("sqlite://", poolclass=NullPool)
"""A database in memory for each who asks, gone with the connection."""


def prepare(connection: Connection) -> None:
    """Make the index where it is not there yet, of what the store holds already."""
    for statement in _statements():
        connection.exec_driver_sql(statement)


def refresh(connection: Connection) -> None:
    """Leave the index alone: it takes in what is written by itself."""


def find_reports(connection: Connection, query: Query, most: int) -> list[ReportHit]:
    """Find the reports in an index, best first."""
    values = {"query": query.fts5(), "most": most, "open": _OPEN, "close": _CLOSE}
    found = connection.execute(_IN_REPORTS, values)
    return [hit(row.report_id, _pieces(row.marked or "")) for row in found]


def find_places(connection: Connection, query: Query, most: int) -> list[PlaceHit]:
    """Find the places in an index, best first."""
    found: dict[str, PlaceHit] = {}
    for row in connection.execute(_IN_PLACES, {"query": query.fts5(), "most": most * 4}):
        found.setdefault(row.place_id, PlaceHit(row.place_id, row.name))
    return list(found.values())[:most]


@contextmanager
def aside(
    reports: Sequence[sa.RowMapping] = (), names: Sequence[tuple[str, str]] = ()
) -> Iterator[Connection]:
    """Open an index of some reports and of some names of places, which is kept nowhere.

    Parameters
    ----------
    reports
        With ``id``, ``title``, ``publisher`` and ``text``.
    names
        Pairs of a place's id and one of its names.
    """
    with _ASIDE.connect() as connection:
        for statement in _statements()[:2]:
            connection.exec_driver_sql(statement)
        if reports:
            connection.execute(_OF_REPORTS, [dict(row) for row in reports])
        if names:
            connection.execute(_OF_PLACES, [{"id": id_, "name": name} for id_, name in names])
        yield connection


def words(texts: Sequence[str]) -> list[list[str]]:
    """Part texts into words as the index does: folded to small letters without their marks.

    >>> words(["Two bridges near Sŏul", "—"])
    [['two', 'bridges', 'near', 'soul'], []]
    """
    found: list[list[str]] = [[] for _ in texts]
    with aside(names=[("", text) for text in texts]) as connection:
        connection.exec_driver_sql(_VOCABULARY.format("place_words"))
        query = 'SELECT doc, term FROM temp.words ORDER BY doc, "offset"'
        for number, term in connection.exec_driver_sql(query):
            found[number - 1].append(term)
    return found


def _statements() -> list[str]:
    """Give what makes the index: first its two tables, then what keeps them in step."""
    return Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n\n")[1:]


def _pieces(marked: str) -> list[str]:
    """Part a text at its marks: every second piece was found."""
    return re.split(f"{_OPEN}(.*?){_CLOSE}", marked, flags=re.DOTALL)
