"""Processes that work through jobs side by side; one that dies costs only the job it had."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

AHEAD = 3
"""Jobs for each process that are under way or wait for an earlier one: what bounds the memory."""
TURNS = 400
"""Jobs after which a process is replaced, as the language model remembers every word it met."""

J = TypeVar("J")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost:
    """What is left of a job whose process died: its exit code, below zero for a signal."""

    exit_code: int | None


@dataclass(eq=False, slots=True)
class _Worker(Generic[J]):
    """A process with a pipe to it, and the job it has."""

    process: SpawnProcess
    pipe: Connection
    turns: int = 0
    job: J | None = field(default=None)
    number: int = -1

    def give(self, number: int, job: J) -> None:
        self.number, self.job, self.turns = number, job, self.turns + 1
        try:
            self.pipe.send(job)
        except OSError:
            self.process.kill()  # it is dying already; its answer will be that it is lost

    def answer(self) -> Any:  # noqa: ANN401 - whatever the work gives
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return Lost(self.process.exitcode)

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def each(work: Callable[[J], R], jobs: Iterable[J], processes: int) -> Iterator[tuple[J, R | Lost]]:
    """Do the work on every job, and give the results in the order of the jobs.

    Parameters
    ----------
    work
        A function of a module, which raises nothing; jobs and results travel between processes.
    jobs
        Taken one by one, no more than ``AHEAD`` for each process before their turn.
    processes
        How many work at a time. They end when the iteration does, also when it is broken off.
    """
    todo, at = enumerate(jobs), 0
    idle: list[_Worker[J]] = []
    busy: list[_Worker[J]] = []
    ready: dict[int, tuple[J, R | Lost]] = {}
    try:
        while True:
            while len(busy) < processes and len(busy) + len(ready) < AHEAD * processes:
                number, job = next(todo, (-1, None))
                if job is None:
                    break
                worker = idle.pop() if idle else _started(work)
                busy.append(worker)
                worker.give(number, job)
            if not busy:
                return
            for worker in _answering(busy):
                busy.remove(worker)
                result = worker.answer()
                ready[worker.number] = (worker.job, result)  # type: ignore[assignment] # it had one
                if isinstance(result, Lost) or worker.turns >= TURNS:
                    worker.stop()
                else:
                    idle.append(worker)
            while at in ready:
                yield ready.pop(at)
                at += 1
    finally:
        for worker in (*busy, *idle):
            worker.stop()


def _answering(busy: Sequence[_Worker[J]]) -> list[_Worker[J]]:
    """Wait until some processes answer or die, and give those."""
    pipes = wait([worker.pipe for worker in busy])
    return [worker for worker in busy if worker.pipe in pipes]


def _started(work: Callable[[J], R]) -> _Worker[J]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()  # so that ours ends when the process does
    return _Worker(process, ours)


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """Answer jobs until the other end is closed; Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        pipe.send(work(job))
