"""Lengths that were computed, in the reader's unit. What a report says stays as it says it.

``static/web/units.js`` and ``place-words.js`` print the same by the same rule, held together by
``tests/fixtures/length_cases.json``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

from geo.footprint import length_text

Json = Mapping[str, Any]
Unit = Literal["km", "mi"]

UNITS: tuple[Unit, ...] = get_args(Unit)
UNIT_NAMES: Mapping[str, str] = {"km": "Kilometres", "mi": "Miles"}
METRES: Mapping[str, float] = {"km": 1000.0, "mi": 1609.344, "nmi": 1852.0, "m": 1.0}
FOOT_M = 0.3048
FEET_BELOW_MI = 0.1
WHOLE_FROM = 100.0
RANGE_WHOLE_FROM = 10
"""Below this a measured distance is printed with one decimal."""


def length_in(metres: float, unit: str) -> str:
    """Print a length in up to three digits.

    >>> length_in(19_000, "km"), length_in(19_000, "mi"), length_in(120, "mi")
    ('19 km', '11.8 mi', '394 ft')
    """
    if unit == "km":
        return length_text(metres)
    miles = metres / METRES["mi"]
    if miles < FEET_BELOW_MI:
        return f"{metres / FOOT_M:.0f} ft"
    return f"{miles:,.0f} mi" if miles >= WHOLE_FROM else f"{miles:.3g} mi"


def range_in(ends: Sequence[float], unit: str) -> str:
    """Print a measured range, from its ends in metres; whole numbers above ten.

    >>> range_in((64_200, 65_900), "km"), range_in((64_200, 64_300), "mi")
    ('64–66 km', '40 mi')
    """
    low, high = (
        f"{value:.0f}" if value >= RANGE_WHOLE_FROM else f"{value:.1f}"
        for value in (end / METRES[unit] for end in ends)
    )
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


def measured_in(mark: Json, unit: str) -> str | None:
    """Print what was measured of a stated distance, in the reader's unit.

    Where the report speaks in another one, that stands beside it, so that both can be compared.
    """
    told: str | None = mark["measured"]
    if told is None or mark.get("range") is None or mark["unit"] == unit:
        return told
    return f"{range_in(mark['range'], unit)} ({told})"


def note_in(mark: Json, unit: str) -> str | None:
    """Print a mark's note with its radius in the reader's unit; an offset's tells what was said."""
    note: str | None = mark.get("note")
    if not note or not mark.get("radius") or mark["layer"] == "offsets":
        return note
    return note.replace(length_text(mark["radius"]), length_in(mark["radius"], unit))


def unit_of(scene: Json) -> str:
    """Give the unit that a scene's computed lengths are printed in."""
    return str(scene["meta"].get("unit", UNITS[0]))


def in_unit(scene: Json, unit: str) -> dict[str, Any]:
    """Give a scene whose computed lengths are printed in a unit."""
    return {**scene, "meta": {**scene["meta"], "unit": unit}}
