"""Processes that work through jobs side by side; one that dies costs only the job it had."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from reports.child import Child, Lost

AHEAD = 3
"""Jobs for each process that are under way or wait for an earlier one: what bounds the memory."""
TURNS = 400
"""Jobs after which a process is replaced, as the language model remembers every word it met."""

J = TypeVar("J")
R = TypeVar("R")


@dataclass(eq=False, slots=True)
class _Worker(Generic[J]):
    """A process and the job it has."""

    child: Child = field(default_factory=Child)
    turns: int = 0
    job: J | None = None
    number: int = -1

    def give(self, work: Callable[[J], object], number: int, job: J) -> None:
        self.number, self.job, self.turns = number, job, self.turns + 1
        self.child.give(work, job)


def each(work: Callable[[J], R], jobs: Iterable[J], processes: int) -> Iterator[tuple[J, R | Lost]]:
    """Do the work on every job, and give the results in the order of the jobs.

    Parameters
    ----------
    work
        A function of a module, which raises nothing; jobs and results travel between processes.
    jobs
        Taken one by one, the next while the processes are at work; no more than ``AHEAD`` for each
        process, and one, before their turn.
    processes
        How many work at a time. They end when the iteration does, also when it is broken off.
    """
    todo, at = enumerate(jobs), 0
    idle: list[_Worker[J]] = []
    busy: list[_Worker[J]] = []
    ready: dict[int, tuple[J, R | Lost]] = {}
    try:
        coming = next(todo, None)
        while True:
            while coming and len(busy) < processes and len(busy) + len(ready) < AHEAD * processes:
                worker = idle.pop() if idle else _Worker()
                busy.append(worker)
                worker.give(work, *coming)
                coming = next(todo, None)
            if not busy:
                return
            for worker in _answering(busy):
                busy.remove(worker)
                result = worker.child.answer()
                ready[worker.number] = (worker.job, result)  # type: ignore[assignment] # it had one
                if isinstance(result, Lost) or worker.turns >= TURNS:
                    worker.child.stop()
                else:
                    idle.append(worker)
            while at in ready:
                yield ready.pop(at)
                at += 1
    finally:
        for worker in (*busy, *idle):
            worker.child.stop()


def _answering(busy: Sequence[_Worker[J]]) -> list[_Worker[J]]:
    """Wait until some processes answer or die, and give those."""
    pipes = wait([worker.child.pipe for worker in busy])
    return [worker for worker in busy if worker.child.pipe in pipes]
