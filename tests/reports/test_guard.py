"""The guard: what opens too long or too large costs only itself, in one sentence."""

import os
import sys
import time
from collections.abc import Iterator

import pytest

from reports.child import Child
from reports.errors import EmptyReportError, ReportError
from reports.guard import GivenUpError, Guard, pieces, read

MOST = 400
"""Megabytes that a test's guard allows: Python and the readers fit in well."""


@pytest.fixture
def guard() -> Iterator[Guard]:
    guard = Guard(20, MOST)
    yield guard
    guard.stop()


def length(data: bytes, name: str) -> int:
    return len(data) + len(name)


def process(data: bytes, name: str) -> int:  # noqa: ARG001 - a work takes both
    return os.getpid()


def hang(data: bytes, name: str) -> None:  # noqa: ARG001
    time.sleep(600)


def bomb(data: bytes, name: str) -> int:  # noqa: ARG001
    return len(bytearray(10 * MOST * 1_000_000))


def die(data: bytes, name: str) -> None:  # noqa: ARG001
    os._exit(7)


def stumble(data: bytes, name: str) -> float:
    return len(name) / len(data)


def heavy(data: bytes, name: str) -> bool:  # noqa: ARG001
    return "spacy" in sys.modules


def test_what_the_readers_give_comes_back() -> None:
    (piece,) = pieces(b"Some 40 soldiers reached Sumy.", "sumy.txt").pieces
    found = read(piece.data, piece.name)
    assert (found.text, found.slug) == ("Some 40 soldiers reached Sumy.", "sumy")


def test_what_the_readers_refuse_is_refused_in_their_words() -> None:
    with pytest.raises(EmptyReportError, match=r"^empty\.txt is empty: choose a file") as refused:
        read(b"", "empty.txt")
    assert refused.value.way_out.startswith("choose")


def test_one_process_serves_many_files_and_imports_no_language_model(guard: Guard) -> None:
    here = {guard.do(process, b"", name) for name in "abc"}
    assert len(here) == 1
    assert os.getpid() not in here
    assert not guard.do(heavy, b"", "a")


def test_a_file_that_hangs_is_given_up_and_the_next_is_read() -> None:
    guard = Guard(0.5, MOST)
    with pytest.raises(GivenUpError, match=r"^slow\.pdf took more than 0\.5 s to open"):
        guard.do(hang, b"", "slow.pdf")
    guard = Guard(20, MOST)
    assert guard.do(length, b"12", "a") == 3
    guard.stop()


def test_a_bomb_is_given_up_and_the_next_is_read(guard: Guard) -> None:
    with pytest.raises(GivenUpError, match=r"^bomb\.zip needs more than 400 MB to open"):
        guard.do(bomb, b"", "bomb.zip")
    assert guard.do(length, b"12", "a") == 3


def test_a_process_that_dies_costs_only_its_file(guard: Guard) -> None:
    with pytest.raises(GivenUpError, match=r"^crash\.pdf ended the process .*code 7"):
        guard.do(die, b"", "crash.pdf")
    assert guard.do(length, b"12", "a") == 3


def test_a_reader_that_fails_unforeseen_is_told_with_its_file(guard: Guard) -> None:
    with pytest.raises(ReportError, match=r"^odd\.eml could not be read \(ZeroDivisionError"):
        guard.do(stumble, b"", "odd.eml")


def test_an_answer_that_nobody_waited_for_is_not_the_next_file_s(
    guard: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Child) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Child, "answer", interrupted)
        with pytest.raises(KeyboardInterrupt):
            guard.do(length, b"12345", "a")
    assert guard.do(length, b"12", "a") == 3
