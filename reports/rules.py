"""What a value of the store's tables must be: each rule has the words that an error tells it in.

SQLite holds whatever it is given. The tables say beside each column which rule its values keep
(:mod:`reports.tables`), and :mod:`reports.sense` holds rows of a stranger's against them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from geo.place import Kind

RULE = "rule"
"""Where a column keeps its rule, in its ``info``."""
LONGEST_ID = 200
GREATEST = 1e24
"""Beyond every figure that news have; no unit makes one of it that a float cannot hold."""
SMALLEST = 1e-9
ROUND_THE_EARTH_M = 4.1e7
NORTH, EAST = 90, 180
MOST_PEOPLE = 1e11
ENDS = 2
EDTF_LENGTHS = frozenset({len("2025"), len("2025-06"), len("2025-06-26")})
REST_OF_DAY = "-01-01"
KINDS = tuple(Kind)
_COUNTRY = re.compile(r"[A-Z]{2}")
_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value must be; ``words`` end the sentence "this is not …"."""

    words: str
    holds: Callable[[Any], bool]


def keeps(words: str, holds: Callable[[Any], bool]) -> dict[str, Rule]:
    """Give the ``info`` of a column whose values must be so; None is judged by the column."""
    return {RULE: Rule(words, holds)}


def one_of(values: Iterable[str]) -> dict[str, Rule]:
    """Let a column hold one of some values."""
    known = tuple(map(str, values))
    return keeps(f"one of {', '.join(known)}", frozenset(known).__contains__)


def between(low: float, high: float) -> dict[str, Rule]:
    """Let a column hold numbers from one to another."""
    return keeps(f"a number from {low:,g} to {high:,g}", lambda value: low <= value <= high)


def listed(words: str, holds: Callable[[Any], bool]) -> dict[str, Rule]:
    """Let a column hold lists of what is so."""
    return keeps(
        f"a list of {words}", lambda value: isinstance(value, list) and all(map(holds, value))
    )


def is_text(value: object) -> bool:
    """Tell whether a value is a text."""
    return isinstance(value, str)


def is_id(value: str) -> bool:
    """Tell whether a text can name a row: of one line, and short."""
    return 0 < len(value) <= LONGEST_ID and value.isprintable()


@lru_cache(10_000)
def is_day(value: str) -> bool:
    """Tell whether a text is a day.

    >>> is_day("2025-06-26"), is_day("2025-02-30"), is_day("20250626")
    (True, False, False)
    """
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_time(value: str) -> bool:
    """Tell whether a text is an hour of a day, or a day."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


@lru_cache(10_000)
def is_edtf(value: str) -> bool:
    """Tell whether a text is a period as ``reports.dates`` writes them.

    >>> is_edtf("2025-07/.."), is_edtf("2025-06~/2025-08~"), is_edtf("2025-02-30"), is_edtf("..")
    (True, True, False, False)
    """
    ends = value.split("/")
    if len(ends) > ENDS or set(ends) == {".."}:
        return False
    dates = [end.removesuffix("~") for end in ends if len(ends) == 1 or end != ".."]
    return all(
        len(end) in EDTF_LENGTHS and is_day(end + REST_OF_DAY[len(end) - len("2025") :])
        for end in dates
    )


def is_amount(value: object) -> bool:
    """Tell whether a value can be a figure: 0, or one that can be reckoned with."""
    if not isinstance(value, float | int) or isinstance(value, bool):
        return False
    return value == 0 or SMALLEST <= abs(value) <= GREATEST


def is_candidate(value: object) -> bool:
    """Tell whether a value is a place that a name may mean, with its reasons."""
    return (
        isinstance(value, dict)
        and is_text(value.get("place_id"))
        and is_text(value.get("name"))
        and value.get("kind") in KINDS
        and is_at(value.get("lat"), value.get("lon"))
        and isinstance(value.get("reasons"), list)
        and all(map(is_text, value["reasons"]))
    )


def is_at(lat: object, lon: object) -> bool:
    """Tell whether two values are a spot on Earth."""
    if not isinstance(lat, float | int) or not isinstance(lon, float | int):
        return False
    return abs(lat) <= NORTH and abs(lon) <= EAST


def is_stretch(value: object) -> bool:
    """Tell whether a value is a stretch of text with a word for it."""
    match value:
        case [int(), int(), str()]:
            return True
    return False


def is_names(value: object) -> bool:
    """Tell whether a value gives names by language."""
    return isinstance(value, Mapping) and all(map(is_text, value.values()))


ID = keeps("an id of one line", is_id)
DAY = keeps("a day, as 2025-06-26", is_day)
TIME = keeps("a time, as 2025-06-26T08:00:00+00:00", is_time)
PERIOD = keeps("a period of EDTF, as 2025-06 or 2025-07/..", is_edtf)
SHA256 = keeps("a SHA-256 in hexadecimal digits", lambda value: bool(_SHA256.fullmatch(value)))
WORD = keeps("a word in small letters", lambda value: bool(_WORD.fullmatch(value)))
COUNTRY = keeps("a country's two letters", lambda value: bool(_COUNTRY.fullmatch(value)))
LATITUDE = keeps("a latitude", lambda value: abs(value) <= NORTH)
LONGITUDE = keeps("a longitude", lambda value: abs(value) <= EAST)
METRES = between(0, ROUND_THE_EARTH_M)
PEOPLE = between(0, MOST_PEOPLE)
SHARE = between(0, 1)
AMOUNT = keeps("a figure", is_amount)
AMOUNTS = listed("figures", is_amount)
TEXTS = listed("texts", is_text)
CANDIDATES = listed("places with their reasons", is_candidate)
STRETCHES = listed("stretches of text", is_stretch)
NAMES = keeps("names by language", is_names)
