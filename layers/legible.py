"""Text that every format can hold: what XML and spreadsheets forbid is shown, not dropped."""

from collections.abc import Mapping
from typing import Any

CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
"""Control characters, and the signs that Unicode has to picture them (U+2400 on)."""
NO_CHARACTERS = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
PICTURED: Mapping[int, str] = {**CONTROLS, **NO_CHARACTERS}


def legible(value: Any) -> Any:  # noqa: ANN401  whatever a cell may hold
    r"""Show what XML 1.0 has no characters for; one sign for each, so that offsets stay true.

    >>> legible("a\x00b\x1b[0m\ttab"), legible(["\ud800"]), legible(4)
    ('a␀b␛[0m\ttab', ['�'], 4)
    """
    if isinstance(value, str):
        return value.translate(PICTURED)
    if isinstance(value, list | tuple):
        return [legible(each) for each in value]
    return {key: legible(each) for key, each in value.items()} if isinstance(value, dict) else value
