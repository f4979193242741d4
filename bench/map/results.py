"""What a run of the bench of the map page came to, as values."""

from dataclasses import dataclass

from bench.map.drive import Drag, Moves
from bench.results import Made


@dataclass(frozen=True, slots=True)
class Measured:
    """What one corpus came to; ``rival`` is None where the other page was not asked to draw it."""

    corpus: str
    dateline: Moves
    rival: Moves | None
    drag: Drag


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run; ``memory_mib`` is the server's after the first sessions and after the last."""

    made: Made
    corpora: tuple[Measured, ...]
    memory_mib: tuple[float, float] | None
    one_file_bytes: int
