"""The arithmetic of reliability."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpora import Document, Toponym
from bench.prediction import Prediction
from bench.reliability import Judged, pins, places, reliability

OSLO, LIMA = (59.91, 10.75), (-12.05, -77.04)


def found(start: int, point: tuple[float, float] | None, confidence: float = 0.9) -> Prediction:
    return Prediction(start, start + 4, point, confidence=confidence)


def test_nine_of_ten_called_nine_tenths_is_no_error() -> None:
    judged = [Judged(0.9, right=number > 0) for number in range(10)]
    counted = reliability(judged)
    assert counted.error == 0
    assert [(each.low, each.count, each.right) for each in counted.bins] == [(0.9, 10, 0.9)]


def test_the_error_weighs_bins_by_their_count() -> None:
    judged = [Judged(0.95, right=True)] * 3 + [Judged(0.55, right=False)]
    assert reliability(judged).error == pytest.approx((3 * 0.05 + 0.55) / 4)


def test_certainty_is_in_the_last_bin() -> None:
    assert reliability([Judged(1.0, right=True)]).bins[0].low == pytest.approx(0.9)


def test_nothing_judged_is_no_error() -> None:
    assert reliability([]) == reliability(())
    assert reliability([]).error == 0


def test_places_are_judged_where_people_marked_one_and_pins_everywhere() -> None:
    marked = (Toponym(0, 4, OSLO, None), Toponym(10, 14, OSLO, None), Toponym(20, 24, None, None))
    document = Document("1", "", marked)
    predicted = [found(0, OSLO), found(10, LIMA), found(20, LIMA), found(30, LIMA), found(40, None)]
    assert [each.right for each in places(document, predicted)] == [True, False]
    assert [each.right for each in pins(document, predicted)] == [True, False, False]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=50))
def test_every_judged_place_is_in_one_bin(pairs: list[tuple[float, bool]]) -> None:
    counted = reliability([Judged(confidence, right=right) for confidence, right in pairs])
    assert sum(each.count for each in counted.bins) == len(pairs)
    assert all(each.low - 1e-9 <= each.confidence <= each.high + 1e-9 for each in counted.bins)
    assert 0 <= counted.error <= 1
