"""Distances between places that are only roughly known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.footprint import Footprint, footprint
from geo.measure import Check, Verdict, check_distance, distance_range, rounding_m
from geo.place import Kind, Place

KOKSAN = Place(
    "lo:koksan", "Koksan County", Kind.ADM2, 38.78194, 126.66639, "KP", "KP-06", 0, 19_000
)
DMZ = Place("dl:korean-dmz", "Korean Demilitarized Zone", Kind.LINE, 38.3, 127.2)
KURSK = Place("gn:538560", "Kursk", Kind.CITY, 51.737, 36.187, "RU", "RU-KRS", 440_000)
RYLSK = Place("gn:500004", "Rylsk", Kind.CITY, 51.567, 34.681, "RU", "RU-KRS", 16_000)
UKRAINE = Place("ne:UA", "Ukraine", Kind.COUNTRY, 49.0, 32.0, "UA")
KURSK_OBLAST = Place("ne:RU-KRS", "Kursk Oblast", Kind.ADM1, 51.7, 36.2, "RU", "RU-KRS")

lats = st.floats(-80, 80)
lons = st.floats(-179, 179)


def town(lat: float, lon: float) -> Footprint:
    return footprint(Place(f"t:{lat},{lon}", "Town", Kind.CITY, lat, lon, None, None, 20_000))


def check(stated_m: float, a: Footprint | None, b: Footprint, *, approx: bool = False) -> Check:
    return check_distance(stated_m, approx, a, b)


def test_a_county_65_km_from_the_strip_is_plausible_and_no_more() -> None:
    found = check(65_000, footprint(KOKSAN), footprint(DMZ))
    assert found.measured_low == pytest.approx(64_000, abs=300)
    assert found.measured_high == pytest.approx(66_000, abs=300)
    assert found.verdict is Verdict.PLAUSIBLE


def test_the_county_may_be_nearer_and_farther_than_its_seat() -> None:
    low, high = distance_range(footprint(KOKSAN), footprint(DMZ))
    assert [low, high] == pytest.approx([45_000, 85_000], abs=300)


@pytest.mark.parametrize(
    ("stated_m", "verdict"),
    [
        (105_000, Verdict.CONSISTENT),
        (160_000, Verdict.INCONSISTENT),
        (40_000, Verdict.INCONSISTENT),
    ],
)
def test_towns_are_measured_from_centre_to_centre(stated_m: float, verdict: Verdict) -> None:
    found = check(stated_m, footprint(RYLSK), footprint(KURSK))
    assert found.verdict is verdict
    assert found.measured_low == found.measured_high == pytest.approx(105_500, abs=1500)


def test_a_province_is_measured_to_the_border() -> None:
    low, _ = distance_range(footprint(RYLSK), footprint(UKRAINE))
    assert low == pytest.approx(20_000, abs=8_000)


def test_somewhere_in_a_province_says_little_of_a_short_distance() -> None:
    found = check(20_000, footprint(KURSK_OBLAST), footprint(KURSK))
    assert found.verdict is Verdict.UNDERDETERMINED


def test_neighbours_touch() -> None:
    low, high = distance_range(footprint(KURSK_OBLAST), footprint(UKRAINE))
    assert low == 0
    assert high > 150_000


def test_nothing_to_measure_is_said_so() -> None:
    assert check(65_000, None, footprint(DMZ)).verdict is Verdict.NOT_CHECKABLE
    assert check(0, footprint(KURSK), footprint(DMZ)).measured_low is None


def test_approximately_allows_more() -> None:
    there, here = footprint(RYLSK), footprint(KURSK)
    assert check(117_000, there, here).verdict is Verdict.INCONSISTENT
    assert check(117_000, there, here, approx=True).verdict is Verdict.CONSISTENT


@given(lats, lons, lats, lons)
def test_towns_are_as_far_apart_there_as_back(
    lat_a: float, lon_a: float, lat_b: float, lon_b: float
) -> None:
    there = distance_range(town(lat_a, lon_a), town(lat_b, lon_b))
    back = distance_range(town(lat_b, lon_b), town(lat_a, lon_a))
    assert there == pytest.approx(back, abs=1.0)
    assert 0 <= there[0] <= there[1]


@given(st.integers(1, 5_000))
def test_rounding_is_at_most_a_tenth(kilometres: int) -> None:
    assert 0 < rounding_m(kilometres * 1000.0) <= kilometres * 100.0 + 1e-6
