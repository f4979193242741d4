"""The watched inbox: what is whole, what was taken, what came back."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reports.watch import SETTLED, Inbox, Stamp, stamp

A, B = Path("a.txt"), Path("b.txt")


def seen(inbox: Inbox, *sizes: int | None) -> list[int]:
    """Show one file in listings of these sizes; give the listings at which it was taken."""
    shows = ({} if size is None else {A: Stamp(size, 0)} for size in sizes)
    return [number for number, show in enumerate(shows) if inbox.ready(show)]


def test_a_file_is_taken_once_when_it_has_settled() -> None:
    assert seen(Inbox(), *[5] * 9) == [SETTLED - 1]


def test_a_growing_file_waits() -> None:
    assert seen(Inbox(), 1, 2, 2, 3, 3, 3, 3) == [5]


def test_what_changes_later_is_taken_again() -> None:
    assert seen(Inbox(), *[5] * 4, *[6] * 4) == [2, 6]


def test_what_comes_back_as_it_was_is_not_new() -> None:
    assert seen(Inbox(), *[5] * 4, None, None, *[5] * 4) == [2]


def test_files_are_taken_in_the_order_of_the_listing() -> None:
    inbox, listing = Inbox(), {B: Stamp(1, 0), A: Stamp(1, 0)}
    assert [inbox.ready(listing) for _ in range(SETTLED)][-1] == [B, A]


@given(st.lists(st.integers(0, 2), max_size=30))
def test_nothing_is_taken_while_it_changes(sizes: list[int]) -> None:
    for number in seen(Inbox(), *sizes):
        assert len({*sizes[number - SETTLED + 1 : number + 1]}) == 1


def test_a_file_that_is_gone_has_no_stamp(tmp_path: Path) -> None:
    assert stamp(tmp_path / "gone.txt") is None
    (tmp_path / "here.txt").write_text("abc", encoding="utf-8")
    found = stamp(tmp_path / "here.txt")
    assert found is not None
    assert found.size == 3
