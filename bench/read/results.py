"""What a run of the bench of taking in files came to, as values."""

from dataclasses import dataclass

from bench.read.beside import Answers
from bench.results import Made


@dataclass(frozen=True, slots=True)
class Format:
    """What came of the files of one format; ``opening_ms`` is None if none could be read."""

    name: str
    files: int
    reports: int
    failed: int
    places: int
    figures: int
    opening_ms: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run; processor seconds are None where the system does not tell.

    ``idle`` and ``at_work`` are the answers of a server before and while it takes the files in.
    """

    made: Made
    files: int
    reports: int
    processes: int
    wall_s: float
    cpu_s: float | None
    guard_ms: float
    formats: tuple[Format, ...]
    problems: tuple[str, ...]
    idle: Answers
    at_work: Answers
