"""Fitting the weights of evidence, on evidence made for it."""

import tomllib

import numpy as np
import pytest

from data.build.weights import WEIGHTS, Example, fit, rewritten
from geo.toponyms.lean import COMPANY
from geo.toponyms.weights import weights

FREE = np.array([True, True])
START = np.array([1.0, 1.0])


def example(*rows: tuple[float, float], right: int) -> Example:
    evidence = np.array(rows)
    return Example(evidence, np.arange(len(rows)) == right)


def test_evidence_that_tells_right_from_wrong_gains() -> None:
    near_wins = [example((0, 1), (1, 0), right=0)] * 20
    people, near = fit(near_wins, START, FREE)
    assert near > 1 > people


def test_what_is_settled_stays() -> None:
    near_wins = [example((0, 1), (1, 0), right=0)] * 20
    people, near = fit(near_wins, START, np.array([False, True]))
    assert people == 1
    assert near > 1


def test_no_weight_changes_its_sign() -> None:
    misleading = [example((1, 0), (0, 1), right=1)] * 20
    people, _ = fit(misleading, START, FREE, caution=1e-6)
    assert people == 0


def test_weights_stay_where_they_were_when_nothing_speaks() -> None:
    alike = [example((1, 1), (1, 1), right=0)]
    assert fit(alike, START, FREE) == pytest.approx(START)


def test_a_table_keeps_its_comments_and_order() -> None:
    table = "[expected]\npeople = 9\n[fitted]\npeople = 8.5  # ten million\nstrange_name = -2.66\n"
    assert rewritten(table, {"people": 7, "strange_name": -1.234}) == (
        "[expected]\npeople = 9\n[fitted]\npeople = 7.00  # ten million\nstrange_name = -1.23\n"
    )


def test_all_company_has_a_weight_and_weights_are_listed_once() -> None:
    tables = tomllib.loads(WEIGHTS.read_text("utf-8"))
    assert set(tables["expected"]) == set(tables["fitted"])
    assert not set(tables["settled"]) & set(tables["fitted"])
    assert set(COMPANY) <= set(weights())
