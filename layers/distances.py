"""Distances that reports state, drawn to scale and held against the map."""

from collections.abc import Hashable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd
import shapely
from shapely.geometry import LineString

from geo.directions import check_bearing
from geo.footprint import Footprint, footprint, plane
from geo.index import Places
from geo.measure import Check, Verdict, check_distance, worst
from geo.offsets import SIXTEEN, Bearing, point_of
from layers.layer import Layer, mark_frame
from layers.lengths import METRES, range_in

COLUMNS = [
    "id",
    "items",
    "from",
    "to",
    "from_id",
    "to_id",
    "from_name",
    "to_name",
    "stated",
    "measured",
    "unit",
    "range",
    "verdict",
    "geometry",
]
NONE: Mapping[str, Bearing] = MappingProxyType({})


def distances(
    claims: pd.DataFrame, gazetteer: Places, bearings: Mapping[str, Bearing] = NONE
) -> Layer:
    """Draw what is located, what it is measured from, and how the stated number fares.

    The line runs from the named point (a seat, a town) to the nearest part of the reference.

    Parameters
    ----------
    bearings
        The stated bearings by the id of the claim they belong to; the verdict is the worse of both.
    """
    stated = claims[
        (claims["category"] == "distance")
        & claims["at_id"].notna()
        & claims["from_id"].notna()
        & (claims["at_id"] != claims["from_id"])
        & claims["value"].notna()
        & claims["unit"].isin(list(METRES))
    ]
    rows = [_row(row, gazetteer, bearings.get(row["id"])) for row in stated.to_dict("records")]
    marks = mark_frame(list(_merged(rows)), COLUMNS)
    return Layer("distances", "Stated distances", marks)


def _row(
    claim: Mapping[Hashable, Any], gazetteer: Places, bearing: Bearing | None
) -> dict[str, Any]:
    located, reference = gazetteer.place(claim["at_id"]), gazetteer.place(claim["from_id"])
    there, here = footprint(located), footprint(reference)
    check = check_distance(claim["value"] * METRES[claim["unit"]], claim["approx"], there, here)
    line = nearest_line(there, here)
    stated, measured, verdict = _directed(bearing, there, here)
    ends = _ends(check)
    return {
        "id": f"d:{located.id}>{reference.id}:{claim['value']:g} {claim['unit']}{stated}",
        "items": [claim["id"]],
        "from": line.coords[0],
        "to": line.coords[-1],
        "from_id": located.id,
        "to_id": reference.id,
        "from_name": located.name,
        "to_name": reference.name,
        "stated": f"{claim['value_text']} {claim['unit']}{stated}",
        "measured": f"{range_in(ends, claim['unit'])}{measured}" if ends else None,
        "unit": claim["unit"],
        "range": ends,
        "verdict": worst(check.verdict, verdict).value.replace("_", " "),
        "geometry": line,
    }


def _directed(
    bearing: Bearing | None, there: Footprint, here: Footprint
) -> tuple[str, str, Verdict]:
    """Print the direction as stated and as measured, and hold the one against the other."""
    if bearing is None:
        return "", "", Verdict.NOT_CHECKABLE
    verdict, seen = check_bearing(bearing.degrees, bearing.spread, there, here)
    stated = f" {point_of(bearing.degrees, SIXTEEN)}"
    return stated, f" {point_of(seen.named)}" if seen else "", verdict


def _merged(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Let one mark stand for the same distance stated by several reports."""
    marks: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["id"] in marks:
            marks[row["id"]]["items"] += row["items"]
        else:
            marks[row["id"]] = row
    yield from marks.values()


def nearest_line(there: Footprint, here: Footprint) -> LineString:
    """Draw the shortest line (EPSG:4326) from one footprint's named point to another's edge.

    It is found on a plane centred on the named point, where distances from it are true.
    """
    local = plane(there.anchor.y, there.anchor.x)
    edge = shapely.transform(here.geometry, local.transform, interleaved=False)
    end = shapely.get_coordinates(shapely.shortest_line(shapely.Point(0, 0), edge))[-1]
    lon, lat = local.transform(end[0], end[1], direction="INVERSE")
    return LineString([(there.anchor.x, there.anchor.y), (lon, lat)])


def _ends(check: Check) -> tuple[float, float] | None:
    """Give what was measured, in whole metres; None where nothing was."""
    if check.measured_low is None or check.measured_high is None:
        return None
    return round(check.measured_low), round(check.measured_high)
