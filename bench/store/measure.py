"""What a large store costs this process: to write, to read, to lay out, to pack and to search."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bench.store.corpus import records
from geo.gazetteer import Gazetteer
from layers.web.packing import packed_json
from reports.store import Store
from views.assemble import assemble

T = TypeVar("T")

TYPED = ("hospital", "harbour master", "pumping sta", "Sunday", "observer on the spot", "nothing")
TIMES = 5
"""How often each of the above is searched for."""


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a store, how long that took, and the bytes of the file afterwards."""

    reports: int
    mentions: int
    claims: int
    characters: int
    places: int
    seconds: float
    file_bytes: int

    @property
    def rows(self) -> int:
        """Reports, mentions and claims together."""
        return self.reports + self.mentions + self.claims


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to the map, in processor seconds and seconds on the wall."""

    what: str
    cpu_s: float
    wall_s: float


@dataclass(frozen=True, slots=True)
class Work:
    """The steps, the bytes that are sent, and the milliseconds of a search: median and worst."""

    steps: tuple[Step, ...]
    packed_bytes: int
    search_ms: tuple[float, float]


def written(file: Path, count: int, gazetteer: Gazetteer) -> Written:
    """Fill a new store, one transaction a report; inventing them does not count."""
    invented = list(records(count, gazetteer))
    store = Store(f"sqlite:///{file}")
    began = time.perf_counter()
    for record in invented:
        store.add(record)
    seconds = time.perf_counter() - began
    store.close()  # what is still in the log goes into the file
    return Written(
        len(invented),
        sum(len(record.mentions) for record in invented),
        sum(len(record.claims) for record in invented),
        sum(len(record.report["text"]) for record in invented),
        len({place["id"] for record in invented for place in record.places}),
        seconds,
        file.stat().st_size,
    )


def work(url: str, gazetteer: Gazetteer) -> Work:
    """Do once what a server does for a visit after a write, and search."""
    steps: list[Step] = []

    def step(what: str, do: Callable[[], T]) -> T:
        cpu, wall = time.process_time(), time.perf_counter()
        made = do()
        steps.append(Step(what, time.process_time() - cpu, time.perf_counter() - wall))
        return made

    store = step("Open the store", lambda: Store(url))
    step("Read its tables", lambda: (store.reports(), store.mentions(), store.claims()))
    laid = step("Lay the scene out (reads them again)", lambda: assemble(store, gazetteer))
    packed = step("Pack it", lambda: packed_json(laid))
    took = [_search_ms(store, typed) for typed in TYPED for _ in range(TIMES)]
    store.close()
    return Work(tuple(steps), len(packed), (statistics.median(took), max(took)))


def _search_ms(store: Store, typed: str) -> float:
    began = time.perf_counter()
    store.find_reports(typed)
    store.find_places(typed)
    return (time.perf_counter() - began) * 1000
