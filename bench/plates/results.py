"""What a run of the bench of plates came to, as values."""

from dataclasses import dataclass

from bench.plates.crowd import Crowd
from bench.plates.measure import Cost
from bench.results import Made


@dataclass(frozen=True, slots=True)
class Measured:
    """A picture: what it is, what it cost, and the processor seconds that are the goal, if any."""

    what: str
    cost: Cost
    goal_s: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run; of the other tool's picture only the seconds on the wall can be known."""

    made: Made
    plates: tuple[Measured, ...]
    deck: Measured
    slides: int
    labels: Crowd
    rival: Cost
