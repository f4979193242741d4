"""Names that world news uses, and where they lie: what the first place of a lookup must be."""

import csv
from pathlib import Path

from pyproj import Geod

from geo.gazetteer import Gazetteer
from geo.place import Kind
from geo.sources.tables import rows, several

NAMES = Path(__file__).parents[1] / "fixtures" / "news_names.csv"
GEOD = Geod(ellps="WGS84")
NEEDS_CONTEXT = {"Uri"}
"""Names whose first place is rightly another's: a canton of Switzerland."""
TOWN = 10_000


def is_found(row: dict[str, str], gazetteer: Gazetteer) -> bool:
    places = gazetteer.lookup(row["name"])
    if not places:
        return False
    away = GEOD.inv(places[0].lon, places[0].lat, float(row["lon"]), float(row["lat"]))[2]
    return bool(away / 1000 <= float(row["tolerance_km"]))


def test_names_in_the_news_are_found_where_they_are(gazetteer: Gazetteer) -> None:
    with NAMES.open(encoding="utf-8", newline="") as lines:
        missed = {row["name"] for row in csv.DictReader(lines) if not is_found(row, gazetteer)}
    assert missed == NEEDS_CONTEXT


def test_no_airport_or_port_comes_before_a_town_of_its_name(gazetteer: Gazetteer) -> None:
    ports = [[row["name"], *several(row["aliases"])] for row in rows("ports")]
    fields = [[row["name"], *several(row["aliases"]), row["serves"]] for row in rows("airports")]
    for name in {name for names in (*ports, *fields) for name in names if name}:
        found = gazetteer.lookup(name)
        if any(place.kind is Kind.CITY and place.population > TOWN for place in found):
            assert found[0].kind is not Kind.SITE, name


def test_the_larger_of_two_districts_of_a_name_comes_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Orange County")[0].adm1 == "US-CA"
    assert gazetteer.lookup("Cook County")[0].adm1 == "US-IL"


def test_a_district_does_not_come_before_its_seat(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Baramulla")[0].kind is Kind.CITY
