"""What a data file holds: the rows of a view, or all, with what is printed of the whole."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from layers.export.columns import CLAIMS, MARKS, MENTIONS, REPORTS, Columns, Row
from layers.export.geometry import geojson
from layers.legible import legible


@dataclass(frozen=True)
class Selection:
    """Rows with the columns of :mod:`layers.export.columns`, all of them plain values.

    Attributes
    ----------
    mentions, claims, marks
        In the order of the scene; each row has a ``geometry`` (EPSG:4326, as
        :func:`layers.export.geometry.exchanged` gives it) or None there.
    reports
        The sources of the rows, in the order of the screen.
    about
        What every file prints of the whole: window, as-of, counts, policy, credits.
    own
        The analyst's own layers, as the scene has them: files of maps carry them apart, tables
        only name them in ``about``.
    """

    mentions: Sequence[Row]
    claims: Sequence[Row]
    marks: Sequence[Row]
    reports: Sequence[Row]
    about: Mapping[str, Any]
    own: Sequence[Mapping[str, Any]] = ()

    @property
    def items(self) -> Sequence[Row]:
        """Mentions, then claims."""
        return [*self.mentions, *self.claims]

    @property
    def ids(self) -> list[str]:
        """Ids of the items, in their order."""
        return [row["id"] for row in self.items]

    @cached_property
    def content_sha256(self) -> str:
        """Tell what is said from anything else that could be: the same rows, the same digest.

        It is taken over the canonical JSON of rows and ``about`` (keys sorted, no spaces, UTF-8);
        the format, the day of the export and the version of Dateline have no part in it.
        """
        content = {
            "about": dict(self.about),
            "reports": list(self.reports),
            **{
                name: [{**row, "geometry": geojson(row["geometry"])} for row in rows]
                for name, rows in self.spatial()
            },
            **({"own": list(self.own)} if self.own else {}),
        }
        return hashlib.sha256(canonical(content)).hexdigest()

    def spatial(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Give the tables of rows that have a geometry, by name."""
        yield from (("marks", self.marks), ("mentions", self.mentions), ("claims", self.claims))

    def described(self) -> dict[str, Any]:
        """Give what a file prints of the whole, with the digest of its content."""
        return {**self.about, "content_sha256": self.content_sha256}


def selection(
    mentions: Iterable[Row],
    claims: Iterable[Row],
    marks: Iterable[Row],
    reports: Iterable[Row],
    about: Mapping[str, Any],
    own: Sequence[Mapping[str, Any]] = (),
) -> Selection:
    """Bring rows into their columns, every text such that every format can hold it."""
    return Selection(
        _rows(mentions, MENTIONS),
        _rows(claims, CLAIMS),
        _rows(marks, MARKS),
        [_row(row, REPORTS) for row in reports],
        legible(dict(about)),
        own,
    )


def canonical(value: object) -> bytes:
    r"""Write plain values as the one JSON that they have.

    >>> canonical({"b": 1, "a": "é"})
    b'{"a":"\xc3\xa9","b":1}'
    """
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def _rows(rows: Iterable[Row], columns: Columns) -> list[Row]:
    return [{**_row(row, columns), "geometry": row["geometry"]} for row in rows]


def _row(row: Row, columns: Columns) -> dict[str, Any]:
    return {name: legible(row.get(name)) for name in columns}
