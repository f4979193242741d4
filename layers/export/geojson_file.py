"""GeoJSON (RFC 7946): marks and items as features, what is printed of the whole beside them."""

import json
from typing import Any

from layers.export.columns import Row
from layers.export.geometry import geojson
from layers.export.selection import Selection


def geojson_file(chosen: Selection) -> bytes:
    """Write a feature a line; ``dateline`` and ``reports`` are foreign members (section 6.1).

    An item without a place has a null geometry: it is said, and nobody knows where.
    """
    features = [_feature(row) for _, rows in chosen.spatial() for row in rows]
    head = {
        "type": "FeatureCollection",
        "dateline": chosen.described(),
        "reports": list(chosen.reports),
    }
    body = ",\n".join(map(_json, features))
    return f'{_json(head)[:-1]},"features":[\n{body}\n]}}\n'.encode()


def _feature(row: Row) -> dict[str, Any]:
    properties = {name: value for name, value in row.items() if name not in ("id", "geometry")}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": geojson(row["geometry"]),
        "properties": {"id": row["id"], **properties},
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
