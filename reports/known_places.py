"""Places by id: the gazetteer's, else as they were when a report was read."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from geo.index import Places
from geo.place import Kind, Place


class KnownPlaces:
    """The gazetteer, and behind it what the store remembers.

    A gazetteer that was compiled anew may lack a place that a report was given; a place found
    online, or a coordinate, was never in it. Neither must empty a map.
    """

    def __init__(self, gazetteer: Places, stored: pd.DataFrame) -> None:
        self._gazetteer = gazetteer
        self._stored = stored_places(stored)
        # Thousands of reports name the same few places: each is asked for once.
        self._asked: dict[str, Place | None] = {}

    def place(self, place_id: str) -> Place:
        """Give the place with this id; KeyError if neither has it."""
        found = self._find(place_id)
        if found is None:
            raise KeyError(place_id)
        return found

    def has(self, place_id: str | None) -> bool:
        """Tell whether a place has this id; there is none without one."""
        return bool(place_id) and self._find(str(place_id)) is not None

    def _find(self, place_id: str) -> Place | None:
        if place_id not in self._asked:
            try:
                self._asked[place_id] = self._gazetteer.place(place_id)
            except KeyError:
                self._asked[place_id] = self._stored.get(place_id)
        return self._asked[place_id]


def stored_places(stored: pd.DataFrame) -> dict[str, Place]:
    """Give the places of the store's table by id."""
    return {row["id"]: _place(row) for row in stored.to_dict("records")}


def _place(row: Mapping[Hashable, Any]) -> Place:
    return Place(**{str(key): value for key, value in row.items()} | {"kind": Kind(row["kind"])})
