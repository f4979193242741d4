"""A view goes to the JSON of the browser and back the same."""

from hypothesis import given
from hypothesis import strategies as st

from layers.names import NAMINGS
from layers.view import Camera, View
from layers.window import Window

SWITCHES = st.dictionaries(st.text(max_size=5), st.booleans(), max_size=3)
DAYS = st.none() | st.dates()
WINDOWS = st.tuples(DAYS, DAYS).map(
    lambda days: Window(*(sorted(days) if all(days) else days))  # type: ignore[type-var]
)
COORDINATES = st.floats(-80, 80)
VIEWS = st.builds(
    View,
    window=WINDOWS,
    axis=st.sampled_from(["event", "reported"]),
    certain_only=st.booleans(),
    undated=st.booleans(),
    layers=SWITCHES,
    statuses=SWITCHES,
    reports=SWITCHES,
    off=st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5)), max_size=2),
    names=st.sampled_from(NAMINGS),
    camera=st.none() | st.builds(Camera, COORDINATES, COORDINATES, st.floats(1, 12)),
)


@given(VIEWS)
def test_what_is_written_is_read_back_the_same(view: View) -> None:
    assert View.from_json(view.to_json()) == view
