"""Processes side by side: order, death, and what is taken in advance."""

import math
import operator
import os
from collections.abc import Iterator

import pytest

from reports.child import Lost
from reports.workers import AHEAD, each

KILLED = "__import__('os').kill(__import__('os').getpid(), 9)"


def test_results_come_in_the_order_of_the_jobs() -> None:
    jobs = list(range(20))
    assert list(each(operator.neg, jobs, 2)) == [(job, -job) for job in jobs]


def test_a_process_that_dies_costs_only_its_job() -> None:
    found = dict(each(eval, ["1 + 1", KILLED, "2 + 2", "3 + 3"], 2))
    assert found == {"1 + 1": 2, KILLED: Lost(-9), "2 + 2": 4, "3 + 3": 6}


def test_one_that_leaves_by_itself_is_lost_too() -> None:
    assert list(each(os._exit, [3], 1)) == [(3, Lost(3))]


def test_jobs_are_not_taken_long_before_their_turn() -> None:
    taken = []

    def jobs() -> Iterator[int]:
        for job in range(100):
            taken.append(job)
            yield job

    next(each(math.sqrt, jobs(), 2))
    assert len(taken) <= 2 * AHEAD + 1


def test_breaking_off_ends_the_processes() -> None:
    results = each(eval, ["__import__('os').getpid()"] * 9, 2)
    _, process = next(results)
    assert isinstance(process, int)
    os.kill(process, 0)
    results.close()  # type: ignore[attr-defined] # it is a generator
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
