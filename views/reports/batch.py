"""Files that are read behind the page: how far it is, what came of each, and how to stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Condition, Thread

from reports.batch import ingest, processes
from reports.ingest import Extraction
from reports.intake import Outcome
from reports.jobs import Job, reports_in
from reports.store import Store

ADDED, KNOWN, FAILED, LEFT_OUT = "added", "known", "failed", "left out"
FEW = 8
"""Files that the server reads by itself: more would slow the pages down, and have processes."""
PATIENCE_S = 20.0
"""How long stopping waits for a report that is being written: far longer than that takes."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file: a kind, a sentence, and what its reader should know."""

    name: str
    kind: str
    sentence: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is; ``total`` is None while the files are being opened."""

    results: tuple[Result, ...]
    total: int | None
    current: str | None
    ended: bool
    stopped: bool
    problem: str | None
    unread: tuple[str, ...]

    def count(self, kind: str) -> int:
        """Count the files that something came of."""
        return sum(result.kind == kind for result in self.results)


class _StoppedError(Exception):
    """Nothing more is wanted."""


class Batch:
    """Files on their way into a store, read by a thread and its processes.

    Once :meth:`stop` has returned nothing more of it comes in: a report that is being written is
    waited for, and one that is still being read is let go of.

    Parameters
    ----------
    files
        Names and bytes, as they were uploaded.
    published
        The day of publication that somebody gave for all of them.
    """

    def __init__(
        self, files: Sequence[tuple[str, bytes]], store: Store, published: date | None = None
    ) -> None:
        self._files, self._store, self._published = files, store, published
        self._changed = Condition()
        self._results: list[Result] = []
        self._names: list[str] | None = None
        self._read = 0
        self._writing = self._stopped = self._ended = False
        self._problem: str | None = None
        self._thread = Thread(target=self._run, daemon=True, name="dateline-reading")
        self._thread.start()

    @property
    def progress(self) -> Progress:
        """Tell how far it is."""
        with self._changed:
            names = self._names or []
            rest = tuple(names[self._read :])
            return Progress(
                results=tuple(self._results),
                total=None if self._names is None else len(names),
                current=rest[0] if rest else None,
                ended=self._ended or self._stopped,
                stopped=self._stopped,
                problem=self._problem,
                unread=rest,
            )

    def stop(self) -> None:
        """Let nothing more come in; what is in stays."""
        with self._changed:
            self._stopped = not self._ended
            self._changed.wait_for(lambda: not self._writing, PATIENCE_S)

    def wait(self, seconds: float) -> None:
        """Wait for its thread to end, for so long."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            entries = list(self._opened())
            with self._changed:
                self._names = [entry.name for entry in entries]
            count = 1 if len(entries) <= FEW else max(2, processes(len(entries)))
            for outcome in ingest(entries, self._store, count, self._kept):
                self._note(outcome)
        except _StoppedError:
            pass
        except Exception as error:  # noqa: BLE001 - a thread has nobody else to tell
            self._problem = f"Reading ended ({type(error).__name__}: {error}): please report it."
        finally:
            with self._changed:
                self._writing, self._ended, self._files = False, True, ()
                self._changed.notify_all()

    def _opened(self) -> Iterator[Job | Outcome]:
        """Open the files, one after the other, and list the articles in them."""
        for entry in reports_in(Job(name, data, self._published) for name, data in self._files):
            if self._stopped:
                raise _StoppedError
            yield entry

    def _kept(self, extraction: Extraction) -> Extraction:
        """Say, right before a report is written, that one is; nothing is once it was stopped."""
        with self._changed:
            if self._stopped:
                raise _StoppedError
            self._writing = True
        return extraction

    def _note(self, outcome: Outcome) -> None:
        with self._changed:
            if self._stopped and not self._writing:
                raise _StoppedError
            self._writing = False
            self._read += 1
            self._results.append(result_of(outcome))
            self._changed.notify_all()


def result_of(outcome: Outcome) -> Result:
    """Keep what a page shows of an outcome; its texts would fill the memory."""
    if outcome.problem:
        kind = FAILED
    elif outcome.left_out and outcome.report_id is None:
        kind = LEFT_OUT
    else:
        kind = ADDED if outcome.added else KNOWN
    return Result(outcome.name, kind, outcome.sentence, tuple(outcome.notes))
