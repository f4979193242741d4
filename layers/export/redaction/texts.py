"""The texts of a scene without what is withheld, and its offsets moved along."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from layers.export.redaction.places import Told
from layers.export.redaction.words import Hidden, Words

Json = Mapping[str, Any]
Hide = Callable[[str], str]

OURS = frozenset(
    {
        *("id", "type", "report", "status", "kind", "layer", "shape", "role", "review", "group"),
        *("claims", "items", "place", "placeId", "fromId", "toId", "geometry", "path", "country"),
        *("edtf", "earliest", "latest", "coreFrom", "coreTo", "reported", "published", "basis"),
        *("category", "family", "comparator", "levels", "relation", "zone", "asOf", "style"),
        *("attribution", "credit"),
    }
)
"""Ids, days and words of ours, which are no report's text; and credits, which licences demand."""


def hidden_texts(reports: Sequence[Json], words: Words) -> dict[str, Hidden]:
    """Hide words in the texts of reports, by id."""
    return {report["id"]: Hidden.of(report["text"], words) for report in reports}


def told_report(report: Json, text: Hidden, hide: Hide, *, strip: bool) -> dict[str, Any]:
    """Tell a report without what is withheld; an address that has any of it would lead there."""
    url = report.get("url")
    address = url if url and not strip and hide(unquote(url)) == unquote(url) else None
    return {**without(report, hide), "text": text.text, "url": address}


def told_item(item: Json, text: Hidden, told: Mapping[str, Told], hide: Hide) -> dict[str, Any]:
    """Tell a mention, a claim or an unquantified word with its offsets in the new text."""
    start, end = text.span(item["start"], item["end"])
    moved = {
        **without(item, hide),
        "start": start,
        "end": end,
        "text": text.text[start:end],
        "sentence": list(text.span(*item["sentence"])),
    }
    place = told.get(item.get("place") or "")
    if place is None:
        return moved
    return {**moved, "place": place.id if place.area else None, "why": None}


def without(value: Any, hide: Hide) -> Any:  # noqa: ANN401  plain values, nested
    """Hide words in every text of a plain value but in those that are ours."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, Mapping):
        return {key: each if key in OURS else without(each, hide) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [without(each, hide) for each in value]
    return value
