"""The honest shape of a place: an outline, a line, or a point with a radius that owns up to doubt.

No place is drawn as a bare pin. What has an outline is its outline; a county without one is a
circle around its seat that is sure to hold it; a town is a point with a ring as wide as a town of
its size.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial

import numpy as np
import shapely
from pyproj import CRS, Geod, Transformer
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo import boundaries
from geo.place import Kind, Place

GEOD = Geod(ellps="WGS84")

TOWN_RADII_M = ((5_000_000, 20_000.0), (1_000_000, 12_000.0), (100_000, 6_000.0), (10_000, 2_500.0))
"""People from which a town's ring has this radius: what 4,000 to a km² would fill."""
VILLAGE_RADIUS_M = 1_500.0
SITE_RADIUS_M = 3_000.0
KILOMETRE_M = 1_000.0
WHOLE_FROM_KM = 100.0
"""From here up a length is printed in whole kilometres."""
POINT_BELOW_M = 1_000.0
"""A known radius smaller than this is drawn as a point with a ring."""
DEFAULT_RADII_M = {
    Kind.COUNTRY: 300_000.0,
    Kind.ADM1: 100_000.0,
    Kind.ADM2: 20_000.0,
    Kind.REGION: 150_000.0,
    Kind.WATER: 100_000.0,
    Kind.LINE: 50_000.0,
}
"""Used where a place has neither outline nor radius; they err on the wide side."""

LINES = {"dl:mdl": ("mdl", 0.0), "dl:korean-dmz": ("mdl", 2_000.0)}
"""Places that are a line of ``data/boundaries``, and the half width of the strip in metres."""


class Precision(StrEnum):
    """How closely a footprint pins a place down."""

    SITE = "site"
    TOWN = "town"
    NEAR = "near a place"
    DISTRICT = "district"
    PROVINCE = "province"
    AREA = "line or area"
    COUNTRY = "country"
    SEA = "sea"

    @property
    def ucdp(self) -> int:
        """Give the matching where_prec code of the UCDP Georeferenced Event Dataset.

        1 is an exact place, 2 the surroundings of one, 3 a district, 4 a province, 5 a line or an
        area, 6 a country and 7 international waters.
        """
        codes = {
            "site": 1,
            "town": 1,
            "near a place": 2,
            "district": 3,
            "province": 4,
            "country": 6,
            "sea": 7,
        }
        return codes.get(self.value, 5)

    @property
    def acled(self) -> int | None:
        """Give the matching geo_precision code of ACLED, or None where it would not code an event.

        1 is a town or a site in it, 2 a part of a region known by its seat, 3 a larger region of
        which a provincial capital stands in. An event that is only known to be in a country or at
        sea is coded otherwise.

        Source: ACLED Codebook, "Geo precision".
        """
        codes = {"site": 1, "town": 1, "district": 2, "province": 3, "line or area": 3}
        return codes.get(self.value)


PRECISIONS = {
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.ADM1: Precision.PROVINCE,
    Kind.ADM2: Precision.DISTRICT,
    Kind.CITY: Precision.TOWN,
    Kind.SITE: Precision.SITE,
    Kind.LINE: Precision.AREA,
    Kind.REGION: Precision.AREA,
    Kind.WATER: Precision.SEA,
}


@dataclass(frozen=True, slots=True)
class Footprint:
    """What may be drawn for a place.

    Attributes
    ----------
    geometry
        EPSG:4326. The ring's centre for a point; the filled shape for a circle or a strip.
    shape
        "polygon", "line", "strip", "circle" or "point"; of an offset "sector", "ring" or "disc".
    radius_m
        Radius of the circle or ring, half width of the strip; None for outlines and lines.
    precision
        One of :class:`Precision`.
    note
        What a reader must know of the shape ("approximate, 19 km"); empty when there is nothing to
        add.
    anchor
        The named point: seat, town centre, label point of an outline.
    spine
        Centre line of a strip, the line itself for a line; None otherwise.
    """

    geometry: BaseGeometry
    shape: str
    radius_m: float | None
    precision: Precision
    note: str
    anchor: Point
    spine: LineString | None = None


