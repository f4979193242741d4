"""What the columns of a data file are called and hold, the same in every format."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]

CHAIN = " ← "
LISTED = "; "


class Kind(StrEnum):
    """What the cells of a column hold; any of them may be None."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DAY = "day"
    TEXTS = "texts"


Columns = Mapping[str, Kind]


def _columns(words: str) -> Columns:
    """Read columns as "kind: name name" lines, in their order."""
    lines = (line.strip().partition(": ") for line in words.strip().splitlines())
    return {name: Kind(kind) for kind, _, names in lines for name in names.split()}


_SAID = _columns("""
    text: id type report_id report as_printed
    integer: start end
    text: sentence
    integer: sentence_start sentence_end
    text: status status_cue shown_as review
    number: confidence
    day: earliest latest core_from core_to
    text: period period_as_worded
    integer: date_prec time_precision
    text: place place_id place_kind country place_level
    number: latitude longitude
    integer: where_prec geo_precision
    number: precision_m
    texts: marks
""")
_PUBLISHED = _columns("""
    text: article publisher url
    day: published
""")
_NAMED = _columns("text: role role_reason")
_FIGURE = _columns("""
    number: low best high
    text: best_rule sides comparator qualifier
    boolean: approx increment
    number: part_of
    text: unit category family actor from to
    texts: inherited sources
    text: origin group_id
    texts: flags
""")

MENTIONS: Columns = {**_SAID, **_NAMED, **_PUBLISHED}
CLAIMS: Columns = {**_SAID, **_FIGURE, **_PUBLISHED}
ITEMS: Columns = {**_SAID, **_NAMED, **_FIGURE, **_PUBLISHED}
"""A row a mention or claim: where it stands, how it is said, when, where, what, who says so."""

MARKS = _columns("""
    text: id type layer name local place_kind country status
    texts: items
    integer: mentions claims
    day: earliest latest
    text: place_id shape
    number: radius_m
    boolean: name_only reference
    text: note credit from_id to_id from to stated measured verdict
""")
"""A row a mark: what is drawn, and the ids of the items that it is drawn for."""

REPORTS = _columns("""
    text: id report title publisher author url lang
    day: published
    text: published_basis sha256
    boolean: sample
""")

FEATURES: Columns = {**ITEMS, **MARKS}
"""Marks and items in one table."""


def flat(row: Row, columns: Columns) -> dict[str, Any]:
    """Give a row every column, in order, for a format without lists: a list becomes one text.

    >>> flat({"sources": ["Lee", "NIS"], "marks": []}, _columns("texts: sources marks flags"))
    {'sources': 'Lee ← NIS', 'marks': None, 'flags': None}
    """
    return {name: _one(name, row.get(name)) for name in columns}


def _one(name: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    return (CHAIN if name == "sources" else LISTED).join(value) or None
