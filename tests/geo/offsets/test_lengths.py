"""Lengths in running text, and how far each may be from what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.offsets.lengths import Length, lengths

MILE = 1609.344


def only(text: str) -> Length:
    (found,) = lengths(text)
    return found


@pytest.mark.parametrize(
    ("text", "low_m", "high_m"),
    [
        ("65 km", 62_500, 67_500),
        ("63 km", 62_500, 63_500),
        ("about 10 km", 8_000, 12_000),
        ("40 miles", 36 * MILE, 44 * MILE),
        ("three kilometres", 2_700, 3_300),
        ("twenty-five miles", 22.5 * MILE, 27.5 * MILE),
        ("two hundred and fifty km", 225_000, 275_000),
        ("two and a half miles", 2.25 * MILE, 2.75 * MILE),
        ("a mile and a half", 1.35 * MILE, 1.65 * MILE),
        ("half a mile", 0.45 * MILE, 0.55 * MILE),
        ("25 nautical miles", 22.5 * 1852, 27.5 * 1852),
        ("20 to 30 km", 20_000, 30_000),
        ("20-30 km", 20_000, 30_000),
        ("between 20 and 30 km", 20_000, 30_000),
        ("a few miles", 2 * MILE, 6 * MILE),
        ("several hundred metres", 200, 900),
        ("1,200 m", 1_150, 1_250),
    ],
)
def test_a_length_is_a_range(text: str, low_m: float, high_m: float) -> None:
    found = only(text)
    assert (found.low_m, found.high_m) == pytest.approx((low_m, high_m))
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("text", ["more than 40 km", "at least 40 km", "over 40 km"])
def test_a_lower_bound_has_no_upper_end(text: str) -> None:
    assert (only(text).low_m, only(text).high_m) == (40_000, None)


@pytest.mark.parametrize("text", ["within 30 km", "less than 30 km", "up to 30 km"])
def test_an_upper_bound_starts_at_nothing(text: str) -> None:
    found = only(text)
    assert (found.low_m, found.within) == (0, True)
    assert found.high_m == pytest.approx(33_000)


@pytest.mark.parametrize(
    "text", ["$5 m", "6 feet", "5 kg", "0 km", "30 to 20 km", "the 5th km", ""]
)
def test_what_says_not_how_far_is_no_length(text: str) -> None:
    assert list(lengths(text)) == []


@pytest.mark.parametrize("text", ["1" * 10_000 + " km", "a few " * 4_000, "ten and " * 3_000])
def test_hostile_text_holds_none(text: str) -> None:
    assert list(lengths(text)) == []


@given(st.integers(1, 900_000), st.sampled_from(["km", "miles", "nautical miles", "m", "yards"]))
def test_a_number_lies_in_its_range(number: int, unit: str) -> None:
    found = only(f"{number} {unit}")
    assert found.high_m is not None
    factor = found.low_m / number, found.high_m / number
    assert factor[0] < factor[1] <= factor[0] * 1.23
