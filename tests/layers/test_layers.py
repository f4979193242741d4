"""Layers: honest shapes, arcs that are cut at the antimeridian, distances with a verdict."""

import json
from typing import Any

import pandas as pd
import pytest

from geo.gazetteer import Gazetteer
from geo.place import Kind, Place
from layers.distances import distances
from layers.flows import flows, great_circle
from layers.items import status_of
from layers.places import mentioned, places
from layers.scene import scene

KURSK, KOKSAN, DMZ = "ne:RU-KRS", "lo:1875793", "dl:korean-dmz"


def mentions(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Make a frame of (id, place id, role)."""
    return pd.DataFrame(list(rows), columns=["id", "place_id", "role"], dtype=object)


def claim(**known: object) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "c1",
        "family": "deployment",
        "category": "troops_deployed",
        "status": "reported",
        "from_id": "ne:KP",
        "to_id": "ne:RU",
        "at_id": None,
        "value": 11000.0,
        "value_text": "11,000",
        "unit": "personnel",
        "approx": False,
    }
    return row | known


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), dtype=object)


def test_places_are_drawn_as_what_they_are(gazetteer: Gazetteer) -> None:
    named = mentions(
        ("m1", KURSK, "literal"),
        ("m2", KOKSAN, "literal"),
        ("m3", "ne:RU", "literal"),
        ("m4", DMZ, "literal"),
        ("m5", "gn:524901", "metonym"),
    )
    marks = places(named, frame(claim(at_id=KURSK)), gazetteer).marks.set_index("place_id")
    assert marks.loc[KURSK, "shape"] == "polygon"
    assert marks.loc[KURSK, "items"] == ["m1", "c1"]
    assert (marks.loc[KOKSAN, "shape"], marks.loc[KOKSAN, "radius"]) == ("circle", 19000.0)
    assert marks.loc[DMZ, "shape"] == "strip"
    assert marks.loc["ne:RU", "wide"]
    assert "gn:524901" not in marks.index
    assert list(mentioned(named, gazetteer).marks["place_id"]) == ["gn:524901"]


def test_a_plan_is_an_arc_of_its_own(gazetteer: Gazetteer) -> None:
    said = frame(
        claim(), claim(id="c2", value=4000.0, status="planned"), claim(id="c3", from_id="ne:RU")
    )
    marks = flows(said, gazetteer).marks
    assert list(marks["status"]) == ["planned", "reported"]
    assert list(marks["items"]) == [["c2"], ["c1"]]


def test_an_arc_over_the_antimeridian_is_cut_there(gazetteer: Gazetteer) -> None:
    (kamchatka,) = gazetteer.lookup("Petropavlovsk-Kamchatsky")[:1]
    (anchorage,) = gazetteer.lookup("Anchorage")[:1]
    arc = great_circle(kamchatka, anchorage)
    assert arc.geom_type == "MultiLineString"
    assert max(part.bounds[2] - part.bounds[0] for part in arc.geoms) < 60


@pytest.mark.parametrize("degrees", [1e-6, 0.01, 0.4, 0.5, 3.0])
def test_a_movement_is_drawn_however_near_its_ends_are(degrees: float) -> None:
    start = Place("made:1", "Here", Kind.CITY, 50.0, 30.0)
    end = Place("made:2", "There", Kind.CITY, 50.0 + degrees, 30.0)
    arc = great_circle(start, end)
    assert arc.coords[-1] == pytest.approx((end.lon, end.lat))
    assert len(arc.coords) == max(2, round(degrees * 111.2 / 100) + 1)


@pytest.mark.parametrize(("stated", "verdict"), [(65.0, "plausible"), (165.0, "inconsistent")])
def test_a_stated_distance_is_held_against_the_map(
    gazetteer: Gazetteer, stated: float, verdict: str
) -> None:
    said = claim(category="distance", at_id=KOKSAN, from_id=DMZ, value=stated, unit="km")
    (mark,) = distances(frame(said | {"value_text": f"{stated:g}"}), gazetteer).marks.to_dict(
        "records"
    )
    assert mark["verdict"] == verdict
    assert mark["measured"] == "64–66 km"


def test_a_possibility_is_not_an_estimate() -> None:
    assert status_of({"status": "estimated", "status_cue": "may"}) == "possible"
    assert status_of({"status": "estimated", "status_cue": "believes"}) == "estimated"
    assert status_of({"status": "planned", "status_cue": None}) == "planned"


def test_an_empty_store_is_an_empty_scene(gazetteer: Gazetteer) -> None:
    empty = pd.DataFrame(columns=["id", "place_id", "role", "at_id", "published"], dtype=object)
    laid = scene(empty, empty, empty, [places(empty, empty, gazetteer)], [], [], {})
    assert (laid["marks"], laid["items"], laid["meta"]["asOf"]) == ([], [], None)


def test_a_scene_is_json(gazetteer: Gazetteer) -> None:
    named = mentions(("m1", KURSK, "literal"), ("m2", "ne:RU", "literal"))
    layer = places(named, frame(claim()), gazetteer)
    empty = pd.DataFrame(columns=["id", "published"], dtype=object)
    laid = scene(empty, empty, empty, [layer], [], [], {})
    read = json.loads(json.dumps(laid, allow_nan=False))
    shapes = {mark["placeId"]: mark["geometry"] for mark in read["marks"]}
    assert shapes["ne:RU"] is None
    assert shapes[KURSK]["type"] in {"Polygon", "MultiPolygon"}