@cache
def footprint(place: Place) -> Footprint:
    """Give the footprint of a place.

    Outlines are kept by province and country code; where a code has none, a circle stands in. The
    circle's radius is the place's own where the gazetteer knows one.
    """
    return _line(place) or _outline(place) or _point(place) or _circle(place)


def town_radius_m(population: int) -> float:
    """Give the radius of the ring around a town of this many people, in metres."""
    return next(
        (radius for people, radius in TOWN_RADII_M if population >= people), VILLAGE_RADIUS_M
    )


def length_text(metres: float) -> str:
    """Print a length in metres below a kilometre, else in kilometres of up to three digits.

    >>> length_text(7), length_text(2_500), length_text(70_771)
    ('7 m', '2.5 km', '70.8 km')
    """
    kilometres = metres / KILOMETRE_M
    if kilometres < 1:
        return f"{metres:.0f} m"
    return f"{kilometres:,.0f} km" if kilometres >= WHOLE_FROM_KM else f"{kilometres:.3g} km"


def circle(lat: float, lon: float, radius_m: float, corners: int = 72) -> Polygon:
    """Give a geodesic circle as a polygon (EPSG:4326).

    Longitudes run on past ±180 rather than jump, so that a circle across the antimeridian stays in
    one piece.
    """
    bearings = np.linspace(0.0, 360.0, corners, endpoint=False)
    lons, lats, _ = GEOD.fwd(
        np.full(corners, lon), np.full(corners, lat), bearings, np.full(corners, radius_m)
    )
    lons = lon + (lons - lon + 180.0) % 360.0 - 180.0
    return Polygon(np.column_stack([lons, lats]))


def plane(lat: float, lon: float) -> Transformer:
    """Give a projection to metres in which distances from this point are geodesic."""
    local = CRS.from_proj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m")
    return Transformer.from_crs("EPSG:4326", local, always_xy=True)


def _anchor(place: Place) -> Point:
    return Point(place.lon, place.lat)


def _line(place: Place) -> Footprint | None:
    if place.id not in LINES:
        return None
    name, half_width_m = LINES[place.id]
    spine = boundaries.line(name)
    if not half_width_m:
        return Footprint(spine, "line", None, Precision.AREA, "", _anchor(place), spine)
    local = plane(place.lat, place.lon)
    flat = shapely.transform(spine, local.transform, interleaved=False)
    wide = flat.buffer(half_width_m, cap_style="flat")
    back = partial(local.transform, direction="INVERSE")
    strip = shapely.transform(wide, back, interleaved=False)
    note = f"{half_width_m / 1000:g} km either side of the line"
    return Footprint(strip, "strip", half_width_m, Precision.AREA, note, _anchor(place), spine)


def _outline(place: Place) -> Footprint | None:
    if place.kind is Kind.ADM1:
        shape = boundaries.outline("adm1_region", place.adm1) if place.adm1 else None
    elif place.kind is Kind.COUNTRY:
        shape = boundaries.outline("adm0_region", place.country) if place.country else None
    else:
        return None
    if shape is None or shapely.is_empty(shape):
        return None
    return Footprint(shape, "polygon", None, PRECISIONS[place.kind], "", _anchor(place))


def _point(place: Place) -> Footprint | None:
    if place.kind not in {Kind.CITY, Kind.SITE} or (place.radius_m or 0.0) >= POINT_BELOW_M:
        return None
    usual = SITE_RADIUS_M if place.kind is Kind.SITE else town_radius_m(place.population)
    radius_m = place.radius_m or usual
    note = f"point, ±{length_text(radius_m)}"
    return Footprint(
        _anchor(place), "point", radius_m, PRECISIONS[place.kind], note, _anchor(place)
    )


def _circle(place: Place) -> Footprint:
    radius_m = place.radius_m or DEFAULT_RADII_M.get(place.kind, SITE_RADIUS_M)
    shape = circle(place.lat, place.lon, radius_m)
    note = f"approximate, {length_text(radius_m)}"
    return Footprint(shape, "circle", radius_m, PRECISIONS[place.kind], note, _anchor(place))
