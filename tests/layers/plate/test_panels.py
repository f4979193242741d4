"""The panels of a plate: projections, which panels there are, what makes them maps."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from layers.plate import choice
from layers.plate.fittings import round_length
from layers.plate.form import Form
from layers.plate.layout import Needs, Rect, layout, panels
from layers.plate.projection import frame_of_camera, frame_of_points
from layers.plate.render import render
from layers.view import Camera, View
from layers.visibility import Drawn, visible

FIXTURE = Path(__file__).parents[2] / "fixtures" / "scene.json"
SCENE: Mapping[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))


def towns(*spots: tuple[float, float]) -> list[Drawn]:
    return [
        Drawn(
            {"id": f"p{n}", "layer": "places", "wide": False, "shape": "point", "lon": x, "lat": y},
            [{}],
            "reported",
        )
        for n, (x, y) in enumerate(spots)
    ]


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(34.0, 51.0), (36.0, 50.0)], "Transverse Mercator"),
        ([(20.0, 45.0), (40.0, 55.0)], "conic"),
        ([(100.0, -4.0), (115.0, 6.0)], "Mercator, true at 1.0°N"),
        ([(36.0, 51.0), (131.9, 43.1)], "equal-area"),
        ([], "Equal Earth"),
    ],
)
def test_the_projection_follows_the_extent(points: list[tuple[float, float]], words: str) -> None:
    frame = frame_of_points(points, 1.75)
    assert words in frame.name
    for lon, lat in points:
        assert frame.contains(*frame.point(lon, lat))


def test_the_longest_way_is_straight_through_the_middle() -> None:
    frame = frame_of_points([(36.0, 51.0), (131.9, 43.1), (80.0, 40.0)], 1.75)
    (x0, y0), (x1, y1) = frame.point(36.0, 51.0), frame.point(131.9, 43.1)
    assert (x0 + x1, y0 + y1) == pytest.approx((0.0, 0.0), abs=10_000.0)


def test_a_frame_across_the_antimeridian_stays_small() -> None:
    frame = frame_of_points([(177.0, 65.0), (-175.0, 66.0)], 1.75)
    assert frame.width_m < 1_500_000
    assert {bounds[2] for bounds in frame.bounds} >= {180.0}


@pytest.mark.parametrize("lat", [38.5, 2.0, -70.0])
def test_a_camera_frames_its_centre(lat: float) -> None:
    frame = frame_of_camera(Camera(lat, 127.0, 6.0), 1.75)
    assert np.allclose(frame.point(127.0, lat), frame.middle, atol=1.0)


def test_north_is_shown_where_there_is_one() -> None:
    near = frame_of_points([(35.0, 51.0), (37.0, 51.5)], 1.75).north()
    assert near == pytest.approx(0.0, abs=1.0)
    assert frame_of_points([(36.0, 51.0), (131.9, 43.1)], 1.75).north() is None
    assert frame_of_points([(0.0, 88.0), (120.0, 88.0)], 1.75).north() is None


def test_a_story_on_two_continents_gets_its_details() -> None:
    svg = render(SCENE, View(), form=Form("svg")).data.decode()
    for letter in ("A", "B", "C"):
        assert f">{letter}</text>" in svg
    assert svg.count(" km</text>") >= 3


def test_details_are_the_places_that_lie_together() -> None:
    drawn = towns((36.2, 51.7), (34.8, 50.9), (125.8, 39.0), (127.0, 37.6), (80.0, 40.0))
    found = choice.details(drawn, choice.overview(drawn, None, 1.7))
    assert sorted(len(cluster.drawn) for cluster in found) == [2, 2]


@pytest.mark.parametrize(
    "spots",
    [
        [(36.2, 51.7)],
        [(36.2, 51.7), (34.8, 50.9), (36.3, 50.0)],
        [(-77.0, 38.9), (139.7, 35.7)],
    ],
)
def test_one_map_is_enough_where_nothing_falls_apart(spots: list[tuple[float, float]]) -> None:
    drawn = towns(*spots)
    assert choice.details(drawn, choice.overview(drawn, None, 1.7)) == []


def test_the_parts_of_a_plate_stand_clear_of_each_other() -> None:
    for size in ((1920.0, 1080.0), (1871.0, 1322.7)):
        laid = layout(*size, Needs(11, 8, 4, quotes=True, banner=True))
        assert laid.title
        assert laid.figures
        assert laid.quotes
        assert laid.footer
        column = [laid.title, laid.maps, laid.legend, laid.figures, laid.footer]
        assert all(a.bottom <= b.y for a, b in pairwise(column))
        assert laid.maps.x + laid.maps.width < laid.quotes.x
        assert laid.quotes.bottom < laid.footer.y


def test_details_stand_where_they_are_larger() -> None:
    clusters = [choice.Cluster((), ((126.0, 36.0), (126.5, 42.0)))] * 2
    place = Rect(0, 0, 1300, 560)
    assert choice.arranged(place, clusters) == panels(place, 2, stacked=False)


@pytest.mark.parametrize(("length", "bar"), [(137.0, 100.0), (99.0, 50.0), (0.34, 0.2)])
def test_scale_bars_are_round(length: float, bar: float) -> None:
    assert round_length(length) == pytest.approx(bar)


def test_only_what_is_drawn_is_explained() -> None:
    kursk = View(camera=Camera(50.6, 35.3, 6.2))
    svg = render(SCENE, kursk, form=Form("svg")).data.decode()
    statuses = {one.status for one in visible(SCENE, kursk).drawn}
    assert "Reported: area named" in svg
    assert "denied" not in statuses
    assert "Denied" not in svg
