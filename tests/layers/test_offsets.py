"""What is located by a distance: dashed outlines in the report's words, and quiet references."""

import copy
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo.gazetteer import Gazetteer
from layers.distances import distances
from layers.offsets import bearings, offsets, rightly_read
from layers.places import places
from layers.plate.render import render
from layers.scene import scene
from layers.view import Camera, View

KURSK, RYLSK, DMZ = "gn:538560", "gn:695019", "dl:korean-dmz"
FIXTURE = Path(__file__).parents[1] / "fixtures" / "scene.json"


def stated(**known: object) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "o1",
        "report_id": "r1",
        "start": 15,
        "end": 42,
        "text": "40 miles  southeast\nof Kursk",
        "low_m": 58_000.0,
        "high_m": 71_000.0,
        "approx": False,
        "within": False,
        "bearing": 135.0,
        "spread": 22.5,
        "border": False,
        "anchor_id": "m1",
        "located_id": None,
    }
    return row | known


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(rows[0]), dtype=object)


MENTIONS = frame(
    {"id": "m1", "report_id": "r1", "text": "Kursk", "place_id": KURSK, "role": "literal"},
    {"id": "m2", "report_id": "r1", "text": "Rylsk", "place_id": RYLSK, "role": "literal"},
    {"id": "m3", "report_id": "r1", "text": "Nowhere", "place_id": None, "role": "literal"},
    {"id": "m4", "report_id": "r1", "text": "DMZ", "place_id": DMZ, "role": "literal"},
)
CLAIMS = frame(
    {"id": "c1", "report_id": "r1", "category": "distance", "start": 15, "end": 42, "at_id": None},
    {"id": "c2", "report_id": "r1", "category": "killed", "start": 15, "end": 42, "at_id": None},
    {"id": "c3", "report_id": "r2", "category": "distance", "start": 15, "end": 42, "at_id": None},
)


def marks(gazetteer: Gazetteer, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = offsets(frame(*rows), MENTIONS, CLAIMS, gazetteer).marks.to_dict(
        "records"
    )
    return found


def test_a_sector_speaks_in_the_words_of_the_report(gazetteer: Gazetteer) -> None:
    (mark,) = marks(gazetteer, stated())
    assert (mark["name"], mark["shape"]) == ("“40 miles southeast of Kursk”", "sector")
    assert mark["items"] == ["m1", "c1"]


def test_the_same_offset_in_two_reports_is_one_mark(gazetteer: Gazetteer) -> None:
    (mark,) = marks(gazetteer, stated(), stated(id="o2", report_id="r2"))
    assert mark["items"] == ["m1", "c1", "m1", "c3"]


def test_nothing_is_drawn_from_what_was_rejected(gazetteer: Gazetteer) -> None:
    rows = frame(stated(), stated(id="o2", report_id="r2"))
    assert list(rightly_read(rows, CLAIMS.iloc[:1])["id"]) == ["o2"]
    assert list(rightly_read(rows, CLAIMS.iloc[1:2])["id"]) == ["o1", "o2"]
    assert rightly_read(rows, CLAIMS)["id"].empty
    (mark,) = marks(gazetteer, stated(located_id="rejected"))
    assert mark["items"] == ["m1", "c1"]


def test_what_has_its_own_place_or_no_shape_gets_no_outline(gazetteer: Gazetteer) -> None:
    assert marks(gazetteer, stated(located_id="m2")) == []
    assert marks(gazetteer, stated(anchor_id="m3")) == []
    assert marks(gazetteer, stated(high_m=None)) == []


def test_a_name_that_no_place_is_known_for_is_said_with_its_distance(gazetteer: Gazetteer) -> None:
    (mark,) = marks(gazetteer, stated(located_id="m3"))
    assert mark["name"] == "Nowhere, “40 miles southeast of Kursk”"
    assert mark["items"] == ["m1", "m3", "c1"]


def test_a_place_named_for_a_distance_alone_is_a_reference(gazetteer: Gazetteer) -> None:
    found = places(MENTIONS, CLAIMS, gazetteer, {"m1", "m4"}).marks.set_index("place_id")
    assert found.loc[KURSK, "reference"]
    assert found.loc[KURSK, "note"] == "measured from here"
    assert not found.loc[RYLSK, "reference"]
    assert not found.loc[DMZ, "reference"]


def test_a_place_where_something_is_said_to_be_is_no_reference(gazetteer: Gazetteer) -> None:
    there = CLAIMS.assign(at_id=KURSK)
    found = places(MENTIONS, there, gazetteer, {"m1"}).marks.set_index("place_id")
    assert not found.loc[KURSK, "reference"]


def test_a_stated_position_is_a_place_of_the_map(gazetteer: Gazetteer) -> None:
    spot = MENTIONS.head(1).assign(place_id="xy:48.71640,37.83780;u=7")
    (mark,) = places(spot, CLAIMS, gazetteer).marks.to_dict("records")
    assert (mark["name"], mark["shape"], mark["radius"]) == ("48.7164° N, 37.8378° E", "point", 7)


@pytest.mark.parametrize(
    ("degrees", "stated_text", "verdict"),
    [(270.0, "105 km west", "consistent"), (90.0, "105 km east", "inconsistent")],
)
def test_a_stated_bearing_is_held_against_the_map(
    gazetteer: Gazetteer, degrees: float, stated_text: str, verdict: str
) -> None:
    said = CLAIMS.head(1).assign(
        at_id=RYLSK, from_id=KURSK, value=105.0, value_text="105", unit="km", approx=False
    )
    towards = bearings(frame(stated(bearing=degrees)), said)
    (mark,) = distances(said, gazetteer, towards).marks.to_dict("records")
    assert (mark["stated"], mark["measured"]) == (stated_text, "105 km west")
    assert mark["verdict"] == verdict


def test_the_scene_carries_the_outline(gazetteer: Gazetteer) -> None:
    layer = offsets(frame(stated()), MENTIONS, CLAIMS, gazetteer)
    empty = pd.DataFrame(columns=["id", "published"], dtype=object)
    laid = json.loads(json.dumps(scene(empty, empty, empty, [layer], [], [], {}), allow_nan=False))
    assert laid["layers"] == [{"id": "offsets", "label": "By distance", "on": True}]
    assert laid["marks"][0]["geometry"]["type"] == "Polygon"


@pytest.mark.parametrize("degrees", [135.0, None])
def test_a_plate_draws_the_outline(gazetteer: Gazetteer, degrees: float | None) -> None:
    before = json.loads(FIXTURE.read_text(encoding="utf-8"))
    after = copy.deepcopy(before)
    layer = offsets(frame(stated(bearing=degrees)), MENTIONS, CLAIMS, gazetteer)
    empty = pd.DataFrame(columns=["id", "published"], dtype=object)
    laid = scene(empty, empty, empty, [layer], [], [], {})
    after["layers"] += laid["layers"]
    after["marks"] += [laid["marks"][0] | {"items": [before["items"][0]["id"]]}]
    view = View(camera=Camera(51.3, 36.8, 7.0))
    assert render(after, view).data != render(before, view).data


def test_what_a_claim_places_needs_no_outline(gazetteer: Gazetteer) -> None:
    placed = CLAIMS.assign(at_id=RYLSK)
    assert len(offsets(frame(stated()), MENTIONS, CLAIMS, gazetteer).marks) == 1
    assert len(offsets(frame(stated()), MENTIONS, placed, gazetteer).marks) == 0
