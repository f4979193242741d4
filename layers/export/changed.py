"""What a step on changes says as a table: the matter, before, now, and who says so."""

from collections.abc import Sequence

from layers.export.story import GONE, Said, spans

COLUMNS = ("What changed", "Matter", "Before", "Now", "Who says so", "No.")
NOTHING = "–"


def changed(lines: Sequence[Said]) -> list[tuple[str, ...]]:
    """Give the cells of each line under ``COLUMNS``; no rows where no line tells of a change.

    A line that was said otherwise stands in its own words.
    """
    return [_cells(line) for line in lines] if any(line.row for line in lines) else []


def _cells(line: Said) -> tuple[str, ...]:
    kind, about, *sides = line.row or ("", line.text, "", "", "")
    numbers = f"{spans(line.numbers)}{GONE * line.gone}"
    return (kind, about, *(side or NOTHING for side in sides), numbers)
