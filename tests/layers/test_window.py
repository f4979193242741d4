"""The closed-day rule, on the truth table it shares with the browser and at its edges."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layers.window import Window, classify, day

CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "window_cases.json").read_text(encoding="utf-8")
)
ONE = timedelta(1)

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
maybe = st.none() | days
spans = st.tuples(maybe, maybe).filter(lambda s: s[0] is None or s[1] is None or s[0] <= s[1])
dated = spans.filter(lambda s: s != (None, None))
windows = spans.map(lambda s: Window(*s))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_truth_table(case: dict[str, str | None]) -> None:
    window = Window(day(case["start"]), day(case["end"]))

    assert classify(day(case["earliest"]), day(case["latest"]), window) == case["verdict"]


@given(windows)
def test_undated_is_undated_in_every_window(window: Window) -> None:
    assert classify(None, None, window) == "undated"


@given(dated)
def test_everything_dated_is_certain_without_a_window(
    item: tuple[date | None, date | None],
) -> None:
    assert classify(*item, Window()) == "certain"


@given(days, st.integers(0, 400))
def test_the_edges_belong_to_the_window(start: date, length: int) -> None:
    end = start + timedelta(length)
    window = Window(start, end)

    assert classify(start, start, window) == classify(end, end, window) == "certain"
    assert classify(start - ONE, start - ONE, window) == "outside"
    assert classify(end + ONE, end + ONE, window) == "outside"


@given(dated, windows, st.integers(0, 400), st.integers(0, 400))
def test_widening_a_window_never_lets_go(
    item: tuple[date | None, date | None], window: Window, before: int, after: int
) -> None:
    wider = Window(
        window.start - timedelta(before) if window.start else None,
        window.end + timedelta(after) if window.end else None,
    )
    order = ["outside", "possible", "certain"]

    assert order.index(classify(*item, wider)) >= order.index(classify(*item, window))


@given(dated, days)
def test_two_windows_that_meet_leave_nothing_out(
    item: tuple[date | None, date | None], cut: date
) -> None:
    verdicts = {classify(*item, Window(None, cut)), classify(*item, Window(cut + ONE, None))}

    assert verdicts in ({"certain", "outside"}, {"possible"})


@given(days, days)
def test_one_day_is_never_only_possible(when: date, start: date) -> None:
    assert classify(when, when, Window(start, None)) in {"certain", "outside"}


@given(st.tuples(*[st.none() | st.integers(-3, 3)] * 4))
def test_the_verdict_is_what_counting_days_says(bounds: tuple[int | None, ...]) -> None:
    """Days are counted from far before to far after all bounds, which stand in for open ends."""
    earliest, latest, start, end = bounds
    assume(earliest is None or latest is None or earliest <= latest)
    assume(start is None or end is None or start <= end)

    def span(first: int | None, last: int | None) -> set[int]:
        return set(range(-9 if first is None else first, (9 if last is None else last) + 1))

    def at(offset: int | None) -> date | None:
        return None if offset is None else date(2024, 2, 29) + timedelta(offset)

    item, window = span(earliest, latest), span(start, end)
    met = "certain" if item <= window else "possible" if item & window else "outside"
    expected = "undated" if earliest is None and latest is None else met

    assert classify(at(earliest), at(latest), Window(at(start), at(end))) == expected


def test_a_window_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-06-02 to 2025-06-01 ends before it starts"):
        Window(date(2025, 6, 2), date(2025, 6, 1))
