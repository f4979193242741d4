"""Tables before they are drawn: cells measured, rows shared out over slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layers.fonts.measure import fit, wrap

LEADING = 1.32
PAD_X, PAD_Y = 7.0, 4.5
STEP = 8
MAX_LINES = 5
"""What is longer is cut, and stands in full in the notes."""
CONTINUED_LINES = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one type; ``signs`` are the statuses they tell of, that of the sign first."""

    words: str
    size: float = 13
    bold: bool = False
    colour: str = "ink"
    struck: bool = False
    signs: tuple[str, ...] = ()

    def room(self, width: float) -> float:
        """Give the width that is left for words."""
        return width - 2 * PAD_X

    def fitted(self, width: float, most: int = MAX_LINES) -> "Cell":
        """Cut what would take too many lines."""
        words = fit(self.words, self.size, self.room(width), most, bold=self.bold)
        return replace(self, words=words)

    def height(self, width: float) -> float:
        """Measure the cell as it has to be for its words (points)."""
        lines = max(1, len(wrap(self.words, self.size, self.room(width), bold=self.bold)))
        return lines * leading(self.size) + 2 * PAD_Y


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, and what the notes say of them.

    ``lead`` rows stand over those that follow, and are repeated where these go on on another slide;
    ``under`` rows belong to the lead before them.
    """

    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()
    lead: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its width (points)."""

    head: str
    width: float


def leading(size: float) -> float:
    """Give the distance of two lines of a size, in whole points."""
    return round(size * LEADING)


def row_height(row: Row, columns: Sequence[Column]) -> float:
    """Measure the tallest cell of a row."""
    return max(cell.height(column.width) for cell, column in zip(row.cells, columns, strict=True))


def fitted(row: Row, columns: Sequence[Column]) -> Row:
    """Cut what is too long for its cell and put it into the notes in full."""
    pairs = list(zip(row.cells, columns, strict=True))
    cells = tuple(cell.fitted(column.width) for cell, column in pairs)
    full = [old.words for old, new in zip(row.cells, cells, strict=True) if old != new]
    return replace(row, cells=cells, notes=(*row.notes, *(f"In full: {words}" for words in full)))


def pages(
    rows: Sequence[Row], columns: Sequence[Column], room: float, taken: float = 0.0
) -> list[list[Row]]:
    """Share rows out over as few pages as have ``room`` for them (points), and evenly over these.

    A lead never stands last on a page; where its rows go on, it stands again on top, "continued".

    Parameters
    ----------
    taken
        Of the first page, what something else stands in; where it leaves no room, that page is
        empty.
    """
    rows = [fitted(row, columns) for row in rows]
    fewest = list(_filled(rows, columns, room, taken))
    for part in range(round(room / max(1, len(fewest))), round(room), STEP):
        even = list(_filled(rows, columns, part, taken))
        if list(map(bool, even)) == list(map(bool, fewest)):
            return even
    return fewest


def _filled(
    rows: Sequence[Row], columns: Sequence[Column], room: float, taken: float
) -> Iterator[list[Row]]:
    page: list[Row] = []
    used = taken
    for block in _blocks(rows):
        heights = [row_height(row, columns) for row in block]
        # A block that fits no page is cut after its lead and one more.
        together = sum(heights) if sum(heights) <= room else sum(heights[:2])
        if used and used + together > room:
            yield page
            page, used = [], 0.0
        for row, height in zip(block, heights, strict=True):
            if page and used + height > room:
                yield page
                page = [_continued(block[0], columns)]
                used = row_height(page[0], columns)
            page.append(row)
            used += height
    if page:
        yield page


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give each lead with the rows under it, and any other row by itself."""
    block: list[Row] = []
    for row in rows:
        if block and not row.under:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _continued(lead: Row, columns: Sequence[Column]) -> Row:
    """Give a lead again, in no more lines than it takes to know it; it was given in full before."""
    first, second, *rest = lead.cells
    again = replace(second, words=f"{second.words} (continued)")
    pairs = zip((first, again, *rest), columns, strict=True)
    cells = tuple(cell.fitted(column.width, CONTINUED_LINES) for cell, column in pairs)
    return replace(lead, cells=cells)
