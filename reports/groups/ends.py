"""The lowest and the highest figure of a group, printed as their reports printed them."""

from collections.abc import Sequence

from reports.groups.value_text import Bounds, Row, bounds, measures, unit_text, value_text


def ends(rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """Print the lowest low and the highest high; None for an end that a claim leaves open."""
    stated = stated_rows(rows)
    if all(bounds(row) == Bounds(None, None) or bounds(row).vague for row in stated):
        return value_text(stated[0]), value_text(stated[0])
    several = len({row["unit"] for row in stated}) > 1
    lows = [
        (low, _end_text(row, "low", several)) for row in stated if (low := low_of(row)) is not None
    ]
    highs = [
        (high, _end_text(row, "high", several))
        for row in stated
        if (high := high_of(row)) is not None
    ]
    return (
        min(lows)[1] if len(lows) == len(stated) else None,
        max(highs)[1] if len(highs) == len(stated) else None,
    )


def stated_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """Leave out "thousands" where another claim has a number: its 2,000 is but our reading."""
    return [row for row in rows if not bounds(row).vague] or rows


def span(rows: Sequence[Row]) -> tuple[float | None, float | None]:
    """Give the ends that :func:`ends` prints as numbers in base units, so that claims compare."""
    stated = stated_rows(rows)
    lows, highs = [low_of(row) for row in stated], [high_of(row) for row in stated]
    known = [low for low in lows if low is not None], [high for high in highs if high is not None]
    return (
        min(known[0]) if known[0] and len(known[0]) == len(stated) else None,
        max(known[1]) if known[1] and len(known[1]) == len(stated) else None,
    )


def size(row: Row) -> float:
    """Order figures by their low end, or where that is open by their high one."""
    low, high = low_of(row), high_of(row)
    return low if low is not None else high or 0.0


def low_of(row: Row) -> float | None:
    """Give the least that a claim says, in base units; None where it leaves that open."""
    return in_base_units(row, bounds(row).low)


def high_of(row: Row) -> float | None:
    """Give the most that a claim says, in base units; None where it leaves that open."""
    return in_base_units(row, bounds(row).high)


def in_base_units(row: Row, value: float | None) -> float | None:
    """Return a number so that miles and kilometres compare."""
    return None if value is None else value * measures().get(str(row["unit"]), ("", 1.0))[1]


def _end_text(row: Row, end: str, several_units: bool) -> str:  # noqa: FBT001 - one fact of the group
    stated = {**row, "comparator": "eq", "value": row[end]} if row["comparator"] == "range" else row
    text = value_text(stated)
    return f"{text} {unit_text(row)}" if several_units else text
