"""The word lists that the readers of figures look things up in: ``data/lexicons/*.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from geo.settings import data_dir


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Load a lexicon once per process.

    Parameters
    ----------
    name
        File name without its suffix: ``"numbers"`` is ``data/lexicons/numbers.toml``.
    """
    path = data_dir() / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Return one list of a lexicon as a set; ``keys`` lead to it through the tables."""
    entry: Any = lexicon(name)
    for key in keys:
        entry = entry[key]
    return frozenset(entry)
