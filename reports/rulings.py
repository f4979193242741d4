"""What the user decided of names and figures in reports: kept, dated, and taken back.

A decision on a name has its report read again, so that figures and arrows follow it, and outlives
every reading after that. Taking one back is another decision.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from geo.gazetteer import Gazetteer
from geo.names import normalise
from geo.records import records
from geo.rulings import Span
from reports.decided import PLACE, REJECTED, REVIEW, UNVERIFIED
from reports.record import Row
from reports.reread import again, as_known
from reports.store import Store
from reports.tables import RULED

Said = Mapping[str, str | None]
Spots = Mapping[str, Sequence[Span]]
"""Where things were found, by report id."""


def decide(spots: Spots, said: Said, store: Store, gazetteer: Gazetteer) -> int:
    """Take the user's word for what was found at some spots.

    Parameters
    ----------
    said
        ``review``, what becomes of it: "verified" or "rejected" (it is nothing of the kind); for
        names, too, ``place_id``, None for no place that we know, and ``role``. What is not said of
        a name is held to be as it is now.

    Returns
    -------
    int
        At how many spots something changed. Those of a report change together or not at all; where
        nothing stands any more, nothing does.

    Raises
    ------
    KeyError
        When there is no such report any more.
    """
    return sum(_decide(id_, spans, said, store, gazetteer) for id_, spans in spots.items())


def changing(spots: Spots, said: Said, store: Store) -> dict[str, list[Span]]:
    """Give the spots at which a decision would change something; see :func:`decide`."""
    found = {id_: _changed(spans, said, _found(id_, store)) for id_, spans in spots.items()}
    return {id_: spans for id_, spans in found.items() if spans}


def take_back(spots: Spots, store: Store, gazetteer: Gazetteer) -> int:
    """Go back to what is read at some spots; see :func:`decide`."""
    return decide(spots, {REVIEW: UNVERIFIED}, store, gazetteer)


def alike(name: Row, mentions: pd.DataFrame) -> dict[str, list[Span]]:
    """Find where a name stands that is written alike and was taken for the same place.

    What was rejected is alike only to what was rejected: a decision on all of a name spares the
    exceptions that were made from it.

    Parameters
    ----------
    name
        A row of the store's mentions.
    mentions
        The store's mentions, of one report or of all.
    """
    words, found = normalise(str(name["text"])), dict[str, list[Span]]()
    same = mentions[
        mentions[PLACE].map(lambda place: place == name[PLACE])
        & ((mentions[REVIEW] == REJECTED) == (name[REVIEW] == REJECTED))
    ]
    for row in records(same[["report_id", "start", "end", "text"]]):
        if normalise(row["text"]) == words:
            found.setdefault(row["report_id"], []).append((row["start"], row["end"]))
    return found


def _decide(
    report_id: str, spans: Sequence[Span], said: Said, store: Store, gazetteer: Gazetteer
) -> int:
    stood = _found(report_id, store)
    changed = {
        span: stood[span] | {field: said[field] for field in said if field in stood[span]}
        for span in _changed(spans, said, stood)
    }
    if not changed:
        return 0
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    rows: list[Row] = [
        {
            "id": f"d-{secrets.token_hex(8)}",
            "at": at,
            "report_id": report_id,
            "start": span[0],
            "end": span[1],
            "field": field,
            "before": stood[span][field],
            "after": value,
        }
        for span, fields in changed.items()
        for field, value in fields.items()
    ]
    if any(_read_with(row) for row in rows):
        known = store.report(report_id)
        store.replace(as_known(again(known, store, gazetteer, rows), known, rows))
    else:
        store.review(report_id, {span: str(each[REVIEW]) for span, each in changed.items()}, rows)
    return len(changed)


def _changed(spans: Iterable[Span], said: Said, stood: Mapping[Span, Said]) -> list[Span]:
    return [
        span
        for span in spans
        if span in stood and any(stood[span].get(f, said[f]) != said[f] for f in said)
    ]


def _read_with(decision: Row) -> bool:
    """Tell whether a decision changes what figures and arrows are read with: names, as they are."""
    before, after = decision["before"], decision["after"]
    if decision["field"] == REVIEW:
        return REJECTED in (before, after) or after == UNVERIFIED
    return bool(before != after)


def _found(report_id: str, store: Store) -> dict[Span, dict[str, str | None]]:
    """Give what was found at each spot of a report; figures have no place and no role."""
    figures = {_span(row): {REVIEW: row[REVIEW]} for row in records(store.claims(report_id))}
    names = {
        _span(row): {field: row[field] for field in RULED}
        for row in records(store.mentions(report_id))
    }
    return {**figures, **names}


def _span(row: Row) -> Span:
    return int(row["start"]), int(row["end"])
