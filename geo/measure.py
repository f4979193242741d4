"""Distances on the ellipsoid, as ranges that own up to how loosely a place is known.

What a report locates may be anywhere in its footprint. What it is measured from is taken between
its near edge and its centre, as reports mean either ("65 km from the line", "40 km from the city");
a province or a country is taken at its border.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import log10

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.footprint import GEOD, Footprint, plane

Floats = NDArray[np.float64]

UNITS_M = (1000.0, 1609.344, 1852.0)
"""Kilometre, mile, nautical mile: the units a stated distance may be a round number of."""
ROUNDING_CAP = 0.1
APPROXIMATE = 0.1
OUTLINE_SAMPLES = 240
WHOLE = 1e-6
"""How far from a whole number still counts as one."""


class Verdict(StrEnum):
    """How a stated distance stands to the map; never "true" or "false"."""

    CONSISTENT = "consistent"
    PLAUSIBLE = "plausible"
    INCONSISTENT = "inconsistent"
    UNDERDETERMINED = "underdetermined"
    NOT_CHECKABLE = "not_checkable"


WORST_FIRST = (
    Verdict.INCONSISTENT,
    Verdict.UNDERDETERMINED,
    Verdict.PLAUSIBLE,
    Verdict.CONSISTENT,
)


def worst(*verdicts: Verdict) -> Verdict:
    """Give the worst of several verdicts on one statement; what cannot be checked takes no part.

    >>> worst(Verdict.CONSISTENT, Verdict.NOT_CHECKABLE).value
    'consistent'
    """
    return next((one for one in WORST_FIRST if one in verdicts), Verdict.NOT_CHECKABLE)


@dataclass(frozen=True, slots=True)
class Check:
    """A stated distance beside the measured one, in metres.

    ``measured_low`` and ``measured_high`` run from the named point (seat, town centre) to the near
    edge and to the centre of the other place, between towns from centre to centre;
    ``possible_low`` and ``possible_high`` also let the first place be anywhere in its footprint.
    All are None when there is nothing to measure.
    """

    measured_low: float | None
    measured_high: float | None
    verdict: Verdict
    possible_low: float | None = None
    possible_high: float | None = None


def distance_range(a: Footprint, b: Footprint) -> tuple[float, float]:
    """Give the least and the greatest distance in metres of something in ``a`` from ``b``.

    Geodesic on WGS 84; the low end is 0 where the footprints touch.
    """
    if a.shape in {"point", "circle"}:
        lows, highs = _edge_and_centre(_corners(a.anchor), a, b)
        slack = a.radius_m or 0.0
    else:
        lows, highs = _edge_and_centre(_corners(a.geometry), a, b)
        slack = 0.0
    apart = not shapely.intersects(a.geometry, b.geometry)
    low = float(lows.min()) - slack if apart else 0.0
    return max(0.0, low), float(highs.max()) + slack


def check_distance(
    stated_m: float,
    approx: bool,  # noqa: FBT001 - part of the statement, like the number
    a: Footprint | None,
    b: Footprint | None,
) -> Check:
    """Hold a stated distance against the map.

    Parameters
    ----------
    stated_m
        The distance as stated, in metres.
    approx
        Whether the report called it approximate; allows another 10 %.
    a, b
        What is located and what it is measured from; None where the place is not known.

    Returns
    -------
    Check
        "consistent" when the statement fits a town or site measured from its centre, or fits
        wherever in the footprint the thing is; "plausible" when it fits somewhere;
        "underdetermined" when it fits somewhere but the footprint leaves more open than the whole
        stated distance; "inconsistent" when it fits nowhere; "not_checkable" without two
        footprints.
    """
    slack = (
        rounding_m(stated_m) + (APPROXIMATE * stated_m if approx else 0.0) if stated_m > 0 else 0
    )
    return check_span(stated_m - slack, stated_m + slack, a, b)


def check_span(least: float, most: float, a: Footprint | None, b: Footprint | None) -> Check:
    """Hold what a stated distance may mean against the map.

    Parameters
    ----------
    least, most
        The range it may mean in metres, endless where nothing bounds it.
    a, b
        What is located and what it is measured from; None where the place is not known.

    Returns
    -------
    As :func:`check_distance`.
    """
    if a is None or b is None or most <= 0:
        return Check(None, None, Verdict.NOT_CHECKABLE)
    low, high = distance_range(a, b)
    near, far = (low, high) if a.shape == "polygon" else _measured(a, b)
    fits = near <= most and least <= far
    if high < least or low > most:
        verdict = Verdict.INCONSISTENT
    elif (least <= low and high <= most) or (fits and a.shape == "point"):
        verdict = Verdict.CONSISTENT
    elif high - low > most:
        verdict = Verdict.UNDERDETERMINED
    else:
        verdict = Verdict.PLAUSIBLE
    return Check(near, far, verdict, low, high)


def rounding_m(stated_m: float) -> float:
    """Give half the step to which a stated distance looks rounded, in metres.

    It is at most a tenth of the distance. 65 km is a multiple of five, so it may stand for
    62.5 to 67.5 km; 63 km for 62.5 to 63.5.

    >>> rounding_m(65_000.0), rounding_m(63_000.0), round(rounding_m(40 * 1609.344) / 1609.344, 6)
    (2500.0, 500.0, 4.0)
    """
    unit = min(UNITS_M, key=lambda size: round(_off_round(stated_m / size), 6))
    return rounding(stated_m / unit) * unit


def rounding(number: float) -> float:
    """Give half the step to which a stated number looks rounded, at most a tenth of it.

    >>> rounding(65), rounding(63), rounding(1.5)
    (2.5, 0.5, 0.15000000000000002)
    """
    steps = (
        digit * 10.0**power for power in range(int(log10(number)) + 1, -3, -1) for digit in (5, 1)
    )
    step = next((step for step in steps if _off_round(number / step) < WHOLE), 0.01)
    return min(step / 2, ROUNDING_CAP * number)


def _off_round(number: float) -> float:
    """Give how far a number is from the nearest whole one; zero does not count as one."""
    return abs(number - round(number)) if round(number) else 1.0


def _measured(a: Footprint, b: Footprint) -> tuple[float, float]:
    """Measure from the named point of ``a`` to the near edge and to the centre of ``b``.

    A town is measured to its centre only, as road signs do.
    """
    lows, highs = _edge_and_centre(_corners(a.anchor), a, b)
    return float(highs[0] if b.shape == "point" else lows[0]), float(highs[0])


def _edge_and_centre(corners: Floats, a: Footprint, b: Footprint) -> tuple[Floats, Floats]:
    """Measure from each corner of ``a`` to the near edge and to the centre of ``b``, in metres."""
    if b.shape == "polygon":
        edges = _geodesics(corners, b.geometry, a)
        return edges, edges
    centres = _geodesics(corners, b.spine or b.anchor, a)
    return np.maximum(0.0, centres - (b.radius_m or 0.0)), centres


def _geodesics(corners: Floats, target: BaseGeometry, a: Footprint) -> Floats:
    """Measure from points (rows of longitude, latitude) to the nearest part of a shape, in metres.

    The nearest part is found on a plane centred on ``a``, exact for its named point; the length is
    geodesic.
    """
    local = plane(a.anchor.y, a.anchor.x)
    flat = shapely.transform(target, local.transform, interleaved=False)
    points = shapely.points(np.column_stack(local.transform(corners[:, 0], corners[:, 1])))
    ends = shapely.get_coordinates(shapely.shortest_line(points, flat))[1::2]
    lons, lats = local.transform(ends[:, 0], ends[:, 1], direction="INVERSE")
    lengths: Floats = np.asarray(GEOD.inv(corners[:, 0], corners[:, 1], lons, lats)[2])
    return lengths


def _corners(shape: BaseGeometry) -> Floats:
    """Give about ``OUTLINE_SAMPLES`` corners of a shape as rows of longitude and latitude."""
    corners: Floats = shapely.get_coordinates(shape)
    return corners[:: max(1, len(corners) // OUTLINE_SAMPLES)]
