"""What was decided at spots of a report, folded from the rows that say so one after another."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.place import Role
from geo.rulings import Ruling, Span
from reports.known_places import KnownPlaces
from reports.tables import RULED

Rows = Iterable[Mapping[str, Any]]
"""Of the table of decisions, oldest first."""
Fields = dict[str, str | None]
"""Values by ``RULED``; only of what was decided."""

REVIEW, PLACE, ROLE = "review", "place_id", "role"
VERIFIED, REJECTED, UNVERIFIED = "verified", "rejected", "unverified"
"""A spot that is unverified again stands as it was read, whatever was decided before."""


def standing(decisions: Rows) -> dict[Span, Fields]:
    """Give what was decided last at each spot, and was not taken back since."""
    found: dict[Span, Fields] = {}
    for row in decisions:
        if row["field"] in RULED:
            span = int(row["start"]), int(row["end"])
            found.setdefault(span, {})[row["field"]] = row["after"]
    return {span: said for span, said in found.items() if said.get(REVIEW) != UNVERIFIED}


def as_rulings(decided: Mapping[Span, Fields], known: KnownPlaces) -> dict[Span, Ruling]:
    """Give what a report's names are read with; a place that nobody knows any more is left open."""
    return {span: _ruling(fields, known) for span, fields in decided.items()}


def _ruling(fields: Mapping[str, str | None], known: KnownPlaces) -> Ruling:
    place_id, role = fields.get(PLACE), fields.get(ROLE)
    lost = place_id is not None and not known.has(place_id)
    return Ruling(
        placed=PLACE in fields and not lost,
        place=known.place(place_id) if place_id is not None and not lost else None,
        role=Role(role) if role else None,
        rejected=fields.get(REVIEW) == REJECTED,
    )
