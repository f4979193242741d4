"""Directed distances: what lies "40 miles southeast of X", as the shape that it leaves open.

After the point-radius and shape methods for offset localities (Wieczorek, Guo and Hijmans 2004,
https://doi.org/10.1080/13658810412331280211).
"""

from geo.offsets.bearings import SIXTEEN, Bearing, point_of
from geo.offsets.check import OffsetCheck, check
from geo.offsets.find import offsets
from geo.offsets.offset import Offset
from geo.offsets.shapes import Reach, around, shape_of

__all__ = [
    "SIXTEEN",
    "Bearing",
    "Offset",
    "OffsetCheck",
    "Reach",
    "around",
    "check",
    "offsets",
    "point_of",
    "shape_of",
]
