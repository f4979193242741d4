"""Tables of articles: a CSV file with a column of texts, an article to a row."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO

from reports.errors import BrokenReportError, EmptyReportError, UnknownFormatError
from reports.lexicon import lexicon
from reports.read.compose import Stated, prose, under_title
from reports.read.dates_stated import day_stated
from reports.read.decode import decode
from reports.read.metadata import address, language_of, name_of
from reports.read.parts import LeftOut, Piece
from reports.read.reading import Reading
from reports.read.sizes import bound, count, sizes
from reports.read.web import field_text

_DELIMITERS = ",;\t|"
_DECLARED = re.compile(r"(?i)sep=(.)\r?\n")
_NAMED = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MANIFEST = frozenset({"file", "published"})
_MOST_NAMED = 12
_LONGEST_NAME = 40
_SLUG_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's heading, where its known columns stand, and its rows as far as they are whole."""

    heading: list[str]
    columns: Mapping[str, int]
    rows: list[tuple[int, list[str]]]
    broken: str | None
    warnings: tuple[str, ...]

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return what a row has in a column; "" where it has none."""
        at = self.columns.get(column, len(row))
        return row[at].strip() if at < len(row) else ""


def rows(data: bytes, name: str) -> Iterator[Piece | LeftOut]:
    """Yield each row with a text as a table of its own; a table of one row is itself.

    Raises
    ------
    ReportError
        When it is too large, no text, has no row, or no column of texts.
    """
    table = _table(data, name)
    if len(table.rows) == 1 and not table.broken:
        yield Piece(name, data)
        return
    for number, row in table.rows:
        title = "-".join(_NAMED.findall(table.cell(row, "title"))[:_SLUG_WORDS]).lower()
        inner = f"{name}/{number}{f'-{title}' if title else ''}.csv"
        why = _unusable(table, row)
        yield LeftOut(inner, f"{inner} {why}.") if why else Piece(inner, _alone(table.heading, row))
    if table.broken:
        yield LeftOut(name, f"{name} {table.broken}.")


def read_table(data: bytes, name: str) -> Reading:
    """Read a table of one row.

    Raises
    ------
    ReportError
        When it has several rows, or what :func:`rows` raises.
    """
    table = _table(data, name)
    if len(table.rows) > 1:
        raise UnknownFormatError(
            name, f"holds {len(table.rows):,} articles", "add it whole, each row is read by itself"
        )
    row = table.rows[0][1]
    why = table.broken or _unusable(table, row)
    if why:
        raise BrokenReportError(name, why, "mend the row, or paste its text")
    text = field_text(table.cell(row, "text"), name)
    title = name_of(table.cell(row, "title"))
    said = table.cell(row, "published")
    day = day_stated(said)
    stated = Stated(
        title=title,
        publisher=name_of(table.cell(row, "publisher")),
        author=name_of(table.cell(row, "author")),
        url=address(table.cell(row, "url")),
        published=day,
        lang=language_of(table.cell(row, "lang")),
    )
    doubt = [
        f"{name}: its day, “{said[:_LONGEST_NAME]}”, has no sure reading; give it as 2025-06-26."
    ]
    return prose(
        data,
        name,
        under_title(title, text),
        title,
        stated,
        warnings=(*table.warnings, *(doubt if said and not day else ())),
    )


def _table(data: bytes, name: str) -> _Table:
    bound(data, name, sizes().table)
    decoded = decode(data, name)
    text = (
        _DECLARED.sub("", decoded.text, count=1) if _DECLARED.match(decoded.text) else decoded.text
    )
    csv.field_size_limit(sizes().text)  # an article may be longer than the usual 131,072
    delimiter = max(_DELIMITERS, key=lambda sign: len(_columns(_heading(text, sign))))
    heading = _heading(text, delimiter)
    columns = _columns(heading)
    if "text" not in columns:
        way_out = "name the column that holds the articles “text”"
        raise UnknownFormatError(
            name,
            f"is a table without a column of texts (its columns are {_listed(heading)})",
            f"{way_out}, or give it with --manifest" if is_manifest(heading) else way_out,
        )
    found, broken = _whole(text, delimiter)
    if not found:
        raise EmptyReportError(
            name, broken or "has no row below its heading", "choose a table with articles in it"
        )
    count(len(found), "rows", name)
    return _Table(heading, columns, found, broken, decoded.warnings)


def is_manifest(heading: Sequence[str]) -> bool:
    """Tell whether columns are those of a list of publication days, and of no articles.

    >>> is_manifest(["file", "Published"]), is_manifest(["file", "published", "text"])
    (True, False)
    """
    named = {column.strip().lower() for column in heading}
    return named >= _MANIFEST and "text" not in _columns(heading)


def _heading(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(StringIO(text), delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns(heading: Sequence[str]) -> Mapping[str, int]:
    """Find the known columns; of two that mean the same, the name that is best known counts."""
    named = {
        " ".join(cell.lower().split()): number
        for number, cell in reversed(list(enumerate(heading)))
    }
    return {
        column: named[form]
        for column, forms in _forms().items()
        for form in reversed(forms)
        if form in named
    }


@cache
def _forms() -> Mapping[str, Sequence[str]]:
    forms: Mapping[str, Sequence[str]] = lexicon("reading")["columns"]
    return forms


def _whole(text: str, delimiter: str) -> tuple[list[tuple[int, list[str]]], str | None]:
    """Return the numbered rows up to where the table breaks off, and a sentence on that."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        next(reader, None)
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((len(found) + 1, row))
    except csv.Error as error:
        return (
            found,
            f"breaks off in row {len(found) + 1}, near line {reader.line_num:,} ({error})",
        )
    return found, None


def _unusable(table: _Table, row: Sequence[str]) -> str | None:
    if len(row) > len(table.heading):
        return f"has {len(row)} cells under {len(table.heading)} headings"
    return None if table.cell(row, "text") else "has no text"


def _alone(heading: Sequence[str], row: Sequence[str]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows([heading, row])
    return written.getvalue().encode("utf-8", errors="replace")


def _listed(heading: Sequence[str]) -> str:
    named = [" ".join(cell.split())[:_LONGEST_NAME] for cell in heading if cell.strip()][
        :_MOST_NAMED
    ]
    more = len(heading) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "") if named else "nameless"
