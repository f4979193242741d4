"""Stores with rows of every table: whatever the columns may hold, with references that hold."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st

from geo.place import Kind, Role
from reports.claim import Comparator, Status
from reports.store import Store
from reports.tables import CORRECTABLE, METADATA, NOTES, REPORTS, REVIEWS, SLOTS

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
DAYS = st.dates().map(str)
TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.isoformat())
WORDS = st.sampled_from(["killed", "troops_deployed", "given"])
AMOUNTS = st.floats(1, 1e9) | st.just(0.0)
METRES = st.floats(0, 1e6)
NOTHING = st.none()
LISTS = st.lists(TEXTS, max_size=3)
RULED: Mapping[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("published", "earliest"), DAYS),
    **dict.fromkeys(("received", "at", "updated", "removed"), TIMES),
    **dict.fromkeys(("published_basis", "category", "family"), WORDS),
    **dict.fromkeys(("value", "low", "part_of"), AMOUNTS),
    **dict.fromkeys(("precision_m", "radius_m", "low_m"), METRES),
    **dict.fromkeys(("notes", "sources", "flags"), LISTS),
    # What goes with another column is drawn with it, or left open.
    **dict.fromkeys(
        ("latest", "core_from", "core_to", "high", "high_m", "before", "after"), NOTHING
    ),
    **dict.fromkeys(("bearing", "spread", "located_id", "furniture", "candidates"), NOTHING),
    "edtf": st.sampled_from(["2025-06-26", "2025-07/..", "2025-06~/2025-08~"]),
    "status": st.sampled_from([*map(str, Status)]),
    "review": st.sampled_from(REVIEWS),
    "role": st.sampled_from([*map(str, Role)]),
    "kind": st.sampled_from([*map(str, Kind)]),
    "comparator": st.sampled_from([*map(str, Comparator)]),
    "lat": st.floats(-90, 90),
    "lon": st.floats(-180, 180),
    "country": st.sampled_from(["RU", "KP"]),
    "ucdp_precision": st.integers(1, 7),
    "acled_precision": st.integers(1, 3),
    "confidence": st.floats(0, 1),
    "population": st.integers(0, 10**9),
    "names": st.dictionaries(TEXTS, TEXTS, max_size=3),
    "values": st.lists(AMOUNTS, max_size=3),
    "inherited": st.lists(st.sampled_from(SLOTS), max_size=2),
    "field": st.sampled_from(CORRECTABLE),
}
"""What columns with a rule may hold, by name."""
MISSING = object()


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
                rows[table.name].append(_quoting(draw, row, rows))
    return rows


def _value(draw: st.DrawFn, column: sa.Column[Any], rows: Rows, own: str) -> object:
    if RULED.get(column.name) is NOTHING:
        return None
    for key in column.foreign_keys:
        known = rows[key.column.table.name]
        used = {row[column.name] for row in rows[column.table.name]} if column.primary_key else ()
        free = [row[key.column.name] for row in known if row[key.column.name] not in used]
        return draw(st.sampled_from(free)) if free else MISSING
    if column.name == "sha256":
        return own.encode().hex().rjust(64, "0")
    if column.primary_key or column.unique:
        return own
    if column.nullable and draw(st.booleans()):
        return None
    usual = VALUES[column.type.python_type].filter(lambda value: value is not None)
    is_ruled = column.name in RULED and column.table is not NOTES
    return draw(RULED[column.name] if is_ruled else usual)


def _quoting(draw: st.DrawFn, row: dict[str, Any], rows: Rows) -> dict[str, Any]:
    """Have a row that quotes a report quote what stands there, and hang on what is of it."""
    if "text" in row and "report_id" not in row:
        return {**row, "text": f"{row['text']}."}
    if "anchor_id" in row:
        anchors = {each["id"]: each["report_id"] for each in rows["mentions"]}
        row["report_id"] = anchors[row["anchor_id"]]
    if "field" in row:
        row |= {
            "start": None,
            "end": None,
        }  # decisions on a spot are in tests/reports/test_rulings.py
    elif "start" in row:
        text = next(each["text"] for each in rows["reports"] if each["id"] == row["report_id"])
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        own = {"start": start, "end": end, "text": text[start:end]}
        around = {"sentence_start": start, "sentence_end": end, "sentence": text[start:end]}
        row.update(own | {name: value for name, value in around.items() if name in row})
    return row


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
