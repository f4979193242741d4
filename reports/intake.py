"""Taking reports in, one by one: what fails costs only itself, and nothing is half in."""

from dataclasses import dataclass, replace
from datetime import date

from geo.gazetteer import Gazetteer
from reports.errors import InputError
from reports.ingest import Extraction, extract
from reports.read import Reading, read
from reports.rows import record
from reports.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report.

    ``report_id`` is None when it failed, and ``problem`` then says why and what to do. ``added`` is
    False when the same original was in the store already.
    """

    name: str
    report_id: str | None
    added: bool
    extraction: Extraction | None
    problem: str | None

    @property
    def sentence(self) -> str:
        """Say in one line what came of it."""
        if self.problem:
            return self.problem
        if not self.added or self.extraction is None:
            return f"{self.name}: already in the store, nothing added."
        return f"{self.name}: {describe(self.extraction)}."


def describe(extraction: Extraction) -> str:
    """Count what was found, and say when nothing was."""
    places = {found.mention.place.id for found in extraction.located if found.mention.place}
    day = extraction.published.isoformat() if extraction.published else "publication day not known"
    counts = [counted(len(places), "place"), counted(len(extraction.claims), "figure")]
    return f"{day}, {', '.join(counts)}"


def counted(number: int, noun: str) -> str:
    """Print a count with its noun ("no figures", "1 place", "3 places")."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def take_in(
    name: str,
    data: bytes,
    store: Store,
    gazetteer: Gazetteer,
    published: date | None = None,
    basis: str = "given",
) -> Outcome:
    """Read one report and put it in the store, whole or not at all."""
    try:
        return take_in_reading(read(data, name), data, store, gazetteer, published, basis)
    except InputError as error:
        return Outcome(name, None, added=False, extraction=None, problem=str(error))


def take_in_reading(
    reading: Reading,
    data: bytes,
    store: Store,
    gazetteer: Gazetteer,
    published: date | None = None,
    basis: str = "given",
) -> Outcome:
    """Put a report that has been read in the store.

    Raises
    ------
    StoreError
        When the store cannot be written.
    """
    known = store.find(reading.sha256)
    if known:
        return Outcome(reading.name, known, added=False, extraction=None, problem=None)
    extraction = extract(reading, gazetteer, published, basis)
    row = record(extraction, data)
    added = store.add(row)
    return Outcome(reading.name, row.report["id"], added, extraction, None)


def set_published(report_id: str, day: date, store: Store, gazetteer: Gazetteer) -> Extraction:
    """Give a report its publication day: it is read again, so that its relative dates resolve.

    Raises
    ------
    KeyError
        When there is no such report.
    """
    known = store.report(report_id)
    name, data = store.original(report_id)
    extraction = extract(read(data, name), gazetteer, day)
    fresh = record(extraction, data)
    kept = {key: known[key] for key in ("title", "publisher", "received", "sample")}
    store.replace(replace(fresh, report={**fresh.report, **kept}))
    return extraction
