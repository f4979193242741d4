"""Many reports, in one process or several: results in the order of the inputs, whatever fails."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import chain, islice

from geo.gazetteer import Gazetteer, open_gazetteer
from reports.child import Lost
from reports.errors import InputError, StoreError
from reports.guard import read
from reports.ingest import Extraction, extract
from reports.intake import Outcome, failure, stored
from reports.jobs import Job
from reports.read import Reading
from reports.store import Store
from reports.workers import each

FEW = 16
"""Reports that one process has read before others are ready."""
MOST_PROCESSES = 8
"""Processes that are started unasked; each takes up to a gigabyte."""


Finish = Callable[[Extraction], Extraction]


def unchanged(extraction: Extraction) -> Extraction:
    """Leave an extraction as it is."""
    return extraction


@dataclass(frozen=True, slots=True)
class Task:
    """A report that has been read, for the process that searches it."""

    reading: Reading
    published: date | None
    basis: str


def processes(reports: int) -> int:
    """Give the number of processes that serve this many reports best on this machine."""
    if reports < FEW:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST_PROCESSES)


def extractions(
    entries: Iterable[Job | Outcome], count: int | None = None
) -> Iterator[tuple[Job, Extraction] | Outcome]:
    """Extract every report; an outcome, as of a file that cannot be opened, is passed on.

    Parameters
    ----------
    entries
        Jobs of one report each, as :func:`reports.jobs.reports_in` gives them.
    count
        Number of processes; with one, this one does the work. Without a number, it follows from how
        many reports there are.

    Yields
    ------
    tuple or Outcome
        In the order of the entries; an Outcome names its problem.
    """
    waiting: deque[Job | Outcome] = deque()  # what was taken and is not answered yet
    tasks, count = _spread(_tasks(entries, waiting), count)
    alone = ((task, extract_task(task)) for task in tasks)
    for _, result in alone if count == 1 else each(extract_task, tasks, count):
        while isinstance(job := waiting.popleft(), Outcome):
            yield job
        yield _failed(job, result) if isinstance(result, str | Lost) else (job, result)
    yield from (entry for entry in waiting if isinstance(entry, Outcome))


def ingest(
    entries: Iterable[Job | Outcome],
    store: Store,
    count: int | None = None,
    finish: Finish = unchanged,
) -> Iterator[Outcome]:
    """Take reports into the store, each in one transaction, in the order given.

    Reports that the store has are not read again. ``finish`` has its say on each extraction before
    it is stored. Closing the iterator breaks off: what was yielded stays in the store, nothing is
    half in, and the processes end.

    Parameters
    ----------
    entries, count
        As for :func:`extractions`.

    Yields
    ------
    Outcome
        One for each entry, as soon as it and those before it are done.
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


def _tasks(entries: Iterable[Job | Outcome], waiting: deque[Job | Outcome]) -> Iterator[Task]:
    """Read the reports as they are asked for; entries, or what became of them, wait."""
    for entry in entries:
        if isinstance(entry, Outcome):
            waiting.append(entry)
            continue
        try:
            reading = read(entry.data, entry.name)
        except InputError as error:
            waiting.append(_failed(entry, str(error)))
            continue
        waiting.append(entry)
        yield Task(reading, entry.published, entry.basis)


def _spread(tasks: Iterator[Task], count: int | None) -> tuple[Iterator[Task], int]:
    """Give the tasks, and a number of processes: where none was asked for, by how many come."""
    if count is not None:
        return tasks, count
    first = list(islice(tasks, FEW))
    return chain(first, tasks), processes(len(first))


def extract_task(task: Task) -> Extraction | str:
    """Search one report with this process's own gazetteer; a string says what failed."""
    try:
        return extract(task.reading, _gazetteer(), task.published, task.basis)
    except Exception as error:  # noqa: BLE001 - whatever fails may only cost this report
        met = f"{type(error).__name__}: {error}"
        return f"{task.reading.name} could not be read ({met}): please report it."


def _failed(job: Job, result: str | Lost) -> Outcome:
    if isinstance(result, Lost):
        result = (
            f"{job.name} was not read, as the process that read it ended"
            f" (code {result.exit_code}): try it alone, or with fewer --jobs."
        )
    return failure(job.name, result)


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()
