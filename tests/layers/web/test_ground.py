"""The ground of one file: fine near the marks, coarse elsewhere, and land everywhere it was."""

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from layers import basemap, compact
from layers.view import Camera
from layers.web.ground import fine_area, ground

KHARKIV = shapely.box(34.5, 48.8, 39.0, 51.6)
REACH = 0.1  # degrees: more than the overview and its grid are off together

Units = dict[str, Any]


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    return ground(KHARKIV)


@pytest.fixture(scope="module")
def countries(files: dict[str, Any]) -> Units:
    overview = files["overview.json"]
    return {
        each["code"]: compact.read_polygons(each["land"], overview["scale"])
        for each in overview["countries"]
    }


@pytest.fixture(scope="module")
def true_land() -> tuple[Any, Any]:
    """Give land well inside the shores, and all land with its waters near the shore."""
    tables = [basemap.adm0("overview"), basemap.disputed("overview")]
    whole = shapely.union_all([each for table in tables for each in table.geometry])
    inner, outer = whole.buffer(-REACH), whole.buffer(REACH)
    shapely.prepare(inner)
    shapely.prepare(outer)
    return inner, outer


@pytest.fixture(scope="module")
def drawn(files: dict[str, Any], countries: Units) -> shapely.Geometry:
    overview = files["overview.json"]
    disputed = (compact.read_polygons(u["land"], overview["scale"]) for u in overview["disputed"])
    whole = shapely.union_all(shapely.make_valid([*countries.values(), *disputed]))
    shapely.prepare(whole)
    return whole


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_land_is_land_and_sea_is_sea_in_all_the_world(
    true_land: tuple[Any, Any], drawn: shapely.Geometry, lon: float, lat: float
) -> None:
    inner, outer = true_land
    if shapely.contains_xy(inner, lon, lat):
        assert shapely.intersects_xy(drawn, lon, lat)
    if not shapely.contains_xy(outer, lon, lat):
        assert not shapely.contains_xy(drawn, lon, lat)


def test_near_the_marks_the_outline_is_the_regions(countries: Units) -> None:
    table = basemap.adm0("region", KHARKIV.bounds)
    for code, fine in zip(table["code"], table.geometry, strict=True):
        here = shapely.intersection(shapely.make_valid(fine), KHARKIV)
        shown = shapely.intersection(shapely.make_valid(countries[code]), KHARKIV)
        off = shapely.symmetric_difference(shown, here)
        assert off.buffer(-0.002).is_empty, code


def test_far_from_the_marks_points_lie_on_the_grid(countries: Units) -> None:
    steps = shapely.get_coordinates(countries["BR"]) / 0.05
    assert np.abs(steps - np.round(steps)).max() < 1e-6


def test_no_line_is_drawn_where_fine_and_coarse_meet(countries: Units) -> None:
    inside_ukraine = shapely.LineString([(34.5, 49.0), (34.5, 50.0)])
    met = shapely.intersection(countries["UA"].boundary, inside_ukraine)
    assert met.length == 0


def test_neighbours_share_their_border(countries: Units) -> None:
    for one, other in (("RU", "UA"), ("BR", "AR"), ("CN", "MN")):
        common = shapely.intersection(*shapely.make_valid([countries[one], countries[other]]))
        assert common.area < 0.01


def test_towns_are_many_near_the_marks_and_great_elsewhere(files: dict[str, Any]) -> None:
    towns = files["towns.json"]["towns"]
    small = [row for row in towns if row[4] > 5]
    assert {"Sumy", "Belgorod"} & {row[0] for row in small}
    scale = files["towns.json"]["scale"]
    assert all(shapely.contains_xy(KHARKIV, row[2] / scale, row[3] / scale) for row in small)
    assert "Tokyo" in {row[0] for row in towns}


def test_the_fine_area_holds_the_marks_and_a_close_view() -> None:
    point = {"geometry": {"type": "Point", "coordinates": [36.3, 50.0]}}
    wide = {"geometry": None}
    assert fine_area([point, wide], None).bounds == (35.55, 49.25, 37.05, 50.75)
    assert fine_area([wide], None).is_empty
    assert fine_area([], Camera(lat=10, lon=20, zoom=3)).is_empty
    assert fine_area([], Camera(lat=10, lon=20, zoom=8)).contains(shapely.Point(22, 11))


def test_without_a_fine_area_there_is_still_a_world() -> None:
    files = ground(shapely.MultiPolygon())
    assert len(files["overview.json"]["countries"]) > 200
    assert len(files["adm1.json"]["lines"]) < 20  # those of disputed land alone
