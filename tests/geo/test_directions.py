"""Bearings between places that are only roughly known."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.directions import bearing_range, check_bearing
from geo.footprint import GEOD, Footprint, footprint
from geo.measure import Verdict
from geo.place import Kind, Place

KURSK = footprint(Place("k", "Kursk", Kind.CITY, 51.737, 36.187, "RU", "RU-KRS", 440_000))
RYLSK = footprint(Place("r", "Rylsk", Kind.CITY, 51.567, 34.681, "RU", "RU-KRS", 16_000))
OBLAST = footprint(Place("ne:RU-KRS", "Kursk Oblast", Kind.ADM1, 51.7, 36.2, "RU", "RU-KRS"))
UKRAINE = footprint(Place("ne:UA", "Ukraine", Kind.COUNTRY, 49.0, 32.0, "UA"))

spots = st.builds(
    lambda lat, lon: footprint(Place(f"{lat},{lon}", "T", Kind.CITY, lat, lon, population=20_000)),
    st.floats(-70, 70),
    st.floats(-180, 180),
)


def test_a_town_is_seen_under_an_angle() -> None:
    seen = bearing_range(RYLSK, KURSK)
    assert seen is not None
    assert seen.named == pytest.approx(260.2, abs=1)
    assert 4 < seen.width < 15
    assert seen.off(seen.named) == 0


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        (270, Verdict.CONSISTENT),
        (225, Verdict.PLAUSIBLE),
        (180, Verdict.INCONSISTENT),
        (90, Verdict.INCONSISTENT),
    ],
)
def test_a_stated_direction_is_held_against_the_map(stated: float, verdict: Verdict) -> None:
    assert check_bearing(stated, 22.5, RYLSK, KURSK)[0] is verdict


def test_what_overlaps_or_is_unknown_cannot_be_checked() -> None:
    assert check_bearing(0, 22.5, OBLAST, KURSK) == (Verdict.NOT_CHECKABLE, None)
    assert check_bearing(0, 22.5, None, KURSK) == (Verdict.NOT_CHECKABLE, None)


def test_a_country_leaves_much_open() -> None:
    seen = bearing_range(KURSK, UKRAINE)
    assert seen is not None
    assert seen.width > 60


@given(spots, spots)
def test_the_way_there_is_within_the_range(a: Footprint, b: Footprint) -> None:
    metres = GEOD.inv(b.anchor.x, b.anchor.y, a.anchor.x, a.anchor.y)[2]
    assume(10_000 < metres < 10_000_000)
    seen = bearing_range(a, b)
    assert seen is not None
    assert 0 <= seen.start < 360
    assert 0 <= seen.width <= 360
    assert seen.off(seen.named) < 1e-6
    assert check_bearing(seen.named, 5, a, b)[0] is Verdict.CONSISTENT
    assert check_bearing((seen.named + 180) % 360, 5, a, b)[0] is not Verdict.CONSISTENT
