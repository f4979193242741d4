"""Geometry for exchange: within the world, cut at 180°, rings the right way round."""

import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from geo.footprint import circle
from layers.export.geometry import DECIMALS, exchanged, geojson

CIRCLES = st.builds(circle, st.floats(-80, 80), st.floats(-180, 180), st.floats(500, 400_000))
WORLD = shapely.box(-180, -90, 180, 90)


@given(CIRCLES)
def test_a_circle_keeps_its_area_inside_the_world(whole: Polygon) -> None:
    cut = exchanged(whole)
    assert cut.is_valid
    assert WORLD.covers(cut)
    assert abs(cut.area - whole.area) <= 2e-5 * whole.length
    for part in shapely.get_parts(cut):
        assert part.exterior.is_ccw


@given(CIRCLES)
def test_coordinates_have_five_decimals(whole: Polygon) -> None:
    plain = geojson(exchanged(whole))
    assert plain is not None
    polygons = plain["coordinates"] if plain["type"] == "MultiPolygon" else [plain["coordinates"]]
    numbers = [n for rings in polygons for ring in rings for point in ring for n in point]
    assert numbers == [round(number, DECIMALS) for number in numbers]


def test_a_line_over_the_date_line_is_two() -> None:
    plain = geojson(exchanged(LineString([(179.0, 10.0), (-179.0, 11.0)])))
    assert plain == {
        "type": "MultiLineString",
        "coordinates": [[[179.0, 10.0], [180.0, 10.5]], [[-180.0, 10.5], [-179.0, 11.0]]],
    }


def test_what_only_touches_180_stays_whole() -> None:
    square = exchanged(Polygon([(-181, 0), (-181, 1), (-180, 1), (-180, 0)]))
    assert square.geom_type == "Polygon"
    assert square.bounds == (179.0, 0.0, 180.0, 1.0)


def test_holes_turn_the_other_way() -> None:
    ring = Point(30, 50).buffer(2).difference(Point(30, 50).buffer(1))
    (hole,) = exchanged(ring).interiors
    assert not hole.is_ccw


def test_what_is_smaller_than_the_grid_is_a_point() -> None:
    assert exchanged(Point(30, 50).buffer(1e-7)).geom_type == "Point"
    assert geojson(None) is None
