"""What the reports said when a briefing was made: just enough to tell later what has changed.

A basis holds no sentence of a report. What stands in it is compared with a later scene, whose
sentences are quoted.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import inf
from typing import Any

from layers.facets import REJECTED
from layers.json_shape import is_day, misfit

VERSION = 1
UNCHECKED = "unverified"
PLACES = "places"
"""The layer whose marks are places that reports name."""
UNKNOWN = "unknown"
"""A relation of claims that cannot be told from what the scene holds of it."""

Json = Mapping[str, Any]

_MAYBE = (str, None)
_FIGURE = {"start": int, "figure": str, "status": str, "review?": str, "group": str, "label": str}
_REPORT = {
    "publisher": _MAYBE,
    "published": (is_day, None),
    "basis": _MAYBE,
    "figures": {"*": _FIGURE},
    "checked": {"*": str},
}
SHAPE = {
    "version": int,
    "asOf": (is_day, None),
    "reports": {"*": _REPORT},
    "places": {"*": str},
    "groups": {"*": {"label": str, "relation": _MAYBE}},
}


def basis(scene: Json) -> dict[str, Any]:
    """Note what a scene says.

    Returns
    -------
    dict
        ``asOf`` (ISO day), ``reports`` by id (how each is cited, its figures by id, and those of
        its names that were checked), ``places`` (names by place id), ``groups`` (label and
        relation by id). Only what is not rejected makes a place named.
    """
    checked: dict[str, dict[str, str]] = {}
    figures: dict[str, dict[str, Json]] = {}
    for item in scene["items"]:
        if item["type"] == "claim":
            figures.setdefault(item["report"], {})[item["id"]] = _figure(item)
        elif item["review"] != UNCHECKED:
            checked.setdefault(item["report"], {})[item["id"]] = item["review"]
    return {
        "version": VERSION,
        "asOf": scene["meta"]["asOf"],
        "reports": {
            report["id"]: {
                "publisher": report["publisher"],
                "published": report["published"],
                "basis": report["basis"],
                "figures": figures.get(report["id"], {}),
                "checked": checked.get(report["id"], {}),
            }
            for report in scene["reports"]
        },
        "places": {mark["placeId"]: mark["name"] for mark in places(scene)},
        "groups": {
            group["id"]: {"label": group["label"], "relation": group.get("relation")}
            for group in scene["groups"]
        },
    }


def basis_on(scene: Json, day: date) -> dict[str, Any]:
    """Note what the reports published up to a day say, as they are read now.

    Reports without a day count as known: nothing says that they came later. What had been checked
    by then is not kept anywhere, so nothing is told as checked since.
    """
    kept = {
        report["id"]
        for report in scene["reports"]
        if not report["published"] or report["published"] <= day.isoformat()
    }
    items = [item for item in scene["items"] if item["report"] in kept]
    by_id = {item["id"]: item for item in items}
    earlier = {
        **scene,
        "reports": [report for report in scene["reports"] if report["id"] in kept],
        "items": items,
        "groups": list(_groups_of(scene, by_id)),
        "meta": {**scene["meta"], "asOf": day.isoformat()},
    }
    return basis(earlier)


def read_basis(read: object) -> dict[str, Any]:
    """Check that a value is a basis.

    Raises
    ------
    ValueError
        When it is none, or one of another version.
    """
    if not isinstance(read, Mapping) or "version" not in read:
        raise ValueError("nothing here says what the reports said then: compare with a day")
    if read["version"] != VERSION:
        raise ValueError(
            f"what the reports said then is noted in version {read['version']}, this Dateline"
            f" reads {VERSION}: compare with a day"
        )
    if problem := misfit(read, SHAPE):
        raise ValueError(
            f"the note of what the reports said then is broken, {problem}: compare with a day"
        )
    return dict(read)


def places(scene: Json) -> Iterator[Json]:
    """Go through the marks of places that some report names and nobody has rejected."""
    items = {item["id"]: item for item in scene["items"]}
    for mark in scene["marks"]:
        here = (items[id_] for id_ in mark["items"] if id_ in items)
        if mark["layer"] == PLACES and any(item["review"] != REJECTED for item in here):
            yield mark


def _figure(item: Json) -> dict[str, Any]:
    names = ("start", "figure", "status", "review", "group", "label")
    return {name: item[name] for name in names}


def _groups_of(scene: Json, kept: Mapping[str, Json]) -> Iterator[Json]:
    for group in scene["groups"]:
        claims = [kept[id_] for id_ in group["claims"] if id_ in kept]
        if len(claims) == len(group["claims"]):
            yield group
        elif claims:
            yield {**group, "relation": _relation(claims)}


def _relation(claims: Sequence[Json]) -> str | None:
    """Tell how some claims of a group stand to each other; only what is certain is told.

    Figures that have a number in common agree however they were rounded. Of those that have none,
    rounding decides, which is not known here.
    """
    if len(claims) == 1:
        return None
    ends = [(_end(claim, "low"), _end(claim, "high")) for claim in claims]
    known = all(low is not None or high is not None for low, high in ends)
    low = max((end for end, _ in ends if end is not None), default=-inf)
    high = min((end for _, end in ends if end is not None), default=inf)
    return "agree" if known and low <= high else UNKNOWN


def _end(claim: Json, name: str) -> float | None:
    value = claim.get(name)
    return None if value is None else float(value) * float(claim.get("base") or 1)
