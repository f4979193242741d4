"""What is still to be checked in a case, by what hangs on it times how doubtful it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import ceil
from typing import Any

from geo.names import normalise
from geo.place import Role
from layers.items import figure_text
from reports.decided import REVIEW, UNVERIFIED
from reports.groups.names import weight
from reports.groups.value_text import unit_text, value_text

Json = Mapping[str, Any]
MOST = 5
"""Steps of impact and of doubt."""
HEAVY = 20
"""Of a figure's weight (``data/lexicons``), for each step of impact."""
TAKEN = {"actor": "whose it is", "from": "origin", "to": "destination", "at": "place"}
SLOTS = ("actor_id", "from_id", "to_id", "at_id")


def queue(mentions: Iterable[Json], claims: Iterable[Json], reports: Iterable[Json]) -> list[Json]:
    """List what nobody has checked yet: names that are drawn or should be, and figures.

    A name that a report has several times, always for the same place, is there once.

    Parameters
    ----------
    mentions, claims, reports
        Rows of the store, reports in the order of a map's.

    Returns
    -------
    list of dict
        ``id`` (of the first mark), ``report``, ``ref``, ``name``, ``ask``, ``impact`` and ``doubt``
        from 1 to 5; the most urgent first, then in the order of reports and texts.
    """
    stated = list(claims)
    refs = {row["id"]: f"R{number}" for number, row in enumerate(reports, 1)}
    hanging = Counter(
        (row["report_id"], place) for row in stated for place in {row[slot] for slot in SLOTS}
    )
    open_names = (row for row in mentions if _open(row) and row["role"] == Role.LITERAL)
    entries = [*_names(open_names, hanging), *(_figure(row) for row in stated if _open(row))]
    order = {id_: number for number, id_ in enumerate(refs)}
    entries.sort(key=lambda e: (-e["impact"] * e["doubt"], order[e["report"]], e["start"]))
    return [{**each, "ref": refs[each["report"]]} for each in entries]


def _open(row: Json) -> bool:
    return bool(row[REVIEW] == UNVERIFIED)


def _names(rows: Iterable[Json], hanging: Mapping[tuple[str, str], int]) -> Iterator[Json]:
    def alike(row: Json) -> tuple[str, str, str]:
        return row["report_id"], row["place_id"] or "", normalise(row["text"])

    for _, group in groupby(sorted(rows, key=lambda row: (alike(row), row["start"])), alike):
        same = list(group)
        first, place = same[0], same[0]["place_id"]
        figures = hanging[first["report_id"], place] if place else 0
        yield {
            "id": first["id"],
            "report": first["report_id"],
            "start": first["start"],
            "name": first["text"],
            "ask": _asked_of_a_name(first),
            "impact": _steps(1 + figures + (len(same) - 1) / 2),
            "doubt": _steps(MOST * (1 - first["confidence"])) if place else MOST,
        }


def _asked_of_a_name(row: Json) -> str:
    """Put the question in a few words: between which places it is, or how sure one is."""
    if not row["place_id"]:
        return "no place found"
    places = [each["name"] for each in row["candidates"] or ()][:2]
    kinds = [each["kind"] for each in row["candidates"] or ()][:2]
    if len(places) < 2:  # noqa: PLR2004 - nothing to choose between
        return f"{places[0]}?" if places else "as the text says"
    if places[0] == places[1]:
        return f"{places[0]}: {_kinds(kinds, row)}?"
    return f"{places[0]} or {places[1]}?"


def _kinds(kinds: list[str], row: Json) -> str:
    countries = [each["country"] or "" for each in row["candidates"]][:2]
    return " or ".join(countries) if kinds[0] == kinds[1] else " or ".join(kinds)


def _figure(row: Json) -> Json:
    doubts = list(_doubts(row))
    return {
        "id": row["id"],
        "report": row["report_id"],
        "start": row["start"],
        "name": figure_text(value_text(row), unit_text(row)),
        "ask": doubts[0] if doubts else f"{row['status']}, {row['category'].replace('_', ' ')}",
        "impact": _steps(weight(row) / HEAVY),
        "doubt": _steps(1 + len(doubts)),
    }


def _doubts(row: Json) -> Iterator[str]:
    """Say what may be wrong with a figure."""
    yield from row["flags"] or ()
    if row["inherited"]:
        yield f"{' and '.join(TAKEN[slot] for slot in row['inherited'])} from another sentence"
    if not row["sources"]:
        yield "no source stated"


def _steps(number: float) -> int:
    return max(1, min(MOST, ceil(number)))
