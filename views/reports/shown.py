"""One report as the browser gets it: its text with what was read in it, and what is known of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from geo.place import Role
from geo.records import records
from geo.rulings import BY_HAND
from layers.items import items, unquantified
from reports.corrections import corrections
from reports.decided import REJECTED, REVIEW
from reports.groups import grouped
from reports.known_places import KnownPlaces
from reports.store import Store
from views.amounts import with_amounts
from views.reports.checking import checks, looked_up

Json = Mapping[str, Any]

ABOUT = ("title", "publisher", "author", "url", "lang", "published")


def shown(
    store: Store, gazetteer: Gazetteer, report_id: str, looked: Json | None = None
) -> dict[str, Any]:
    """Lay out one report.

    Parameters
    ----------
    looked
        The name that somebody looks up for an item of the report: ``{"item": id, "typed": str}``.

    Returns
    -------
    dict
        ``report`` (``id``, ``ref``, ``heading``, what is known of it, ``text``), ``items`` and
        ``unquantified`` as in a scene, ``furniture`` (stretches ``[start, end, kind]`` of the text,
        in code points), ``corrected`` (by field: ``at`` and ``was``), ``checks`` (what can be
        decided, :func:`views.reports.checking.checks`), ``looked`` with the ``places`` found,
        ``read`` and ``left`` (:func:`read_of`, :func:`left_out`).

    Raises
    ------
    KeyError
        When there is no such report.
    """
    row = store.report(report_id)
    name, original = store.original(report_id)
    known = KnownPlaces(gazetteer, store.places())
    mentions = store.mentions(report_id)
    claims = with_amounts(grouped(store.claims(report_id)), known)
    found = items(mentions, claims, pd.DataFrame([row])[["id", "published"]])
    loose = unquantified(store.unquantified(report_id))
    return {
        "report": {
            **{field: row[field] for field in ("id", *ABOUT, "received", "sha256", "text")},
            "ref": row["publisher"] or "Publisher not stated",
            "heading": row["title"] or row["slug"],
            "basis": row["published_basis"],
            "sample": bool(row["sample"]),
            "file": name,
            "bytes": len(original),
        },
        "items": found,
        "unquantified": loose,
        "furniture": row["furniture"] or [],
        "corrected": {
            field: {"at": each.at, "was": each.was}
            for field, each in corrections(report_id, store).items()
        },
        "checks": checks(report_id, mentions, store, known),
        "looked": {**looked, "places": looked_up(looked["typed"], gazetteer)} if looked else None,
        "read": read_of(found, len(loose)),
        "left": left_out(row, records(mentions)),
    }


def read_of(found: Sequence[Json], loose: int) -> Json:
    """Count what was read in a report.

    Returns
    -------
    dict
        ``names`` of places in the text, how many are ``drawn`` (used of a place, placed, and not
        rejected), how many ``places`` those are; ``figures``; ``dates``, distinct expressions of
        time that something hangs on; ``undated``, figures and drawn names without a day; ``loose``,
        amounts without a number.
    """
    names = [each for each in found if each["type"] == "mention"]
    figures = [each for each in found if each["type"] == "claim"]
    stands = [each for each in found if each["review"] != REJECTED]
    placed = [each for each in stands if each["type"] == "mention" and each["place"]]
    drawn = [each for each in placed if each["role"] == Role.LITERAL]
    said = [each for each in stands if each["type"] == "claim"]
    return {
        "names": len(names),
        "drawn": len(drawn),
        "places": len({each["place"] for each in drawn}),
        "figures": len(figures),
        "dates": len({each["when"] for each in found if each["when"]}),
        "undated": sum(not each["dated"] for each in (*said, *drawn)),
        "loose": loose,
    }


def left_out(row: Json, mentions: Iterable[Json]) -> Json:
    """List what of a report is not on the map, and why.

    Returns
    -------
    dict
        ``notes``, the sentences of its reading; ``unplaced``, names that no place was found for,
        and ``mentioned``, names that say of no place that something is there or that were rejected,
        each ``[name, role, reason, how often]``; ``characters`` of the text that are the
        publisher's furniture.
    """
    unplaced: Counter[tuple[str, str, str]] = Counter()
    mentioned: Counter[tuple[str, str, str]] = Counter()
    for each in mentions:
        told = (each["text"], each["role"], each["role_reason"])
        if each[REVIEW] == REJECTED:
            mentioned[each["text"], REJECTED, BY_HAND] += 1
        elif each["role"] != Role.LITERAL:
            mentioned[told] += 1
        elif not each["place_id"]:
            unplaced[told] += 1
    return {
        "notes": list(row["notes"] or ()),
        "unplaced": [[*told, count] for told, count in unplaced.items()],
        "mentioned": [[*told, count] for told, count in mentioned.items()],
        "characters": sum(
            end - start for start, end, kind in row["furniture"] or () if kind == "boilerplate"
        ),
    }
