"""Coordinates in prose: decimal degrees, degrees with minutes and seconds, UTM, MGRS.

Two bare numbers are a position only where a cue says so, as scores, prices, versions and dates come
in pairs, too. What cannot be on the globe is no position.
"""

from geo.coordinates.degrees import degrees
from geo.coordinates.found import Coordinate, Notation
from geo.coordinates.grid import grid
from geo.coordinates.spot import spot, spot_with_id

__all__ = ["Coordinate", "Notation", "coordinates", "spot", "spot_with_id"]


def coordinates(text: str) -> list[Coordinate]:
    """Find the positions that a text states in figures.

    Parameters
    ----------
    text
        Any text; it takes time in proportion to its length.

    Returns
    -------
    list of Coordinate
        In order and without overlaps, the longest of several readings; ``text[start:end]`` is what
        is written.

    Examples
    --------
    >>> [(round(one.lat, 4), round(one.lon, 4)) for one in coordinates("at 51°30′26″N 0°7′39″W")]
    [(51.5072, -0.1275)]
    >>> coordinates("The index rose from 48.7164 to 53.1234.")
    []
    """
    found: list[Coordinate] = []
    longest_first = sorted(
        (*grid(text), *degrees(text)), key=lambda one: (one.start, -(one.end - one.start))
    )
    for one in longest_first:
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found
