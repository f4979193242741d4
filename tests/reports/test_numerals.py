"""Numbers as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.quantities.numerals import Shape, numerals

WRITTEN = [
    ("11,000 personnel", 11_000),
    ("10\u00a0000 men", 10_000),
    ("12 000 men", 12_000),
    ("1.5 million people", 1_500_000),
    ("40 thousand bayonets", 40_000),
    ("1.8k people", 1_800),
    ("1.4m people", 1_400_000),
    ("€1.2bn", 1_200_000_000),
    ("nine men", 9),
    ("twenty-five men", 25),
    ("two hundred and fifty thousand", 250_000),
    ("three and a half million", 3_500_000),
    ("one and a half million", 1_500_000),
    ("a thousand troops", 1_000),
    ("a dozen soldiers", 12),
    ("two dozen", 24),
    ("two score", 40),
    ("half a dozen", 6),
    ("half a million", 500_000),
    ("a quarter of a million", 250_000),
]

VAGUE = [
    ("thousands of soldiers", 2_000),
    ("tens of thousands", 20_000),
    ("hundreds of thousands of shells", 200_000),
    ("millions of shells", 2_000_000),
    ("dozens", 24),
    ("scores of houses", 40),
    ("several hundred men", 200),
    ("a few thousand men", 2_000),
    ("a couple of dozen men", 24),
]

SHARES = [
    ("a third of the men", 0.333),
    ("two thirds of the men", 0.667),
    ("three-quarters of it", 0.75),
    ("half the men", 0.5),
    ("half of them", 0.5),
    ("a sixth of them", 0.167),
]

NO_NUMBERS = [
    "KN-23",
    "T-72",
    "the 3rd Division",
    "at 07:15",
    "1.2.3",
    "10,11",
    "bafkreifiopw7ir7vdfn7ww4gk53",
    "#5",
    "mid-2024",
    "the first half of the year",
    "a quarter of a century",
    "9" * 30,
    "a second camp",
    "scores in the league",
]


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_a_number_is_read_as_written(text: str, value: float) -> None:
    (numeral,) = numerals(text)
    assert numeral.value == value
    assert numeral.shape in (Shape.DIGITS, Shape.WORDS)


@pytest.mark.parametrize(("text", "low"), VAGUE)
def test_a_vague_magnitude_keeps_its_least_reading(text: str, low: float) -> None:
    (numeral,) = numerals(text)
    assert (numeral.value, numeral.shape) == (low, Shape.VAGUE)


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_a_share_is_read_as_a_fraction(text: str, share: float) -> None:
    numeral = numerals(text)[0]
    assert numeral.shape is Shape.SHARE
    assert numeral.value == pytest.approx(share, abs=0.001)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_codes_and_names_hold_no_number(text: str) -> None:
    assert [n for n in numerals(text) if not n.glued] == []


def test_letters_behind_digits_are_kept_apart() -> None:
    (numeral,) = numerals("65km away")
    assert (numeral.value, numeral.glued, numeral.end) == (65, "km", 2)


@given(st.text(alphabet=st.sampled_from("0123456789,. -ahlfonetwdzenmik%$\n\u00a0"), max_size=80))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.value >= 0
        end = numeral.end


@pytest.mark.parametrize(
    "unit", ["9", "1,", "1 ", "one ", "twenty-", "half a ", "1.", "a few ", "$", "-"]
)
def test_long_hostile_runs_are_read_through(unit: str) -> None:
    text = (unit * 60_000)[:60_000]
    assert all(n.end <= len(text) for n in numerals(text))
