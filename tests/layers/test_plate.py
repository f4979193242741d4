"""Plates: what is printed, how it is projected, and that a view always gives the same picture."""

import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib import image as picture
from matplotlib.transforms import Bbox

from layers.plate.furniture import round_length
from layers.plate.labels import Label, Line, Room, overlap, place
from layers.plate.projection import frame_of_camera, frame_of_points
from layers.plate.render import headline, render, window_text
from layers.plate.sheet import new_sheet
from layers.view import Camera, View
from layers.visibility import visible
from layers.window import Window

FIXTURE = Path(__file__).parents[1] / "fixtures" / "scene.json"
SCENE: Mapping[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
KURSK = View(camera=Camera(50.6, 35.3, 6.2))


def pixels(png: bytes) -> Any:  # noqa: ANN401  an array
    return picture.imread(io.BytesIO(png))


def test_a_view_gives_the_same_bytes_twice() -> None:
    first, second = render(SCENE, KURSK), render(SCENE, KURSK)
    assert first.png == second.png
    assert pixels(first.png).shape == (1080, 1920, 4)


def test_a_narrower_window_changes_the_picture() -> None:
    narrow = View(
        camera=KURSK.camera,
        window=Window(date(2024, 10, 1), date(2024, 10, 31)),
        undated=False,
    )
    assert render(SCENE, narrow).png != render(SCENE, KURSK).png


def test_the_alternative_text_says_what_is_shown_and_what_is_not() -> None:
    alt = render(SCENE, KURSK, "A title of ours").alt
    assert "A title of ours" in alt
    assert "outside the dates" in alt


def test_the_title_attributes_and_does_not_assert() -> None:
    assert headline(visible(SCENE, View()).drawn).endswith("reports say")
    assert headline([]) == "What 0 reports say"


def test_the_window_of_the_data_is_printed() -> None:
    view = View(window=Window(date(2025, 1, 1), None), axis="reported")
    assert window_text(SCENE, view).startswith(
        "Shown by publication date: 1 January 2025 to last report"
    )


def test_hostile_names_are_drawn_as_text() -> None:
    hostile = json.loads(json.dumps(SCENE))
    for mark in hostile["marks"]:
        if "name" in mark:
            mark["name"] = "{{ 7*7 }} ${x} $\\frac{1}{2}$ <b>"
    for report in hostile["reports"]:
        report["publisher"] = "$\\undefined{$"
    assert pixels(render(hostile, KURSK).png).shape == (1080, 1920, 4)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(34.0, 51.0), (36.0, 50.0)], "Transverse Mercator"),
        ([(20.0, 45.0), (40.0, 55.0)], "conic"),
        ([(36.0, 51.0), (131.9, 43.1)], "equal-area"),
        ([], "Equal Earth"),
    ],
)
def test_the_projection_follows_the_extent(points: list[tuple[float, float]], words: str) -> None:
    frame = frame_of_points(points, 1.75)
    assert words in frame.name
    for lon, lat in points:
        assert frame.contains(*frame.point(lon, lat))


def test_a_frame_across_the_antimeridian_stays_small() -> None:
    frame = frame_of_points([(177.0, 65.0), (-175.0, 66.0)], 1.75)
    assert frame.width_m < 1_500_000
    assert {bounds[2] for bounds in frame.bounds} >= {180.0}


def test_a_camera_frames_its_centre() -> None:
    frame = frame_of_camera(Camera(38.5, 127.0, 8.0), 1.75)
    x, y = frame.point(127.0, 38.5)
    assert np.allclose([x, y], 0.0, atol=1.0)


def test_labels_never_overlap() -> None:
    sheet = new_sheet(600, 400, "#ffffff")
    room = Room(Bbox.from_extents(0, 0, 600, 400))
    crowd = [
        Label(300 + 3 * n, 200 + 2 * n, [Line(f"Place {n}", 16, 700, "#000000")], rank=n)
        for n in range(40)
    ]
    dropped = place(sheet, room, crowd, "#ffffff")
    boxes = room.taken
    assert 0 < len(dropped) < 40
    assert len(boxes) + len(dropped) == 40
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.parametrize(("length", "bar"), [(137.0, 100.0), (99.0, 50.0), (0.34, 0.2)])
def test_scale_bars_are_round(length: float, bar: float) -> None:
    assert round_length(length) == pytest.approx(bar)
