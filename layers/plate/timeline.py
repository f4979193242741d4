"""The timeline under a narrowed view: when reports came and figures are dated, and its window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from layers.plate.form import type_size
from layers.plate.layout import Rect
from layers.plate.sheet import Sheet
from layers.view import View
from layers.visibility import spans

Json = Mapping[str, Any]
Span = tuple[date | None, date | None]
Days = NDArray[np.int64]

# Columns are of days, months or so many years: the finest of which there are at most so many.
MOST_COLUMNS = 64
YEARS = (1, 10, 100, 1000)
# What is later has no day after it.
LATEST = date(8999, 12, 31)
# Room for the names of the lanes, for each lane, and for the days beneath, in units.
HEADS = 196.0
LANES = (22.0, 38.0)
APART = 6.0
ROW = 18.0
# Columns are labelled at least so far apart.
LABEL_APART = 92.0
BLANK = 1.6
# How a column is named that has at least so many days; a day's number is printed without a zero.
DAY = " %b %Y"
FORMS = ((365, "%Y"), (28, "%b %Y"), (1, DAY))
# Shares of ink: what a figure is for certain and what it may be, and both outside the window.
CERTAIN, POSSIBLE, OUTSIDE = 1.0, 0.38, 0.3
WINDOW = 2.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """Counts by columns of days; column ``n`` runs from ``starts[n]`` to the day before the next.

    Attributes
    ----------
    starts
        First days, and the day after the last column: one more than there are columns.
    reports
        Reports published in each column.
    certain, possible
        Figures whose day lies in a column for certain, and those whose day may.
    """

    starts: Sequence[date]
    reports: Days
    certain: Days
    possible: Days


def timeline(scene: Json, view: View) -> Timeline | None:
    """Count what a view has on, in its window and outside; None for a view without a window."""
    if not (view.window.start or view.window.end):
        return None
    figures = [(first, last) for item, first, last in spans(scene, view) if item["type"] == "claim"]
    published = [
        date.fromisoformat(report["published"])
        for report in scene["reports"]
        if report["published"] and view.reports.get(report["id"], True)
    ]
    known = [day for span in figures for day in span if day] + published
    if not known:
        return None
    starts = columns(min(known), max(known))
    certain, possible = tallies(starts, figures)
    return Timeline(starts, tallies(starts, [(d, d) for d in published])[0], certain, possible)


def columns(first: date, last: date) -> list[date]:
    """List the first days of the columns from one day to another, and the day after the last.

    >>> [str(day) for day in columns(date(2024, 11, 5), date(2024, 11, 7))]
    ['2024-11-05', '2024-11-06', '2024-11-07', '2024-11-08']
    >>> [str(day) for day in columns(date(2024, 11, 5), date(2025, 2, 7))][-2:]
    ['2025-02-01', '2025-03-01']
    """
    last = min(last, LATEST)
    if (last - first).days < MOST_COLUMNS:
        return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 2)]
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month + 1)
    if len(months) <= MOST_COLUMNS:
        return [date(month // 12, month % 12 + 1, 1) for month in months]
    step = next(step for step in YEARS if (last.year - first.year) // step < MOST_COLUMNS - 1)
    years = range(first.year - first.year % step, last.year + 1, step)
    return [date(max(1, year), 1, 1) for year in (*years, years[-1] + step)]


def tallies(starts: Sequence[date], counted: Sequence[Span]) -> tuple[Days, Days]:
    """Count how many spans lie in each column for certain, and how many may.

    An open end reaches to the end of the columns; what has no day at all counts nowhere.
    """
    edges, count = np.array([day.toordinal() for day in starts]), len(starts) - 1
    certain, change = np.zeros(count, dtype=np.int64), np.zeros(count + 1, dtype=np.int64)
    for first, last in counted:
        if first is None and last is None:
            continue
        days = ((first or starts[0]).toordinal(), (last or starts[-1]).toordinal())
        left, right = np.clip(np.searchsorted(edges, days, "right") - 1, 0, count - 1)
        if left == right and first and last:
            certain[left] += 1
        else:
            change[left] += 1
            change[right + 1] -= 1
    return certain, np.cumsum(change)[:-1]


def draw_timeline(sheet: Sheet, place: Rect, shown: Timeline, view: View, colours: Json) -> None:
    """Draw two lanes of columns, the days beneath, and the window as a frame over both."""
    plot = Rect(place.x + HEADS, place.y + 4, place.width - HEADS, sum(LANES) + APART)
    edges = np.array([day.toordinal() for day in shown.starts])
    first = (view.window.start or shown.starts[0]).toordinal()
    end = view.window.end.toordinal() + 1 if view.window.end else edges[-1]
    inside = (edges[:-1] < end) & (first < edges[1:])
    axis = "event" if view.axis == "event" else "publication"
    lanes = (
        (["Reports"], shown.reports, np.zeros_like(shown.reports)),
        ([f"Figures by {axis} date,", "pale: possibly then"], shown.certain, shown.possible),
    )
    top = plot.y
    for (words, certain, possible), height in zip(lanes, LANES, strict=True):
        small = type_size("small")
        for row, line in enumerate(words):
            y = top + height - 4 - (len(words) - 1 - row) * ROW
            sheet.text(place.x, y, line, small, color=colours["ink2"])
        _lane(sheet, Rect(plot.x, top, plot.width, height), (certain, possible), inside, colours)
        top += height + APART
    _label(sheet, plot, shown.starts, colours)
    left, right = np.interp(
        (first, end), edges, np.linspace(plot.x, plot.x + plot.width, len(edges))
    )
    sheet.box(left, plot.y - 4, right - left, plot.height + 4, fill=False,
              edgecolor=colours["ink"], lw=WINDOW / sheet.point, zorder=5)  # fmt: skip


def _lane(
    sheet: Sheet, lane: Rect, counts: tuple[Days, Days], inside: NDArray[np.bool_], colours: Json
) -> None:
    """Draw columns: what is certain in full ink, what may be above it in less."""
    certain, possible = counts
    most, wide = max(2, int((certain + possible).max())), lane.width / len(certain)
    sheet.rule(lane.x, lane.bottom, lane.x + lane.width, lane.bottom, colours["rule"], 1, z=2)
    for n, (sure, maybe, seen) in enumerate(zip(certain, possible, inside, strict=True)):
        foot = lane.bottom
        for count, share in ((sure, CERTAIN), (maybe, POSSIBLE)):
            height = count / most * lane.height
            alpha = share * (1.0 if seen else OUTSIDE)
            sheet.box(lane.x + n * wide + BLANK / 2, foot - height, wide - BLANK, height,
                      facecolor=colours["ink"], alpha=alpha, lw=0, zorder=3)  # fmt: skip
            foot -= height


def _label(sheet: Sheet, plot: Rect, starts: Sequence[date], colours: Json) -> None:
    """Name as many columns as have room for it."""
    wide, size = plot.width / (len(starts) - 1), type_size("furniture") - 1
    form = next(form for days, form in FORMS if (starts[1] - starts[0]).days >= days)
    for n in range(0, len(starts) - 1, int(np.ceil(LABEL_APART / wide))):
        x = plot.x + n * wide
        sheet.rule(x, plot.bottom, x, plot.bottom + 5, colours["ink3"], 1)
        words = f"{starts[n].day if form is DAY else ''}{starts[n]:{form}}"
        sheet.text(x + 4, plot.bottom + size + 2, words, size, color=colours["ink2"])
