"""The tables of airports, ports and waters: what is taken from their sources and what is not."""

import csv
import gzip
import json
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from data.build.airports import write_airports
from data.build.ports import write_ports
from data.build.waters import write_waters

FIELDS = (
    "ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country", "municipality",
    "scheduled_service", "wikipedia_link", "keywords",
)  # fmt: skip
AIRPORTS = [
    ("A1", "large_airport", "Alpha International Airport", "10", "20", "FR", "Alpha (north)", "yes",
     "https://en.wikipedia.org/wiki/Alph%C3%A0_Airport#Use", "Bush Field, Alpha Air Base"),
    ("A2", "medium_airport", "Alpha City Airport", "10", "21", "FR", "Alpha", "yes", "", ""),
    ("B1", "medium_airport", "Municipal Airport", "11", "21", "FR", "Beta", "yes", "", ""),
    ("C1", "small_airport", "Gamma Airfield", "12", "21", "FR", "", "no", "", ""),
    ("D1", "closed", "Delta / Epsilon (air base)", "13", "21", "FR", "", "no",
     "https://en.wikipedia.org/wiki/Delta_Airport", ""),
    ("E1", "heliport", "Zeta Heliport", "14", "21", "FR", "", "no",
     "https://en.wikipedia.org/wiki/Zeta_Heliport", ""),
]  # fmt: skip


def table(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


@pytest.fixture
def airports(tmp_path: Path) -> dict[str, dict[str, str]]:
    source = tmp_path / "airports.csv.gz"
    with gzip.open(source, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([FIELDS, *AIRPORTS])
    write_airports(source, tmp_path)
    return table(tmp_path / "airports.csv")


def test_only_airports_that_news_may_name_are_taken(airports: dict[str, dict[str, str]]) -> None:
    assert set(airports) == {"oa:A1", "oa:A2", "oa:D1"}


def test_a_name_says_that_it_is_an_airport_s_and_which(airports: dict[str, dict[str, str]]) -> None:
    assert airports["oa:A1"]["aliases"] == "Alphà Airport|Alpha Air Base"
    assert (airports["oa:D1"]["name"], airports["oa:D1"]["aliases"]) == (
        "Epsilon Air Base",
        "Delta Airport",
    )


def test_the_largest_airport_has_the_name_of_its_town(airports: dict[str, dict[str, str]]) -> None:
    assert [airports[key]["serves"] for key in ("oa:A1", "oa:A2")] == ["Alpha", ""]


def test_a_port_in_the_wrong_country_is_not_taken(tmp_path: Path) -> None:
    ports = {
        "NLRTM": {"name": "Rotterdam (Europoort)", "alias": [], "coordinates": [4.5, 51.92]},
        "NLAMS": {"name": "Amsterdam", "alias": [], "coordinates": [-73.9, 42.8]},
        "NLVLI": {"name": "Vlissingen", "alias": []},
    }
    source = tmp_path / "ports.json"
    source.write_text(json.dumps(ports), "utf-8")
    write_ports(source, tmp_path)
    found = table(tmp_path / "ports.csv")
    assert set(found) == {"un:NLRTM"}
    assert (found["un:NLRTM"]["name"], found["un:NLRTM"]["aliases"]) == ("Rotterdam", "Europoort")


def features(path: Path, shapes: Sequence[tuple[str, Mapping[str, object]]]) -> Path:
    rows = [{"properties": {"name": name}, "geometry": shape} for name, shape in shapes]
    path.write_text(json.dumps({"features": rows}), "utf-8")
    return path


def square(lon: float, lat: float) -> list[tuple[float, float]]:
    return [(lon, lat), (lon + 1, lat), (lon + 1, lat + 1), (lon, lat + 1), (lon, lat)]


def course(lon: float) -> dict[str, object]:
    return {"type": "LineString", "coordinates": [[lon, 0], [lon + 1, 0], [lon + 2, 0]]}


def test_waters_have_a_point_a_radius_and_an_english_name(tmp_path: Path) -> None:
    seas = tmp_path / "seas.pkl"
    seas.write_bytes(pickle.dumps({"marine": [("ALPHA SEA", (), [((), square(0, 0))])]}))
    lake = {"type": "Polygon", "coordinates": [square(30, 50)]}
    lakes = features(tmp_path / "lakes", [("Ozero Beta", lake)])
    rivers = features(
        tmp_path / "rivers",
        [("Gamma", course(10)), ("Gamma", course(12)), ("Two", course(0)), ("Two", course(90))],
    )
    write_waters(seas, lakes, rivers, tmp_path)
    found = table(tmp_path / "waters.csv")
    assert set(found) == {"nw:alpha-sea", "nw:lake-beta", "nw:gamma-river"}
    river = found["nw:gamma-river"]
    assert (river["lat"], river["lon"], river["radius_m"]) == ("0.00", "12.00", "223000")
    assert found["nw:lake-beta"]["aliases"] == "Ozero Beta"


def test_seas_that_would_run_code_are_refused(tmp_path: Path) -> None:
    seas = tmp_path / "seas.pkl"
    seas.write_bytes(pickle.dumps({"marine": [Path("anything")]}))
    empty = features(tmp_path / "none", [])
    with pytest.raises(pickle.UnpicklingError, match="plain data"):
        write_waters(seas, empty, empty, tmp_path)
