"""What is still to be checked in a case, by what hangs on it times how doubtful it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from geo.names import normalise
from layers.items import figure_text
from layers.prose.words import KINDS
from reports.decided import REJECTED, UNVERIFIED
from reports.groups.names import weight
from reports.groups.value_text import unit_text, value_text

Json = Mapping[str, Any]
MOST = 5
"""Steps of impact and of doubt."""
HEAVY = 20
"""Of a figure's weight (``data/lexicons/groups.toml``), for each step of impact."""
TAKEN = {"actor": "whose it is", "from": "origin", "to": "destination", "at": "place"}
SLOTS = ("actor_id", "from_id", "to_id", "at_id")
DOUBTS = ("flags", "inherited")
NOTHING = (None, "", "[]", "null")
"""An empty list, as the databases have it."""


def queue(names: Iterable[Json], figures: Iterable[Json], reports: Sequence[str]) -> list[Json]:
    """Sort what nobody has checked yet: names that are drawn or should be, and figures.

    A name that a report has several times, always for the same place, is there once.

    Parameters
    ----------
    names, figures
        Rows of ``Store.to_check``.
    reports
        Ids of the case's reports, in the order of a map's.

    Returns
    -------
    list of dict
        ``id`` (of the first mark), ``report``, ``ref``, ``impact`` and ``doubt`` from 1 to 5; the
        most urgent first, then in the order of reports and texts.
    """
    order = {id_: number for number, id_ in enumerate(reports, 1)}
    stated = [row for row in figures if row["review"] != REJECTED]
    hanging = Counter(
        (row["report_id"], place) for row in stated for place in {row[slot] for slot in SLOTS}
    )
    entries = [
        *_names(names, hanging),
        *(_figure(row) for row in stated if row["review"] == UNVERIFIED),
    ]
    entries = [each for each in entries if each["report"] in order]  # one may have come just now
    entries.sort(key=lambda e: (-e["impact"] * e["doubt"], order[e["report"]], e["start"]))
    return [{**each, "ref": f"R{order[each['report']]}"} for each in entries]


def asked(entries: Iterable[Json], mentions: Iterable[Json], claims: Iterable[Json]) -> list[Json]:
    """Put into words what some entries ask: ``name`` and ``ask``.

    Parameters
    ----------
    mentions, claims
        Rows of the store, among them those of the entries.
    """
    words = {
        **{row["id"]: (row["text"], _asked_of_a_name(row)) for row in mentions},
        **{row["id"]: (_figure_name(row), _asked_of_a_figure(row)) for row in claims},
    }
    return [
        {**entry, "name": words[entry["id"]][0], "ask": words[entry["id"]][1]}
        for entry in entries
        if entry["id"] in words
    ]


def _names(rows: Iterable[Json], hanging: Mapping[tuple[str, str], int]) -> Iterator[Json]:
    alike: dict[tuple[str, str, str], list[Json]] = {}
    for row in rows:
        key = row["report_id"], row["place_id"] or "", normalise(row["text"])
        alike.setdefault(key, []).append(row)
    for (report, place, _), same in alike.items():
        first = min(same, key=lambda row: int(row["start"]))
        figures = hanging[report, place] if place else 0
        yield {
            "id": first["id"],
            "report": report,
            "start": first["start"],
            "impact": _steps(1 + figures + (len(same) - 1) / 2),
            "doubt": _steps(MOST * (1 - first["confidence"])) if place else MOST,
        }


def _figure(row: Json) -> Json:
    doubts = sum(row[name] not in NOTHING for name in DOUBTS) + (row["sources"] in NOTHING)
    return {
        "id": row["id"],
        "report": row["report_id"],
        "start": row["start"],
        "impact": _steps(weight(row) / HEAVY),
        "doubt": _steps(1 + doubts),
    }


def _asked_of_a_name(row: Json) -> str:
    """Put the question in a few words: between which places it is."""
    if not row["place_id"]:
        return "no place found"
    match list(row["candidates"] or ())[:2]:
        case [first, second]:
            return _between(first, second)
        case _:
            return f"{row['name']}?"


def _between(first: Json, second: Json) -> str:
    if first["name"] != second["name"]:
        return f"{first['name']} or {second['name']}?"
    if first["kind"] != second["kind"]:
        return f"{first['name']}: {_kind(first)}, or {_kind(second)}?"
    return f"{first['name']}: {first['country'] or 'unknown'} or {second['country'] or 'unknown'}?"


def _kind(candidate: Json) -> str:
    return KINDS.get(candidate["kind"], str(candidate["kind"]))


def _figure_name(row: Json) -> str:
    return figure_text(value_text(row), unit_text(row))


def _asked_of_a_figure(row: Json) -> str:
    """Say what may be wrong with a figure, else what it was read as."""
    read_as = f"{row['status']}, {row['category'].replace('_', ' ')}"
    return next(_doubts(row), read_as)


def _doubts(row: Json) -> Iterator[str]:
    yield from row["flags"] or ()
    if row["inherited"]:
        yield f"{' and '.join(TAKEN[slot] for slot in row['inherited'])} from another sentence"
    if not row["sources"]:
        yield "no source stated"


def _steps(number: float) -> int:
    return max(1, min(MOST, ceil(number)))
