"""Edges of polygons that tile a plane."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from data.build.coverage import merged, pieces, sides, simplified

LEFT, RIGHT = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)


def test_a_shared_edge_is_found_once_with_both_its_sides() -> None:
    edges, units = sides(np.array([LEFT, RIGHT]))
    assert len(edges) == 7
    shared = edges[units[:, 1] >= 0]
    assert shared.tolist() == [[[1.0, 0.0], [1.0, 1.0]]]
    assert set(units[units[:, 1] >= 0].ravel().tolist()) == {0, 1}


def test_the_edge_of_the_map_is_no_coast() -> None:
    edges, _ = sides(np.array([shapely.box(179, -90, 180, -89)]))
    assert len(edges) == 2


def test_edges_join_up_to_one_line() -> None:
    outline = merged(sides(np.array([LEFT, RIGHT]))[0][[0, 1]])
    assert len(outline) == 1
    assert merged(np.empty((0, 2, 2))) == []


def test_neighbours_stay_neighbours_when_simplified() -> None:
    bend = [(1 + 0.001 * (i % 2), i / 50) for i in range(51)]
    west = shapely.Polygon([(0, 0), *bend, (0, 1)])
    east = shapely.Polygon([(2, 0), (2, 1), *reversed(bend)])
    simple = simplified(np.array([west, east]), 0.05)
    assert (
        shapely.get_num_coordinates(simple).sum() < shapely.get_num_coordinates([west, east]).sum()
    )
    assert shapely.coverage_is_valid(simple)
    assert shapely.intersection(*simple).area == 0


@given(st.integers(2, 60), st.integers(2, 12))
def test_pieces_make_up_the_line(vertices: int, most: int) -> None:
    line = shapely.LineString([(i, i % 3) for i in range(vertices)])
    cut = pieces([line], most)
    assert max(len(piece.coords) for piece in cut) <= most
    assert sum(piece.length for piece in cut) == pytest.approx(line.length)
    joins = pairwise(cut)
    assert all(before.coords[-1] == after.coords[0] for before, after in joins)
