"""Search over the words of reports and the names of places, with SQLite's FTS5.

A store in another database has no such index: nothing is found there, and the callers say so
(:func:`can_search`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

MOST_HITS = 20
AROUND = 70
"""Code points of the text to either side of what was found."""
_OPEN, _CLOSE = "\x02", "\x03"
"""Marks that FTS5 sets around what it found; the reader takes control characters out of a text."""
_UNTYPED = re.compile("[\x00-\x1f\ud800-\udfff]")
"""What no keyboard gives: SQLite takes a zero for the end of the text."""
# Words in a title count for more than words in a text.
_IN_REPORTS = sa.text(
    "SELECT report_id, highlight(report_words, 3, :open, :close) AS marked FROM report_words"
    " WHERE report_words MATCH :query"
    " ORDER BY bm25(report_words, 0, 4, 2, 1), report_id LIMIT :most"
)
_IN_PLACES = sa.text(
    "SELECT place_id, name FROM place_words"
    " WHERE place_words MATCH :query ORDER BY bm25(place_words), length(name), place_id LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that has the words.

    Attributes
    ----------
    report_id
        The report.
    start, end
        Where the first of the words stands in its text, in code points, end exclusive; both 0
        where only the title or the publisher has them.
    snippet
        The words around it.
    marks
        What was found in the snippet: starts and ends in its own code points.
    """

    report_id: str
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that has the words in one of its names, and that name."""

    place_id: str
    name: str


def can_search(engine: Engine) -> bool:
    """Tell whether the database has the index."""
    return engine.dialect.name == "sqlite"


def prepare(engine: Engine) -> None:
    """Make the index where it is not there yet, of what the store holds already."""
    if not can_search(engine):
        return
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n\n")
    with engine.execution_options(writes=True).begin() as connection:
        for statement in statements[1:]:
            connection.exec_driver_sql(statement)


def find_reports(connection: Connection, typed: str, most: int = MOST_HITS) -> list[ReportHit]:
    """Find the reports that have all the words someone typed, best first."""
    query = match_query(typed)
    if query is None:
        return []
    values = {"query": query, "most": most, "open": _OPEN, "close": _CLOSE}
    return [_hit(row.report_id, row.marked) for row in connection.execute(_IN_REPORTS, values)]


def find_places(connection: Connection, typed: str, most: int = MOST_HITS) -> list[PlaceHit]:
    """Find the places that have all the words in one name, in any language, best first."""
    query = match_query(typed)
    if query is None:
        return []
    found: dict[str, PlaceHit] = {}
    for row in connection.execute(_IN_PLACES, {"query": query, "most": most * 4}):
        found.setdefault(row.place_id, PlaceHit(row.place_id, row.name))
    return list(found.values())[:most]


def match_query(typed: str) -> str | None:
    """Give FTS5's query for what someone typed; None where there is no word in it.

    Words in quotation marks stay together; the last word may be the beginning of one. Nothing that
    is typed is taken for FTS5's own syntax.

    >>> match_query('kursk "troops sent" obl')
    '"kursk" "troops sent" "obl"*'
    """
    typed = _UNTYPED.sub(" ", typed)
    parts = re.findall(r'"([^"]+)(?:"|$)|([^\s"]+)', typed)
    words = [phrase or word for phrase, word in parts if re.search(r"\w", phrase or word)]
    if not words:
        return None
    open_end = "" if typed.endswith(('"', " ")) else "*"
    return " ".join(f'"{word}"' for word in words) + open_end


def _hit(report_id: str, marked: str | None) -> ReportHit:
    pieces = re.split(f"{_OPEN}(.*?){_CLOSE}", marked or "", flags=re.DOTALL)
    text = "".join(pieces)
    spans, at = [], 0
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    first = spans[0] if spans else (0, 0)
    begin, end = _around(text, *first)
    within = tuple((a - begin, b - begin) for a, b in spans if begin <= a and b <= end)
    return ReportHit(report_id, *first, text[begin:end], within)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the words around it, inside its line."""
    left = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    line_end = text.find("\n", end)
    right = min(len(text) if line_end < 0 else line_end, end + AROUND)
    if left > 0 and text[left - 1].isalnum():
        left = min((text.find(" ", left, start) + 1) or left, start)
    if right < len(text) and text[right].isalnum():
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    return left, right
