"""A stated position as a place, with an id that says all there is to know of it."""

import re
from math import ceil, log10

from geo.place import Kind, Place

DEGREE_M = 111_320.0
MOST_DECIMALS = 5
DIAGONAL = 0.31
"""Powers of ten by which the radius of a square's corner outruns half its side, at most."""
_ID = re.compile(r"xy:(?P<lat>-?\d{1,2}\.\d{5}),(?P<lon>-?\d{1,3}\.\d{5});u=(?P<radius>\d{1,7})")


def spot(lat: float, lon: float, radius_m: float) -> Place:
    """Give the place of a position in degrees, known to within a radius in metres.

    The id follows the "geo" URI of RFC 5870 in giving the uncertainty after ``u=``.

    >>> spot(48.7164, 37.8378, 6.4).id
    'xy:48.71640,37.83780;u=7'
    """
    radius = max(1, ceil(radius_m))
    # Adding zero makes a zero of a negative zero, which would be another id.
    north, east = round(lat, 5) + 0.0, round(lon, 5) + 0.0
    return Place(
        id=f"xy:{north:.5f},{east:.5f};u={radius}",
        name=_name(north, east, radius),
        kind=Kind.SITE,
        lat=north,
        lon=east,
        radius_m=float(radius),
    )


def spot_with_id(place_id: str) -> Place | None:
    """Give the place that :func:`spot` gave this id, or None for any other id.

    >>> spot_with_id("xy:48.71640,37.83780;u=7").name
    '48.7164° N, 37.8378° E'
    >>> spot_with_id("gn:538560") is None
    True
    """
    match = _ID.fullmatch(place_id)
    return spot(*map(float, match.group("lat", "lon", "radius"))) if match else None


def _name(lat: float, lon: float, radius_m: int) -> str:
    """Print a position with as many decimals as its radius lets stand."""
    decimals = min(MOST_DECIMALS, max(0, ceil(log10(DEGREE_M / radius_m) - DIAGONAL)))
    north, east = "S" if lat < 0 else "N", "W" if lon < 0 else "E"
    return f"{abs(lat):.{decimals}f}° {north}, {abs(lon):.{decimals}f}° {east}"
