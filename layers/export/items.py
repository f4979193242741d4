"""Mentions and claims as rows of a data file: the quote, how it is said, when, where, by whom."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.footprint import footprint
from geo.index import Places
from geo.place import Place
from geo.records import records
from layers.export.claims_csv import SHAPES
from layers.export.geometry import exchanged
from layers.export.precision import acled_time_precision, ucdp_date_prec
from layers.export.stated import Row, placed, stated
from layers.items import status_of

_FIGURE = (
    *("low", "best", "high", "best_rule", "sides", "qualifier", "unit", "category"),
    *("family", "actor", "from", "to", "origin", "group_id"),
)
"""What is laid out as in a table of claims."""

Marks = Mapping[str, Sequence[str]]


def mention_rows(
    mentions: pd.DataFrame, reports: pd.DataFrame, places: Places, marks: Marks
) -> Iterator[dict[str, Any]]:
    """Lay out mentions in the columns :data:`layers.export.columns.MENTIONS` and ``geometry``.

    Parameters
    ----------
    mentions, reports
        Frames of the store; ``ref`` numbers the reports as the screen does.
    places
        What knows the places by their ids.
    marks
        Ids of the drawn marks that an item is on.
    """
    by_id = {row["id"]: row for row in records(reports)}
    for row in records(mentions):
        report = by_id[row["report_id"]]
        place = placed(row["place_id"], places)
        yield {
            **_said(row, report, marks),
            "type": "mention",
            "sentence": report["text"][row["sentence_start"] : row["sentence_end"]],
            "confidence": row["confidence"],
            "role": row["role"],
            "role_reason": row["role_reason"],
            **_where(place, row["name"]),
        }


def claim_rows(
    claims: pd.DataFrame, reports: pd.DataFrame, places: Places, marks: Marks
) -> Iterator[dict[str, Any]]:
    """Lay out claims in the columns :data:`layers.export.columns.CLAIMS` and ``geometry``.

    Parameters
    ----------
    claims
        The store's claims with ``group_id``, ``best`` and ``best_rule``.
    reports, places, marks
        As in :func:`mention_rows`.
    """
    for one in stated(claims, reports, places):
        columns = SHAPES["claims"]
        yield {
            **_said(one.claim, one.report, marks),
            "type": "claim",
            "sentence": one.text("sentence"),
            **{name: columns[name](one) or None for name in _FIGURE},
            "low": one.low,
            "high": one.high,
            "comparator": one.text("comparator"),
            "approx": bool(one.claim["approx"]),
            "increment": bool(one.claim["increment"]),
            "part_of": one.number("part_of"),
            "inherited": list(one.claim["inherited"]),
            "sources": list(one.claim["sources"]),
            "flags": list(one.claim["flags"] or ()),
            **_where(one.place, one.text("at_name") or one.text("to_name")),
        }


def _said(row: Row, report: Row, marks: Marks) -> dict[str, Any]:
    days = _text(row["earliest"]), _text(row["latest"])
    return {
        "id": row["id"],
        "report_id": row["report_id"],
        "report": report["ref"],
        "as_printed": row["text"],
        "start": row["start"],
        "end": row["end"],
        "sentence_start": row["sentence_start"],
        "sentence_end": row["sentence_end"],
        "status": row["status"],
        "status_cue": _text(row["status_cue"]),
        "shown_as": status_of({**row, "status_cue": _text(row["status_cue"])}),
        "review": row["review"],
        "earliest": days[0],
        "latest": days[1],
        "core_from": _text(row["core_from"]),
        "core_to": _text(row["core_to"]),
        "period": _text(row["edtf"]),
        "period_as_worded": _text(row["when_text"]),
        "date_prec": ucdp_date_prec(*days),
        "time_precision": acled_time_precision(*days),
        "marks": list(marks.get(row["id"], ())),
        "article": _text(report["title"]),
        "publisher": _text(report["publisher"]),
        "url": _text(report["url"]),
        "published": _text(report["published"]),
    }


def _where(place: Place | None, name: str | None) -> dict[str, Any]:
    """Say where, and how closely: a point stands for the footprint that its codes tell of."""
    if place is None:
        return {"place": _text(name), "geometry": None}
    print_ = footprint(place)
    return {
        "place": place.name,
        "place_id": place.id,
        "place_kind": place.kind.value,
        "country": place.country,
        "place_level": print_.precision.value,
        "latitude": place.lat,
        "longitude": place.lon,
        "where_prec": print_.precision.ucdp,
        "geo_precision": print_.precision.acled,
        "precision_m": print_.radius_m,
        "geometry": _point(place.lon, place.lat),
    }


@cache
def _point(lon: float, lat: float) -> BaseGeometry:
    return exchanged(Point(lon, lat))


def _text(value: object) -> str | None:
    """Give a cell that holds a text; pandas has NaN where there is none."""
    return value if isinstance(value, str) else None
