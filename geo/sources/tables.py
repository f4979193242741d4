"""The hand-kept tables of ``data/places``."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from geo.settings import data_dir


def places_dir() -> Path:
    """Return the folder of the tables."""
    return data_dir() / "places"


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Read ``data/places/<table>.csv``: a mapping a row, column names from the first line."""
    with (places_dir() / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def by(table: str, column: str) -> dict[str, dict[str, str]]:
    """Read a table into a mapping from one column to the row."""
    return {row[column]: row for row in rows(table)}


@cache
def division_types() -> dict[str, Any]:
    """Read ``data/places/division_types.toml``."""
    return tomllib.loads((places_dir() / "division_types.toml").read_text(encoding="utf-8"))


def several(cell: str) -> list[str]:
    """Split a cell that holds several values: ``a|b``."""
    return [value for part in cell.split("|") if (value := part.strip())]


@cache
def romanisations() -> dict[str, Any]:
    """Read ``data/places/romanisation.toml``: Latin spellings of letters by language."""
    return tomllib.loads((places_dir() / "romanisation.toml").read_text(encoding="utf-8"))
