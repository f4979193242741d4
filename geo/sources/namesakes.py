"""Which towns share a name with a province or a district."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Namesake(NamedTuple):
    """A town that has a name somebody asked for.

    ``division`` is the GeoNames code of its first-level division ("KP.07"), ``own`` says that the
    name is its own and not an alternate one.
    """

    id: int
    country: str
    adm1: str | None
    division: str
    lat: float
    lon: float
    population: int
    own: bool


class Namesakes:
    """Towns by normal form, for the forms that were asked for before the towns are read."""

    def __init__(self, wanted: AbstractSet[str]) -> None:
        self._wanted = wanted
        self._towns: defaultdict[str, list[Namesake]] = defaultdict(list)

    def add(self, names: Iterable[tuple[str, bool]], town: Namesake) -> None:
        """Remember a town under those of its names (normal form, own or not) that are wanted."""
        for normal, own in names:
            if normal in self._wanted:
                self._towns[normal].append(town._replace(own=own))

    def of(self, normal: str) -> list[Namesake]:
        """Give the towns of this name."""
        return self._towns.get(normal, [])

    def owned_in(self, normal: str, country: str) -> bool:
        """Say whether the name is a town's own in this country."""
        return any(town.own and town.country == country for town in self.of(normal))
