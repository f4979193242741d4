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

    def place(self, place_id: str) -> Place:
        """Give the place with this id; KeyError if neither has it."""
        try:
            return self._gazetteer.place(place_id)
        except KeyError:
            return self._stored[place_id]

    def has(self, place_id: str | None) -> bool:
        """Tell whether a place has this id; there is none without one."""
        if not place_id:
            return False
        try:
            self.place(place_id)
        except KeyError:
            return False
        return True


def stored_places(stored: pd.DataFrame) -> dict[str, Place]:
    """Give the places of the store's table by id."""
    return {row["id"]: _place(row) for row in stored.to_dict("records")}


def _place(row: Mapping[Hashable, Any]) -> Place:
    return Place(**{str(key): value for key, value in row.items()} | {"kind": Kind(row["kind"])})
