"""The doors of ``reports.read`` behind limits: what opens too long or too large costs only itself.

Files are opened in one process that is kept, imports nothing but the readers, and is ended and
started anew when a file has it run out of time or memory (``data/limits.toml``).
"""

import sys
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import TypeVar

from geo.limits import limits
from reports import read as reading
from reports.child import Child, Lost
from reports.errors import InputError, ReportError
from reports.read import Opened, Reading

if sys.platform != "win32":  # which bounds no process's memory this way: only time is bounded there
    import resource

R = TypeVar("R")
Work = Callable[[bytes, str], R]

_WAY_OUT = "open it in its own program and save the article's text as .txt"


class GivenUpError(ReportError):
    """It took more time or memory to open than any article needs."""


def read(data: bytes, name: str) -> Reading:
    """Do what :func:`reports.read.read` does, within the limits.

    Raises
    ------
    ReportError
        As there; a GivenUpError where a limit was met.
    """
    return _guard().do(reading.read, data, name)


def pieces(data: bytes, name: str) -> Opened:
    """Do what :func:`reports.read.pieces` does, within the limits.

    Raises
    ------
    ReportError
        As there; a GivenUpError where a limit was met.
    """
    return _guard().do(reading.pieces, data, name)


def stop() -> None:
    """End the process that opens files; the next file starts another."""
    _guard().stop()


class Guard:
    """A process that opens files one at a time, for any number of threads.

    Parameters
    ----------
    seconds
        On the clock, for one file.
    megabytes
        Of address space, Python itself included (it takes about a tenth of what is allowed).
    """

    def __init__(self, seconds: float, megabytes: int) -> None:
        self._seconds, self._megabytes = seconds, megabytes
        self._lock = Lock()
        self._child: Child | None = None

    def do(self, work: Work[R], data: bytes, name: str) -> R:
        """Do the work on a file.

        Raises
        ------
        ReportError
            What the work raised, or a GivenUpError.
        """
        with self._lock:
            try:
                result = self._answer(work, data, name)
            except BaseException:
                self._end()  # else its answer would be taken for the next file's
                raise
            if isinstance(result, Lost | GivenUpError):
                self._end()
        if isinstance(result, Lost):
            raise GivenUpError(
                name,
                f"ended the process that opened it (code {result.exit_code}) and was given up",
                _WAY_OUT,
            )
        if isinstance(result, InputError):
            raise result
        return result

    def stop(self) -> None:
        """End the process, after the file it is at; the next file starts another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None

    def _answer(self, work: Work[R], data: bytes, name: str) -> R | InputError | Lost:
        if self._child is None or not self._child.alive:
            self._end()
            self._child = Child()
        self._child.give(attempt, work, self._megabytes, data, name)
        if not self._child.pipe.poll(self._seconds):
            took = f"took more than {self._seconds:g} s to open and was given up"
            return GivenUpError(name, took, _WAY_OUT)
        answer: R | InputError | Lost = self._child.answer()
        return answer


def attempt(work: Work[R], megabytes: int, data: bytes, name: str) -> R | InputError:
    """Do work in this process, whose memory is bounded from then on; give what goes wrong."""
    _bound(megabytes)
    try:
        return work(data, name)
    except InputError as error:
        return error
    except MemoryError:
        took = f"needs more than {megabytes:,} MB to open and was given up"
        return GivenUpError(name, took, _WAY_OUT)
    except Exception as error:  # noqa: BLE001 - whatever a reader meets may only cost this file
        met = f"could not be read ({type(error).__name__}: {error})"
        return ReportError(name, met, f"please report it, and {_WAY_OUT}")


def _bound(megabytes: int) -> None:
    if sys.platform != "win32":
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, most))


@cache
def _guard() -> Guard:
    return Guard(limits().open_seconds, limits().open_megabytes)
