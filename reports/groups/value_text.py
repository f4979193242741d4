"""How a claim's number is printed: exactly as sharp, and as vague, as its report said it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import isnan
from typing import Any

import pandas as pd

from geo.records import records
from reports.lexicon import lexicon

APPROXIMATELY = "≈"
MILLION = 1_000_000
# The finest fraction that news speak in ("a tenth"), and how far a decimal may be off it.
FINEST_FRACTION = 12
FRACTION_SLACK = 0.005

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends of what a claim says, in its own unit; None where the claim leaves an end open."""

    low: float | None
    high: float | None
    vague: bool = False


def as_rows(frame: pd.DataFrame) -> list[Row]:
    """Give a frame's rows, each with the frame's columns."""
    return list(records(frame))


def number(cell: object) -> float | None:
    """Read a cell of a frame: a number, or None for one that is missing."""
    return float(cell) if isinstance(cell, (int, float)) and not isnan(cell) else None


def bounds(row: Row) -> Bounds:
    """Tell between which numbers a claim places the true one; a size of several sides has none."""
    match row["comparator"]:
        case "gt" | "ge":
            return Bounds(number(row["value"]), None)
        case "lt" | "le":
            return Bounds(None, number(row["value"]))
        case "range":
            return Bounds(number(row["low"]), number(row["high"]))
        case "vague":
            return Bounds(number(row["low"]), number(row["high"]), vague=True)
        case _:
            value = number(row["value"])
            return Bounds(value, value)


def value_text(row: Row) -> str:
    """Print a claim's number without its unit; money carries its currency.

    ≈ stands only where the report said "about" or the like.

    >>> value_text({"value": 11000, "low": None, "high": None, "values": [], "text": "",
    ...             "comparator": "eq", "approx": True, "unit": "personnel", "part_of": None})
    '≈11,000'
    """
    about = APPROXIMATELY if row["approx"] else ""
    unit = str(row["unit"])
    if len(row["values"]):
        return about + " × ".join(figure(value, unit) for value in row["values"])
    low, high, value = (number(row[name]) for name in ("low", "high", "value"))
    if row["comparator"] == "vague":
        return about + _magnitude(str(row["text"]), low, unit)
    if row["comparator"] == "range" and low is not None and high is not None:
        return f"{about}{figure(low, unit)}–{figure(high, unit)}"
    if value is None:
        return str(row["text"])
    sign = lexicon("groups")["comparators"].get(row["comparator"], "")
    printed = _fraction(value, number(row["part_of"])) if is_share(row) else figure(value, unit)
    return f"{sign}{about}{printed}"


def unit_text(row: Row) -> str:
    """Print a claim's unit, empty where the number says it all."""
    unit = str(row["unit"])
    words = lexicon("groups")
    if unit in words["currencies"] or is_share(row):
        return ""
    return str(words["units"].get(unit, unit))


def is_share(row: Row) -> bool:
    """Tell whether a claim is a share of something counted: "a third of the 11,000"."""
    value = number(row["value"])
    return value is not None and 0 < value < 1 and row["unit"] not in measures()


@cache
def measures() -> Mapping[str, tuple[str, float]]:
    """Return the kind (length, area, …) and the size in base units of every unit of measurement."""
    return {
        entry["unit"]: (entry["kind"], float(entry.get("base", 1)))
        for entry in lexicon("units")["measure"]
    }


def figure(value: float, unit: str) -> str:
    """Print one number: digits in threes, millions in words, no more decimals than it has.

    >>> figure(1_200_000, "people"), figure(3.5, "km"), figure(38_000_000, "USD")
    ('1.2 million', '3.5', '$38 million')
    """
    sign = lexicon("groups")["currencies"].get(unit, "")
    millions = value / MILLION
    if millions >= 1 and round(millions, 3) == millions:
        return f"{sign}{millions:,.10g} million"
    return f"{sign}{value:,.10g}"


def _fraction(value: float, whole: float | None) -> str:
    near = Fraction(value).limit_denominator(FINEST_FRACTION)
    if near and abs(float(near) - value) <= FRACTION_SLACK:
        share = lexicon("groups")["fractions"].get(str(near), str(near))
    else:
        share = f"{100 * value:.3g} %"
    return f"{share} of {figure(whole, '')}" if whole is not None and whole > 1 else str(share)


def _magnitude(text: str, low: float | None, unit: str) -> str:
    """Give the report's own word ("thousands"), or what it must be at least."""
    said = _magnitude_pattern().search(text)
    if said:
        return said.group().casefold()
    return f"≥ {figure(low, unit)}" if low is not None else text


@cache
def _magnitude_pattern() -> re.Pattern[str]:
    words = lexicon("groups")["magnitudes"]
    plural, single = "|".join(words["words"]), "|".join(words["single"])
    several = "|".join(words["several"])
    return re.compile(
        rf"\b(?:(?:{several}) )?(?:{plural})(?: of (?:{plural}))*\b|\b(?:{several}) (?:{single})\b",
        re.IGNORECASE,
    )
