"""What is left out of a report, and why: the one place where a failure costs only what failed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from geo.index import Index
from geo.limits import limits
from geo.place import Place

T = TypeVar("T")


class Losses:
    """The notes of one report on what was left out of it."""

    def __init__(self) -> None:
        self._notes: dict[str, None] = {}

    @property
    def notes(self) -> tuple[str, ...]:
        """Give the notes in the order they were made, without repetitions; of very many, a few."""
        every, most = tuple(self._notes), limits().notes
        if len(every) <= most:
            return every
        return (*every[:most], f"{len(every) - most:,} more notes of this sort.")

    def add(self, note: str) -> None:
        """Add a sentence."""
        self._notes[note] = None

    def attempt(self, what: str, make: Callable[[], T]) -> T | None:
        """Make a part of the result; a failure gives None and a note that names the part."""
        try:
            return make()
        except Exception as error:  # noqa: BLE001 - whatever fails may only cost this part
            self.add(f"{what} was left out ({type(error).__name__}: {error}).")
            return None

    def first(self, things: Sequence[T], most: int, noun: str) -> Sequence[T]:
        """Keep as many as are allowed, with a note if there are more."""
        if len(things) > most:
            self.add(f"{len(things):,} {noun} found: the first {most:,} were kept.")
        return things[:most]


class CarefulIndex:
    """An index whose failures cost only the name that was asked for."""

    def __init__(self, index: Index, losses: Losses) -> None:
        self._index = index
        self._losses = losses

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of a name; none when the question fails."""
        return self._losses.attempt(f"“{name}”", lambda: self._index.lookup(name)) or ()

    def starts(self, word: str) -> int:
        """Give the words of the longest name that starts so; 0 when the question fails."""
        return self._losses.attempt(f"“{word}”", lambda: self._index.starts(word)) or 0

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Give the countries of a people; none when the question fails."""
        return self._losses.attempt(f"“{word}”", lambda: self._index.demonym(word)) or ()

    def place(self, place_id: str) -> Place:
        """Give the place with this id; KeyError if there is none, or the question fails."""
        try:
            return self._index.place(place_id)
        except KeyError:
            raise
        except Exception as error:
            self._losses.add(f"{place_id} was left out ({type(error).__name__}: {error}).")
            raise KeyError(place_id) from error
