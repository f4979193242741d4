"""What is drawn, as rows of a data file: places, movements, distances, with the items on them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely.geometry import LineString, Point, shape
from shapely.geometry.base import BaseGeometry

from layers.export.geometry import exchanged
from layers.visibility import Drawn

_CAMEL = {
    "place_id": "placeId",
    "place_kind": "kind",
    "radius_m": "radius",
    "name_only": "wide",
    "from_id": "fromId",
    "to_id": "toId",
    "from": "fromName",
    "to": "toName",
}
"""What a mark of the scene calls what a data file has under another name."""
_SAME = (
    *("id", "layer", "name", "local", "country", "shape", "reference", "note", "credit"),
    *("stated", "measured", "verdict"),
)


def mark_rows(drawn: Sequence[Drawn]) -> Iterator[dict[str, Any]]:
    """Lay out marks in the columns :data:`layers.export.columns.MARKS` and ``geometry``.

    A place that is too wide to be filled is a point, as it is a name alone on the screen.
    """
    for one in drawn:
        mark, types = one.mark, [item["type"] for item in one.items]
        yield {
            **{name: mark.get(name) for name in _SAME},
            **{name: mark.get(camel) for name, camel in _CAMEL.items()},
            "type": "mark",
            "name": mark.get("name") or f"{mark['fromName']} → {mark['toName']}",
            "status": one.status,
            "items": [item["id"] for item in one.items],
            "mentions": types.count("mention"),
            "claims": types.count("claim"),
            **_span(one.items),
            "geometry": exchanged(_geometry(mark)),
        }


def _geometry(mark: Mapping[str, Any]) -> BaseGeometry:
    found = mark.get("path") or mark.get("geometry")
    if found:
        return shape(found)
    if "from" in mark:
        return LineString([mark["from"], mark["to"]])
    return Point(mark["lon"], mark["lat"])


def _span(items: Sequence[Mapping[str, Any]]) -> dict[str, str | None]:
    """Give the days that hold all that is said at a mark; none when any of it is undated."""
    firsts, lasts = ([item[name] for item in items] for name in ("earliest", "latest"))
    if not all(item["dated"] for item in items):
        return {"earliest": None, "latest": None}
    return {
        "earliest": min(firsts) if all(firsts) else None,
        "latest": max(lasts) if all(lasts) else None,
    }
