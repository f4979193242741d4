"""What geoparsing asks of a gazetteer."""

from typing import Protocol

from geo.place import Place


class Places(Protocol):
    """Ids to places."""

    def place(self, place_id: str) -> Place:
        """Give the place with this id; KeyError if there is none."""


class Index(Places, Protocol):
    """Names to places; :class:`geo.gazetteer.Gazetteer` is one, and tests bring a small one."""

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of this name in any script or spelling, best known first."""

    def starts(self, word: str) -> int:
        """Give the greatest number of words of any name that starts with this normalised word."""

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Give the countries whose people or things are called so ("Korean": both Koreas)."""
