"""What makes a map a document: title, legend, small print, handling."""

from collections.abc import Mapping, Sequence
from typing import Any

from layers.plate.form import Form, type_size
from layers.plate.layout import BANNER, LEGEND_ROW, MARGIN, SMALL_ROW, Rect, legend_columns
from layers.plate.sheet import Sheet
from layers.plate.signs import Row

Json = Mapping[str, Any]

# A title of more than a line is set in two, this much smaller.
SMALLER = 0.68
# A subtitle that is too long is set so much smaller at most.
FINEST = 0.76


def title(sheet: Sheet, place: Rect, words: str, subtitle: str, as_of: str, colours: Json) -> None:
    """Set the title, the line under it, and at its end the day that the plate knows of."""
    size, second = type_size("title"), type_size("subtitle")
    lines, ink = sheet.wrap(words, size, place.width, 2, weight=700), colours["ink"]
    if len(lines) > 1:
        size *= SMALLER
        lines = sheet.wrap(words, size, place.width, 2, weight=700)
    for row, line in enumerate(reversed(lines)):
        y = place.y + (52 if len(lines) == 1 else 60) - row * size * 1.2
        sheet.text(place.x, y, line, size, weight=700, color=ink)
    right = sheet.measure(as_of, second, 600)
    sheet.text(place.x + place.width - right, place.y + 88, as_of, second, weight=600, color=ink)
    room = place.width - right - 30
    # Rather finer than cut: it says which days these are.
    second *= min(1.0, max(FINEST, room / max(1.0, sheet.measure(subtitle, second))))
    (line,) = sheet.wrap(subtitle, second, room, 1) or [""]
    sheet.text(place.x, place.y + 88, line, second, color=colours["ink2"])


def legend(sheet: Sheet, place: Rect, rows: Sequence[Row], colours: Json, style: Json) -> None:
    """Explain the signs that are drawn, and no others."""
    columns = legend_columns(place.width)
    column = place.width / columns
    for number, row in enumerate(rows):
        left = place.x + (number % columns) * column
        top = place.y + (number // columns) * LEGEND_ROW
        row.draw(sheet, left, top, colours, style)
        size = type_size("legend")
        (words,) = sheet.wrap(row.words, size, column - 60, 1)
        sheet.text(left + 48, top + 15, words, size, color=colours["ink"])


def wrapped_small(sheet: Sheet, lines: Sequence[str], width: float) -> list[str]:
    """Break the small print into the lines it takes."""
    size = type_size("small")
    return [line for words in lines for line in sheet.wrap(words, size, width, 3)]


def footer(sheet: Sheet, place: Rect, lines: Sequence[str], colours: Json) -> None:
    """Set the small print, already broken into lines."""
    sheet.rule(place.x, place.y, place.x + place.width, place.y, colours["rule"], 1.2)
    for row, line in enumerate(lines, 1):
        y = place.y + row * SMALL_ROW + 2
        sheet.text(place.x, y, line, type_size("small"), color=colours["ink2"])


def handling(sheet: Sheet, form: Form, colours: Json) -> None:
    """Set the handling marking above and below, and the page number."""
    size = type_size("legend")
    if form.banner:
        (words,) = sheet.wrap(form.banner, size, sheet.width - 2 * MARGIN, 1, weight=700)
        for top in (0.0, sheet.height - BANNER):
            sheet.box(0, top, sheet.width, BANNER, facecolor=colours["strip"], lw=0, zorder=1)
            sheet.text(sheet.width / 2, top + 23, words, size, weight=700, ha="center",
                       color=colours["stripInk"], zorder=2)  # fmt: skip
    if form.page:
        bottom = sheet.height - (BANNER + 8 if form.banner else 10)
        sheet.text(sheet.width - MARGIN, bottom, f"Page {form.page}", size, weight=700,
                   ha="right", color=colours["ink"])  # fmt: skip
