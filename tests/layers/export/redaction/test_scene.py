"""A redacted scene: areas for points, no withheld name anywhere, the same filter as before."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point, shape

from geo.coordinates import spot
from layers.export.redaction import Coarsening, Redaction, redact
from layers.export.redaction.areas import area, cell
from layers.view import View
from layers.visibility import visible
from tests.layers import export_cases
from tests.layers.export_cases import HOSTILE

GEOD = Geod(ellps="WGS84")
COARSE = [each for each in Coarsening if each is not Coarsening.NONE]
PINNED = {"city", "site", "adm2"}
EXACT = {"gn:2013348": (43.106, 131.874), "dl:koksan": (38.78194, 126.66639)}


def whole(scene: dict[str, Any]) -> dict[str, Any]:
    """Give a scene of the fixture the ids of ends that an assembled one has."""
    original = export_cases.scene()["marks"]
    ids = {mark["name"]: mark["placeId"] for mark in original if "placeId" in mark}
    for mark in scene["marks"]:
        if "fromName" in mark:
            ends = {f"{side}Id": ids[mark[f"{side}Name"]] for side in ("from", "to")}
            mark |= {**ends, "status": "reported"}
    return scene


def scene() -> dict[str, Any]:
    return whole(export_cases.scene())


def hostile_scene() -> dict[str, Any]:
    return whole(export_cases.hostile_scene())


LAT, LON = st.floats(-84, 84), st.floats(-180, 180)


@given(lat=LAT, lon=LON, step=st.sampled_from([0.01, 0.1]), reach=st.floats(0, 30_000))
def test_a_cell_holds_its_place_wherever_it_is_in_it(
    lat: float, lon: float, step: float, reach: float
) -> None:
    found = cell(lat, lon, reach, step)
    away = GEOD.inv(found.lon, found.lat, lon, lat)[2]
    assert found.radius is not None
    assert away + reach <= found.radius
    assert found.lat == pytest.approx(round(found.lat / step) * step)


@given(lat=LAT, lon=LON, east=st.floats(-0.004, 0.004), north=st.floats(-0.004, 0.004))
def test_places_of_one_cell_are_told_alike(
    lat: float, lon: float, east: float, north: float
) -> None:
    middle = cell(lat, lon, 0.0, 0.01)
    other = cell(middle.lat + north, middle.lon + east, 0.0, 0.01)
    assert (other.lat, other.lon, other.radius) == (middle.lat, middle.lon, middle.radius)
    assert other.geometry.equals(middle.geometry)


def test_a_province_holds_its_place_and_the_sea_has_none() -> None:
    found = area(38.78194, 126.66639, 0.0, Coarsening.PROVINCE)
    assert found.province is not None
    assert found.province.code == "KP-06"
    assert found.geometry.contains(Point(126.66639, 38.78194))
    at_sea = area(0.0, -30.0, 0.0, Coarsening.PROVINCE)
    assert at_sea.province is None
    assert at_sea.radius is not None
    assert at_sea.radius > 50_000


@pytest.mark.parametrize("how", COARSE)
def test_no_point_and_no_way_to_one_is_left(how: Coarsening) -> None:
    told = redact(scene(), Redaction(how)).scene
    text = json.dumps(told)
    numbers = set(re.findall(r"-?\d+\.\d+", text))
    for id_, (lat, lon) in EXACT.items():
        assert id_ not in text
        assert not {str(lat), str(lon)} & numbers
    drawn = [mark for mark in told["marks"] if not mark.get("nowhere")]
    assert not [mark for mark in drawn if mark.get("shape") == "point" and not mark["wide"]]
    assert not [mark for mark in drawn if mark["layer"] == "distances"]


@pytest.mark.parametrize("layers", [{}, {"mentioned": True, "distances": False, "flows": False}])
@pytest.mark.parametrize("how", list(Coarsening))
def test_a_view_shows_the_same_items(how: Coarsening, layers: dict[str, bool]) -> None:
    view = View(layers=layers)
    before = visible(scene(), view).items
    after = visible(redact(scene(), Redaction(how, ("Koksan", "Russia"))).scene, view).items
    assert [item["id"] for item in after] == [item["id"] for item in before]


def test_places_of_a_province_become_one_mark_of_it() -> None:
    told = redact(scene(), Redaction(Coarsening.PROVINCE)).scene
    (mark,) = [mark for mark in told["marks"] if mark["id"] == "p:ne:KP-06"]
    assert set(mark["items"]) >= {"m051", "c059", "m052"}
    assert (mark["name"], mark["shape"], mark["local"]) == ("North Hwanghae", "polygon", "황해북도")


def test_a_withheld_place_is_told_by_its_province_and_one_by_its_outline_not_at_all() -> None:
    made = redact(scene(), Redaction(withhold=("Koksan", "Kursk")))
    named = {mark.get("name") for mark in made.scene["marks"]}
    assert "[withheld]" in named
    (mark,) = [one for one in made.scene["marks"] if "m051" in one["items"]]
    assert (mark["name"], mark["local"], mark["note"]) == (
        "[withheld]",
        None,
        "somewhere in this province",
    )
    (nowhere,) = [one for one in made.scene["marks"] if "m014" in one["items"]]
    assert nowhere == {"id": nowhere["id"], "layer": "places", "kind": "adm1", "nowhere": True,
                       "items": nowhere["items"]}  # fmt: skip
    assert made.found == ("Koksan", "Kursk")
    assert made.sentence == "2 names withheld"
    # What the ground may not print is for those who draw it, and leaves the house in no file.
    assert made.scene["meta"].pop("unnamed") == ["Kursk"]
    text = json.dumps(made.scene, ensure_ascii=False)
    for name in ("Koksan", "곡산", "Kursk", "Курск", "RU-KRS"):
        assert name not in text


def test_text_and_offsets_stay_true() -> None:
    made = redact(scene(), Redaction(withhold=("Vladivostok", "NIS"))).scene
    reports: dict[str, Any] = {report["id"]: report for report in made["reports"]}
    for item in (*made["items"], *made["unquantified"]):
        text = reports[item["report"]]["text"]
        assert text[item["start"] : item["end"]] == item["text"]
        start, end = item["sentence"]
        assert start <= item["start"] <= item["end"] <= end <= len(text)


def test_coordinates_in_prose_go_when_places_are_coarsened() -> None:
    given = scene()
    place = spot(48.71643, 37.83782, 7.0)
    report, item = given["reports"][0], given["items"][0]
    written = "48.71643° N, 37.83782° E"
    at = len(report["text"]) + 1
    report["text"] += f" {written} was hit."
    item |= {"start": at, "end": at + len(written), "text": written, "name": place.name}
    item |= {"sentence": [at, at + len(written) + 9], "place": place.id}
    given["marks"].append(
        {**given["marks"][0], "id": f"p:{place.id}", "placeId": place.id, "name": place.name,
         "kind": "site", "lat": place.lat, "lon": place.lon, "items": [item["id"]]}
    )  # fmt: skip
    text = json.dumps(redact(given, Redaction(Coarsening.COARSE)).scene)
    assert "48.716" not in text
    assert "37.837" not in text
    assert "[position coarsened] was hit" in text


def test_nothing_asked_for_is_nothing_done() -> None:
    given = scene()
    assert redact(given, Redaction()).scene is given


def test_addresses_with_a_name_in_them_go_with_it() -> None:
    given = scene()
    given["reports"][0]["url"] = "https://example.org/%D0%9A%D1%83%D1%80%D1%81%D0%BA/news"
    told = redact(given, Redaction(withhold=("Курск",)))
    assert told.scene["reports"][0]["url"] is None
    kept = redact(given, Redaction(withhold=("Seoul",)))
    assert kept.scene["reports"][0]["url"] == given["reports"][0]["url"]
    stripped = redact(given, Redaction(strip=True)).scene
    assert {report["url"] for report in stripped["reports"]} == {None}


@settings(max_examples=15)
@given(words=st.lists(st.sampled_from([*HOSTILE.split(), "Kursk", "11,000"]), min_size=1))
def test_hostile_texts_and_words_are_only_texts(words: list[str]) -> None:
    made = redact(hostile_scene(), Redaction(Coarsening.COARSE, tuple(words))).scene
    reports = {report["id"]: report["text"] for report in made["reports"]}
    for item in made["items"]:
        assert reports[item["report"]][item["start"] : item["end"]] == item["text"]


def test_a_camera_comes_no_closer_than_the_marks() -> None:
    saved = {"camera": {"lat": 38.78194, "lon": 126.66639, "zoom": 11}, "selection": {"id": "p:x"}}
    view = redact(scene(), Redaction(Coarsening.COARSE)).view(saved)
    assert view == {"camera": {"lat": 38.8, "lon": 126.7, "zoom": 9.0}}
    assert redact(scene(), Redaction(withhold=("Koksan",))).view(saved)["camera"]["zoom"] < 7


def test_flows_end_in_areas() -> None:
    made = redact(scene(), Redaction(Coarsening.COARSE)).scene
    flows = [mark for mark in made["marks"] if mark["layer"] == "flows"]
    assert flows
    for flow in flows:
        ends = shape(flow["path"])
        assert not ends.is_empty
        for id_, (lon, lat) in ((flow["fromId"], flow["from"]), (flow["toId"], flow["to"])):
            if id_.startswith("area:"):
                assert (lon * 10) % 1 == pytest.approx(0, abs=1e-6) or round(lon, 1) == lon
                assert round(lat, 1) == lat
