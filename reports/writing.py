"""Rows on their way into the store's tables, inside a transaction of the store's."""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from reports.record import Record, Reviews, Row
from reports.tables import (
    CLAIMS,
    DECISIONS,
    MENTIONS,
    OFFSETS,
    ORIGINALS,
    PLACES,
    REPORTS,
    UNQUANTIFIED,
)

FOUND = (OFFSETS, CLAIMS, MENTIONS, UNQUANTIFIED)
"""What hangs on a report's text and is found anew with it; offsets hang on mentions."""


def insert(connection: Connection, record: Record) -> None:
    """Write a report with all that hangs on it."""
    connection.execute(REPORTS.insert(), [dict(record.report)])
    _insert_rest(connection, record)


def replace(connection: Connection, record: Record) -> None:
    """Write a report over the one with its id, and all that was found in it anew.

    What was decided about it stays. KeyError when there is no such report.
    """
    id_ = record.report["id"]
    for table in (ORIGINALS, *FOUND):
        connection.execute(table.delete().where(table.c.report_id == id_))
    update(connection, id_, record.report)
    _insert_rest(connection, record)


def update(connection: Connection, report_id: str, values: Row) -> None:
    """Change columns of a report; KeyError when there is no such report."""
    query = REPORTS.update().where(REPORTS.c.id == report_id).values(dict(values))
    if not connection.execute(query).rowcount:
        raise KeyError(report_id)


def review(connection: Connection, report_id: str, reviews: Reviews) -> None:
    """Change what became of names and figures, by where they stand in a report."""
    for table in (MENTIONS, CLAIMS):
        for (start, end), word in reviews.items():
            here = table.c.report_id == report_id, table.c.start == start, table.c.end == end
            connection.execute(table.update().where(*here).values(review=word))


def note(connection: Connection, decisions: Sequence[Row]) -> None:
    """Write what was decided, after what was before."""
    if decisions:
        connection.execute(DECISIONS.insert(), [dict(row) for row in decisions])


def _insert_rest(connection: Connection, record: Record) -> None:
    connection.execute(ORIGINALS.insert(), [dict(record.original)])
    for table, rows in (
        (MENTIONS, record.mentions),
        (CLAIMS, record.claims),
        (OFFSETS, record.offsets),
        (UNQUANTIFIED, record.unquantified),
    ):
        if rows:
            connection.execute(table.insert(), [dict(row) for row in rows])
    note(connection, record.decisions)
    if record.places:
        ids = [row["id"] for row in record.places]
        connection.execute(PLACES.delete().where(PLACES.c.id.in_(ids)))
        connection.execute(PLACES.insert(), [dict(row) for row in record.places])
