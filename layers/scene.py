"""The scene: everything a browser or a plate draws, as plain values that JSON can carry.

Its shape is made here; static/web and layers/plate read it. Report text is in it as text and
stays text: nothing here passes through a template.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.records import records
from layers.items import items
from layers.layer import Layer
from layers.plain import geojson

# 4 decimals are 11 m: finer than any outline that is drawn.
DECIMALS = 4

Json = Mapping[str, Any]


def scene(
    reports: pd.DataFrame,
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    layers: Sequence[Layer],
    groups: Sequence[Json],
    tiles: Sequence[Json],
    meta: Json,
) -> dict[str, Any]:
    """Lay out a scene.

    Parameters
    ----------
    reports, mentions
        Frames of the store.
    claims
        The store's claims with their ``group_id``, ``label``, ``value_text`` and ``unit_text``.
    groups, tiles
        Claim groups and headline tiles, ready to print.
    meta
        What the frame prints: as-of, boundary policy, attribution, style.
    """
    return {
        "meta": {**meta, "asOf": as_of(reports), "zone": "UTC"},
        "reports": list(_reports(reports)),
        "layers": [{"id": layer.id, "label": layer.label, "on": layer.on} for layer in layers],
        "marks": [mark for layer in layers for mark in _marks(layer)],
        "items": items(mentions, claims, reports),
        "groups": list(groups),
        "tiles": list(tiles),
    }


def as_of(reports: pd.DataFrame) -> str | None:
    """Give the day of the newest report: what the picture can know, not the day it is looked at."""
    days = reports["published"].dropna()
    return str(max(days)) if len(days) else None


def _reports(reports: pd.DataFrame) -> Iterator[Json]:
    for number, row in enumerate(records(reports), 1):
        yield {
            "id": row["id"],
            "ref": f"R{number}",
            "title": row["title"],
            "publisher": row["publisher"],
            "url": row["url"],
            "published": row["published"],
            "basis": row["published_basis"],
            "sample": bool(row["sample"]),
            "text": row["text"],
        }


def _marks(layer: Layer) -> Iterator[Json]:
    rows = records(layer.marks.drop(columns="geometry"))
    names = {column: _camel(column) for column in layer.marks.columns}
    for row, geometry in zip(rows, geojson(layer.marks["geometry"], DECIMALS), strict=True):
        plain = {names[key]: value for key, value in row.items()}
        plain["layer"] = layer.id
        # A movement's geometry is a schematic path; a place's is its footprint. Of a place that is
        # too wide to be filled only the name is drawn.
        shape = None if row.get("wide") else geometry
        plain["path" if layer.id == "flows" else "geometry"] = shape
        yield plain


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)
