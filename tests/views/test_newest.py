"""One value a case, and only of as many cases as there is room for."""

from weakref import ref

from views.newest import Newest


class Value:
    """Something that can be watched going."""


def test_a_value_is_made_once_for_a_state() -> None:
    newest: Newest[Value] = Newest(2)
    first = newest.get("a", 1, Value)
    assert newest.get("a", 1, Value) is first
    assert newest.get("a", 2, Value) is not first
    assert newest.get("b", 2, Value) is not newest.get("a", 2, Value)


def test_the_older_goes_before_the_newer_is_made() -> None:
    newest: Newest[Value] = Newest(2)
    older = ref(newest.get("a", 1, Value))

    def make() -> Value:
        assert older() is None
        return Value()

    newest.get("a", 2, make)


def test_the_case_that_was_asked_for_longest_ago_goes_first() -> None:
    newest: Newest[Value] = Newest(2)
    a, b = newest.get("a", 1, Value), newest.get("b", 1, Value)
    newest.get("a", 1, Value)
    newest.get("c", 1, Value)
    assert newest.get("a", 1, Value) is a
    assert newest.get("b", 1, Value) is not b
