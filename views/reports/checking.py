"""Checking a report against itself: what a name may mean, what becomes of it, and where else."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from geo.place import Place, Role
from geo.records import records
from layers.place_facts import within
from reports.decided import PLACE, REJECTED, REVIEW, ROLE, UNVERIFIED, VERIFIED, standing
from reports.known_places import KnownPlaces
from reports.record import Row
from reports.rulings import Said, Spots, alike
from reports.store import Store

Json = Mapping[str, Any]
HERE, REPORT, CASE = "here", "report", "case"
"""Where a decision holds: at this spot, for the name in this report, or in all of the case."""
MOST_FOUND = 8
"""Places of a name that somebody looked up that are offered."""
REVIEWS = frozenset({VERIFIED, REJECTED, UNVERIFIED})


def checks(report_id: str, mentions: pd.DataFrame, store: Store, known: KnownPlaces) -> Json:
    """Lay out what can be decided of a report's names, and what was.

    Returns
    -------
    dict
        ``choices``: by id of a name, the places it may mean (``place``, ``name``, ``kind``,
        ``within``, ``reasons``), the one it is taken for among them; ``alike``: by id of a name,
        how many in this ``report``, in the whole ``case``, and in how many ``reports`` are written
        alike and taken for the same place; ``decided``: hours of decisions that stand, by spot as
        ``start-end``.
    """
    rows = records(mentions)
    places = store.named({row[PLACE] for row in rows})
    decisions = records(store.decisions(report_id))
    hours = {(row["start"], row["end"]): row["at"] for row in decisions}
    return {
        "choices": {row["id"]: _choices(row, known) for row in rows},
        "alike": {row["id"]: _counted(alike(row, places), report_id) for row in rows},
        "decided": {f"{start}-{end}": hours[start, end] for start, end in standing(decisions)},
    }


def looked_up(typed: str, gazetteer: Gazetteer) -> list[Json]:
    """Offer places for a name that somebody typed, or a name and what contains it."""
    found = gazetteer.geocode(typed, exactly_one=False, limit=MOST_FOUND) if typed.strip() else None
    locations = found if isinstance(found, list) else []
    known = [gazetteer.place(each.raw["id"]) for each in locations]
    return [_choice(place, within(place, gazetteer)) for place in known]


def asked_spots(row: Row, scope: str, store: Store) -> Spots:
    """Give the spots that a decision on a name or a figure is about."""
    spot = {row["report_id"]: [(row["start"], row["end"])]}
    if scope == HERE or PLACE not in row:
        return spot
    found = alike(row, store.named({row[PLACE]}))
    return found if scope == CASE else {id_: found[id_] for id_ in spot if id_ in found}


def asked_words(asked: Json, known: KnownPlaces) -> Said:
    """Read what a browser asks to have decided; what makes no sense is left out."""
    said: dict[str, str | None] = {}
    if PLACE in asked and (asked[PLACE] is None or known.has(str(asked[PLACE]))):
        said[PLACE] = asked[PLACE]
    if (role := str(asked.get(ROLE))) in frozenset(map(str, Role)):
        said[ROLE] = role
    if (review := str(asked.get(REVIEW))) in REVIEWS:
        said[REVIEW] = review
    return said if REVIEW in said else {}


def found_row(item: str, store: Store, report_id: str) -> Row | None:
    """Find the row of a name or a figure of a report by its id."""
    rows = (*records(store.mentions(report_id)), *records(store.claims(report_id)))
    return next((row for row in rows if row["id"] == item), None)


def asked_row(asked: Json, store: Store, report_id: str) -> Row | None:
    """Find the row that a browser asks about, if it still stands where the browser saw it.

    Figures are counted through: after another reading a name of one may be that of another.
    """
    row = found_row(str(asked.get("item")), store, report_id)
    seen = asked.get("start"), asked.get("end")
    return row if row is not None and (row["start"], row["end"]) == seen else None


def _choices(row: Row, known: KnownPlaces) -> Sequence[Json]:
    candidates = [each for each in row["candidates"] or () if known.has(each["place_id"])]
    return [
        _choice(place := known.place(each["place_id"]), within(place, known), each["reasons"])
        for each in candidates
    ]


def _choice(place: Place, around: Sequence[str], reasons: Sequence[str] = ()) -> Json:
    return {
        "place": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "within": ", ".join(around),
        "reasons": list(reasons),
    }


def _counted(spots: Spots, report_id: str) -> Json:
    return {
        "report": len(spots.get(report_id, ())),
        "case": sum(map(len, spots.values())),
        "reports": len(spots),
    }
