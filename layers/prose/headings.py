"""Headings of a view: the places it is about, whose words these are, and of which days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from layers.view import View
from layers.visibility import Drawn, Visible

Json = Mapping[str, Any]

NAMED = 3
"""A heading names so many places, or so many of those whose words these are."""


def headline(drawn: Sequence[Drawn]) -> str:
    """Name the places that most is said of, and whose words these are; never assert.

    Where some of the reports speak of none of these, it says "and elsewhere".
    """
    named = [one for one in drawn if _is_subject(one.mark)]
    first = sorted(named, key=lambda one: -len(one.items))[:NAMED]
    names = [one.mark["name"] for one in first]
    reports, of_these = _reports_of(drawn), _reports_of(first)
    return heading([*names, "elsewhere"] if names and reports > of_these else names, len(reports))


def _reports_of(drawn: Sequence[Drawn]) -> set[str]:
    return {item["report"] for one in drawn for item in one.items}


def heading(names: Sequence[str], reports: int) -> str:
    """Name places, and say whose words these are.

    >>> heading(["Kursk", "Sumy"], 2), heading([], 1)
    ('Kursk and Sumy: what 2 reports say', 'What 1 report says')
    """
    said = f"what {reports} report{' says' if reports == 1 else 's say'}"
    return f"{listed(names)}: {said}" if names else said.capitalize()


def _is_subject(mark: Json) -> bool:
    """Tell whether something is said to be at a mark: a place that is more than a reference."""
    return mark["layer"] == "places" and not mark["wide"] and not mark.get("reference")


def listed(names: Sequence[str]) -> str:
    """Print names as a list.

    >>> listed(["Kursk"]), listed(["Kursk", "Sumy", "Kharkiv"])
    ('Kursk', 'Kursk, Sumy and Kharkiv')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def voices(drawn: Sequence[Drawn]) -> str:
    """Name whose words the figures are, the most quoted first."""
    origins = Counter(item["origin"] for one in drawn for item in one.items if item.get("origin"))
    names = [name for name, _ in sorted(origins.items(), key=lambda pair: (-pair[1], pair[0]))]
    if not names:
        return ""
    more = " and others" if len(names) > NAMED else ""
    return f"Figures by {', '.join(names[:NAMED]) if more else listed(names)}{more}, as reported · "


def window_text(scene: Json, view: View) -> str:
    """Print the window of the data: its days and axis, not today's date."""
    axis = "event" if view.axis == "event" else "publication"
    start, end = view.window.start, view.window.end
    if start or end:
        days = (
            f"{long_day(start) if start else 'start'} to {long_day(end) if end else 'last report'}"
        )
        shown = f"Shown by {axis} date: {days}"
    else:
        shown = "All dates shown"
    published = sorted(r["published"] for r in scene["reports"] if r["published"])
    if not published:
        return f"{shown} · publication days not known."
    first, last = (long_day(date.fromisoformat(day)) for day in (published[0], published[-1]))
    span = first if first == last else f"{first} – {last}"
    return f"{shown} · reports published {span}."


def counts_text(shown: Visible) -> str:
    """Say how much is shown and how much is not."""
    counts = shown.counts
    return (
        f"{counts['shown']} shown · {counts['outside']} outside the dates · "
        f"{counts['undated']} undated · {counts['unlocated']} unlocated · "
        f"{counts['hidden']} hidden · {counts['unverified']} unverified"
    )


def long_day(day: date) -> str:
    """Print a day as 27 June 2025."""
    return f"{day.day} {day:%B %Y}"
