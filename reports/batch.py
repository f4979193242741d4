"""Many reports, in one process or several: results in the order of the inputs, whatever fails."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from geo.gazetteer import Gazetteer, open_gazetteer
from reports.errors import InputError, StoreError
from reports.ingest import Extraction, extract
from reports.intake import Outcome, stored
from reports.read import read
from reports.store import Store
from reports.workers import Lost, each

FEW = 16
"""Reports that one process has read before others are ready."""
MOST_PROCESSES = 8
"""Processes that are started unasked; each takes up to a gigabyte."""


Finish = Callable[[Extraction], Extraction]


def unchanged(extraction: Extraction) -> Extraction:
    """Leave an extraction as it is."""
    return extraction


@dataclass(frozen=True, slots=True)
class Job:
    """A report to read: its name, its bytes, and the publication day somebody gave for it."""

    name: str
    data: bytes
    published: date | None = None
    basis: str = "given"


def processes(reports: int) -> int:
    """Give the number of processes that serve this many reports best on this machine."""
    if reports < FEW:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST_PROCESSES)


def extractions(
    entries: Iterable[Job | Outcome], count: int
) -> Iterator[tuple[Job, Extraction] | Outcome]:
    """Extract every report; an outcome, as of a file that cannot be opened, is passed on.

    Parameters
    ----------
    count
        Number of processes; with one, this one does the work.

    Yields
    ------
    tuple or Outcome
        In the order of the entries; an Outcome names its problem.
    """
    waiting: deque[Outcome | None] = deque()  # None stands for the next job

    def jobs() -> Iterator[Job]:
        for entry in entries:
            waiting.append(entry if isinstance(entry, Outcome) else None)
            if isinstance(entry, Job):
                yield entry

    alone = ((job, extract_job(job)) for job in jobs())
    for job, result in alone if count == 1 else each(extract_job, jobs(), count):
        while (before := waiting.popleft()) is not None:
            yield before
        yield _failed(job, result) if isinstance(result, str | Lost) else (job, result)
    yield from (entry for entry in waiting if entry is not None)


def ingest(
    entries: Iterable[Job | Outcome], store: Store, count: int, finish: Finish = unchanged
) -> Iterator[Outcome]:
    """Take reports into the store, each in one transaction, in the order given.

    Reports that the store has are not read again. ``finish`` has its say on each extraction before
    it is stored.
    """
    for result in extractions((_unless_known(entry, store) for entry in entries), count):
        if isinstance(result, Outcome):
            yield result
            continue
        job, extraction = result
        try:
            yield stored(finish(extraction), job.data, store)
        except StoreError as error:
            yield _failed(job, str(error))


def _unless_known(entry: Job | Outcome, store: Store) -> Job | Outcome:
    """Give a job, or the outcome if the store has its report."""
    if isinstance(entry, Outcome):
        return entry
    known = store.find(sha256(entry.data).hexdigest())
    if not known:
        return entry
    return Outcome(entry.name, known, added=False, extraction=None, problem=None)


def extract_job(job: Job) -> Extraction | str:
    """Read and extract one report with this process's own gazetteer; a string says what failed."""
    try:
        return extract(read(job.data, job.name), _gazetteer(), job.published, job.basis)
    except InputError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - whatever fails may only cost this report
        return f"{job.name} could not be read ({type(error).__name__}: {error}): please report it."


def _failed(job: Job, result: str | Lost) -> Outcome:
    if isinstance(result, Lost):
        result = (
            f"{job.name} was not read, as the process that read it ended"
            f" (code {result.exit_code}): try it alone, or with fewer --jobs."
        )
    return Outcome(job.name, None, added=False, extraction=None, problem=result)


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()
