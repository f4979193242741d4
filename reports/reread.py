"""Reading a report's original again, as its row in the store says what it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.gazetteer import Gazetteer
from geo.names import normalise
from geo.place import Place
from reports.guard import read
from reports.ingest import Extraction, extract
from reports.known_places import stored_places
from reports.online import helped, names_without_a_place
from reports.rows import record
from reports.store import Record, Row, Store


def again(known: Row, store: Store, gazetteer: Gazetteer) -> tuple[Extraction, bytes]:
    """Read a report's original again; places that were found online stay found.

    Parameters
    ----------
    known
        Its row in the store, perhaps with changes: title, publisher, author, address, language and
        day are as it says, whatever the document says.

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
    extraction = extract(reading, gazetteer)
    kept = _found_online(known["id"], store)
    names = [name for name in names_without_a_place(extraction) if normalise(name) in kept]
    return helped(extraction, names, lambda name: [kept[normalise(name)]]).extraction, data


def as_known(
    extraction: Extraction, data: bytes, known: Row, decisions: Sequence[Row] = ()
) -> Record:
    """Make rows of what was read again, under the name and the hour that it came in with."""
    fresh = record(extraction, data)
    came = {key: known[key] for key in ("slug", "received")}
    return replace(fresh, report={**fresh.report, **came}, decisions=decisions)


def _found_online(report_id: str, store: Store) -> dict[str, Place]:
    """Give the places that a report's names were found to be online, by normalised name."""
    known = stored_places(store.places())
    mentions = store.mentions(report_id)
    named = zip(mentions["text"], mentions["place_id"], strict=True)
    return {
        normalise(text): known[place_id]
        for text, place_id in named
        if place_id in known and known[place_id].attribution
    }
