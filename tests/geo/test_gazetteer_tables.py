"""The hand-kept tables of data/places, row by row."""

import pytest

from geo.gazetteer import Gazetteer
from geo.names import normalise
from geo.place import Kind
from geo.sources.tables import rows, several

EARTH_M = 10_100_000
CURATED = {Kind.REGION, Kind.LINE, Kind.WATER, Kind.SITE}


def is_well_formed(row: dict[str, str]) -> bool:
    prefix, _, slug = row["id"].partition(":")
    return (
        prefix == "dl"
        and normalise(slug).replace(" ", "-") == slug
        and Kind(row["kind"]) in CURATED
        and row["name"] not in several(row["aliases"])
        and -90 <= float(row["lat"]) <= 90
        and -180 <= float(row["lon"]) <= 180
        and 0 < float(row["radius_m"]) < EARTH_M
        and all(len(code) == 2 and code.isupper() for code in several(row["country"]))
    )


def test_curated_places_are_well_formed() -> None:
    assert [row["id"] for row in rows("regions") if not is_well_formed(row)] == []


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("regions", "id"),
        ("settlements", "id"),
        ("airports", "id"),
        ("ports", "id"),
        ("waters", "id"),
        ("adm1_names", "code"),
        ("adm2_seats", "id"),
        ("country_names", "code"),
        ("country_points", "code"),
        ("demonyms", "place"),
        ("left_out", "id"),
        ("town_names", "id"),
    ],
)
def test_keys_are_unique(table: str, column: str) -> None:
    keys = [row[column] for row in rows(table)]
    assert sorted(set(keys)) == sorted(keys)


def test_settlements_are_found_by_every_name(gazetteer: Gazetteer) -> None:
    for row in rows("settlements"):
        place = gazetteer.place(row["id"])
        assert (place.kind, place.population) == (Kind.CITY, int(row["population"]))
        bare = row["name"].partition(" (")[0]
        tagged = [row[lang] for lang in ("ru", "uk", "ko", "ar") if row[lang]]
        for name in (bare, *several(row["aliases"]), *tagged):
            assert place in gazetteer.lookup(name), name


def test_a_curated_place_stands_for_a_packaged_one_of_its_name(gazetteer: Gazetteer) -> None:
    ours = {normalise(row["name"]) for row in rows("regions")}
    packaged = [row for table in ("airports", "waters") for row in rows(table)]
    doubled = [row["id"] for row in packaged if normalise(row["name"]) in ours]
    assert doubled
    for place_id in doubled:
        with pytest.raises(KeyError):
            gazetteer.place(place_id)


def test_there_are_enough_curated_places() -> None:
    assert len(rows("regions")) >= 2_000


def test_curated_places_are_found_by_every_name(gazetteer: Gazetteer) -> None:
    for row in rows("regions"):
        place = gazetteer.place(row["id"])
        assert (place.kind.value, place.radius_m) == (row["kind"], float(row["radius_m"]))
        tagged = [row[lang] for lang in ("ru", "uk", "ko", "ar") if row[lang]]
        for name in (row["name"], *several(row["aliases"]), *tagged):
            assert place in gazetteer.lookup(name), name


@pytest.mark.parametrize("table", ["country_names", "country_points"])
def test_country_codes_exist(gazetteer: Gazetteer, table: str) -> None:
    for row in rows(table):
        assert gazetteer.place(f"ne:{row['code']}").kind is Kind.COUNTRY


def test_names_of_provinces_are_used(gazetteer: Gazetteer) -> None:
    for row in rows("adm1_names"):
        found = [place for place in gazetteer.lookup(row["name"]) if place.adm1 == row["code"]]
        assert found, row["code"]
        assert found[0].name == row["name"]


def test_seats_and_radii_of_districts_are_used(gazetteer: Gazetteer) -> None:
    for row in rows("adm2_seats"):
        place = gazetteer.place(row["id"])
        assert place.kind in {Kind.ADM1, Kind.ADM2}
        assert not row["name"] or place.name == row["name"]
        if row["lat"]:
            given = (float(row["lat"]), float(row["lon"]), float(row["radius_m"]))
            assert (place.lat, place.lon, place.radius_m) == given


def test_what_is_left_out_is_not_there(gazetteer: Gazetteer) -> None:
    for row in rows("left_out"):
        assert row["reason"]
        with pytest.raises(KeyError):
            gazetteer.place(row["id"])


def test_demonyms_lead_to_their_places(gazetteer: Gazetteer) -> None:
    for row in rows("demonyms"):
        assert gazetteer.place(row["place"])
        for word in several(row["demonyms"]):
            assert row["place"] in [place.id for place in gazetteer.demonym(word)]


def test_a_demonym_is_not_a_country_name(gazetteer: Gazetteer) -> None:
    for row in rows("demonyms"):
        for word in several(row["demonyms"]):
            found = gazetteer.lookup(word)
            assert not [place for place in found if place.kind is Kind.COUNTRY], word
