"""The word lists of geoparsing, read once from ``data/lexicons``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from geo.settings import data_dir


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Read a lexicon: ``"types"`` is ``data/lexicons/geo/types.toml``."""
    path = data_dir() / "lexicons" / "geo" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def shared(name: str) -> Mapping[str, Any]:
    """Read a lexicon that figures are read with, too: ``"units"`` is ``units.toml`` above."""
    path = data_dir() / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Give one list of a lexicon as a set; ``keys`` lead to it through the tables.

    >>> "submarine" in words("carriers", "vessels")
    True
    """
    entry: Any = lexicon(name)
    for key in keys:
        entry = entry[key]
    return frozenset(entry)


@cache
def meanings(name: str, key: str) -> Mapping[str, tuple[str, ...]]:
    """Turn a table of lists around: from each word to the entries that list it.

    >>> meanings("types", "after")["oblast"]
    ('adm1',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for entry, listed in lexicon(name)[key].items():
        for word in dict.fromkeys(listed):
            found[word] = (*found.get(word, ()), entry)
    return found


@cache
def lines(name: str) -> frozenset[str]:
    """Read a plain list, one entry a line, ``#`` for comments."""
    path = data_dir() / "lexicons" / "geo" / f"{name}.txt"
    rows = path.read_text(encoding="utf-8").splitlines()
    return frozenset(row for row in rows if row and not row.startswith("#"))
