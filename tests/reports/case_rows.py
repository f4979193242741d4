"""Stores with rows of every table: whatever the columns may hold, with references that hold."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st

from reports.store import Store
from reports.tables import METADATA, NOTES, REPORTS

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
WHOLE = st.integers(-(2**63), 2**63 - 1)
VALUES: Mapping[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: WHOLE,
    float: NUMBERS,
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    object: st.recursive(
        TEXTS | NUMBERS | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=5,
    ),
}


@st.composite
def stores_rows(draw: st.DrawFn) -> Rows:
    """Draw rows for every table but the notes."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for table in METADATA.sorted_tables:
        count = 0 if table is NOTES else draw(st.integers(0, 3))
        rows[table.name] = []
        for number in range(count):
            row = {c.name: _value(draw, c, rows, f"{table.name}-{number}") for c in table.columns}
            if all(value is not MISSING for value in row.values()):
                rows[table.name].append(row)
    return rows


MISSING = object()


def _value(draw: st.DrawFn, column: sa.Column[Any], rows: Rows, own: str) -> object:
    for key in column.foreign_keys:
        known = rows[key.column.table.name]
        used = {row[column.name] for row in rows[column.table.name]} if column.primary_key else ()
        free = [row[key.column.name] for row in known if row[key.column.name] not in used]
        return draw(st.sampled_from(free)) if free else MISSING
    if column.primary_key or column.unique:
        return own
    if column.nullable and draw(st.booleans()):
        return None
    return draw(VALUES[column.type.python_type].filter(lambda value: value is not None))


def put(store: Store, rows: Rows) -> None:
    """Write rows to a store, whole tables at a time."""
    with store.writing() as connection:
        for table in METADATA.sorted_tables:
            if rows.get(table.name):
                connection.execute(table.insert(), list(rows[table.name]))


def taken(store: Store) -> Rows:
    """Read every row of a store but its notes, by table."""
    with store.reading() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(
                    sa.select(table).order_by(*table.primary_key)
                ).mappings()
            ]
            for table in METADATA.sorted_tables
            if table is not NOTES
        }


def report(number: int, published: str | None = None) -> dict[str, Any]:
    """Make the row of a report."""
    return {
        **{column.name: None for column in REPORTS.columns},
        "id": f"r{number}",
        "slug": f"report-{number}",
        "received": "2025-06-26T00:00:00+00:00",
        "sha256": f"{number:064x}",
        "sample": False,
        "text": f"Report {number} speaks of Kursk.",
        "published": published,
    }
