"""Work behind a page: once for a key, dropped for another, never seen where it was stopped."""

from threading import Event
from typing import Any

from views.background import Desk, Work


def waited(work: Work[Any]) -> object:
    """Wait for what comes of a piece of work."""
    return work._future.result(timeout=30)


def test_the_same_key_is_the_same_work() -> None:
    desk, results = Desk({}), iter(["drawn", "drawn again"])
    first = desk.ask("plate", "a", lambda: next(results))
    assert waited(first) == "drawn"
    assert desk.ask("plate", "a", lambda: next(results)) is first
    assert first.result == "drawn"
    assert waited(desk.ask("plate", "b", lambda: next(results))) == "drawn again"


def test_a_new_choice_takes_the_place_of_what_waits() -> None:
    desk, gate, made = Desk({}), Event(), []
    held = desk.ask("other", "x", gate.wait)
    old = desk.ask("plate", "a", lambda: made.append("a"))
    assert old.waits
    new = desk.ask("plate", "b", lambda: made.append("b"))
    gate.set()
    waited(held)
    waited(new)
    assert made == ["b"]
    assert old.stopped
    assert old.result is None


def test_nothing_comes_of_what_was_stopped_until_it_is_asked_for_again() -> None:
    desk, gate = Desk({}), Event()
    work = desk.ask("plate", "a", lambda: gate.wait() and "drawn")
    work.stop()
    gate.set()
    assert work.ended
    assert work.result is None
    assert desk.ask("plate", "a", lambda: "drawn") is work
    again = desk.again("plate", "a", lambda: "drawn")
    assert waited(again) == "drawn"
    assert again.result == "drawn"


def test_what_fails_says_so() -> None:
    def fail() -> None:
        raise ValueError("no ink")

    work = Desk({}).ask("plate", "a", fail)
    while not work.ended:
        work._future.exception(timeout=30)
    assert str(work.problem) == "no ink"
    assert work.result is None
