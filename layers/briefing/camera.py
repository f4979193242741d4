"""Where the map looks at a step: the closest camera that has some points in sight."""

from collections.abc import Mapping, Sequence
from math import atan, exp, log, log2, pi, radians, tan

from layers.plate.projection import PANE_HEIGHT_PX, TILE_PX

Point = tuple[float, float]

CLOSEST, WIDEST = 8.5, 1.5
"""Zooms: a single small place is shown no closer, and the whole world from no farther."""
PANE_WIDTH_PX = 760.0
"""The room beside the words, in the pane whose height a camera's zoom refers to."""
MARGIN = 1.3
"""Room around the points, for their labels."""
MERCATOR_LAT = 85.0
TURN = 360.0


def camera_on(points: Sequence[Point]) -> Mapping[str, float] | None:
    """Give the camera (``lat``, ``lon``, ``zoom``) that shows points; None where there are none.

    Parameters
    ----------
    points
        Longitudes and latitudes in degrees; they may lie on both sides of the antimeridian.
    """
    if not points:
        return None
    west, east = _span([lon for lon, _ in points])
    heights = [_northing(lat) for _, lat in points]
    low, high = min(heights), max(heights)
    across, up = (east - west) / TURN, (high - low) / (2 * pi)
    fits = [
        log2(pane / (TILE_PX * share * MARGIN))
        for share, pane in ((across, PANE_WIDTH_PX), (up, PANE_HEIGHT_PX))
        if share > 0
    ]
    return {
        "lat": round(_latitude((low + high) / 2), 4),
        "lon": round(((west + east) / 2 + TURN / 2) % TURN - TURN / 2, 4),
        "zoom": round(max(WIDEST, min([CLOSEST, *fits])), 2),
    }


def _span(lons: Sequence[float]) -> Point:
    """Give the shortest stretch of longitudes that holds all: what the widest gap leaves."""
    ordered = sorted({lon % TURN for lon in lons})
    following = [*ordered[1:], ordered[0] + TURN]
    gaps = [after - before for before, after in zip(ordered, following, strict=True)]
    widest = gaps.index(max(gaps))
    start = following[widest]
    return start, start + TURN - gaps[widest]


def _northing(lat: float) -> float:
    """Give the height of a latitude on the map, in radians of Web Mercator."""
    kept = max(-MERCATOR_LAT, min(MERCATOR_LAT, lat))
    return log(tan(pi / 4 + radians(kept) / 2))


def _latitude(northing: float) -> float:
    return (2 * atan(exp(northing)) - pi / 2) * TURN / (2 * pi)
