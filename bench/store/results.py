"""What a run of the bench of a large store came to, as values."""

from dataclasses import dataclass

from bench.results import Made
from bench.store.measure import Work, Written
from bench.store.visits import Visits


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run."""

    made: Made
    written: Written
    work: Work
    visits: Visits
