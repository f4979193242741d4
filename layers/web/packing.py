"""Values packed for the way to the browser, which unpacks them with what it has by itself.

What stands in a page is base64 of gzip; what is fetched (``layers.web.parcels``) is gzip of JSON,
its rows as columns: their keys once, and a text that many rows share once. A scene of a hundred
thousand items is a third as long then, and is written and read in less time.
``static/web/unpack.js`` is the other end.
"""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

SMALLEST, FASTEST = 9, 1
SHARED = 2
"""A column's texts are listed apart where each stands in so many rows, on the average."""
TEXTS = {str, type(None)}

Row = Mapping[str, Any]


def packed(text: str) -> str:
    """Pack a text: base64 of gzip. The same text gives the same letters.

    >>> gzip.decompress(base64.b64decode(packed("Oslo"))).decode()
    'Oslo'
    """
    return base64.b64encode(gzip.compress(text.encode(), SMALLEST, mtime=0)).decode()


def packed_json(value: Mapping[str, Any]) -> bytes:
    """Pack a mapping as gzip of JSON, its lists of rows as columns: sent often, and read once."""
    tables = {key: tabled(rows) for key, rows in value.items() if _is_table(rows)}
    plain = {key: None if key in tables else each for key, each in value.items()}
    text = json.dumps(
        {"plain": plain, "tables": tables},
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )
    return gzip.compress(text.encode(), FASTEST, mtime=0)


def tabled(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Turn rows into columns, one table for each run of rows with the same keys.

    >>> tabled([{"id": 1, "to": "Oslo"}, {"id": 2, "to": "Oslo"}])
    [{'count': 2, 'columns': {'id': (1, 2), 'to': {'of': ['Oslo'], 'at': None}}}]
    """
    return [_table(keys, list(run)) for keys, run in groupby(rows, tuple)]


def _is_table(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)


def _table(keys: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    cells = zip(*(row.values() for row in rows), strict=True)
    return {"count": len(rows), "columns": dict(zip(keys, map(_column, cells), strict=True))}


def _column(cells: Sequence[Any]) -> Sequence[Any] | dict[str, Any]:
    """Give the cells, or where they are texts that come again, the texts and the number of each."""
    if not set(map(type, cells)) <= TEXTS:
        return cells
    numbers = {cell: number for number, cell in enumerate(dict.fromkeys(cells))}
    if len(numbers) * SHARED > len(cells):
        return cells
    at = None if len(numbers) == 1 else list(map(numbers.__getitem__, cells))
    return {"of": list(numbers), "at": at}
