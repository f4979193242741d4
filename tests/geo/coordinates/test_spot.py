"""A stated position as a place that its id alone brings back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coordinates import spot, spot_with_id
from geo.footprint import footprint


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(1, 120_000))
def test_the_id_brings_the_place_back(lat: float, lon: float, radius_m: float) -> None:
    place = spot(lat, lon, radius_m)
    assert spot_with_id(place.id) == place
    assert radius_m <= (place.radius_m or 0) <= radius_m + 1


@pytest.mark.parametrize(
    "place_id", ["gn:538560", "xy:", "xy:48.7,37.8;u=7", "xy:48.71640,37.83780"]
)
def test_other_ids_are_no_positions(place_id: str) -> None:
    assert spot_with_id(place_id) is None


@pytest.mark.parametrize(
    ("radius_m", "name"),
    [(6.7, "48.7164° N, 37.8378° E"), (667, "48.72° N, 37.84° E"), (67_000, "49° N, 38° E")],
)
def test_a_name_says_no_more_than_is_known(radius_m: float, name: str) -> None:
    assert spot(48.7164, 37.8378, radius_m).name == name


def test_zero_has_one_name() -> None:
    assert spot(-0.0, -0.0, 5).id == spot(0.0, 0.0, 5).id


def test_a_close_position_is_a_point_and_a_loose_one_a_circle() -> None:
    close, loose = footprint(spot(48.7164, 37.8378, 7)), footprint(spot(48, 37, 67_000))
    assert (close.shape, close.radius_m, close.note) == ("point", 7, "point, ±7 m")
    assert (loose.shape, loose.note) == ("circle", "approximate, 67 km")
