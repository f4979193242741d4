"""Which marks are new, or have more said of them, since a day or a briefing.

The browser applies the same rule in static/web/since.js; ``tests/fixtures/since_cases.json`` holds
both to one table.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

NEW, MORE = "new", "changed"
BRIEFING = "briefing-"
"""What stands before the id of a briefing that is compared with."""

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """The sign of a mark, `NEW` or `MORE`, and since when, in words."""

    sign: str
    since: str


def checked(since: object) -> str | None:
    """Read what a view is compared with: an ISO day, a briefing, or None for nothing.

    Raises
    ------
    ValueError
        When it is none of these.
    """
    if since is None or (isinstance(since, str) and since.startswith(BRIEFING)):
        return since
    if not DAY.fullmatch(str(since)):
        raise ValueError(f"{since} is neither a day nor a briefing to compare with")
    return date.fromisoformat(str(since)).isoformat()


def past(id_: str, title: str, basis: Json, scene: Json) -> dict[str, Any]:
    """Lay out a briefing that a scene can be compared with, as the scene's ``pasts`` hold it.

    Parameters
    ----------
    basis
        What the reports said then (`layers.briefing.basis`).
    """
    known = basis.get("reports") or {}
    new = [report["id"] for report in scene["reports"] if report["id"] not in known]
    return {"id": f"{BRIEFING}{id_}", "title": title, "day": basis.get("asOf"), "new": new}


def since_text(scene: Json, since: str) -> str:
    """Say what is compared with."""
    if since.startswith(BRIEFING):
        titles = [row["title"] for row in scene.get("pasts") or () if row["id"] == since]
        return f"the briefing “{titles[0]}”" if titles else "a briefing that is not here"
    day = date.fromisoformat(since)
    return f"{day.day} {day:%b} {day.year}"


def new_reports(scene: Json, since: str | None) -> frozenset[str]:
    """Give the ids of the reports that came since.

    A report without a day came on no day that is known, so it is never new since one. Since a
    briefing that is not there, nothing is.
    """
    if since is None:
        return frozenset()
    if since.startswith(BRIEFING):
        rows = scene.get("pasts") or ()
        return frozenset(id_ for row in rows if row["id"] == since for id_ in row["new"])
    return frozenset(
        report["id"] for report in scene["reports"] if (report["published"] or "") > since
    )


def sign(every: Collection[Json], shown: Sequence[Json], new: Collection[str]) -> str | None:
    """Tell a mark that only new reports speak of from one of which they say more.

    Parameters
    ----------
    every
        All items of the mark: what a filter hides was said before all the same.
    shown
        Those that are in view: of what is hidden nothing is told.
    """
    if not any(item["report"] in new for item in shown):
        return None
    return NEW if all(item["report"] in new for item in every) else MORE
