"""Whether rows of a case make sense: each value in its column, and each row with its report.

A case file is made by whoever made it. What is checked here is what everything after it relies on:
what is quoted stands in the report, days are days, places lie on Earth, and what hangs together is
there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Any

import sqlalchemy as sa

from reports.rules import RULE, Rule
from reports.tables import (
    BRIEFINGS,
    DECISIONS,
    FURNITURE,
    MENTIONS,
    NOTES,
    OFFSETS,
    OWN_LAYERS,
    REPORTS,
    RULED,
)

Row = Mapping[str, Any]
Contents = Mapping[str, Callable[[Any], object]]
"""What reads the ``content`` of a table's rows, and raises a ValueError where it cannot."""

IN_ORDER = (
    ("earliest", "latest"),
    ("core_from", "core_to"),
    ("earliest", "core_from"),
    ("core_to", "latest"),
    ("low", "high"),
    ("low_m", "high_m"),
)
"""Pairs of columns of which the first is never the greater."""
LONGEST_SHOWN = 60


class Sense:
    """Holds the rows of a case against each other, those that others hang on first.

    Parameters
    ----------
    contents
        Readers of what only other folders can read, by table.
    own_notes
        Keys of notes that no case brings along.
    """

    def __init__(self, contents: Contents, own_notes: Iterable[str]) -> None:
        self._contents = contents
        self._own_notes = frozenset(own_notes)
        self._reports: dict[str, tuple[str, str]] = {}
        self._mentions: dict[str, str] = {}

    def check(self, table: sa.Table, rows: Iterable[Row]) -> None:
        """Look at some rows of a table.

        Raises
        ------
        ValueError
            When one makes no sense; it names the report and says what is wrong.
        """
        cells = _cells(table)
        for row in rows:
            problem = _misfit(row, cells) or next(self._problems(table, row), None)
            if problem is not None:
                raise ValueError(f"{self._named(table, row)}: {problem}")
            self._remember(table, row)

    def _remember(self, table: sa.Table, row: Row) -> None:
        if table is REPORTS:
            self._reports[row["id"]] = row["slug"], row["text"]
        elif table is MENTIONS:
            self._mentions[row["id"]] = row["report_id"]

    def _problems(self, table: sa.Table, row: Row) -> Iterator[str]:
        for less, more in IN_ORDER:
            low, high = row.get(less), row.get(more)
            if low is not None and high is not None and low > high:
                yield f"{less} {_shown(low)} is after {more} {_shown(high)}"
        if table is REPORTS:
            yield from _furnished(row)
        elif "report_id" in table.columns:
            yield from self._of_its_report(table, row)
        elif table is NOTES and row["key"] in self._own_notes:
            yield "it is no note of a case"
        elif table in (BRIEFINGS, OWN_LAYERS):
            yield from self._content(table, row)

    def _of_its_report(self, table: sa.Table, row: Row) -> Iterator[str]:
        if row["report_id"] not in self._reports:
            yield f"there is no report {_shown(row['report_id'])}"
            return
        text = self._reports[row["report_id"]][1]
        if "text" in table.columns and not _stands(row["start"], row["end"], row["text"], text):
            yield f"{_shown(row['text'])} is not at {row['start']}–{row['end']} of the report"
        if "sentence_start" in table.columns:
            start, end = row["sentence_start"], row["sentence_end"]
            said = row.get("sentence", text[start:end] if 0 <= start < end else "")
            if not _stands(start, end, said, text):
                yield f"its sentence is not at {start}–{end} of the report"
        if table is OFFSETS:
            yield from self._measured(row)
        if table is DECISIONS:
            yield from _decided(row, text)

    def _measured(self, row: Row) -> Iterator[str]:
        for name in ("anchor_id", "located_id"):
            if row[name] is not None and self._mentions.get(row[name]) != row["report_id"]:
                yield f"{name} {_shown(row[name])} is no name in the report"
        if (row["bearing"] is None) != (row["spread"] is None):
            yield "a bearing and its spread need each other"

    def _content(self, table: sa.Table, row: Row) -> Iterator[str]:
        read = self._contents.get(table.name)
        try:
            if read is not None:
                read(row["content"])
        except ValueError as error:
            yield str(error)

    def _named(self, table: sa.Table, row: Row) -> str:
        """Say which row it is, in words that lead to it: the report by its slug."""
        own = f"{table.name} {_shown(row.get(next(iter(table.primary_key)).name))}"
        if table is REPORTS:
            return f"report {_shown(row.get('slug'))}"
        report = self._reports.get(row.get("report_id", ""))
        return f"report {_shown(report[0])}, {own}" if report else own


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a column asks of a value; ``needed`` is whether there must be one."""

    name: str
    words: str
    fits: Callable[[Any], bool]
    needed: bool
    rule: Rule | None


@cache
def _cells(table: sa.Table) -> tuple[_Cell, ...]:
    return tuple(
        _Cell(
            column.name,
            *_kind(column.type),
            not column.nullable and column.default is None,
            column.info.get(RULE),
        )
        for column in table.columns
    )


def _kind(kind: sa.types.TypeEngine[Any]) -> tuple[str, Callable[[Any], bool]]:
    """Give the words for a type and what tells its values: SQLite lets any column hold anything."""
    if isinstance(kind, sa.JSON):
        return "JSON", lambda _: True  # it was parsed to come here
    if isinstance(kind, sa.Float):
        return "a number", lambda value: isinstance(value, float | int) and isfinite(value)
    if isinstance(kind, sa.Integer):
        return "a whole number", lambda value: type(value) is int
    python = kind.python_type
    return {str: "text", bytes: "bytes", bool: "yes or no"}[python], (
        lambda value: isinstance(value, python)
    )


def _misfit(row: Row, cells: Iterable[_Cell]) -> str | None:
    """Say which value is not what its column holds; None where all are."""
    for cell in cells:
        value = row.get(cell.name)
        if value is None:
            if cell.needed:
                return f"it has no {cell.name}"
        elif not cell.fits(value):
            return f"{cell.name} is {_shown(value)}, not {cell.words}"
        elif cell.rule is not None and not cell.rule.holds(value):
            return f"{cell.name} is {_shown(value)}, not {cell.rule.words}"
    return None


def _stands(start: int, end: int, quoted: str, text: str) -> bool:
    """Tell whether a quotation is what stands there in a text."""
    return 0 <= start < end <= len(text) and text[start:end] == quoted


def _furnished(row: Row) -> Iterator[str]:
    for start, end, kind in row.get("furniture") or ():
        if kind not in FURNITURE or not 0 <= start < end <= len(row["text"]):
            yield f"{_shown(kind)} at {start}–{end} is no stretch of the report"


def _decided(row: Row, text: str) -> Iterator[str]:
    """Hold what somebody decided against the rule of the column that it was decided of."""
    start, end, of_a_spot = row["start"], row["end"], row["field"] in RULED
    if (start is not None, end is not None) != (of_a_spot, of_a_spot):
        yield f"a decision on {row['field']} is of {'a spot' if of_a_spot else 'all'} of the report"
    elif of_a_spot and not 0 <= start < end <= len(text):
        yield f"{start}–{end} is no spot of the report"
    rule = (MENTIONS if of_a_spot else REPORTS).columns[row["field"]].info.get(RULE)
    for name in ("before", "after"):
        if rule is not None and row[name] is not None and not rule.holds(row[name]):
            yield f"{name} is {_shown(row[name])}, not {rule.words}"


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return f"“{text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + '…'}”"
