"""Stated offsets beside the map."""

from dataclasses import dataclass
from math import inf

from geo.directions import Directions, check_bearing
from geo.footprint import footprint
from geo.measure import Check, Verdict, check_span, worst
from geo.offsets.offset import Offset


@dataclass(frozen=True, slots=True)
class OffsetCheck:
    """How the distance and the bearing of an offset stand to the map, and both together."""

    distance: Check
    bearing: Verdict
    directions: Directions | None
    verdict: Verdict


def check(offset: Offset) -> OffsetCheck:
    """Hold an offset against the places it names.

    The verdict is the worse of both; it is "not_checkable" where the report does not name what lies
    there, or either place is not known.
    """
    places = [one.place if one else None for one in (offset.located, offset.anchor)]
    there, here = (footprint(place) if place else None for place in places)
    high_m = inf if offset.high_m is None else offset.high_m
    distance = check_span(offset.low_m, high_m, there, here)
    stated = offset.bearing
    bearing, directions = (
        check_bearing(stated.degrees, stated.spread, there, here)
        if stated is not None
        else (Verdict.NOT_CHECKABLE, None)
    )
    return OffsetCheck(distance, bearing, directions, worst(distance.verdict, bearing))
