"""A position that a text states in figures."""

from dataclasses import dataclass
from enum import StrEnum

from geo.footprint import GEOD

LEAST_RADIUS_M = 1.0
"""However many digits are written: a metre is finer than anything a report can mean."""


class Notation(StrEnum):
    """How a position is written."""

    DECIMAL = "decimal degrees"
    MINUTES = "degrees and minutes"
    SECONDS = "degrees, minutes and seconds"
    UTM = "UTM"
    MGRS = "MGRS"


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A position at ``text[start:end]`` (code points, end exclusive).

    Attributes
    ----------
    lat, lon
        Decimal degrees, WGS 84; the middle of the square for a grid reference.
    radius_m
        Radius that holds all that the last digits leave open.
    confidence
        How sure it is that a position is meant, in [0, 1].
    """

    start: int
    end: int
    text: str
    lat: float
    lon: float
    notation: Notation
    radius_m: float
    confidence: float


def radius_m(lat: float, lon: float, half_lat: float, half_lon: float) -> float:
    """Give the radius in metres of what half a unit of the last digit leaves open.

    Parameters
    ----------
    half_lat, half_lon
        Half a unit of the last digit written, in degrees.
    """
    inward = -half_lat if lat > 0 else half_lat
    _, _, northing = GEOD.inv(lon, lat, lon, lat + inward)
    _, _, easting = GEOD.inv(lon, lat, lon + half_lon, lat)
    return max(LEAST_RADIUS_M, float((northing**2 + easting**2) ** 0.5))
