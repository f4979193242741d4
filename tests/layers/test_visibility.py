"""What a view shows of a scene, and that nothing is lost from the counts."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.view import View
from layers.visibility import visible
from layers.window import Window

FIXTURE = Path(__file__).parents[1] / "fixtures" / "scene.json"
SCENE: Mapping[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
PARTS = ("shown", "outside", "unlocated", "hidden")

DAYS = st.one_of(st.none(), st.integers(0, 400).map(lambda n: date(2024, 9, 1) + timedelta(n)))
SWITCHES = st.dictionaries(
    st.sampled_from(["reported", "planned", "possible", "claimed"]), st.booleans()
)


def window_of(days: tuple[date | None, date | None]) -> Window:
    start, end = days
    return Window(end, start) if start and end and end < start else Window(start, end)


VIEWS = st.builds(
    View,
    window=st.tuples(DAYS, DAYS).map(window_of),
    axis=st.sampled_from(["event", "reported"]),
    certain_only=st.booleans(),
    undated=st.booleans(),
    layers=st.dictionaries(st.sampled_from(["places", "flows", "mentioned"]), st.booleans()),
    statuses=SWITCHES,
)


@given(VIEWS)
def test_every_item_goes_to_one_count(view: View) -> None:
    counts = visible(SCENE, view).counts
    assert sum(counts[part] for part in PARTS) == len(SCENE["items"])


@given(VIEWS)
def test_marks_carry_only_visible_items_of_switched_on_kinds(view: View) -> None:
    for one in visible(SCENE, view).drawn:
        assert one.items
        assert {item["id"] for item in one.items} <= set(one.mark["items"])
        assert all(view.statuses.get(item["status"], True) for item in one.items)


def test_layers_open_as_the_scene_says() -> None:
    opening = {one.mark["layer"] for one in visible(SCENE, View()).drawn}
    assert "places" in opening
    assert "mentioned" not in opening
    asked = visible(SCENE, View(layers={"mentioned": True}))
    assert "mentioned" in {one.mark["layer"] for one in asked.drawn}


@pytest.mark.parametrize("axis", ["event", "reported"])
def test_a_window_before_everything_shows_no_dated_item(axis: str) -> None:
    view = View(
        window=Window(date(1990, 1, 1), date(1990, 12, 31)),
        axis=axis,
        undated=False,
        certain_only=True,
    )
    assert visible(SCENE, view).drawn == []


def test_a_mark_takes_its_strongest_visible_status() -> None:
    mark = {"id": "p:x", "layer": "places", "items": ["a", "b"]}
    item = {"report": "r", "earliest": None, "latest": None, "reported": None, "review": "verified"}
    scene = {
        "layers": [{"id": "places", "on": True}],
        "marks": [mark],
        "items": [
            item | {"id": "a", "status": "planned"},
            item | {"id": "b", "status": "possible"},
        ],
    }
    assert visible(scene, View()).drawn[0].status == "possible"
    assert visible(scene, View(statuses={"possible": False})).drawn[0].status == "planned"


def test_the_browsers_view_is_read_back() -> None:
    view = View.from_json(
        {
            "window": {"from": "2025-01-01", "to": None},
            "axis": "reported",
            "certainOnly": True,
            "undated": False,
            "layers": {"places": False},
            "camera": {"lat": 50, "lon": 35.5, "zoom": 6},
        }
    )
    assert view.window == Window(date(2025, 1, 1), None)
    assert (view.axis, view.certain_only, view.undated) == ("reported", True, False)
    assert view.camera is not None
    assert view.camera.lon == 35.5


def test_a_cumulative_view_has_no_start() -> None:
    window = {"from": "2025-06-01", "to": "2025-03-01"}
    view = View.from_json({"window": window, "cumulative": True})
    assert view.window == Window(None, date(2025, 3, 1))
