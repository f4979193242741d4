"""Areas of footprints, and stated sizes beside them."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.areas import area_range, check_area, check_sides, sides_range
from geo.footprint import footprint
from geo.measure import Verdict
from geo.place import Kind, Place

OBLAST = footprint(Place("ne:RU-KRS", "Kursk Oblast", Kind.ADM1, 51.7, 36.2, "RU", "RU-KRS"))
COUNTY = footprint(Place("lo:1", "County", Kind.ADM2, 38.8, 126.7, "KP", None, 0, 19_000))
DMZ = footprint(Place("dl:korean-dmz", "DMZ", Kind.LINE, 38.3, 127.2))
MDL = footprint(Place("dl:mdl", "MDL", Kind.LINE, 38.3, 127.2))
KM2, HA = 1e6, 1e4


def test_an_outline_has_its_geodesic_area() -> None:
    found = area_range(OBLAST)
    assert found is not None
    assert found[0] == found[1] == pytest.approx(29_997 * KM2, rel=0.03)


def test_a_circle_only_holds_a_place() -> None:
    assert area_range(COUNTY) == pytest.approx((0, pi * 19_000**2))


def test_a_strip_has_an_area_and_a_line_none() -> None:
    strip = area_range(DMZ)
    assert strip is not None
    assert 800 * KM2 < strip[0] < 1_100 * KM2
    assert area_range(MDL) is None


@pytest.mark.parametrize(
    ("stated_km2", "approx", "verdict"),
    [
        (30_000, False, Verdict.CONSISTENT),
        (27_500, True, Verdict.CONSISTENT),
        (20_000, True, Verdict.INCONSISTENT),
        (0, False, Verdict.NOT_CHECKABLE),
    ],
)
def test_a_stated_area_is_held_against_the_outline(
    stated_km2: float,
    approx: bool,  # noqa: FBT001 - a case of the table
    verdict: Verdict,
) -> None:
    assert check_area(stated_km2 * KM2, OBLAST, approx=approx).verdict is verdict


def test_a_circle_leaves_an_area_open_or_excludes_it() -> None:
    assert check_area(500 * KM2, COUNTY).verdict is Verdict.UNDERDETERMINED
    assert check_area(5_000 * KM2, COUNTY).verdict is Verdict.INCONSISTENT
    assert check_area(500 * KM2, MDL).verdict is Verdict.NOT_CHECKABLE
    assert check_area(500 * KM2, None).verdict is Verdict.NOT_CHECKABLE


@pytest.mark.parametrize(
    ("hectares", "verdict"),
    [
        (525, Verdict.CONSISTENT),
        (420, Verdict.CONSISTENT),
        (300, Verdict.PLAUSIBLE),
        (40, Verdict.INCONSISTENT),
        (900, Verdict.INCONSISTENT),
        (0, Verdict.NOT_CHECKABLE),
    ],
)
def test_sides_and_area_are_held_against_each_other(hectares: float, verdict: Verdict) -> None:
    assert check_sides((3_500, 1_500), hectares * HA).verdict is verdict


sides = st.floats(1, 1e6)


@given(sides, sides)
def test_a_rectangle_and_an_ellipse_fit_their_sides(one: float, two: float) -> None:
    low, high = sides_range((one, two))
    assert low <= one * two * pi / 4 <= one * two <= high
    assert check_sides((one, two), one * two).verdict is Verdict.CONSISTENT
    assert check_sides((two, one), one * two) == check_sides((one, two), one * two)


@given(sides, sides)
def test_nothing_fills_more_than_its_sides(one: float, two: float) -> None:
    assert check_sides((one, two), 2 * one * two).verdict is Verdict.INCONSISTENT
