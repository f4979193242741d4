"""Bearings in words: "southeast", "north-north-east", "due west", "SSW"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from geo.lexicon import lexicon
from geo.offsets.lengths import either

COARSE, FINE = 22.5, 11.25
"""Half widths in degrees: of one of eight directions, of one of sixteen or of "due north"."""
EIGHT = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
BETWEEN = (
    "north-northeast",
    "east-northeast",
    "east-southeast",
    "south-southeast",
    "south-southwest",
    "west-southwest",
    "west-northwest",
    "north-northwest",
)
SIXTEEN = tuple(chain.from_iterable(zip(EIGHT, BETWEEN, strict=True)))
FULL_TURN = 360.0
LETTERS = 3
"""Letters or parts of the name of one of sixteen directions: NNE, north-north-east."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A direction in degrees clockwise from north, give or take ``spread`` degrees."""

    degrees: float
    spread: float

    def holds(self, degrees: float, slack: float = 1.0) -> bool:
        """Tell whether a direction lies within the spread, times a slack.

        >>> Bearing(0, 22.5).holds(350), Bearing(0, 22.5).holds(30), Bearing(0, 22.5).holds(30, 2)
        (True, False, True)
        """
        return abs((degrees - self.degrees + 180.0) % 360.0 - 180.0) <= self.spread * slack


def point_of(degrees: float, points: Sequence[str] = EIGHT) -> str:
    """Name the direction that is nearest, of evenly spaced ones that begin with north.

    >>> point_of(260), point_of(337.6), point_of(202.5, SIXTEEN)
    ('west', 'north', 'south-southwest')
    """
    return points[round(degrees / FULL_TURN * len(points)) % len(points)]


@cache
def pattern() -> str:
    """Give a pattern for a bearing, with the groups ``exact`` and ``point``."""
    lists = lexicon("offsets")
    head = r"(?:north|south|east|west)"
    long = rf"(?i:{head}(?:[\s-]?{head}){{0,2}}(?:ern|wards?)?)"
    exact, loose = either(lists["words"]["exact"]), either(lists["words"]["loose"])
    return (
        rf"(?:(?i:to\s+the)\s+)?(?:(?:(?P<exact>(?i:{exact}))|(?i:{loose}))\s+)?(?:(?i:to\s+the)\s+)?"
        rf"(?P<point>{long}|{either(lists['short'])})\b"
    )


def bearing(match: re.Match[str]) -> Bearing | None:
    """Read what :func:`pattern` found; None for what is no point of the compass."""
    lists, written = lexicon("offsets"), match["point"]
    if written in lists["short"]:
        degrees, fine = lists["short"][written], len(written) == LETTERS
    else:
        plain = re.sub(r"[\s-]|(?:ern|wards?)$", "", written.lower())
        degrees, parts = (
            lists["points"].get(plain),
            len(re.findall(r"north|south|east|west", plain)),
        )
        fine = parts == LETTERS
    if degrees is None:
        return None
    return Bearing(float(degrees), FINE if fine or match["exact"] else COARSE)
