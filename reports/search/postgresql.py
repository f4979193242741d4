"""Search in a store that PostgreSQL keeps: its index narrows, FTS5 decides.

PostgreSQL's own notion of a word differs from FTS5's, and from one database to the next with its
locale. So it is given words that FTS5 parted and folded, and asked only which reports or places
have them all; those few are searched by FTS5, for the phrases and the order that SQLite gives.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from reports.search import fts5
from reports.search.hits import PlaceHit, ReportHit
from reports.search.typed import Query

CONSIDERED = 100
"""Reports that FTS5 is given at once; more only where too few have words that stand together."""
CHUNK = 200
KEY = 200
"""Code points of a word that the index knows; PostgreSQL allows 2,046 bytes."""
MOST_BYTES = 900_000
"""Of all the words of one report: PostgreSQL allows 1 MB. Articles have some thousands."""

_UNINDEXED_REPORTS = sa.text(
    "SELECT id, coalesce(title, '') AS title, coalesce(publisher, '') AS publisher, text"
    " FROM reports WHERE NOT EXISTS (SELECT FROM report_words WHERE report_id = id) LIMIT :most"
)
_UNINDEXED_PLACES = sa.text(
    "SELECT id, name, names FROM places"
    " WHERE NOT EXISTS (SELECT FROM place_words WHERE place_id = id) LIMIT :most"
)
_INDEX_REPORTS = sa.text("INSERT INTO report_words VALUES (:id, CAST(:words AS tsvector))")
_INDEX_PLACES = sa.text("INSERT INTO place_words VALUES (:id, CAST(:words AS tsvector))")
_REPORTS_WITH = sa.text(
    "SELECT id, title, publisher, text FROM reports JOIN report_words ON report_id = id"
    " WHERE words @@ CAST(:query AS tsquery)"
    " ORDER BY ts_rank(words, CAST(:query AS tsquery)) DESC, id"
).execution_options(yield_per=CONSIDERED)
_PLACES_WITH = sa.text(
    "SELECT id, name, names FROM places JOIN place_words ON place_id = id"
    " WHERE words @@ CAST(:query AS tsquery)"
)


def prepare(connection: Connection) -> None:
    """Make the index where it is not there yet, of what the store holds already."""
    if not sa.inspect(connection).has_table("report_words"):
        statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n\n")
        for statement in statements[1:]:
            connection.exec_driver_sql(statement)
    refresh(connection)


def refresh(connection: Connection) -> None:
    """Index whatever is not, whoever wrote it."""
    while reports := connection.execute(_UNINDEXED_REPORTS, {"most": CHUNK}).all():
        fields = fts5.words([text for row in reports for text in row[1:]])
        weighed = [zip(fields[n : n + 3], "ABD", strict=True) for n in range(0, len(fields), 3)]
        _index(connection, _INDEX_REPORTS, [row.id for row in reports], map(_vector, weighed))
    while places := connection.execute(_UNINDEXED_PLACES, {"most": CHUNK}).all():
        names = fts5.words([" ".join(_names(row)) for row in places])
        vectors = (_vector([(words, "D")]) for words in names)
        _index(connection, _INDEX_PLACES, [row.id for row in places], vectors)


def find_reports(connection: Connection, query: Query, most: int) -> list[ReportHit]:
    """Find the reports that have all the words, best first."""
    narrow = _narrowed(query)
    hits: list[ReportHit] = []
    if narrow:
        with connection.execute(_REPORTS_WITH, {"query": narrow}).mappings() as found:
            for rows in found.partitions():
                with fts5.aside(reports=rows) as index:
                    hits += fts5.find_reports(index, query, most)
                if len(hits) >= most:
                    break
    return hits[:most]


def find_places(connection: Connection, query: Query, most: int) -> list[PlaceHit]:
    """Find the places that have all the words in one name, best first."""
    narrow = _narrowed(query)
    if not narrow:
        return []
    rows = connection.execute(_PLACES_WITH, {"query": narrow})
    with fts5.aside(names=[(row.id, name) for row in rows for name in _names(row)]) as index:
        return fts5.find_places(index, query, most)


def _narrowed(query: Query) -> str:
    """Give a ``tsquery`` that lets all pass that may be meant; an empty one where nothing is.

    FTS5 parted the words, so that none holds a quotation mark, a stroke or an operator.
    """
    parted = fts5.words(query.phrases)
    keys = [(word[:KEY], len(word) > KEY) for words in parted for word in words]
    last = len(keys) - 1 if query.open_end and parted[-1] else None
    terms = (f"'{key}'{':*' if cut or n == last else ''}" for n, (key, cut) in enumerate(keys))
    return " & ".join(terms)


def _vector(fields: Iterable[tuple[Sequence[str], str]]) -> str:
    """Give a ``tsvector`` of words, each once, under the best weight that it has."""
    weights: dict[str, str] = {}
    for words, weight in fields:
        for word in words:
            weights.setdefault(word[:KEY], weight)
    lexemes = [f"'{word}':1{weight}" for word, weight in weights.items()]
    sizes = accumulate(len(lexeme.encode()) for lexeme in lexemes)
    fitting = takewhile(lambda pair: pair[0] <= MOST_BYTES, zip(sizes, lexemes, strict=True))
    return " ".join(lexeme for _, lexeme in fitting)


def _names(row: sa.Row[Any]) -> list[str]:
    """Give all names of a place, each once."""
    return list(dict.fromkeys((row.name, *row.names.values())))


def _index(
    connection: Connection, insert: sa.TextClause, ids: Sequence[str], vectors: Iterable[str]
) -> None:
    rows = [{"id": id_, "words": words} for id_, words in zip(ids, vectors, strict=True)]
    connection.execute(insert, rows)
