"""Areas on the ellipsoid, and checks of stated sizes.

The area of an outline is known; that of a circle which is sure to hold a place is only its upper
end. Two stated sides bound an area, too: nothing 3.5 by 1.5 km long can cover more than 525 ha, and
what covers 40 ha is not that long and wide.
"""

from dataclasses import dataclass
from math import pi

from geo.footprint import GEOD, Footprint
from geo.measure import APPROXIMATE, Verdict, rounding

OVAL = pi / 4
"""Share of its sides' product that an ellipse covers: shapes commonly cover this or more."""
SLIGHT = 0.5
"""The share that a triangle covers; less than this is not called by its length and width."""


@dataclass(frozen=True, slots=True)
class SizeCheck:
    """A stated size beside what the map or the stated sides allow, in square metres.

    Both ends are None when there is nothing to hold it against.
    """

    low: float | None
    high: float | None
    verdict: Verdict


def area_range(place: Footprint) -> tuple[float, float] | None:
    """Give the least and the greatest area of a footprint in square metres, geodesic on WGS 84.

    A circle or a ring only holds the place: its least area is 0. None for a line.
    """
    if place.shape == "line":
        return None
    if place.shape in {"point", "circle"}:
        return 0.0, pi * (place.radius_m or 0.0) ** 2
    area = abs(float(GEOD.geometry_area_perimeter(place.geometry)[0]))
    return (area, area) if place.shape in {"polygon", "strip"} else (0.0, area)


def sides_range(sides_m: tuple[float, float]) -> tuple[float, float]:
    """Give the least and the greatest area in square metres of what has these two sides.

    From an ellipse at the lower end of what the rounded sides may mean to a rectangle at the upper
    end.
    """
    slack = [rounding(side) for side in sides_m]
    low = (sides_m[0] - slack[0]) * (sides_m[1] - slack[1])
    high = (sides_m[0] + slack[0]) * (sides_m[1] + slack[1])
    return OVAL * low, high


def check_area(stated_m2: float, place: Footprint | None, *, approx: bool = False) -> SizeCheck:
    """Hold a stated area against a footprint; ``approx`` allows another 10 %.

    Returns
    -------
    SizeCheck
        For an outline "consistent" or "inconsistent"; within a circle that only holds the place
        "underdetermined", and "inconsistent" when even the circle is too small; "not_checkable"
        without a footprint, for a line, and for what is not greater than 0.
    """
    known = area_range(place) if place is not None else None
    if known is None or stated_m2 <= 0:
        return SizeCheck(None, None, Verdict.NOT_CHECKABLE)
    least, most = _stated(stated_m2, approx=approx)
    low, high = known
    if least > high or most < low:
        verdict = Verdict.INCONSISTENT
    else:
        verdict = Verdict.CONSISTENT if low == high else Verdict.UNDERDETERMINED
    return SizeCheck(low, high, verdict)


def check_sides(
    sides_m: tuple[float, float], stated_m2: float, *, approx: bool = False
) -> SizeCheck:
    """Hold two stated sides and a stated area against each other; ``approx`` allows another 10 %.

    Returns
    -------
    SizeCheck
        "consistent" when an ellipse, a rectangle or something between would do, "plausible" when it
        would have to be slighter than an ellipse, "inconsistent" when no shape of these sides has
        this area or it would fill less than half of them; "not_checkable" for sides or areas that
        are not greater than 0.

    Examples
    --------
    >>> check_sides((3500, 1500), 5_250_000).verdict.value
    'consistent'
    >>> check_sides((3500, 1500), 400_000).verdict.value
    'inconsistent'
    """
    if min(sides_m) <= 0 or stated_m2 <= 0:
        return SizeCheck(None, None, Verdict.NOT_CHECKABLE)
    least, most = _stated(stated_m2, approx=approx)
    low, high = sides_range(sides_m)
    if least > high or most < low * SLIGHT / OVAL:
        verdict = Verdict.INCONSISTENT
    else:
        verdict = Verdict.CONSISTENT if most >= low else Verdict.PLAUSIBLE
    return SizeCheck(low, high, verdict)


def _stated(stated_m2: float, *, approx: bool) -> tuple[float, float]:
    slack = rounding(stated_m2) + (APPROXIMATE * stated_m2 if approx else 0.0)
    return stated_m2 - slack, stated_m2 + slack
