"""Outlines at two levels of detail as one: fine in an area, coarse around it."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from layers import compact

SCALE = 2000
"""Units in a degree: 55 m, less than a pixel at the closest zoom."""
COARSE = 0.05
"""Grid of the coarse part in degrees: the 5 km that the overview is true to."""

Parts = npt.NDArray[Any]


class Blend:
    """Joins a fine and a coarse shape of the same thing and codes it for the browser.

    Parameters
    ----------
    fine
        Area, in degrees, where the fine shape is taken; may be empty.
    """

    def __init__(self, fine: shapely.Geometry) -> None:
        self.fine = fine
        # What lies on the edge belongs to the fine part, wherever rounding has put it.
        self._kept = fine.buffer(1 / SCALE, join_style="mitre")
        for area in (self.fine, self._kept):
            shapely.prepare(area)

    def polygons(
        self, detail: shapely.Geometry, whole: shapely.Geometry
    ) -> list[list[compact.Flat]]:
        """Code areas: ``detail`` is taken in the fine area, ``whole`` in the rest."""
        near, far = self._divided(whole)
        inside = shapely.intersection(_mended(self._divided(detail)[0]), self.fine)
        outside = shapely.difference(_mended(near), self.fine)
        shapes = [*far, *shapely.get_parts(shapely.union(inside, outside))]
        return compact.polygons(self._snapped(shapely.GeometryCollection(shapes)), SCALE)

    def lines(
        self, detail: Iterable[shapely.Geometry], whole: shapely.Geometry
    ) -> list[compact.Flat]:
        """Code lines in the same way; ``detail`` may come in several shapes."""
        inside = [shapely.intersection(each, self.fine) for each in detail]
        outside = shapely.difference(whole, self.fine)
        return compact.lines([self._snapped(each) for each in (*inside, outside)], SCALE)

    def _divided(self, shape: shapely.Geometry) -> tuple[Parts, Parts]:
        """Divide a shape's parts: those that meet the fine area, and the others."""
        parts = shapely.get_parts(shape)
        met = shapely.intersects(parts, self.fine)
        return parts[met], parts[~met]

    def _snapped(self, shape: shapely.Geometry) -> shapely.Geometry:
        """Put points outside the fine area on the coarse grid.

        Where a point goes depends on itself alone: neighbours that shared a border share it still.
        """

        def snap(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            kept = shapely.contains_xy(self._kept, points)
            return np.where(kept[:, None], points, np.round(points / COARSE) * COARSE)

        snapped: shapely.Geometry = shapely.transform(shape, snap)
        return snapped


def _mended(parts: Parts) -> shapely.Geometry:
    """Join parts into one shape; what rounding made cross itself is mended."""
    whole: shapely.Geometry = shapely.union_all(shapely.make_valid(parts))
    return whole
