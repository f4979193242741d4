"""Work behind a page: one piece at a time for all readers, dropped where it is not wanted any more.

Matplotlib and the fonts behind it are not made for several threads, so that one thread draws.
A piece that waits never begins once it was dropped. One that has begun runs to its end, a second
or two, and what comes of it is seen by nobody.
"""

from collections.abc import Callable, Hashable, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache
from time import monotonic
from typing import Any, Generic, TypeVar

T = TypeVar("T")

USUAL_S = 2.0
"""What a piece of work is taken to last until one of its kind was done."""
NEARLY = 0.95
MOMENT_S = 1.0
POLL_S = 2.0
"""How often a page asks. Each time costs the server a tenth of a second, which drawing lacks."""


class Work(Generic[T]):
    """A piece of work.

    Attributes
    ----------
    key
        What it is made from: equal keys make equal results.
    stopped
        Whether the reader stopped it.
    took
        Seconds that it took; None while it has not ended.
    """

    def __init__(self, key: Hashable, make: Callable[[], T], usual: float) -> None:
        self.key = key
        self.stopped = False
        self.took: float | None = None
        self._make = make
        self._usual = usual
        self._begun: float | None = None
        self._future: Future[T] = _worker().submit(self._run)

    def _run(self) -> T:
        self._begun = monotonic()
        try:
            return self._make()
        finally:
            self.took = monotonic() - self._begun

    @property
    def ended(self) -> bool:
        """Tell whether there is nothing more to come."""
        return self.stopped or self._future.done()

    @property
    def waits(self) -> bool:
        """Tell whether another piece is in hand."""
        return self._begun is None and not self.ended

    @property
    def share(self) -> float:
        """Give how much of it is done, going by how long the last of its kind took."""
        if self._begun is None:
            return 0.0
        return min(NEARLY, (monotonic() - self._begun) / self._usual)

    @property
    def result(self) -> T | None:
        """Give what came of it; None while there is nothing, and where it failed."""
        return (
            self._future.result() if self.ended and not self.stopped and not self.problem else None
        )

    @property
    def problem(self) -> BaseException | None:
        """Give the error that it ended with."""
        return self._future.exception() if self.ended and not self.stopped else None

    def wait(self) -> None:
        """Wait a moment for the end: cheaper for a page than to ask again and again."""
        wait([self._future], timeout=MOMENT_S)

    def stop(self) -> None:
        """Let nothing come of it."""
        self.stopped = True
        self._future.cancel()


class Desk:
    """A reader's pieces of work by their purpose, kept in the reader's session."""

    def __init__(self, kept: MutableMapping[str, Work[Any]]) -> None:
        self._kept = kept

    def get(self, purpose: str, key: Hashable) -> Work[Any] | None:
        """Give the work with this key; work for another one is stopped and let go of."""
        found = self._kept.get(purpose)
        if found is None or found.key == key:
            return found
        found.stop()
        return None

    def ask(self, purpose: str, key: Hashable, make: Callable[[], T]) -> Work[T]:
        """Have work done, once for a key, even where it was stopped."""
        return self.get(purpose, key) or self.again(purpose, key, make)

    def again(self, purpose: str, key: Hashable, make: Callable[[], T]) -> Work[T]:
        """Have work done that was stopped, or failed."""
        before = self._kept.get(purpose)
        if before is not None:
            before.stop()
        usual = (before.took if before else None) or USUAL_S
        work = self._kept[purpose] = Work(key, make, usual)
        return work


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="dateline-export")
