"""One report with all that hangs on it, as rows of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""A row by the columns of its table (:mod:`reports.tables`)."""
Reviews = Mapping[tuple[int, int], str]
"""What became of what stands at spots of a text, one of ``REVIEWS``, by where it stands."""


@dataclass(frozen=True, slots=True)
class Record:
    """One report as rows."""

    report: Row
    original: Row
    mentions: Sequence[Row]
    claims: Sequence[Row]
    places: Sequence[Row] = ()
    offsets: Sequence[Row] = ()
    unquantified: Sequence[Row] = ()
    decisions: Sequence[Row] = ()
