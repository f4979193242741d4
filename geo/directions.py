"""Bearings between places, as ranges that own up to how loosely both are known."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.footprint import GEOD, Footprint, circle
from geo.measure import Verdict

Floats = NDArray[np.float64]

FULL_TURN, HALF_TURN = 360.0, 180.0
CORNERS = 24
"""Corners of a shape that are looked at, about."""
LOOSE = 2.0
"""Twice the spread: whoever knows eight directions may take the one beside."""


@dataclass(frozen=True, slots=True)
class Directions:
    """The directions from ``start`` clockwise through ``width`` degrees.

    ``named`` is the direction between the two named points.
    """

    start: float
    width: float
    named: float

    def off(self, bearing: float) -> float:
        """Give how far a bearing is from the nearest of these directions, in degrees.

        >>> Directions(350, 20, 0).off(30), Directions(350, 20, 0).off(355)
        (20.0, 0.0)
        """
        behind = (bearing - self.start) % FULL_TURN
        return 0.0 if behind <= self.width else min(behind - self.width, FULL_TURN - behind)


def bearing_range(a: Footprint, b: Footprint) -> Directions | None:
    """Give the directions in which ``a`` may lie as seen from ``b``.

    Geodesic on WGS 84, in degrees clockwise from north: from anywhere in ``b`` to anywhere in
    ``a``.

    Returns
    -------
    None where the two overlap, so that either may lie on any side of the other.
    """
    there, here = extent(a), extent(b)
    if shapely.intersects(there, here):
        return None
    named = float(_azimuths(_corners(b.anchor), _corners(a.anchor))[0])
    turns = _azimuths(_corners(here), _corners(there))
    off = (turns - named + HALF_TURN) % FULL_TURN - HALF_TURN
    low, high = min(0.0, float(off.min())), max(0.0, float(off.max()))
    return Directions((named + low) % FULL_TURN, high - low, named % FULL_TURN)


def check_bearing(
    stated: float, spread: float, a: Footprint | None, b: Footprint | None
) -> tuple[Verdict, Directions | None]:
    """Hold a stated bearing against the map.

    Parameters
    ----------
    stated, spread
        The bearing from ``b`` to ``a`` and how far to either side it may be meant, in degrees.
    a, b
        What is located and what it is seen from; None where the place is not known.

    Returns
    -------
    verdict, directions
        "consistent" when the direction between the named points is within the spread; "plausible"
        when that of some parts is within twice the spread; "underdetermined" when they leave more
        open than half a turn; "inconsistent" when none fits; "not_checkable" without two
        footprints or where they overlap.
    """
    seen = bearing_range(a, b) if a is not None and b is not None else None
    if seen is None:
        return Verdict.NOT_CHECKABLE, None
    apart = abs((seen.named - stated + HALF_TURN) % FULL_TURN - HALF_TURN)
    if apart <= spread:
        return Verdict.CONSISTENT, seen
    if seen.off(stated) > LOOSE * spread:
        return Verdict.INCONSISTENT, seen
    wide = seen.width > HALF_TURN
    return (Verdict.UNDERDETERMINED if wide else Verdict.PLAUSIBLE), seen


def extent(place: Footprint) -> BaseGeometry:
    """Give all the ground that a footprint may stand for: for a point its ring."""
    if place.shape == "point" and place.radius_m:
        return circle(place.anchor.y, place.anchor.x, place.radius_m, CORNERS)
    return place.geometry


def _corners(shape: BaseGeometry) -> Floats:
    corners: Floats = shapely.get_coordinates(shape)
    return corners[:: max(1, len(corners) // CORNERS)]


def _azimuths(start: Floats, end: Floats) -> Floats:
    """Give the azimuth from each of some points to each of others, in degrees."""
    one, two = np.repeat(start, len(end), axis=0), np.tile(end, (len(start), 1))
    found: Floats = np.asarray(GEOD.inv(one[:, 0], one[:, 1], two[:, 0], two[:, 1])[0])
    return found
