"""Processes side by side: order, death, and what is taken in advance."""

import math
import multiprocessing
import operator
import os
from collections.abc import Iterator

from reports.workers import AHEAD, Lost, each

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
    before = set(multiprocessing.active_children())
    results = each(operator.neg, range(100), 2)
    next(results)
    assert set(multiprocessing.active_children()) - before
    results.close()  # type: ignore[attr-defined] # it is a generator
    assert not set(multiprocessing.active_children()) - before
