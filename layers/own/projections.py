"""Where a file's coordinates are counted from: EPSG codes alone, turned to degrees by pyproj."""

import re
from functools import lru_cache

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from pyproj.network import set_network_enabled  # type: ignore[attr-defined]  # passed on there
from shapely.geometry.base import BaseGeometry

from layers.own.errors import OwnLayerError

DEGREES = 4326
LON_LAT = re.compile(r"(?:urn:ogc:def:crs:)?OGC:[\d.]*:?CRS84", re.IGNORECASE)
EPSG = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:[\d.]*:?(\d{4,6})", re.IGNORECASE)
WAY_OUT = "save it as EPSG:4326 (WGS 84, degrees)"


def code_of(name: str, file: str) -> int:
    """Read the name of a reference system; only codes are understood, never definitions.

    >>> code_of("urn:ogc:def:crs:OGC:1.3:CRS84", ""), code_of("urn:ogc:def:crs:EPSG::3857", "")
    (4326, 3857)
    """
    if LON_LAT.fullmatch(name.strip()):
        return DEGREES
    found = EPSG.fullmatch(name.strip())
    if found is None:
        raise OwnLayerError(file, f"has a projection that is not known ({name[:60]!r})", WAY_OUT)
    return int(found[1])


def to_degrees(geometry: BaseGeometry, code: int, file: str) -> BaseGeometry:
    """Turn a geometry into degrees; what lies outside of its projection becomes infinite."""
    if code == DEGREES:
        return geometry
    transformer = _transformer(code, file)

    def turned(xy: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> object:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    made: BaseGeometry = shapely.transform(shapely.force_2d(geometry), turned)
    return made


def _transformer(code: int, file: str) -> Transformer:
    try:
        return _known(code)
    except CRSError as error:
        raise OwnLayerError(
            file, f"has a projection that is not known (EPSG:{code})", WAY_OUT
        ) from error


@lru_cache(maxsize=16)
def _known(code: int) -> Transformer:
    # Grids come from no server: what is not installed is done without.
    set_network_enabled(active=False)
    return Transformer.from_crs(CRS.from_epsg(code), DEGREES, always_xy=True)
