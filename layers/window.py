"""The window of days that a view looks through, and how an item's dates stand to it.

All days are closed: an item or window from one day to another holds both. None is an open end. The
same rule runs in the browser; ``tests/fixtures/window_cases.json`` holds both to one truth table.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["certain", "possible", "outside", "undated"]


@dataclass(frozen=True, slots=True)
class Window:
    """The closed days from ``start`` to ``end``; None is open.

    Raises
    ------
    ValueError
        When the window would end before it starts.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a window without a day."""
        if self.start and self.end and self.end < self.start:
            raise ValueError(
                f"window {self.start} to {self.end} ends before it starts: swap the two days"
            )


def classify(earliest: date | None, latest: date | None, window: Window) -> Verdict:
    """Tell how an item's dates stand to a window.

    Parameters
    ----------
    earliest, latest
        Closed days that hold the event; None is open, and both None is undated.

    Returns
    -------
    str
        "certain" when the event lies in the window whichever day it was, "possible" when it may,
        "outside" when it cannot, "undated" when nothing is known of its day.
    """
    if earliest is None and latest is None:
        return "undated"
    first, last = _start(earliest), _end(latest)
    start, end = _start(window.start), _end(window.end)
    if start <= first and last <= end:
        return "certain"
    return "possible" if first <= end and start <= last else "outside"


def _start(day_: date | None) -> date:
    return day_ or date.min


def _end(day_: date | None) -> date:
    return day_ or date.max


def day(text: str | None) -> date | None:
    """Return the day that an ISO text names; None for none.

    Raises
    ------
    ValueError
        When the text is no ISO day.

    Examples
    --------
    >>> day("2025-06-26")
    datetime.date(2025, 6, 26)
    """
    return date.fromisoformat(text) if text else None
