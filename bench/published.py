"""Figures that others reached on the same corpora: ``data/bench/published.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from geo.settings import data_dir


@dataclass(frozen=True, slots=True)
class Published:
    """End-to-end F1 by name of corpus, and where the figures come from."""

    name: str
    note: str
    f1: Mapping[str, float]


def published() -> tuple[Published, ...]:
    """Read the published figures."""
    text = (data_dir() / "bench" / "published.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["row"]
    return tuple(Published(row.pop("name"), row.pop("note"), row) for row in rows)
