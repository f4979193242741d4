"""Where something is, no closer than an audience may know: a cell of a grid, or a province."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import ceil
from typing import Any

import shapely
from pyproj import Geod
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.boundaries import outline
from geo.footprint import Precision, circle, length_text
from layers import basemap

GEOD = Geod(ellps="WGS84")
NEAR = 0.35
"""Degrees around a place within which its province is looked for: outlines are true to 5 km."""
AT_SEA = 1.0
"""Degrees of the cell that stands in for a province where there is none."""
RADIUS_STEP_M = 100.0
IN_PROVINCE = "somewhere in this province"
IN_PROVINCES = "somewhere in these provinces"


class Coarsening(StrEnum):
    """How closely places are told."""

    NONE = "none"
    FINE = "0.01"
    COARSE = "0.1"
    PROVINCE = "adm1"

    @property
    def step(self) -> float | None:
        """The grid's step in degrees; None where there is no grid."""
        return float(self.value) if self in {Coarsening.FINE, Coarsening.COARSE} else None


@dataclass(frozen=True, slots=True)
class Province:
    """A first-level unit: ISO 3166-2 code, name, label point in degrees, outline to 5 km."""

    code: str
    name: str
    country: str | None
    lat: float
    lon: float
    rough: BaseGeometry

    @property
    def outline(self) -> BaseGeometry:
        """The outline to 0.5 km."""
        return outline("adm1_region", self.code) or self.rough


@dataclass(frozen=True, slots=True)
class Area:
    """What may be drawn of a place.

    ``lat`` and ``lon`` are its centre, or a province's label point; ``radius`` is in metres, None
    for a province; ``rough`` is an outline for tables, where it stands many times.
    """

    lat: float
    lon: float
    shape: str
    radius: float | None
    note: str
    precision: Precision
    geometry: BaseGeometry
    rough: BaseGeometry
    province: Province | None = None


def area(lat: float, lon: float, radius_m: float, how: Coarsening) -> Area:
    """Give the area that a place may be told as.

    Parameters
    ----------
    radius_m
        How far the place itself reaches from its point.
    how
        Anything but ``Coarsening.NONE``.
    """
    if how is not Coarsening.PROVINCE:
        return cell(lat, lon, radius_m, float(how))
    found = province(lat, lon)
    if found is None:
        return cell(lat, lon, radius_m, AT_SEA)
    return Area(
        found.lat, found.lon, "polygon", None, IN_PROVINCE, Precision.PROVINCE,
        found.outline, found.rough, found,
    )  # fmt: skip


def cell(lat: float, lon: float, radius_m: float, step: float) -> Area:
    """Give the circle around a cell of a grid that is sure to hold a place, wherever it is in it.

    >>> cell(51.2345, 34.8012, 0.0, 0.1).lat, cell(51.2345, 34.8012, 0.0, 0.1).note
    (51.2, 'rounded to 0.1°, within 6.6 km')
    """
    north, east = rounded(lat, step), rounded(lon, step)
    # A cell is widest on the side of the equator.
    corner = north - step / 2 if north > 0 else north + step / 2
    reach = float(GEOD.inv(east, north, east + step / 2, corner)[2])
    # The radius tells nothing of where in its cell the place is.
    radius = ceil((radius_m + reach) / RADIUS_STEP_M) * RADIUS_STEP_M
    shape = circle(north, east, radius)
    note = f"rounded to {step:g}°, within {length_text(radius)}"
    return Area(north, east, "circle", radius, note, Precision.NEAR, shape, shape)


def rounded(degrees: float, step: float) -> float:
    """Give the nearest of a grid's lines.

    >>> rounded(34.8512, 0.1), rounded(-0.02, 0.1)
    (34.9, 0.0)
    """
    return round(round(degrees / step) * step, 6) + 0.0


def provinces(geometry: BaseGeometry, note: str = IN_PROVINCES) -> Area | None:
    """Give the provinces that a shape meets as one area; None at sea."""
    west, south, east, north = geometry.bounds
    met = [each for each in _near(west, south, east, north) if each.rough.intersects(geometry)]
    if not met:
        return None
    whole = shapely.union_all([each.rough for each in met])
    middle = shapely.point_on_surface(whole)
    return Area(middle.y, middle.x, "disc", None, note, Precision.PROVINCE, whole, whole)


@cache
def province(lat: float, lon: float) -> Province | None:
    """Give the province that a point is in, or on whose coast it is; None at sea."""
    at = Point(lon, lat)
    near = _near(lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR)
    return min(near, key=lambda each: (each.rough.distance(at), each.code), default=None)


def _near(west: float, south: float, east: float, north: float) -> list[Province]:
    rows = basemap.adm1("overview", bbox=(west, south, east, north))
    return [_province(row) for row in rows.to_dict("records")]


def _province(row: Mapping[Hashable, Any]) -> Province:
    country = row["country"]
    return Province(
        str(row["code"]), str(row["name_en"] or row["name"]),
        country if isinstance(country, str) else None,
        row["lat"], row["lon"], row["geometry"],
    )  # fmt: skip
