"""The shapes that may be drawn for places."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.footprint import Precision, circle, footprint, town_radius_m
from geo.place import Kind, Place

GEOD = Geod(ellps="WGS84")


def area_km2(shape: shapely.Geometry) -> float:
    return abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6


def test_a_province_is_its_outline() -> None:
    shape = footprint(Place("ne:RU-KRS", "Kursk Oblast", Kind.ADM1, 51.7, 36.2, "RU", "RU-KRS"))
    assert (shape.shape, shape.precision, shape.radius_m) == ("polygon", Precision.PROVINCE, None)
    assert area_km2(shape.geometry) == pytest.approx(30_000, rel=0.03)


def test_a_country_is_its_outline() -> None:
    shape = footprint(Place("ne:LT", "Lithuania", Kind.COUNTRY, 55.3, 23.9, "LT"))
    assert shape.precision.ucdp == 6
    assert area_km2(shape.geometry) == pytest.approx(65_000, rel=0.03)


def test_a_county_without_outline_is_a_circle_and_says_so() -> None:
    shape = footprint(
        Place("lo:1", "Some County", Kind.ADM2, 38.8, 126.7, "KP", "KP-06", 0, 19_000)
    )
    assert (shape.shape, shape.radius_m, shape.note) == ("circle", 19_000, "approximate, 19 km")
    assert area_km2(shape.geometry) == pytest.approx(3.1416 * 19**2, rel=0.01)


def test_the_demilitarised_zone_is_a_strip_along_the_line() -> None:
    zone = footprint(Place("dl:korean-dmz", "Korean DMZ", Kind.LINE, 38.3, 127.2))
    line = footprint(Place("dl:mdl", "Military Demarcation Line", Kind.LINE, 38.3, 127.2))
    assert (zone.shape, zone.radius_m, line.shape) == ("strip", 2_000, "line")
    assert zone.geometry.contains(line.geometry.interpolate(0.5, normalized=True))
    assert area_km2(zone.geometry) == pytest.approx(907, rel=0.1)


def test_a_town_is_a_point_with_a_ring() -> None:
    shape = footprint(Place("gn:1", "Town", Kind.CITY, 51.7, 36.2, "RU", "RU-KRS", 440_000))
    assert (shape.shape, shape.radius_m, shape.precision.ucdp) == ("point", 6_000, 1)


def test_an_unknown_code_still_gets_a_wide_circle() -> None:
    shape = footprint(Place("ne:XX-1", "Nowhere", Kind.ADM1, 10, 10, "XX", "XX-1"))
    assert shape.shape == "circle"
    assert shape.note.startswith("approximate")


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [
        (Precision.SITE, 1, 1),
        (Precision.TOWN, 1, 1),
        (Precision.DISTRICT, 3, 2),
        (Precision.PROVINCE, 4, 3),
        (Precision.AREA, 5, 3),
        (Precision.COUNTRY, 6, None),
        (Precision.SEA, 7, None),
    ],
)
def test_precisions_have_the_codes_of_event_data(
    precision: Precision, ucdp: int, acled: int | None
) -> None:
    assert (precision.ucdp, precision.acled) == (ucdp, acled)


@given(st.integers(0, 30_000_000), st.integers(0, 30_000_000))
def test_more_people_never_make_a_smaller_ring(fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    assert town_radius_m(fewer) <= town_radius_m(more)


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(100, 500_000))
def test_every_corner_of_a_circle_is_its_radius_away(lat: float, lon: float, radius: float) -> None:
    corners = shapely.get_coordinates(circle(lat, lon, radius))
    lengths = [GEOD.inv(lon, lat, x, y)[2] for x, y in corners]
    assert lengths == pytest.approx([radius] * len(lengths), rel=1e-6)
    assert max(corners[:, 0]) - min(corners[:, 0]) < 180
