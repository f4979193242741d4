"""Cells of a CSV file, made so that no spreadsheet takes a report's text for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

Cell = str | float | int | bool | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text that begins so may be run by a spreadsheet that opens it."""
GUARD = "'"
DECIMALS = 6


def cell(value: Cell) -> str:
    """Write a value as a cell; a text that might be run as a formula gets an apostrophe before it.

    Numbers are numbers, also below zero. Nothing is an empty cell.

    >>> cell("=1+1"), cell("-5 degrees"), cell(-77.5), cell(11000.0), cell(None), cell(True)
    ("'=1+1", "'-5 degrees", '-77.5', '11000', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    # Spreadsheets trim a cell before they look at it.
    is_run = value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
    return GUARD + value if is_run else value


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Write rows as CSV (RFC 4180) with a line of column names; every row has every column."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()
