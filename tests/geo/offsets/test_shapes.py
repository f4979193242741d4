"""Sectors, rings and discs around places of every shape, anywhere on the globe."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.footprint import GEOD, Precision
from geo.offsets import Bearing, Reach, around
from geo.offsets.bearings import COARSE, FINE
from geo.place import Kind, Place

KURSK = Place("gn:538560", "Kursk", Kind.CITY, 51.737, 36.187, "RU", "RU-KRS", 440_000)
OBLAST = Place("ne:RU-KRS", "Kursk Oblast", Kind.ADM1, 51.7, 36.2, "RU", "RU-KRS")
DMZ = Place("dl:korean-dmz", "Korean Demilitarized Zone", Kind.LINE, 38.3, 127.2)
RUSSIA = Place("ne:RU", "Russia", Kind.COUNTRY, 60.0, 90.0, "RU")

towns = st.builds(
    lambda lat, lon: Place(f"t:{lat},{lon}", "Town", Kind.CITY, lat, lon, population=20_000),
    st.floats(-75, 75),
    st.floats(-180, 180),
)


def ends(
    low_m: float, high_m: float, degrees: float | None = None, spread: float = COARSE
) -> Reach:
    return Reach(low_m, high_m, None if degrees is None else Bearing(degrees, spread))


def test_a_bearing_opens_a_sector() -> None:
    found = around(KURSK, ends(58_000, 71_000, 135))
    assert found is not None
    assert (found.shape, found.precision) == ("sector", Precision.NEAR)
    assert found.precision.ucdp == 2
    assert shapely.intersects(found.anchor, found.geometry)
    towards, _, metres = GEOD.inv(KURSK.lon, KURSK.lat, found.anchor.x, found.anchor.y)
    assert (towards, metres) == pytest.approx((135, 64_500), rel=0.01)


def test_a_finer_bearing_gives_a_narrower_sector() -> None:
    coarse, fine = (around(KURSK, ends(58_000, 71_000, 135, each)) for each in (COARSE, FINE))
    assert coarse is not None
    assert fine is not None
    assert shapely.area(fine.geometry) < shapely.area(coarse.geometry)


def test_no_bearing_gives_a_ring_and_within_a_disc() -> None:
    ring, disc = around(KURSK, ends(25_000, 30_000)), around(KURSK, Reach(0, 30_000, within=True))
    assert ring is not None
    assert disc is not None
    assert (ring.shape, disc.shape) == ("ring", "disc")
    centre = shapely.Point(KURSK.lon, KURSK.lat)
    assert not shapely.intersects(ring.geometry, centre)
    assert shapely.intersects(disc.geometry, centre)


def test_a_strip_is_left_on_the_stated_side_only() -> None:
    found = around(DMZ, ends(62_500, 67_500, 0))
    assert found is not None
    assert found.geometry.bounds[1] > 38.2
    assert not shapely.intersects(found.geometry, shapely.Point(126.98, 37.57))


def test_an_outline_is_left_behind() -> None:
    found = around(OBLAST, ends(18_000, 22_000, 270))
    assert found is not None
    assert not shapely.intersects(found.geometry, shapely.Point(36.19, 51.74))


@pytest.mark.parametrize(
    ("place", "reach"),
    [
        (RUSSIA, ends(9_000, 11_000)),
        (KURSK, Reach(40_000, None)),
        (KURSK, ends(1_900_000, 2_100_000, 0)),
        (Place("t:pole", "Camp", Kind.SITE, 89.9, 0.0), ends(9_000, 30_000, 0)),
        (Place("t:south", "Camp", Kind.SITE, -90.0, 0.0), ends(9_000, 30_000)),
    ],
)
def test_what_no_map_can_show_honestly_is_not_drawn(place: Place, reach: Reach) -> None:
    assert around(place, reach) is None


@settings(max_examples=60)
@given(
    towns,
    st.floats(1_000, 200_000),
    st.floats(1.01, 2),
    st.floats(0, 359),
    st.sampled_from([COARSE, FINE]),
)
def test_a_shape_holds_its_middle_and_stays_in_reach(
    town: Place,
    low_m: float,
    factor: float,
    degrees: float,
    spread: float,
) -> None:
    reach = ends(low_m, low_m * factor, degrees, spread)
    found = around(town, reach)
    assert found is not None
    assert shapely.is_valid(found.geometry)
    assert shapely.distance(found.geometry, found.anchor) < 1e-6
    assert found.geometry.bounds[2] - found.geometry.bounds[0] < 180
    corners = shapely.get_coordinates(found.geometry)
    count = len(corners)
    metres = GEOD.inv([town.lon] * count, [town.lat] * count, corners[:, 0], corners[:, 1])[2]
    ring_m = 2_500
    # A circle of 96 corners is a two-thousandth too small in the middle of its sides.
    assert max(metres) <= (low_m * factor + ring_m) * 1.001
    assert min(metres) >= (low_m - ring_m) * 0.999
