"""Scores of known cases, counted by hand."""

import pytest

from bench.corpora import Document, Toponym
from bench.prediction import Prediction
from bench.roles import role_scores, role_tally
from bench.scoring import distance_km, interval, scores, tally

OSLO, BERGEN, LIMA = (59.91, 10.75), (60.39, 5.32), (-12.05, -77.04)
NEAR_OSLO = (60.0, 11.0)


def gold(start: int, point: tuple[float, float] | None, *, literal: bool | None = None) -> Toponym:
    return Toponym(start, start + 4, point, literal)


def found(start: int, point: tuple[float, float] | None, *, literal: bool = True) -> Prediction:
    return Prediction(start, start + 4, point, literal)


def test_a_document_counted_by_hand() -> None:
    marked = [gold(0, OSLO), gold(10, BERGEN), gold(20, LIMA), gold(30, None), gold(40, OSLO)]
    predicted = [
        found(0, NEAR_OSLO),  # right
        found(10, LIMA),  # found, wrong place
        found(20, None),  # found, not resolved
        found(30, LIMA),  # marked without a point: in no end-to-end denominator
        found(50, OSLO),  # nobody marked it
        found(60, None),  # nor this
    ]
    counted = scores([tally(marked, predicted)])
    assert counted.precision == pytest.approx(4 / 6)
    assert counted.recall == pytest.approx(4 / 5)
    assert counted.f1 == pytest.approx(2 * 4 / (6 + 5))
    assert counted.accuracy == pytest.approx(1 / 3)
    assert counted.end_precision == pytest.approx(1 / 3)
    assert counted.end_recall == pytest.approx(1 / 4)
    assert counted.end_f1 == pytest.approx(2 * 1 / (3 + 4))
    assert counted.median_km == pytest.approx(distance_km(BERGEN, LIMA))


def test_a_span_that_is_off_by_one_is_not_found() -> None:
    counted = scores([tally([gold(0, OSLO)], [found(1, OSLO)])])
    assert (counted.recall, counted.end_f1) == (0, 0)


def test_the_same_span_twice_counts_once_and_the_first_stands() -> None:
    counted = tally([gold(0, OSLO)], [found(0, OSLO), found(0, LIMA)])
    assert (counted.predicted, counted.right) == (1, 1)


def test_documents_add_up_by_their_names() -> None:
    full = tally([gold(0, OSLO)], [found(0, OSLO)])
    empty = tally([gold(0, OSLO), gold(10, OSLO), gold(20, OSLO)], [])
    assert scores([full, empty]).end_recall == pytest.approx(1 / 4)


def test_nothing_at_all_scores_nothing() -> None:
    counted = scores([tally([], [])])
    assert (counted.f1, counted.end_f1, counted.median_km) == (0, 0, None)
    assert interval([]) == (0, 0)


def test_the_interval_holds_the_score_and_narrows_with_documents() -> None:
    good = tally([gold(0, OSLO)], [found(0, OSLO)])
    bad = tally([gold(0, OSLO)], [found(0, LIMA)])
    few, many = interval([good, bad] * 5), interval([good, bad] * 200)
    for low, high in (few, many):
        assert low < scores([good, bad]).end_f1 < high
    assert many[1] - many[0] < few[1] - few[0]


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([tally([gold(0, OSLO)], [found(0, OSLO)])] * 9) == (1, 1)


def test_roles_counted_by_hand() -> None:
    marked = (
        gold(0, OSLO, literal=True),
        gold(10, BERGEN, literal=True),
        gold(20, LIMA, literal=False),
        gold(30, None, literal=True),
    )
    predicted = [
        found(0, NEAR_OSLO),  # a right pin
        found(10, BERGEN, literal=False),  # kept off the map
        found(20, LIMA),  # a pin where nothing is
        found(30, LIMA),  # nobody can tell
        found(50, LIMA),  # a pin on no place name
    ]
    counted = role_scores([role_tally(Document("1", "", marked), predicted)])
    assert counted is not None
    assert counted.map_precision == pytest.approx(1 / 3)
    assert counted.map_recall == pytest.approx(1 / 2)
    assert counted.accuracy == pytest.approx(2 / 4)


def test_a_corpus_without_flags_has_no_roles() -> None:
    document = Document("1", "", (gold(0, OSLO),))
    assert role_scores([role_tally(document, [found(0, OSLO)])]) is None
