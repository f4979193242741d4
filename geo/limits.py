"""How much of one report is looked at, from ``data/limits.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache

from geo.settings import data_dir


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the work on one report; the file says what each is for.

    ``characters``, ``paragraph`` and ``word`` are in code points, ``open_seconds`` is on the clock,
    the others are counts.
    """

    characters: int
    paragraph: int
    word: int
    names: int
    dates: int
    figures: int
    notes: int
    open_seconds: float
    open_megabytes: int


@cache
def limits() -> Limits:
    """Read the limits, once per process."""
    known = tomllib.loads((data_dir() / "limits.toml").read_text(encoding="utf-8"))
    return Limits(**{name: value for name, value in known.items() if not isinstance(value, dict)})
