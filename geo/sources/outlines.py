"""Which province a town is in, by the outlines."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.sources.provinces import Province

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEAR_DEG = 0.25
"""A town outside every outline of its country (a harbour, a border post) belongs to the nearest
one within this many degrees, or to none."""


class Outlines:
    """The outlines of all provinces, ready to be asked for many points at once."""

    def __init__(self, provinces: Mapping[str, Province]) -> None:
        self._codes = np.array(list(provinces))
        self._countries = np.array([province.country for province in provinces.values()])
        self._shapes = shapely.from_wkb([province.outline for province in provinces.values()])
        self._tree = shapely.STRtree(self._shapes)
        self._outlined = set(self._countries.tolist())
        shapely.prepare(self._shapes)

    def codes(
        self, lons: Sequence[float], lats: Sequence[float], countries: Sequence[str]
    ) -> list[str | None]:
        """Give the ISO 3166-2 code of the province of each point, or None.

        A point counts as inside only in a province of its own country, if that has any: borders in
        the file are good to some 3 km, and a town at one must not change sides.

        Parameters
        ----------
        lons, lats
            Decimal degrees.
        countries
            ISO 3166-1 alpha-2 code of the country each point is said to be in.
        """
        points = shapely.points(np.array(lons), np.array(lats))
        boxed, shapes = self._tree.query(points)
        inside = shapely.contains(self._shapes[shapes], points[boxed])
        found: list[str | None] = [None] * len(points)
        for point, shape in zip(boxed[inside], shapes[inside], strict=True):
            if self._fits(shape, countries[point]):
                found[point] = str(self._codes[shape])
        for number, code in enumerate(found):
            if code is None:
                found[number] = self._nearest(points[number], countries[number])
        return found

    def _fits(self, shape: int, country: str) -> bool:
        return bool(self._countries[shape] == country) or country not in self._outlined

    def _nearest(self, point: shapely.Point, country: str) -> str | None:
        near: NDArray[Any] = self._tree.query(point, predicate="dwithin", distance=NEAR_DEG)
        near = near[self._countries[near] == country]
        if not near.size:
            return None
        return str(self._codes[near[shapely.distance(self._shapes[near], point).argmin()]])
