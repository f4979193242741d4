"""Changes that somebody may make to a case file: to a cell, or to a part of the JSON in one."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import sqlalchemy as sa

from reports.tables import METADATA, NOTES

ROWID: sa.ColumnClause[int] = sa.literal_column("rowid")
CELLS = (
    *(None, "", " ", "x", "<script>alert(1)</script>", "{x}", "\u202eКурск", "a" * 5000),
    *("2025-02-30", "9999-12-31", "0001-01-01", "2025-13", "20250626", "../..", "2025/2024"),
    *(-1, 0, 1, 7, 3.5, 91.0, 1e308, -1e308, 5e-324, 2**62, -(2**63)),
    *("null", "[]", "{}", "[1]", '[[0, 1, "x"]]', '{"a": [1e308]}', '"x"', "[null]", "9e999"),
)
PARTS: tuple[object, ...] = (
    None,
    "",
    "x",
    [],
    {},
    [1],
    {"a": 1},
    -1,
    0,
    1e308,
    True,
    "2025-02-30",
    [[]],
    "a" * 500,
)
EMPTY = (None, "null", "[]", "{}")


def mutate(path: Path, chance: Random) -> str:
    """Change one cell of a case file, and say which; all tables are as likely."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
    with engine.begin() as connection:
        tables = [table for table in METADATA.sorted_tables if table is not NOTES]
        queries = {each: sa.select(ROWID).select_from(each) for each in tables}
        rows = {each: connection.execute(query).all() for each, query in queries.items()}
        table = chance.choice([each for each in tables if rows[each]])
        column = chance.choice(list(table.columns))
        # As SQLite has it, whatever its type would make of it.
        plain = sa.table(table.name, sa.column(column.name))
        cell = plain.columns[column.name]
        (row,) = chance.choice(rows[table])
        old = connection.execute(sa.select(cell).where(ROWID.is_(row))).scalar_one()
        others = connection.execute(sa.select(cell)).scalars().all()
        is_json = isinstance(column.type, sa.JSON) and old not in EMPTY
        if is_json and chance.random() < 0.8:
            new: object = json.dumps(_within(json.loads(str(old)), chance))
        else:
            new = _other(old, others, chance)
        update = sa.update(plain).where(ROWID.is_(row)).values({column.name: new})
        connection.execute(update.prefix_with("OR IGNORE"))
    engine.dispose()
    return f"{table.name}.{column.name} of row {row}: {str(old)[:60]!r} → {str(new)[:60]!r}"


def _other(old: object, others: Sequence[object], chance: Random) -> object:
    way = chance.random()
    if isinstance(old, int | float) and way < 0.3:
        return old + chance.choice((-1, 1, 0.5, 100))
    return chance.choice(others) if way < 0.4 else chance.choice(CELLS)


def _within(value: object, chance: Random) -> object:
    """Change or take out a part of a JSON value, however deep."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.15:
        return chance.choice(PARTS)
    key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if chance.random() < 0.15:
        del value[key]
    else:
        value[key] = _within(value[key], chance)
    return value
