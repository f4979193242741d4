"""How much of a layer is read and what it may look like, from ``data/own_layers.toml``."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from geo.settings import data_dir

DEFAULT_COLOUR = "violet"
WIDTHS = (1, 2, 3, 4)
"""Widths of lines and outlines in pixels."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a layer; the file says what each is for."""

    bytes: int
    inflated: int
    ratio: int
    members: int
    features: int
    rows: int
    vertices: int
    drawn: int
    properties: int
    key: int
    text: int
    name: int
    named: int
    crossings: int
    steps: int
    title: int
    source: int


@cache
def limits() -> Limits:
    """Read the bounds, once per process."""
    return Limits(**_settings()["limits"])


@cache
def grains() -> Sequence[tuple[float, int]]:
    """Give the distances within which vertices are one, finest first: degrees, and about metres."""
    read = _settings()["grain"]
    return tuple(zip(read["degrees"], read["metres"], strict=True))


@cache
def colours() -> Mapping[str, Mapping[str, str]]:
    """Give the colours by name: each with ``label``, ``light`` and ``dark``."""
    read: Mapping[str, Mapping[str, str]] = _settings()["colours"]
    return read


@cache
def columns() -> Mapping[str, Any]:
    """Read what columns are called."""
    path = data_dir() / "lexicons" / "columns.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def heading(text: str) -> str:
    """Write a column's name as the lexicon has it.

    >>> heading(" Place_Name "), heading("LAT.")
    ('place name', 'lat')
    """
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@cache
def _settings() -> Mapping[str, Any]:
    path = data_dir() / "own_layers.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
