"""Measuring: opening each file alone, behind the guard, and then all of them in one batch."""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.read.files import File
from reports import guard, read
from reports.batch import ingest, processes
from reports.errors import InputError
from reports.intake import Outcome, places_found
from reports.jobs import Job, reports_in
from reports.store import Store

if sys.platform != "win32":  # where nobody tells what processes took
    import resource

TIMES = 50
MS = 1000


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch: seconds on the wall, and processor seconds of all its processes where known."""

    outcomes: Sequence[Outcome]
    processes: int
    wall_s: float
    cpu_s: float | None


def batch(files: Sequence[File], folder: Path) -> Batch:
    """Take files into a new store, as the command line does."""
    store = Store(f"sqlite:///{folder / 'read.sqlite'}")
    guard.stop()
    cpu, began = _cpu_s(), time.perf_counter()
    jobs = (Job(file.name, file.data) for file in files)
    outcomes = list(ingest(reports_in(jobs), store))
    wall = time.perf_counter() - began
    guard.stop()  # what a process took is known when it has ended
    after = _cpu_s()
    took = None if cpu is None or after is None else after - cpu
    store.close()
    return Batch(outcomes, processes(len(outcomes)), wall, took)


def opening_ms(files: Sequence[File]) -> Mapping[str, float]:
    """Give the milliseconds that opening and reading a file behind the guard take, by format.

    Medians over the files of a format; a file that cannot be read counts in no format.
    """
    took: dict[str, list[float]] = defaultdict(list)
    guard.read(b"Warm.", "warm.txt")
    for file in files:
        began = time.perf_counter()
        try:
            for piece in guard.pieces(file.data, file.name).pieces:
                guard.read(piece.data, piece.name)
        except InputError:
            continue
        took[file.format].append(MS * (time.perf_counter() - began))
    return {name: statistics.median(each) for name, each in took.items()}


def guard_ms(file: File) -> float:
    """Give the milliseconds that the guard itself adds to reading a file."""
    return _median_ms(guard.read, file) - _median_ms(read.read, file)


def found(outcomes: Sequence[Outcome]) -> tuple[int, int]:
    """Count the places and figures in what was read."""
    extractions = [each.extraction for each in outcomes if each.extraction]
    return sum(map(places_found, extractions)), sum(len(each.claims) for each in extractions)


def _median_ms(work: guard.Work[object], file: File) -> float:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work(file.data, file.name)
        took.append(MS * (time.perf_counter() - began))
    return statistics.median(took)


def _cpu_s() -> float | None:
    """Give the processor seconds of this process and of those it started that have ended."""
    if sys.platform == "win32":
        return None
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in told)
