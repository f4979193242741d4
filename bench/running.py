"""Running the systems over documents, in several processes if asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from bench.corpora import Corpus
from bench.errors import AbsentError
from bench.prediction import Prediction
from bench.systems import SYSTEMS, ready

CHUNK = 4
"""Documents given to a process at a time."""

Found = Mapping[str, Sequence[Prediction]]
"""What each system found in one document; a system that failed there is missing."""
Advance = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the systems found in one text, and what went wrong there."""

    found: Found
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What all systems found in all documents.

    ``answers`` has a list for each corpus, in the order of its documents; ``absent`` gives for each
    system that is not installed how to install it.
    """

    systems: tuple[str, ...]
    absent: Mapping[str, str]
    answers: Mapping[str, Sequence[Answer]]


def run(corpora: Sequence[Corpus], jobs: int, advance: Advance) -> Run:
    """Let every installed system read every document; ``advance`` is called after each."""
    absent = dict(_absent())
    systems = tuple(name for name in SYSTEMS if name not in absent)
    answers: dict[str, list[Answer]] = {}
    with _mapping(jobs) as mapped:
        for corpus in corpora:
            texts = [(systems, document.text) for document in corpus.documents]
            answers[corpus.name] = []
            for answer in mapped(texts):
                answers[corpus.name].append(answer)
                advance()
    return Run(systems, absent, answers)


def read_with(systems: Sequence[str], text: str) -> Answer:
    """Let systems read one text; one that fails costs only its own answer."""
    found: dict[str, Sequence[Prediction]] = {}
    failures = []
    for name in systems:
        try:
            found[name] = ready(name)(text)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is the measured one's doing
            failures.append(f"{name} failed with {type(error).__name__}: {error}")
    return Answer(found, tuple(failures))


def _absent() -> Iterator[tuple[str, str]]:
    for name in SYSTEMS:
        try:
            ready(name)
        except AbsentError as error:
            yield name, str(error)


def _task(task: tuple[Sequence[str], str]) -> Answer:
    return read_with(*task)


@contextmanager
def _mapping(
    jobs: int,
) -> Iterator[Callable[[Sequence[tuple[Sequence[str], str]]], Iterator[Answer]]]:
    """Give a map that keeps order: in this process for one job, else over a pool."""
    if jobs <= 1:
        yield lambda tasks: map(_task, tasks)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda tasks: pool.map(_task, tasks, chunksize=CHUNK)
