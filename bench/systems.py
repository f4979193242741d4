"""The systems of the geocoding bench, by name, in the order of its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Generic, TypeVar

from bench import baselines, dateline_system
from bench.prediction import Prediction, Reader

Read_co = TypeVar("Read_co", covariant=True)
"""What a system gives for a text."""


@dataclass(frozen=True, slots=True)
class System(Generic[Read_co]):
    """A system: how it is made ready, and the package whose version says what it is."""

    name: str
    load: Callable[[], Callable[[str], Read_co]]
    package: str | None = None
    timed: Callable[[], Callable[[str], Read_co]] | None = None
    """What is timed, where that is more than what is scored."""

    @property
    def version(self) -> str | None:
        """Give the installed version; None when there is none, or the system is Dateline."""
        try:
            return version(self.package) if self.package else None
        except PackageNotFoundError:
            return None


DATELINE = "Dateline"
SPACY = "spaCy sm + most populous"
SYSTEMS: Mapping[str, System[list[Prediction]]] = {
    system.name: system
    for system in (
        System(DATELINE, dateline_system.load, timed=dateline_system.load_with_footprints),
        System(SPACY, baselines.load_spacy, "spacy"),
        System("flashgeotext", baselines.load_flashgeotext, "flashgeotext"),
        System("geotext", baselines.load_geotext, "geotext"),
    )
}


@cache
def ready(name: str) -> Reader:
    """Make a system ready, once per process.

    Raises
    ------
    AbsentError
        When it is not installed; the message says how to install it.
    """
    return SYSTEMS[name].load()
