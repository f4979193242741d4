"""Movements that reports state, as schematic great circles: from where to where, not a route."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString

from geo.index import Places
from geo.place import Place
from layers.layer import Layer, mark_frame

COLUMNS = [
    "id",
    "items",
    "from_id",
    "to_id",
    "from",
    "to",
    "from_name",
    "to_name",
    "to_kind",
    "status",
    "geometry",
]
FAMILIES = frozenset({"deployment", "materiel"})
STEP_M = 100_000
ENDS = 2
HALF_TURN = 180.0
GEOD = Geod(ellps="WGS84")


def flows(claims: pd.DataFrame, gazetteer: Places) -> Layer:
    """Draw one arc for each pair of places and each status: a plan never joins a report."""
    moving = claims[
        claims["family"].isin(FAMILIES)
        & claims["from_id"].notna()
        & claims["to_id"].notna()
        & (claims["from_id"] != claims["to_id"])
    ]
    marks = mark_frame(list(_rows(moving, gazetteer)), COLUMNS)
    return Layer("flows", "Movements, schematic", marks)


def _rows(moving: pd.DataFrame, gazetteer: Places) -> Iterator[Mapping[str, Any]]:
    for key, group in moving.groupby(["from_id", "to_id", "status"], sort=True):
        from_id, to_id, status = map(str, key)
        start, end = gazetteer.place(from_id), gazetteer.place(to_id)
        if (start.lat, start.lon) == (end.lat, end.lon):
            continue
        yield {
            "id": f"f:{from_id}>{to_id}:{status}",
            "items": list(group["id"]),
            "from_id": from_id,
            "to_id": to_id,
            "from": (start.lon, start.lat),
            "to": (end.lon, end.lat),
            "from_name": start.name,
            "to_name": end.name,
            "to_kind": end.kind.value,
            "status": status,
            "geometry": great_circle(start, end),
        }


def great_circle(start: Place, end: Place) -> LineString | MultiLineString:
    """Draw the geodesic between two places, with a vertex every 100 km, cut at the antimeridian."""
    _, _, length = GEOD.inv(start.lon, start.lat, end.lon, end.lat)
    line = GEOD.inv_intermediate(
        start.lon,
        start.lat,
        end.lon,
        end.lat,
        npts=max(ENDS, round(length / STEP_M) + 1),  # by a step alone a short way has one point
        initial_idx=0,
        terminus_idx=0,
        return_back_azimuth=False,
    )
    points = list(zip(line.lons, line.lats, strict=True))
    parts: list[list[tuple[float, float]]] = [[points[0]]]
    for before, after in pairwise(points):
        if abs(after[0] - before[0]) > HALF_TURN:
            west, east = _crossing(before, after)
            parts[-1].append(west)
            parts.append([east])
        parts[-1].append(after)
    return LineString(parts[0]) if len(parts) == 1 else MultiLineString(parts)


def _crossing(
    before: tuple[float, float], after: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Find where a step crosses 180°: the last point on this side, the first on the other."""
    side = HALF_TURN if before[0] > 0 else -HALF_TURN
    whole = (after[0] + 2 * side) - before[0]
    share = (side - before[0]) / whole if whole else 0.0
    lat = before[1] + share * (after[1] - before[1])
    return (side, lat), (-side, lat)
