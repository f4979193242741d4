"""Taking reports in, one by one: what fails costs only itself, and nothing is half in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.gazetteer import Gazetteer
from reports.errors import InputError
from reports.guard import read
from reports.ingest import Extraction, extract
from reports.online import Help, Lookup, helped
from reports.read import LeftOut, Reading
from reports.reread import again, as_known
from reports.rows import record
from reports.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report.

    ``report_id`` is None when it failed, and ``problem`` then says why and what to do. ``added`` is
    False when the same original was in the store already. What was left out of a file that holds
    several reports is an outcome of its own, which is no failure: it has no report and no problem.
    """

    name: str
    report_id: str | None
    added: bool
    extraction: Extraction | None
    problem: str | None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Give what the reader should know: what was doubtful, and what was left out."""
        found = self.extraction.notes if self.extraction is not None else ()
        return (*(each.why for each in self.left_out), *found)

    @property
    def sentence(self) -> str:
        """Say in one line what came of it."""
        if self.problem:
            return self.problem
        if self.left_out:
            return f"{self.name}: {counted(len(self.left_out), 'part')} left out."
        if not self.added or self.extraction is None:
            return f"{self.name}: already in the store, nothing added."
        return f"{self.name}: {describe(self.extraction)}."


def failure(name: str, problem: str | None) -> Outcome:
    """Give the outcome of what came to no report."""
    return Outcome(name, None, added=False, extraction=None, problem=problem)


def describe(extraction: Extraction) -> str:
    """Count what was found, and say when nothing was."""
    day = extraction.published.isoformat() if extraction.published else "publication day not known"
    counts = [counted(places_found(extraction), "place"), counted(len(extraction.claims), "figure")]
    return f"{day}, {', '.join(counts)}"


def places_found(extraction: Extraction) -> int:
    """Count the places that a report names."""
    return len({each.mention.place.id for each in extraction.located if each.mention.place})


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
        return failure(name, str(error))


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
    return stored(extract(reading, gazetteer, published, basis), data, store)


def stored(extraction: Extraction, data: bytes, store: Store) -> Outcome:
    """Put an extraction in the store, with the bytes it was made of.

    Raises
    ------
    StoreError
        When the store cannot be written.
    """
    row = record(extraction, data)
    added = store.add(row)
    return Outcome(extraction.reading.name, row.report["id"], added, extraction, None)


def look_up_online(
    report_id: str,
    names: Sequence[str],
    lookup: Lookup,
    store: Store,
    gazetteer: Gazetteer,
) -> Help:
    """Look up names of a report online and keep the places found; see :func:`helped`.

    Raises
    ------
    KeyError
        When there is no such report.
    """
    known = store.report(report_id)
    read = again(known, store, gazetteer)
    result = helped(read.extraction, names, lookup)
    if result.found:
        store.replace(as_known(replace(read, extraction=result.extraction), known))
    return result
