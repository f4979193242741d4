"""Pairs of angles: a latitude and a longitude side by side."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from geo.coordinates.angles import FULL, Angle, angles
from geo.coordinates.cues import barred, cued, led
from geo.coordinates.found import Coordinate, Notation, radius_m

_GAP = re.compile(r"\.?\s{0,2}(?:[,;/]|(?i:and|by))?\s{0,3}(?:(?i:and)\s)?")
SURE, CUED, SET_APART = 0.97, 0.9, 0.8
"""Confidence in angles with their signs, in decimals after a cue, in decimals in brackets."""
APART_DECIMALS = 4
NULL_ISLAND = 2.0
"""Two small decimals without a cue are a statistic, not a spot in the Gulf of Guinea."""

_NUMBER = r"[-−+]?\d{1,3}\.\d{3,12}"
_BARE = re.compile(
    rf"(?<![\w.,:/$€£¥%−-])(?P<lat>{_NUMBER})(?:\s{{0,2}}[,;/]\s{{0,3}}|\s{{1,3}})(?P<lon>{_NUMBER})"
    r"(?![\w%]|[.:/-]\d|\s{0,2}[,;/]\s{0,3}[-−]?\d)"
)
_SERIES = re.compile(r"\d\s{0,2}[,;/]\s{0,3}$")
_COMPACT = re.compile(
    r"(?<![\w.])(\d{2})(\d{2})(\d{2}(?:\.\d{1,4})?)?([NS])[ ,/-]?"
    r"(\d{3})(\d{2})(\d{2}(?:\.\d{1,4})?)?([EW])(?!\w)"
)


def degrees(text: str) -> Iterator[Coordinate]:
    """Find the positions that a text gives in degrees; they may overlap one another."""
    yield from _paired(text)
    yield from _compact(text)
    yield from _bare(text)


def _paired(text: str) -> Iterator[Coordinate]:
    taken = 0
    for one, two in pairwise(angles(text)):
        if one.start < taken or not _GAP.fullmatch(text, one.end, two.start):
            continue
        crossed = one.axis == "lon" or two.axis == "lat"
        lat, lon = (two, one) if crossed else (one, two)
        unnamed = lat.axis == lon.axis == ""
        if lat.axis == "lon" or lon.axis == "lat" or (unnamed and barred(text, one.start)):
            continue
        found = _position(text, lat, lon)
        if found is not None:
            taken = found.end
            yield found


def _position(text: str, lat: Angle, lon: Angle, confidence: float = SURE) -> Coordinate | None:
    if abs(lat.degrees) > FULL["lat"] or abs(lon.degrees) > FULL["lon"]:
        return None
    start, end = min(lat.start, lon.start), max(lat.end, lon.end)
    return Coordinate(
        start=start,
        end=end,
        text=text[start:end],
        lat=lat.degrees,
        lon=lon.degrees,
        notation=max(lat.notation, lon.notation, key=list(Notation).index),
        radius_m=radius_m(lat.degrees, lon.degrees, lat.half, lon.half),
        confidence=confidence,
    )


def _compact(text: str) -> Iterator[Coordinate]:
    """Read what pilots and sailors write: 384655N1263959E."""
    for match in _COMPACT.finditer(text):
        parts = match.groups()
        if bool(parts[2]) != bool(parts[6]):
            continue
        lat, lon = (
            next(angles(" ".join(filter(None, four))), None) for four in (parts[:4], parts[4:])
        )
        found = _position(match.group(), lat, lon) if lat and lon else None
        if found is not None:
            yield replace(found, start=match.start(), end=match.end(), text=match.group())


def _bare(text: str) -> Iterator[Coordinate]:
    """Read two decimals where a cue says that they are a position."""
    for match in _BARE.finditer(text):
        confidence = _confidence(text, match)
        if not confidence or _SERIES.search(text, max(0, match.start() - 8), match.start()):
            continue
        lat, lon = (_decimal(match, axis) for axis in FULL)
        found = _position(text, lat, lon, confidence)
        if found is not None:
            yield found


def _decimal(match: re.Match[str], axis: str) -> Angle:
    half = 0.5 * 10.0 ** -len(match[axis].partition(".")[2])
    return Angle(*match.span(axis), axis, _number(match[axis]), half, Notation.DECIMAL)


def _confidence(text: str, match: re.Match[str]) -> float:
    """Give the confidence that two decimals are a position; 0 where nothing says so."""
    if cued(text, match.start()):
        return CUED
    decimals = min(len(match[axis].partition(".")[2]) for axis in FULL)
    small = all(abs(_number(match[axis])) < NULL_ISLAND for axis in FULL)
    doubtful = small or decimals < APART_DECIMALS or barred(text, match.start())
    set_apart = _bracketed(text, match) or led(text, match.start())
    return SET_APART if set_apart and not doubtful else 0.0


def _number(written: str) -> float:
    return float(written.replace("−", "-"))


def _bracketed(text: str, match: re.Match[str]) -> bool:
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return around in {"()", "[]"}
