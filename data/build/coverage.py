"""A coverage: polygons that tile the land, so that every inner edge belongs to two of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

DECIMALS = 4  # 11 m: far finer than the outlines are true, and it halves the files
ANTIMERIDIAN = 180.0
SOUTH_POLE = -90.0

Shapes = npt.NDArray[np.object_]


def simplified(coverage: Shapes, tolerance: float) -> Shapes:
    """Return the polygons with fewer vertices, neighbours still sharing every one of them.

    Parameters
    ----------
    coverage
        Polygons in degrees.
    tolerance
        In degrees; the square root of the area that may be cut off at a vertex.
    """
    rough = shapely.coverage_simplify(coverage, tolerance)
    rounded: Shapes = shapely.transform(rough, lambda lonlat: np.round(lonlat, DECIMALS))
    broken = ~shapely.is_valid(rounded)
    rounded[broken] = shapely.make_valid(rounded[broken], method="structure", keep_collapsed=False)
    return rounded


def sides(coverage: Shapes) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Return every edge of a coverage once, with the polygons on either side of it.

    Returns
    -------
    edges
        Shape (n, 2, 2): two points of lon and lat.
    polygons
        Shape (n, 2): indices into `coverage`; the second is -1 where there is only one.
        Edges along the antimeridian and at the South Pole, where maps end, are left out.
    """
    rings, owner = _rings(coverage)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    inner = ring[:-1] == ring[1:]
    ends = np.stack([points[:-1], points[1:]], axis=1)[inner]
    left = owner[ring[:-1][inner]]
    swap = (ends[:, 0, 0] > ends[:, 1, 0]) | (
        (ends[:, 0, 0] == ends[:, 1, 0]) & (ends[:, 0, 1] > ends[:, 1, 1])
    )
    ends[swap] = ends[swap][:, ::-1]
    seam = (np.abs(ends[:, :, 0]) == ANTIMERIDIAN).all(axis=1)
    seam |= (ends[:, :, 1] == SOUTH_POLE).all(axis=1)
    ends, left = ends[~seam], left[~seam]
    flat = ends.reshape(-1, 4)
    edges, first, inverse = np.unique(flat, axis=0, return_index=True, return_inverse=True)
    polygons = np.full((len(edges), 2), -1)
    polygons[:, 0] = left[first]
    second = np.ones(len(flat), dtype=bool)
    second[first] = False
    polygons[inverse[second], 1] = left[second]
    return edges.reshape(-1, 2, 2), polygons


def merged(edges: npt.NDArray[np.float64]) -> list[shapely.LineString]:
    """Return the longest lines that single edges join up to, in a settled order."""
    if not len(edges):
        return []
    lines = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges)))
    return sorted(shapely.get_parts(lines), key=lambda line: tuple(line.coords[0]))


def pieces(lines: Sequence[shapely.LineString], vertices: int) -> list[shapely.LineString]:
    """Cut lines to at most `vertices` each, so that a small window needs few of them."""
    return [
        shapely.LineString(line.coords[start : start + vertices])
        for line in lines
        for start in range(0, len(line.coords) - 1, vertices - 1)
    ]


def _rings(coverage: Shapes) -> tuple[Shapes, npt.NDArray[np.int64]]:
    polygons, unit = shapely.get_parts(coverage, return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    return rings, unit[polygon]
