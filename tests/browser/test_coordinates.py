"""Positions and measures of the web map, held to PROJ's geodesics and GEOTRANS' grid squares."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from mgrs import MGRS
from playwright.sync_api import Page
from pyproj import Geod

LENGTH_CASES = Path(__file__).resolve().parents[1] / "fixtures/length_cases.json"

EARTH = Geod(ellps="WGS84")
SQUARES = MGRS()
PLACES = [
    (50.8749, 33.9166),
    (0.0, 0.0),
    (-0.001, -0.001),
    (-33.8568, 151.2153),
    (60.39, 5.32),  # Norway's wide zone 32V
    (59.0, 2.99),
    (78.22, 15.65),  # Svalbard: 33X
    (78.0, 8.99),
    (78.0, 21.0),
    (72.0, 41.99),
    (83.99, 25.0),
    (-79.99, -120.0),
    (16.5, -179.999),
    (-16.5, 179.999),
    (64.0, 180.0),
]
LINES = [
    ((50.0, 36.0), (50.0, 37.0)),
    ((51.73, 36.19), (38.75, 126.66)),
    ((0.0, 0.0), (0.0, 0.0)),
    ((0.0, 0.0), (0.5, 179.7)),  # nearly antipodal
    ((60.0, 170.0), (65.0, -160.0)),
    ((89.0, 10.0), (89.0, -170.0)),  # over the pole
    ((-90.0, 0.0), (90.0, 0.0)),
]
SHAPES = [
    [(50.0, 36.0), (50.0, 37.0), (51.0, 36.5)],
    [(-10.0, 175.0), (-10.0, -175.0), (5.0, -175.0), (5.0, 175.0)],
    [(80.0, 0.0), (80.0, 120.0), (80.0, -120.0)],  # around the pole
    [(0.0, 0.0), (0.0, 90.0), (0.0, 180.0), (0.0, -90.0)],  # half of the globe
]
FINEST_M = {"decimal": 1.2, "dms": 3.2, "mgrs": 1.0}


def ask(page: Page, module: str, body: str, given: object) -> Any:  # noqa: ANN401  whatever the script gives
    """Run `body` with the exports of a module as `m` and what is given as `given`."""
    script = f"async (given) => {{ const m = await import('/static/web/{module}'); {body} }}"
    return page.evaluate(script, given)


def turned(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(lon, lat) for lat, lon in places]


@pytest.mark.parametrize("digits", [0, 2, 5])
def test_squares_are_those_of_geotrans(page: Page, digits: int) -> None:
    body = "return given[0].map(([lat, lon]) => m.squareAt(lat, lon, given[1]).replaceAll(' ', ''))"
    found = ask(page, "grid-squares.js", body, [PLACES, digits])
    for (lat, lon), ours in zip(PLACES, found, strict=True):
        theirs = SQUARES.toMGRS(lat, lon, MGRSPrecision=digits).lstrip("0")
        if ours == theirs:
            continue
        # A position on the line between two squares may be put into either.
        assert ours[: -2 * digits or None] == theirs[: -2 * digits or None], (lat, lon)
        for part in (slice(-2 * digits, -digits), slice(-digits, None)):
            assert abs(int(ours[part]) - int(theirs[part])) <= 1, (lat, lon)


def test_a_square_is_read_where_geotrans_has_it(page: Page) -> None:
    written = [SQUARES.toMGRS(lat, lon, MGRSPrecision=3) for lat, lon in PLACES]
    found = ask(
        page, "coordinates-read.js", "return given.map((text) => m.readPosition(text))", written
    )
    for text, ours in zip(written, found, strict=True):
        assert ours["side"] == 100
        lat, lon = SQUARES.toLatLon(text)
        *_, metres = EARTH.inv(lon, lat, ours["lon"], ours["lat"])
        assert metres < 1, text
        sides = zip(ours["ring"], ours["ring"][1:] + ours["ring"][:1], strict=True)
        for (lon, lat), (to_lon, to_lat) in sides:
            *_, side = EARTH.inv(lon, lat, to_lon, to_lat)
            assert side == pytest.approx(100, abs=1), text


def test_lines_are_those_of_proj(page: Page) -> None:
    body = "return given.map(([a, b]) => m.shortest(a, b))"
    found = ask(page, "geodesics.js", body, [turned(list(line)) for line in LINES])
    for ((lat, lon), (to_lat, to_lon)), ours in zip(LINES, found, strict=True):
        azimuth, _, metres = EARTH.inv(lon, lat, to_lon, to_lat)
        assert ours["metres"] == pytest.approx(metres, abs=0.001)
        if metres:
            apart = (ours["bearing"] - azimuth) % 360
            assert min(apart, 360 - apart) < 1e-6


def test_areas_are_those_of_proj(page: Page) -> None:
    body = "return given.map((shape) => m.enclosed(shape))"
    found = ask(page, "geodesics.js", body, [turned(shape) for shape in SHAPES])
    for shape, ours in zip(SHAPES, found, strict=True):
        lats, lons = zip(*shape, strict=True)
        area, perimeter = EARTH.polygon_area_perimeter(lons, lats)
        assert ours["area"] == pytest.approx(abs(area), rel=1e-9)
        assert ours["perimeter"] == pytest.approx(perimeter, rel=1e-9)


def test_a_drawn_line_is_geodesic_and_is_cut_at_the_antimeridian(page: Page) -> None:
    body = "return m.cutAtAntimeridian(m.along(...given))"
    pieces = ask(page, "geodesics.js", body, turned([(60.0, 170.0), (65.0, -160.0)]))
    assert [pieces[0][-1][0], pieces[1][0][0]] == [180, -180]
    assert pieces[0][-1][1] == pieces[1][0][1]
    whole = EARTH.inv(170, 60, -160, 65)[2]
    for lon, lat in pieces[0][:-1] + pieces[1][1:]:
        detour = EARTH.inv(170, 60, lon, lat)[2] + EARTH.inv(lon, lat, -160, 65)[2]
        assert detour == pytest.approx(whole, abs=0.01)
    (straight,) = ask(page, "geodesics.js", body, turned([(50.0, 36.0), (55.0, 40.0)]))
    assert straight[0] == pytest.approx([36, 50])
    assert straight[-1] == pytest.approx([40, 55])


def test_what_is_printed_is_read_within_what_its_digits_leave_open(page: Page) -> None:
    draw = random.Random(8)  # noqa: S311  places, not secrets
    places = [(draw.uniform(-79.9, 83.9), draw.uniform(-180, 180)) for _ in range(300)]
    body = """
      const { readPosition } = await import('/static/web/coordinates-read.js');
      const printed = (lat, lon) => m.NOTATIONS.flatMap((notation) => given[1].map((metres) => {
        const words = m.positionWords(notation, lat, lon, metres);
        return { lat, lon, notation, metres, words, read: readPosition(words) };
      }));
      return given[0].flatMap((place) => printed(...place));
    """
    found = ask(page, "coordinates.js", body, [PLACES + places, [1, 60, 3000, 60000]])
    for each in found:
        read = each["read"]
        assert "side" in read, each
        *_, off = EARTH.inv(each["lon"], each["lat"], read["lon"], read["lat"])
        assert off <= read["side"] * 0.75, (
            each
        )  # half a diagonal, and a square's edge cut by a zone
        assert read["side"] >= each["metres"] / 2 or read["side"] == 1e5, each
        if each["metres"] == 1:
            assert off <= FINEST_M[each["notation"]], each


READ = {
    "50.87, 33.92": (50.87, 33.92),
    "50.87 33.92": (50.87, 33.92),
    "50,87; 33,92": (50.87, 33.92),
    "(−50.87, −33.92)": (-50.87, -33.92),
    "33.92E 50.87N": (50.87, 33.92),
    "N 50 52.2, E 33 55.2": (50.87, 33.92),
    "50°52'12\"N 33°55'12\"E": (50.87, 33.92),
    "50º52’12”N/33º55’12”E": (50.87, 33.92),
    "50 52 12 s 33 55 12 w": (-50.87, -33.92),
    "50 deg 52.2' N 33 deg 55.2' E": (50.87, 33.92),
}
REFUSED = {
    "133 50": "beyond 90°",
    "50, 200": "beyond 180°",
    "50 70 N 30 20 E": "less than 60",
    "50.5 20 N 30 20 E": "last part",
    "50 N 30 N": "Two values for latitude",
    "-50 N 30 E": "not both",
    "36UVB234": "as many digits",
    "36UVB 2 345": "as many digits",
    "61UVB12": "1 to 60",
    "36UAA12": "no square AA",
    "31VEF12": "no square EF",
    "36YVB12": "no square",
    "ZAB1234": "polar caps",
}


def test_positions_are_read_as_people_write_them(page: Page) -> None:
    body = "return given.map((text) => m.readPosition(text))"
    for (text, place), ours in zip(
        READ.items(), ask(page, "coordinates-read.js", body, list(READ)), strict=True
    ):
        assert (ours["lat"], ours["lon"]) == pytest.approx(place), text
    for (text, why), ours in zip(
        REFUSED.items(), ask(page, "coordinates-read.js", body, list(REFUSED)), strict=True
    ):
        assert why in ours["problem"], text
    others = ["Kursk", "R2", "12 June 2025", "killed 500", "", "50.87"]
    assert ask(page, "coordinates-read.js", body, others) == [None] * len(others)


LENGTHS = {
    (850, "km", 0): "850 m",
    (2500, "km", 0): "2.5 km",
    (1_300_000, "km", 0): "1,300 km",
    (65_000, "mi", 0): "40.4 mi",
    (120, "mi", 0): "394 ft",
    (65_432, "km", 600): "65 km",
    (1_234_567, "km", 30_000): "1,250 km",
    (123.4, "km", 60): "100 m",
}


def test_lengths_are_no_finer_than_what_was_measured(page: Page) -> None:
    body = "return given.map((each) => m.lengthIn(...each))"
    assert ask(page, "units.js", body, list(LENGTHS)) == list(LENGTHS.values())
    body = "return given.map((each) => m.areaIn(...each))"
    areas = [(420_000, "km"), (1.25e9, "km", 1e7), (1.25e9, "mi", 1e7), (8e4, "mi")]
    assert ask(page, "units.js", body, areas) == ["42 ha", "1,250 km²", "485 sq mi", "20 acres"]
    bearings = ask(page, "units.js", "return given.map(m.bearingWords)", [4.2, 74, 359.7])
    assert bearings == ["004° true", "074° true", "000° true"]


def test_computed_lengths_follow_the_unit_as_they_do_in_python(page: Page) -> None:
    cases = json.loads(LENGTH_CASES.read_text("utf-8"))
    body = "return given.map(([metres, unit]) => m.lengthIn(metres, unit))"
    asked = [(case["metres"], unit) for case in cases["lengths"] for unit in ("km", "mi")]
    told = [case[unit] for case in cases["lengths"] for unit in ("km", "mi")]
    assert ask(page, "units.js", body, asked) == told
    body = "return given.map(([mark, unit]) => m.inUnit(mark, unit))"
    marks = [(case["mark"], unit) for case in cases["marks"] for unit in ("km", "mi")]
    shown = [{**case["mark"], **case[unit]} for case in cases["marks"] for unit in ("km", "mi")]
    assert ask(page, "place-words.js", body, marks) == shown


def test_a_file_opens_in_its_unit_until_its_reader_chooses(page: Page) -> None:
    body = """
      localStorage.clear();
      const made = m.createHabits("mi");
      const first = made.get().unit;
      made.next("unit");
      const kept = m.createHabits("mi").get().unit;
      localStorage.clear();
      return [first, kept];
    """
    assert ask(page, "map-habits.js", body, None) == ["mi", "km"]


@pytest.mark.parametrize(
    "stored", [None, "{", json.dumps({"unit": "furlong", "notation": 3}), "[]"]
)
def test_a_choice_that_is_none_is_forgotten(page: Page, stored: str | None) -> None:
    body = """
      localStorage.clear();
      if (given !== null) localStorage.setItem("dateline-map", given);
      const first = m.createHabits().get();
      m.createHabits().next("unit");
      const kept = m.createHabits().get();
      localStorage.clear();
      return [first, kept];
    """
    first, kept = ask(page, "map-habits.js", body, stored)
    assert first == {"unit": "km", "notation": "decimal"}
    assert kept == {"unit": "mi", "notation": "decimal"}
