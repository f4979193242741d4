"""Lines on what is not known: where reports are silent, what is doubtful, unchecked or left out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from layers.briefing.briefing import Line
from layers.prose import SILENCE
from layers.prose.headings import listed
from layers.prose.quote import quote
from layers.prose.words import plain
from layers.view import View
from layers.visibility import Visible

Json = Mapping[str, Any]

MOST_CITED = 60
"""A count cites so many of what it counts."""
MOST_NAMED = 6
MOST_DOUBTFUL = 2


def lines(scene: Json, shown: Visible, view: View) -> list[Line]:
    """Say what a view cannot tell.

    Parameters
    ----------
    shown
        What of the scene the view lets through.
    """
    covered = list(_covered(scene, shown))
    counts = [*_in_view(shown, view), *_left_out(shown)]
    return [*covered, Line(SILENCE), *_doubtful(scene, shown), *counts]


def _covered(scene: Json, shown: Visible) -> Iterator[Line]:
    """Name the provinces and countries that something is reported of, the most spoken of first."""
    in_view = {item["id"] for item in shown.items}
    rows = [
        (plain(row["name"]), [id_ for id_ in row["items"] if id_ in in_view])
        for row in scene.get("coverage") or ()
    ]
    spoken = sorted((row for row in rows if row[1]), key=lambda row: (-len(row[1]), row[0]))
    if spoken:
        names = [name for name, _ in spoken]
        some = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "other provinces"]
        cites = [id_ for _, ids in spoken for id_ in ids]
        yield Line(
            f"The reports in view speak of {listed(some)}; of all other land they say nothing.",
            _some(cites),
        )


def _doubtful(scene: Json, shown: Visible) -> Iterator[Line]:
    """Quote figures that cannot be right as printed, with what is wrong."""
    reports = {report["id"]: report for report in scene["reports"]}
    flagged = [item for item in shown.items if item.get("flags")]
    for item in flagged[:MOST_DOUBTFUL]:
        doubts = "; ".join(map(plain, item["flags"]))
        said = quote(item, reports).text
        yield Line(f"Doubtful: “{plain(item['text'])}”, {doubts}. In: {said}", (item["id"],))


def _in_view(shown: Visible, view: View) -> Iterator[Line]:
    unchecked = [item["id"] for item in shown.items if item["review"] == "unverified"]
    things = f"{len(shown.items):,} mentions and figures in view"
    if unchecked:
        some = "All" if len(unchecked) == len(shown.items) else f"{len(unchecked):,} of"
        checked = f"{some} the {things} are as they were read: nobody has checked them."
        yield Line(checked, _some(unchecked))
    undated = [item["id"] for item in shown.items if not _dated(item, view)]
    unlocated = [item["id"] for item in shown.items if shown.fates[item["id"]] == "unlocated"]
    if undated:
        yield Line(f"Without a day, and shown all the same: {len(undated):,}.", _some(undated))
    if unlocated:
        yield Line(f"Without a place on the map: {len(unlocated):,}.", _some(unlocated))


def _dated(item: Json, view: View) -> bool:
    return bool(item["reported"] if view.axis == "reported" else item["dated"])


def _left_out(shown: Visible) -> Iterator[Line]:
    """Count what the view leaves out: its dates, then its switches."""
    for fate, words in (
        ("outside", "Outside the dates shown"),
        ("hidden", "Hidden by switches of the view"),
    ):
        ids = [id_ for id_, found in shown.fates.items() if found == fate]
        if ids:
            yield Line(f"{words}: {len(ids):,} mentions and figures.", _some(ids))


def _some(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(ids[:MOST_CITED])
