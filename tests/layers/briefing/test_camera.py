"""The camera of a step has its points in sight, and stands no closer than a town needs."""

from math import cos, radians

from hypothesis import given
from hypothesis import strategies as st

from layers.briefing.camera import CLOSEST, WIDEST, camera_on
from layers.plate.projection import frame_of_camera
from layers.view import Camera

POINTS = st.lists(
    st.tuples(st.floats(20, 60), st.floats(-60, 70)), min_size=1, max_size=6, unique=True
)


@given(POINTS)
def test_every_point_is_in_sight(points: list[tuple[float, float]]) -> None:
    camera = camera_on(points)
    assert camera is not None
    assert WIDEST <= camera["zoom"] <= CLOSEST
    per_pixel = 360 / (256 * 2 ** camera["zoom"])
    for lon, lat in points:
        assert abs(lon - camera["lon"]) / per_pixel <= 380
        # Heights on the map grow with latitude: what is in sight by this measure is.
        assert abs(lat - camera["lat"]) / per_pixel * cos(radians(lat)) <= 480


def test_the_antimeridian_is_no_edge() -> None:
    camera = camera_on([(179.0, 65.0), (-179.0, 66.0)])
    assert camera is not None
    assert abs(camera["lon"]) == 180.0
    assert camera["zoom"] > 6


def test_a_plate_of_that_camera_shows_the_points() -> None:
    points = [(36.2, 51.7), (34.8, 50.9), (36.2, 50.0)]
    camera = camera_on(points)
    assert camera is not None
    frame = frame_of_camera(Camera(**camera), 1.5)
    assert all(frame.contains(*frame.point(*point)) for point in points)


def test_no_points_no_camera() -> None:
    assert camera_on([]) is None
