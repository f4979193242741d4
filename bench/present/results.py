"""What a run of the bench of present mode came to, as values."""

from dataclasses import dataclass

from bench.present.drive import Steps
from bench.results import Made


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run."""

    made: Made
    screens: tuple[Steps, ...]
