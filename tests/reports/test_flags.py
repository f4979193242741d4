"""Figures that cannot be right as printed are kept as printed, with words that say why."""

from itertools import pairwise

import pytest

from reports.claim import Claim
from reports.flags import flagged
from tests.reports.conftest import Reader


def flags_of(text: str, told: Reader) -> list[Claim]:
    return flagged(told(text), text)


@pytest.mark.parametrize(
    ("text", "value", "flag"),
    [
        (
            "The army lost between 12,000 and 10,000 soldiers.",
            (None, 10000, 12000),
            "The range is printed downwards, from 12,000 to 10,000.",
        ),
        (
            "The ministry sent 12,000–10,000 troops.",
            (None, 10000, 12000),
            "The range is printed downwards, from 12,000 to 10,000.",
        ),
        (
            "The depot lies 40 miles (100 km) from the border.",
            (100, None, None),
            "40 mi is 64.4 km, not the 100 km beside it.",
        ),
        (
            "Of the 4,000 soldiers, 5,000 were wounded.",
            (5000, None, None),
            "The part, 5,000, is larger than its whole, 4,000.",
        ),
    ],
)
def test_one_figure_against_itself(
    text: str, value: tuple[float | None, ...], flag: str, told: Reader
) -> None:
    claim = next(one for one in flags_of(text, told) if one.flags)

    assert (claim.value, claim.low, claim.high) == value
    assert claim.flags == (flag,)
    assert text[claim.start : claim.end] == claim.text


def test_both_units_stay_in_the_quote(told: Reader) -> None:
    (claim,) = flags_of("The depot lies 40 miles (100 km) from the border.", told)

    assert claim.text.startswith("40 miles (100 km)")
    assert claim.category == "distance"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "The clash left 600 killed among 500 casualties.",
            "600 killed are more than 500 casualties in one sentence.",
        ),
        (
            "The 3.5 km by 1.5 km compound covers 900 hectares.",
            "3.5 × 1.5 km is up to 525 ha, which does not fit 900 ha.",
        ),
        (
            "The 3.5 km by 1.5 km compound (40 hectares) is fenced.",
            "3.5 × 1.5 km is up to 525 ha, which does not fit 40 ha.",
        ),
    ],
)
def test_two_figures_of_a_sentence_against_each_other(text: str, flag: str, told: Reader) -> None:
    assert [claim.flags for claim in flags_of(text, told)] == [(flag,), (flag,)]


@pytest.mark.parametrize(
    "text",
    [
        "The town is 60 km (37 miles) from the line.",
        "The army lost between 10,000 and 12,000 soldiers.",
        "The 3.5 km by 1.5 km compound holds a 40-hectare fake city.",
        "The 3.5 km by 1.5 km compound covers 500 hectares.",
        "The clash left 500 casualties, 200 of them killed.",
        "More than 500 casualties were counted, 600 soldiers among them killed.",
        "Of the 4,000 soldiers, 500 were wounded.",
        "The 38 soldiers left. Several thousand of them fight on.",
        "The force shrank from 12,000 to 10,000 soldiers.",
    ],
)
def test_what_is_in_order_has_no_flag(text: str, told: Reader) -> None:
    assert [claim.flags for claim in flags_of(text, told) if claim.flags] == []


@pytest.mark.parametrize("score", ["The team won 3-1.", "It ended 21–17 on Sunday."])
def test_a_score_is_still_no_range(score: str, told: Reader) -> None:
    assert told(score) == []


def test_flags_change_nothing_else(told: Reader) -> None:
    text = "The clash left 600 killed among 500 casualties. Some 40 men fled."
    before, after = told(text), flags_of(text, told)

    assert len(before) == len(after)
    assert all(one.start <= other.start for one, other in pairwise(after))
    assert [(c.text, c.value, c.unit) for c in after] == [(c.text, c.value, c.unit) for c in before]
