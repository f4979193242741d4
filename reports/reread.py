"""Reading a report's original again, as its row in the store says what it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.gazetteer import Gazetteer
from geo.names import normalise
from geo.place import Place
from geo.records import records
from geo.rulings import Span
from reports.decided import PLACE, REJECTED, REVIEW, UNVERIFIED, as_rulings, standing
from reports.guard import read
from reports.ingest import Extraction, extract
from reports.known_places import KnownPlaces, stored_places
from reports.online import helped, names_without_a_place
from reports.record import Record, Row
from reports.rows import record
from reports.store import Store

SAME_FIGURE = ("value", "low", "high", "comparator", "unit", "category", "status", "increment")
"""Columns of claims in which a figure says what it said when somebody looked at it."""
SAME_EVENT = ("actor_id", "from_id", "to_id", "at_id", "earliest", "latest")
"""Where and when: what is right in these, too, was checked; a misread figure is so anywhere."""


@dataclass(frozen=True, slots=True)
class Again:
    """A report that was read again.

    Attributes
    ----------
    extraction, data
        What was found, and the original that it was found in.
    reviews
        What became of what stands at some spots, by spot.
    figures
        What was found in it before, by spot.
    """

    extraction: Extraction
    data: bytes
    reviews: Mapping[Span, str]
    figures: Mapping[Span, Row]


def again(known: Row, store: Store, gazetteer: Gazetteer, decisions: Sequence[Row] = ()) -> Again:
    """Read a report's original again; what was found online or decided by hand stays so.

    Parameters
    ----------
    known
        Its row in the store, perhaps with changes: title, publisher, author, address, language and
        day are as it says, whatever the document says.
    decisions
        Rows that are about to be written, after those that the store has.

    Raises
    ------
    KeyError
        When there is no such report.
    """
    name, data = store.original(known["id"])
    reading = replace(
        read(data, name),
        **{field: known[field] for field in ("title", "publisher", "author", "url", "lang")},
        published=date.fromisoformat(known["published"]) if known["published"] else None,
        published_basis=known["published_basis"],
        sample=bool(known["sample"]),
    )
    decided = standing([*records(store.decisions(known["id"])), *decisions])
    rulings = as_rulings(decided, KnownPlaces(gazetteer, store.places()))
    extraction = extract(reading, gazetteer, rulings=rulings)
    kept = _found_online(known, store)
    names = [name for name in names_without_a_place(extraction) if normalise(name) in kept]
    found = helped(extraction, names, lambda name: [kept[normalise(name)]]).extraction
    reviews = {span: review for span, said in decided.items() if (review := said.get(REVIEW))}
    figures = {(row["start"], row["end"]): row for row in records(store.claims(known["id"]))}
    return Again(found, data, reviews, figures)


def as_known(read: Again, known: Row, decisions: Sequence[Row] = ()) -> Record:
    """Make rows of what was read again, under the name and the hour that it came in with."""
    fresh = record(read.extraction, read.data)
    came = {key: known[key] for key in ("slug", "received")}
    decided = frozenset(standing(decisions))
    return replace(
        fresh,
        report={**fresh.report, **came},
        mentions=[_reviewed(row, read.reviews) for row in fresh.mentions],
        claims=[
            _reviewed(row, read.reviews) if _as_checked(row, read.figures, decided) else row
            for row in fresh.claims
        ],
        decisions=decisions,
    )


def _reviewed(row: Row, reviews: Mapping[Span, str]) -> Row:
    return {**row, REVIEW: reviews.get((row["start"], row["end"]), row[REVIEW])}


def _as_checked(row: Row, figures: Mapping[Span, Row], decided: Collection[Span]) -> bool:
    """Tell whether a figure is read as it was: who checked one has not checked another.

    One that was read otherwise in between was not checked since, unless it is ``decided`` now.
    """
    span = row["start"], row["end"]
    before = figures.get(span)
    if before is None or not (span in decided or before[REVIEW] != UNVERIFIED):
        return False
    same = SAME_FIGURE if before[REVIEW] == REJECTED else (*SAME_FIGURE, *SAME_EVENT)
    return all(row[name] == before[name] for name in same)


def _found_online(report: Row, store: Store) -> dict[str, Place]:
    """Give the places that a report's names were found to be online, by normalised name.

    Those that somebody decided otherwise since are known by what stood before that.
    """
    known = stored_places(store.places())
    decided = [
        (report["text"][row["start"] : row["end"]], row["before"])
        for row in records(store.decisions(report["id"]))
        if row["field"] == PLACE
    ]
    mentions = store.mentions(report["id"])
    named = [*decided, *zip(mentions["text"], mentions["place_id"], strict=True)]
    return {
        normalise(text): known[place_id]
        for text, place_id in named
        if place_id in known and known[place_id].attribution
    }
