"""What the browser is sent: decodes to the same land, and holds nothing but a map."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from data.build.natural_earth import area_km2
from data.build.towns import write_towns
from layers import basemap, compact

BASEMAP = basemap.STATIC
LANGUAGES = {"en", "ru", "uk", "ko"}


def load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((BASEMAP / name).read_text("utf-8"))
    return content


def decode(flat: list[int], scale: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.cumsum(np.array(flat).reshape(-1, 2), axis=0) / scale


def land(polygons: list[list[list[int]]], scale: int) -> shapely.MultiPolygon:
    rings = [[decode(ring, scale) for ring in polygon] for polygon in polygons]
    return shapely.MultiPolygon([(ring[0], ring[1:]) for ring in rings])


@pytest.fixture(scope="module")
def overview() -> dict[str, Any]:
    return load("overview.json")


@given(
    arrays.arrays(
        np.float64, st.tuples(st.integers(1, 40), st.just(2)), elements=st.floats(-180, 180)
    )
)
def test_steps_lead_back_to_the_points(points: np.ndarray[Any, np.dtype[np.float64]]) -> None:
    way = decode(compact.steps(points, 1000), 1000)
    assert np.abs(way[0] - points[0]).max() <= 0.0005 + 1e-9
    assert np.abs(way[-1] - points[-1]).max() <= 0.0005 + 1e-9
    assert (np.diff(way, axis=0) != 0).any(axis=1).all()


def test_boxes_keep_both_sides_of_the_antimeridian_apart() -> None:
    east, west = shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)
    nearby = shapely.box(169, 59, 169.5, 59.5)
    boxes = compact.boxes(shapely.MultiPolygon([east, west, nearby]))
    assert boxes == [[-180.0, 60.0, -170.0, 70.0], [169.0, 59.0, 180.0, 70.0]]


def test_overview_names_every_country(overview: dict[str, Any]) -> None:
    countries = {country["code"]: country for country in overview["countries"]}
    assert set(countries) == set(basemap.adm0("overview")["code"])
    assert all(set(country["name"]) == LANGUAGES for country in countries.values())
    assert countries["UA"]["name"]["uk"] == "Україна"
    for country in countries.values():
        lon, lat = country["label"]
        assert any(w <= lon <= e and s <= lat <= n for w, s, e, n in country["boxes"])


def test_overview_land_is_as_large_as_the_table_says(overview: dict[str, Any]) -> None:
    for country in overview["countries"]:
        if country["area"] > 50_000:
            shape = land(country["land"], overview["scale"])
            assert area_km2(shape) == pytest.approx(country["area"], rel=0.04)


def test_disputed_land_says_whose_it_is_said_to_be(overview: dict[str, Any]) -> None:
    crimea = next(unit for unit in overview["disputed"] if unit["code"] == "UA-43")
    assert (crimea["recognised"], crimea["administered"]) == ("UA", "RU")
    assert all(unit["note"] and unit["administered"] for unit in overview["disputed"])
    assert overview["disputedBorders"]


def test_every_country_has_a_region_file(overview: dict[str, Any]) -> None:
    files = {path.stem for path in (BASEMAP / "region").glob("*.json")}
    assert files == {country["code"] for country in overview["countries"]} | {"disputed"}


def test_region_files_hold_detail() -> None:
    ukraine = load("region/UA.json")
    assert set(ukraine) == {"scale", "land", "adm1", "borders", "lakes"}
    shape = land(ukraine["land"], ukraine["scale"])
    known = basemap.adm0("region", bbox=(30, 48, 31, 49)).set_index("code").loc["UA"]
    assert shape.buffer(0).symmetric_difference(known["geometry"]).area < 0.01
    kyiv_reservoir = shapely.Point(30.50, 50.85)
    assert land(ukraine["lakes"], ukraine["scale"]).buffer(0).contains(kyiv_reservoir)


def test_a_border_is_in_one_file_only() -> None:
    near_sumy = shapely.Point(35.1, 51.2).buffer(0.3)
    crossing = {
        code: any(
            shapely.LineString(decode(line, content["scale"])).intersects(near_sumy)
            for line in content["borders"]
        )
        for code in ("RU", "UA")
        for content in [load(f"region/{code}.json")]
    }
    assert crossing == {"RU": True, "UA": False}


def test_the_korean_line_is_drawn_as_no_agreed_border() -> None:
    crossing = shapely.Point(127.3, 38.3).buffer(0.2)
    assert set(basemap.borders("region", bbox=crossing.bounds)["kind"]) == {"disputed"}


def test_towns_have_the_names_of_their_countries() -> None:
    towns = {town.name: town for town in basemap.towns()}
    assert towns["Kharkiv"].local == "Харків"
    assert towns["Kursk"].local == "Курск"
    assert towns["Wŏnsan"].local == "원산"
    assert towns["Pyongyang"].capital
    assert not towns["Sumy"].capital
    assert towns["Sumy"].min_zoom > towns["Kyiv"].min_zoom


def test_towns_are_built_the_same_again(tmp_path: Path) -> None:
    write_towns(tmp_path)
    assert (tmp_path / "towns.json").read_bytes() == (BASEMAP / "towns.json").read_bytes()


def test_rivers_have_names() -> None:
    names = {river["name"] for river in load("rivers.json")["rivers"]}
    assert {"Dnieper", "Don", "Danube"} <= names
