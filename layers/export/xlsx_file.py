"""XLSX: figures, places, reports and what is printed of the whole, a sheet each."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from layers.export.about import lines
from layers.export.columns import CLAIMS, MENTIONS, REPORTS, Columns, Kind, Row, flat
from layers.export.selection import Selection

Formats = Mapping[str, Format]

LONGEST = 32_767
"""Characters that a cell can hold; a longer text ends in an ellipsis."""
CUT = "…"
WIDEST = 48
NARROWEST = 9
FIRST_YEAR = 1900
"""Spreadsheets have no days before; such a day stays a text."""
CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into every file: the same rows are the same bytes on any day."""
SHEETS = (
    ("Figures", CLAIMS, "claims"),
    ("Places", MENTIONS, "mentions"),
    ("Reports", REPORTS, "reports"),
)


def xlsx_file(chosen: Selection) -> bytes:
    """Write a workbook whose texts are texts: no cell is a formula or a link.

    Numbers and days are a spreadsheet's own, so that they sort and add up.
    """
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {"title": "Dateline", "comments": chosen.content_sha256, "created": CREATED}
        )
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, columns, table in SHEETS:
            _sheet(book.add_worksheet(name), columns, getattr(chosen, table), formats)
        _about(book.add_worksheet("About"), lines(chosen.described()), formats)
    return out.getvalue()


def _sheet(sheet: Worksheet, columns: Columns, rows: Sequence[Row], formats: Formats) -> None:
    laid = [flat(row, columns) for row in rows]
    for x, name in enumerate(columns):
        sheet.write_string(0, x, name, formats["head"])
        sheet.set_column(x, x, _width(name, (row[name] for row in laid)))
        for y, row in enumerate(laid, 1):
            _cell(sheet, (y, x), row[name], columns[name], formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(laid), 1), len(columns) - 1)


def _about(sheet: Worksheet, pairs: Iterable[tuple[str, str]], formats: Formats) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 120)
    for y, (name, text) in enumerate(pairs):
        sheet.write_string(y, 0, name, formats["head"])
        sheet.write_string(y, 1, _short(text))


def _cell(
    sheet: Worksheet, at: tuple[int, int], value: object, kind: Kind, formats: Formats
) -> None:
    if value is None or value == "":
        return
    day = _day(value) if kind is Kind.DAY else None
    if day is not None:
        sheet.write_datetime(*at, day, formats["day"])
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, _short(str(value)))


def _day(value: object) -> date | None:
    day = date.fromisoformat(str(value))
    return day if day.year >= FIRST_YEAR else None


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _width(name: str, cells: Iterable[object]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(NARROWEST, min(WIDEST, max(len(name), longest) + 2))
