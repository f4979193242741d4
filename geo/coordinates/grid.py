"""Grid references: UTM ("37U 412345 5212345") and MGRS ("37U DB 12345 67890")."""

import re
from collections.abc import Iterator
from functools import cache
from math import hypot

from mgrs import MGRS
from mgrs.core import MGRSError
from pyproj import Transformer

from geo.coordinates.cues import cued
from geo.coordinates.found import LEAST_RADIUS_M, Coordinate, Notation

BANDS = "CDEFGHJKLMNPQRSTUVWX"
BAND_DEGREES, SOUTHERNMOST, NORTHERNMOST = 8.0, -80.0, 84.0
SLACK_DEGREES = 0.5
"""How far past its band a position may be: a grid runs on over the edge."""
ZONES = 60
UTM_SOUTH, UTM_NORTH = 32700, 32600
"""EPSG codes of the zones on WGS 84, but for the number of the zone."""
SURE = 0.97
FEW_DIGITS = 4
"""A reference this short needs a cue: it may as well be a registration plate."""
MOST_DIGITS = 5

_UTM = re.compile(
    r"(?<![\w.])(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X]|(?i:north|south))\b[,:;]?\s{1,3}"
    r"(?:(?i:easting)[:=]?\s?|E\s?)?(?P<east>\d{6})(?P<tenths>[.,]\d{1,3})?\s?m?\s?E?[,;/]?\s{1,3}"
    r"(?:(?i:northing)[:=]?\s?|N\s?)?(?P<north>\d{6,7})(?:[.,]\d{1,3})?(?:\s?m?\s?N\b|\s?m\b)?"
    r"(?!\w|[.,]\d)"
)
_MGRS = re.compile(
    r"(?<![\w.-])(?P<square>\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V])"
    r"\s?(?P<digits>\d{1,5}\s\d{1,5}|\d{2,10})(?!\w|[.-]\d)"
)


def grid(text: str) -> Iterator[Coordinate]:
    """Find the grid references of a text; they may overlap other positions."""
    yield from _utm(text)
    yield from _mgrs(text)


def _utm(text: str) -> Iterator[Coordinate]:
    for match in _UTM.finditer(text):
        east = float(match["east"] + (match["tenths"] or "").replace(",", "."))
        found = _in_zone(int(match["zone"]), match["band"], east, float(match["north"]))
        if found is not None:
            yield _coordinate(match, found, Notation.UTM, hypot(0.5, 0.5))


def _in_zone(zone: int, band: str, east: float, north: float) -> tuple[float, float] | None:
    """Give latitude and longitude, or None where the zone has no such spot.

    The letter is a band of latitude; N and S also stand for the hemisphere, so S is the band only
    where the northing agrees with it.
    """
    if not 1 <= zone <= ZONES:
        return None
    if len(band) > 1 or band == "N":
        return to_degrees(zone, east, north, southern=band.lower() == "south")
    spot = to_degrees(zone, east, north, southern=band < "N")
    if _within_band(spot[0], band):
        return spot
    return to_degrees(zone, east, north, southern=True) if band == "S" else None


def _within_band(lat: float, band: str) -> bool:
    low = SOUTHERNMOST + BAND_DEGREES * BANDS.index(band)
    high = NORTHERNMOST if band == BANDS[-1] else low + BAND_DEGREES
    return low - SLACK_DEGREES <= lat <= high + SLACK_DEGREES


def to_degrees(zone: int, east: float, north: float, *, southern: bool) -> tuple[float, float]:
    """Give the latitude and longitude of a spot in a UTM zone, in degrees on WGS 84."""
    code = (UTM_SOUTH if southern else UTM_NORTH) + zone
    lon, lat = _from_grid(code).transform(east, north)
    return float(lat), float(lon)


@cache
def _from_grid(code: int) -> Transformer:
    return Transformer.from_crs(f"EPSG:{code}", "EPSG:4326", always_xy=True)


def _mgrs(text: str) -> Iterator[Coordinate]:
    for match in _MGRS.finditer(text):
        east, _, north = match["digits"].partition(" ")
        digits = east + north
        uneven = len(east) != len(north) if north else len(east) % 2
        if uneven or (len(digits) <= FEW_DIGITS and not cued(text, match.start())):
            continue
        try:
            zone, hemisphere, easting, northing = MGRS().MGRSToUTM(
                match["square"].replace(" ", "") + digits
            )
        except MGRSError:
            continue
        spot = to_degrees(zone, easting, northing, southern=hemisphere == "S")
        side_m = 10.0 ** (MOST_DIGITS - len(digits) // 2)
        yield _coordinate(match, spot, Notation.MGRS, hypot(side_m, side_m) / 2)


def _coordinate(
    match: re.Match[str], spot: tuple[float, float], notation: Notation, radius_m: float
) -> Coordinate:
    return Coordinate(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        lat=spot[0],
        lon=spot[1],
        notation=notation,
        radius_m=max(LEAST_RADIUS_M, radius_m),
        confidence=SURE,
    )
