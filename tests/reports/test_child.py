"""A process of our own: what it does, what it leaves, when it ends."""

import operator
import os
from pathlib import Path

import pytest

from reports.child import Child, Lost


def test_it_does_what_it_is_sent() -> None:
    child = Child()
    child.give(operator.add, 2, 3)
    assert child.answer() == 5
    child.stop()
    assert not child.alive


def test_it_does_not_import_what_its_parent_runs() -> None:
    child = Child()
    child.give(eval, "'pytest' in __import__('sys').modules")
    assert child.answer() is False
    child.stop()


def test_one_that_died_is_lost_however_often_it_is_asked() -> None:
    child = Child()
    for _ in range(2):
        child.give(os._exit, 3)
        assert child.answer() == Lost(3)
    child.stop()


def test_it_ends_when_its_parent_is_gone() -> None:
    child = Child()
    child.pipe.close()
    assert child.answer() == Lost(0)


def test_nothing_is_left_of_one_that_was_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    child = Child()
    child.give(operator.add, 2, 3)
    assert child.answer() == 5
    child.stop()
    assert not list(tmp_path.iterdir())
