"""Rows of a data file as a redacted scene tells them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from geo.footprint import Precision
from layers.export.geometry import exchanged
from layers.export.redaction import Redacted
from layers.export.redaction.areas import Coarsening, area
from layers.export.redaction.places import PINNED, Told
from layers.export.redaction.texts import without
from layers.export.redaction.words import BAR

Row = Mapping[str, Any]

OURS = frozenset(
    {
        *("id", "type", "report_id", "report", "status", "shown_as", "review", "marks", "group_id"),
        *("earliest", "latest", "core_from", "core_to", "period", "published", "published_basis"),
        *("place_id", "place_kind", "place_level", "country", "comparator", "category", "family"),
        *("role", "lang", "sha256", "geometry"),
    }
)
"""Ids, days and words of ours, which are no report's text."""
NOWHERE: Row = {
    "place_id": None,
    "place_kind": None,
    "country": None,
    "place_level": None,
    "latitude": None,
    "longitude": None,
    "where_prec": None,
    "geo_precision": None,
    "precision_m": None,
    "geometry": None,
}


def told_rows(rows: Iterable[Row], redacted: Redacted) -> Iterator[dict[str, Any]]:
    """Tell mentions or claims: their quotes, offsets and places as those of the scene."""
    if not redacted.redaction:
        yield from map(dict, rows)
        return
    hide = cache(redacted.words.hide)
    urls = {report["id"]: report["url"] for report in redacted.scene["reports"]}
    for row in rows:
        text = redacted.texts[row["report_id"]]
        start, end = text.span(row["start"], row["end"])
        first, last = text.span(row["sentence_start"], row["sentence_end"])
        yield {
            **{key: each if key in OURS else without(each, hide) for key, each in row.items()},
            "start": start,
            "end": end,
            "as_printed": text.text[start:end],
            "sentence_start": first,
            "sentence_end": last,
            "sentence": text.text[first:last],
            "url": urls[row["report_id"]],
            **_where(row, _told(row, redacted)),
        }


def told_reports(rows: Iterable[Row], redacted: Redacted) -> list[dict[str, Any]]:
    """Tell the sources of rows; their hashes say that an original is the same, and no more."""
    if not redacted.redaction:
        return [dict(row) for row in rows]
    urls = {report["id"]: report["url"] for report in redacted.scene["reports"]}
    author: Row = {"author": None} if redacted.redaction.strip else {}
    return [
        {
            **{
                key: each if key in OURS else without(each, redacted.words.hide)
                for key, each in row.items()
            },
            **author,
            "url": urls[row["id"]],
        }
        for row in rows
    ]


def _told(row: Row, redacted: Redacted) -> Told | None:
    """Give how a row's place is told; one that the scene has no mark of is told no closer."""
    place_id = row.get("place_id")
    if not place_id or place_id in redacted.told:
        return redacted.told.get(place_id or "")
    if redacted.words.within(row["place"]):
        return Told("area", BAR)
    how = redacted.redaction.coarsen
    if how is Coarsening.NONE or row["place_kind"] not in PINNED:
        return None
    found = area(row["latitude"], row["longitude"], row["precision_m"] or 0.0, how)
    return Told(f"area:{found.lat},{found.lon}", None, found)


def _where(row: Row, told: Told | None) -> Row:
    if told is None:
        return {}
    named = {"place": told.name} if told.name else {}
    if told.area is None:
        return {**NOWHERE, **named}
    found = told.area
    level = max(found.precision, Precision(row["place_level"]), key=lambda each: each.ucdp)
    province = found.province
    if province and told.id == f"ne:{province.code}":
        named = {"place": province.name, "place_kind": "adm1"}
    return {
        **named,
        "place_id": told.id,
        "place_level": level.value,
        "latitude": found.lat,
        "longitude": found.lon,
        "where_prec": level.ucdp,
        "geo_precision": level.acled,
        "precision_m": found.radius,
        "geometry": exchanged(found.rough),
    }
