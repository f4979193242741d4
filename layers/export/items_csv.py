"""CSV of mentions and claims: a row each, with the columns that every other format has."""

from layers.export.cells import csv_text
from layers.export.columns import ITEMS, flat
from layers.export.selection import Selection


def items_csv(chosen: Selection) -> bytes:
    """Write every item as a row; cells that a spreadsheet might run are guarded."""
    return csv_text(list(ITEMS), (flat(row, ITEMS) for row in chosen.items)).encode()
