"""Coordinates in prose, in every notation, and what only looks like them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from geo.coordinates import Coordinate, Notation, coordinates
from geo.coordinates.grid import BANDS, to_degrees

GEOD = Geod(ellps="WGS84")

lats = st.floats(-79, 83)
lons = st.floats(-179.9, 179.9)


def only(text: str) -> Coordinate:
    (found,) = coordinates(text)
    assert text[found.start : found.end] == found.text
    return found


def metres_off(found: Coordinate, lat: float, lon: float) -> float:
    return float(GEOD.inv(lon, lat, found.lon, found.lat)[2])


@pytest.mark.parametrize(
    ("text", "lat", "lon", "notation"),
    [
        ("The depot at 48.7164, 37.8378 burned.", 48.7164, 37.8378, Notation.DECIMAL),
        ("coordinates: -33.8688, 151.2093", -33.8688, 151.2093, Notation.DECIMAL),
        ("The crater (48.7164, 37.8378) is wide.", 48.7164, 37.8378, Notation.DECIMAL),
        ("48.7164° N, 37.8378° E", 48.7164, 37.8378, Notation.DECIMAL),
        ("N48.7164 E37.8378", 48.7164, 37.8378, Notation.DECIMAL),
        ("E 37.8378, N 48.7164", 48.7164, 37.8378, Notation.DECIMAL),
        ("48,7164° N, 37,8378° E", 48.7164, 37.8378, Notation.DECIMAL),
        ("48.7 degrees north and 37.8 degrees east", 48.7, 37.8, Notation.DECIMAL),
        ("latitude 38.5 and longitude 127.1", 38.5, 127.1, Notation.DECIMAL),
        ("48,7164° с.ш., 37,8378° в.д.", 48.7164, 37.8378, Notation.DECIMAL),
        ("38° N, 127° E", 38, 127, Notation.DECIMAL),
        ("51°30′26″N 0°7′39″W", 51.50722, -0.1275, Notation.SECONDS),
        ("51°30'26\"N0°7'39\"W", 51.50722, -0.1275, Notation.SECONDS),
        ("384655N1263959E", 38.78194, 126.66639, Notation.SECONDS),
        ("38 46.92 N, 126 39.98 E", 38.782, 126.66633, Notation.MINUTES),
        ("38-46.92N 126-39.98E", 38.782, 126.66633, Notation.MINUTES),
        ("N 51° 30.433' W 000° 07.650'", 51.50722, -0.1275, Notation.MINUTES),
        ("37U 412345 5412345", 48.85787, 37.80497, Notation.UTM),
        ("zone 37 north, 412345 E 5212345 N", 47.0588, 37.84576, Notation.UTM),
        ("37T 412345mE 5212345mN", 47.0588, 37.84576, Notation.UTM),
        ("34S 300000 6200000", -34.32201, 18.82623, Notation.UTM),
        ("36S 400000 3800000", 34.33648, 31.91286, Notation.UTM),
        ("31U DQ 48251 11932", 48.8582, 2.2945, Notation.MGRS),
        ("31UDQ4825111932", 48.8582, 2.2945, Notation.MGRS),
    ],
)
def test_every_notation_is_read(text: str, lat: float, lon: float, notation: Notation) -> None:
    found = only(text)
    assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=2e-5)
    assert found.notation is notation


@pytest.mark.parametrize(
    "text",
    [
        "They won 3.142, 2.718 in the end.",
        "The score was 21.125, 19.250.",
        "Version 1.234, 5.678 is out.",
        "It closed at 48.71, 37.83.",
        "The interval (1.0234, 1.2345) holds.",
        "A ratio (12.3456, 34.5678) was given.",
        "The host 192.168.100.101 fell silent.",
        "Call +44 20 7946 0958 or 555-0134.",
        "On 12.06.2025, 13.06.2025 and later.",
        "Article 48.7164 of the code.",
        "Prices of $48.7164, $37.8378.",
        "Series 48.7164, 37.8378, 12.3456 at once.",
        "between 5 N and 6 E of the grid",
        "Lot 7UAB1234 was sold.",
        "12 AB 3456",
        "45°, 90°",
        "21.523°, 23.123°",
        "The angles were 21.5231°, 23.1234°.",
    ],
)
def test_pairs_of_numbers_without_a_cue_are_no_place(text: str) -> None:
    assert coordinates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "coordinates 95.1234, 37.8378",
        "95.1234° N, 37.1234° E",
        "48.1234° N, 190.1234° E",
        "48°75′ N 37°10′ E",
        "48°10′75″N 37°10′10″E",
        "61U 412345 5412345",
        "37C 412345 5412345",
        "grid 99ZZZ12345678",
        "MGRS 31V EE 12 12",
        "-48.7164° N, 37.8378° E",
    ],
)
def test_what_cannot_be_on_the_globe_is_no_place(text: str) -> None:
    assert coordinates(text) == []


@pytest.mark.parametrize(
    ("text", "radius_m"),
    [
        ("48.7164° N, 37.8378° E", 6.7),
        ("48.71° N, 37.83° E", 666),
        ("48° N, 37° E", 66_900),
        ("51°30′26″N 0°7′39″W", 18.2),
        ("37U 412345 5412345", 1),
        ("31U DQ 48251 11932", 1),
        ("31U DQ 482 119", 70.7),
        ("MGRS 31U DQ 48 11", 707),
    ],
)
def test_the_last_digit_says_how_closely_it_is_known(text: str, radius_m: float) -> None:
    assert only(text).radius_m == pytest.approx(radius_m, rel=0.01)


def test_several_in_one_text_stay_apart() -> None:
    found = coordinates("From 48.71° N, 37.83° E they went to 48.85° N, 37.60° E.")
    assert [one.text for one in found] == ["48.71° N, 37.83° E", "48.85° N, 37.60° E"]


@given(lats, lons)
def test_decimals_come_back(lat: float, lon: float) -> None:
    sides = ("N" if lat >= 0 else "S", "E" if lon >= 0 else "W")
    found = only(f"at {abs(lat):.5f}° {sides[0]}, {abs(lon):.5f}° {sides[1]} then")
    assert metres_off(found, lat, lon) <= found.radius_m + 0.1


@given(lats, lons)
def test_degrees_minutes_and_seconds_come_back(lat: float, lon: float) -> None:
    written = []
    for value, side in ((lat, "NS"[lat < 0]), (lon, "EW"[lon < 0])):
        minutes, seconds = divmod(round(abs(value) * 3600), 60)
        written.append(f"{minutes // 60}°{minutes % 60}′{seconds}″{side}")
    found = only(" ".join(written))
    assert metres_off(found, lat, lon) <= found.radius_m * 1.01


@given(
    st.integers(1, 60),
    st.integers(200_000, 800_000),
    st.integers(1_000_000, 9_000_000),
    st.sampled_from(["north", "south"]),
)
def test_utm_is_what_the_projection_says(zone: int, east: int, north: int, side: str) -> None:
    found = only(f"zone {zone} {side} {east} {north}")
    assert (found.lat, found.lon) == to_degrees(zone, east, north, southern=side == "south")


@given(st.floats(0.5, 71.5), st.integers(1, 60), st.integers(200_000, 800_000), st.integers(1, 5))
def test_mgrs_agrees_with_utm(lat: float, zone: int, east: int, digits: int) -> None:
    """The square of a spot, as the letters of the grid have it, holds the spot."""
    to_grid = Transformer.from_crs("EPSG:4326", f"EPSG:{32600 + zone}", always_xy=True)
    _, north = to_grid.transform(zone * 6 - 183, lat)
    lat, lon = to_degrees(zone, east, float(int(north)), southern=False)
    band = BANDS[min(19, int((lat + 80) // 8))]
    # Off Norway zone 31 ends at 3° E: the squares past it do not exist.
    assume(not (zone == 31 and band == "V" and east >= 500_000))
    columns = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3]
    rows = "ABCDEFGHJKLMNPQRSTUV"
    shift = 0 if zone % 2 else 5
    square = columns[east // 100_000 - 1] + rows[(int(north) // 100_000 + shift) % 20]
    figures = [f"{value % 100_000:05d}"[:digits] for value in (east, int(north))]
    found = only(f"MGRS {zone}{band} {square} {figures[0]} {figures[1]}")
    assert metres_off(found, lat, lon) <= found.radius_m * 1.01 + 1


@given(st.text(alphabet="0123456789.,°′″NSEW U()-+ \n", max_size=400))
def test_any_text_is_read_in_order_and_on_the_globe(text: str) -> None:
    at = 0
    for found in coordinates(text):
        assert at <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert abs(found.lat) <= 90
        assert abs(found.lon) <= 180
        assert found.radius_m >= 1
        at = found.end


@pytest.mark.parametrize("text", ["1" * 10_000, "(" * 10_000, "38 46 " * 4_000, "37U " * 5_000])
def test_hostile_text_holds_nothing(text: str) -> None:
    assert coordinates(text) == []
