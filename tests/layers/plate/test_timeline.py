"""The timeline of a plate: what its columns count, and when it is there."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from layers.plate.form import Form
from layers.plate.render import render
from layers.plate.timeline import MOST_COLUMNS, columns, tallies, timeline
from layers.view import View
from layers.window import Window, classify
from tests.layers.plate_cases import fixture

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
BOUNDS = st.none() | DAYS
NARROW = View(window=Window(date(2024, 10, 1), date(2024, 10, 31)))


@given(DAYS, DAYS)
def test_columns_adjoin_and_hold_every_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    starts = columns(first, last)
    assert starts == sorted(set(starts))
    assert starts[0] <= first <= last < starts[-1]
    assert len(starts) - 1 <= MOST_COLUMNS


@given(st.lists(st.tuples(BOUNDS, BOUNDS), max_size=12))
def test_a_column_counts_what_its_days_would_show_as_a_window(
    pairs: list[tuple[date | None, date | None]],
) -> None:
    spans = [(min(a, b), max(a, b)) if a and b else (a, b) for a, b in pairs]
    days = [day for span in spans for day in span if day]
    if not days:
        return
    starts = columns(min(days), max(days))
    certain, possible = tallies(starts, spans)
    for n, first in enumerate(starts[:-1]):
        window = Window(first, starts[n + 1] - timedelta(days=1))
        verdicts = [classify(*span, window) for span in spans]
        assert certain[n] == verdicts.count("certain")
        assert possible[n] == verdicts.count("possible")


def test_a_view_without_a_window_has_none() -> None:
    assert timeline(fixture(), View()) is None
    shown = timeline(fixture(), NARROW)
    assert shown is not None
    assert shown.reports.sum() == len(fixture()["reports"])


def test_a_narrowed_plate_shows_where_its_window_is() -> None:
    narrow, whole = (
        render(fixture(), view, form=Form("svg")).data.decode() for view in (NARROW, View())
    )
    assert ">Figures by event date,</text>" in narrow
    assert ">Figures by event date,</text>" not in whole


def test_days_at_the_end_of_time_stop_nothing() -> None:
    assert len(columns(date.min, date.max)) <= MOST_COLUMNS + 1
