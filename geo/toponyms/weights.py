"""What each kind of evidence counts in resolution, read from ``data/weights/resolution.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache

from geo.settings import data_dir


@cache
def weights() -> Mapping[str, float]:
    """Give the weight of each kind of evidence; a point more makes a place e times likelier."""
    tables = tomllib.loads((data_dir() / "weights" / "resolution.toml").read_text("utf-8"))
    return {**tables["settled"], **tables["fitted"]}
