"""The one style that web, plate and deck draw from: data/style.json."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from geo.settings import data_dir


@cache
def style() -> Mapping[str, Any]:
    """Read the style: colours by theme, signs by status."""
    text = (data_dir() / "style.json").read_text(encoding="utf-8")
    read: Mapping[str, Any] = json.loads(text)
    return read
