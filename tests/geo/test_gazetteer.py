import threading
import time
from statistics import median

import pytest
from geopy.exc import GeocoderNotFound
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geo.gazetteer import Gazetteer, holds
from geo.place import Kind

KURSK = "ne:RU-KRS"


@pytest.mark.parametrize(
    "name",
    [
        "Kursk Oblast",
        "Kursk region",
        "KURSK PROVINCE",
        "Kurskaya oblast'",
        "Курская область",
        "Курська область",
        "쿠르스크",
    ],
)
def test_a_province_has_many_names(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].id == KURSK


def test_kursk_is_a_province_and_a_city(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.lookup("Kursk")] == [KURSK, "gn:538560"]
    city = gazetteer.place("gn:538560")
    assert (city.country, city.adm1, city.names["ru"]) == ("RU", "RU-KRS", "Курск")


def test_koksan_county_is_a_seat_with_a_radius(gazetteer: Gazetteer) -> None:
    (county,) = gazetteer.lookup("Koksan County")
    assert (county.kind, county.country, county.adm1) == (Kind.ADM2, "KP", "KP-06")
    assert (round(county.lat, 2), round(county.lon, 2)) == (38.78, 126.67)
    assert county.radius_m == 19_000
    assert gazetteer.lookup("곡산군") == gazetteer.lookup("Koksan-gun") == (county,)


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("France", "ne:FR"),
        ("Georgia", "ne:GE"),
        ("Jordan", "ne:JO"),
        ("U.S.", "ne:US"),
        ("America", "ne:US"),
        ("Britain", "ne:GB"),
        ("UAE", "ne:AE"),
        ("DPRK", "ne:KP"),
        ("ROK", "ne:KR"),
        ("DRC", "ne:CD"),
        ("Czech Republic", "ne:CZ"),
        ("Türkiye", "ne:TR"),
        ("Swaziland", "ne:SZ"),
        ("Burma", "ne:MM"),
        ("Côte d’Ivoire", "ne:CI"),
        ("Северная Корея", "ne:KP"),
        ("우크라이나", "ne:UA"),
        ("DMZ", "dl:korean-dmz"),
        ("Demilitarised Zone", "dl:korean-dmz"),
        ("Military Demarcation Line", "dl:mdl"),
        ("Suwalki Gap", "dl:suwalki-gap"),
        ("Red Sea", "dl:red-sea"),
        ("دارفور", "dl:darfur"),
        ("Gaza", "ne:PS-GZZ"),
        ("Crimea", "ne:UA-43"),
        ("North Hwanghae Province", "ne:KP-06"),
        ("Southern Kordofan", "ne:SD-KS"),
        ("Republic of Dagestan", "ne:RU-DA"),
        ("Idlib Governorate", "ne:SY-ID"),
        ("Sudzha district", "lo:486813"),
        ("Суджанский район", "lo:486813"),
        ("Sumy Raion", "lo:692195"),
        ("Kiev", "gn:703448"),
        ("Odesa", "gn:698740"),
        ("Kharkov", "gn:706483"),
        ("St. Petersburg", "gn:498817"),
        ("Washington, D.C.", "gn:4140963"),
        ("New York", "gn:5128581"),
    ],
)
def test_the_best_known_bearer_of_a_name_comes_first(
    gazetteer: Gazetteer, name: str, place_id: str
) -> None:
    assert gazetteer.lookup(name)[0].id == place_id


@pytest.mark.parametrize("name", ["Singapore", "Hong Kong", "Monaco", "Vatican City"])
def test_a_city_state_is_one_place(gazetteer: Gazetteer, name: str) -> None:
    first, *others = gazetteer.lookup(name)
    assert first.kind is Kind.COUNTRY
    assert not [place for place in others if place.name == name and place.country == first.country]


@pytest.mark.parametrize(("name", "city"), [("Seoul", "gn:1835848"), ("Moscow", "gn:524901")])
def test_a_province_that_is_a_city_leaves_the_bare_name_to_it(
    gazetteer: Gazetteer, name: str, city: str
) -> None:
    found = gazetteer.lookup(name)
    assert found[0].id == city
    assert all(place.kind is Kind.CITY for place in found)


def test_kyiv_and_its_oblast_are_different(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kyiv")[0].id == "gn:703448"
    assert gazetteer.lookup("Kyiv region")[0].id == "ne:UA-32"


@pytest.mark.parametrize("name", ["", "  ", "Xyzzyville", "mo si ke", "'; DROP TABLE place; --"])
def test_what_is_no_name_is_nowhere(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()
    assert gazetteer.geocode(name) is None


def test_quarters_of_a_country_are_no_names(gazetteer: Gazetteer) -> None:
    assert not [place for place in gazetteer.lookup("Northern") if place.kind is Kind.ADM1]


def test_aliases_and_unknown_ids(gazetteer: Gazetteer) -> None:
    assert gazetteer.aliases("ne:KP")[0] == "North Korea"
    assert {"DPRK", "КНДР"} <= set(gazetteer.aliases("ne:KP"))
    with pytest.raises(KeyError):
        gazetteer.aliases("ne:XX")
    with pytest.raises(KeyError):
        gazetteer.place("gn:0")


def test_starts_gives_the_longest_name_of_a_first_word(gazetteer: Gazetteer) -> None:
    assert gazetteer.starts("kursk") >= 2
    assert gazetteer.starts("north") >= 3
    assert gazetteer.starts("xyzzyville") == 0


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("Russian", ["ne:RU"]),
        ("north koreans", ["ne:KP"]),
        ("British", ["ne:GB"]),
        ("Korean", ["ne:KP", "ne:KR"]),
        ("Congolese", ["ne:CD", "ne:CG"]),
        ("Chechen", ["ne:RU-CE"]),
        ("European", ["dl:europe"]),
        ("France", []),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, ids: list[str]) -> None:
    assert [place.id for place in gazetteer.demonym(word)] == ids


def test_it_is_a_geopy_geocoder(gazetteer: Gazetteer) -> None:
    assert isinstance(gazetteer, Geocoder)
    with gazetteer as same:
        found = same.geocode("Kursk, Russia", timeout=3)
    assert isinstance(found, Location)
    assert found.address == "Kursk Oblast, Russia"
    assert found.raw["id"] == KURSK
    assert (found.latitude, found.longitude) == (found.raw["lat"], found.raw["lon"])
    assert not issubclass(GeocoderNotFound, type(found))


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Birmingham, Alabama", "gn:4049979"),
        ("Birmingham, AL", "gn:4049979"),
        ("Birmingham, England", "gn:2655603"),
        ("Odessa, Texas", "gn:5527554"),
        ("Odesa, Ukraine", "ne:UA-51"),
        ("Kursk, Kursk Oblast", "gn:538560"),
        ("London, Ontario, Canada", "gn:6058560"),
        ("Koksan County, North Hwanghae Province, North Korea", "lo:1875793"),
        ("Rafah, Gaza Strip", "gn:281102"),
    ],
)
def test_a_name_with_what_contains_it(gazetteer: Gazetteer, query: str, place_id: str) -> None:
    found = gazetteer.geocode(query, exactly_one=False)
    assert isinstance(found, list)
    assert place_id in [location.raw["id"] for location in found]
    assert found[0].raw["id"] == place_id or query.startswith("Odesa")


def test_nothing_is_found_where_it_is_not(gazetteer: Gazetteer) -> None:
    assert gazetteer.geocode("Kursk, Brazil") is None
    assert gazetteer.geocode("Kursk, Nowhere") is None


def test_limit_and_exactly_one(gazetteer: Gazetteer) -> None:
    found = gazetteer.geocode("Springfield", exactly_one=False, limit=3)
    assert isinstance(found, list)
    assert len(found) == 3
    assert gazetteer.geocode("Springfield") == found[0]


def test_reverse_gives_the_nearest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.reverse((51.72, 36.19), exactly_one=False, limit=3)
    assert isinstance(found, list)
    away = [location.raw["distance_m"] for location in found]
    assert found[0].raw["id"] == "gn:538560"
    assert away == sorted(away)
    assert away[0] < 2_000
    nearest = gazetteer.reverse("51.72, 36.19")
    assert nearest == found[0]


def test_reverse_crosses_the_antimeridian(gazetteer: Gazetteer) -> None:
    west = gazetteer.reverse((-16.8, 179.95))
    east = gazetteer.reverse((-16.8, -179.95))
    assert isinstance(west, Location)
    assert isinstance(east, Location)
    assert west.raw["country"] == east.raw["country"] == "FJ"


@pytest.mark.parametrize("point", [(0.0, -30.0), (89.9, 10.0), (-80.0, -100.0)])
def test_the_middle_of_nowhere_is_near_nothing(
    gazetteer: Gazetteer, point: tuple[float, float]
) -> None:
    assert gazetteer.reverse(point) is None
    assert gazetteer.reverse(point, exactly_one=False) is None


def test_holding_goes_by_codes_or_by_radius(gazetteer: Gazetteer) -> None:
    russia, oblast = gazetteer.place("ne:RU"), gazetteer.place(KURSK)
    city, darfur = gazetteer.place("gn:538560"), gazetteer.place("dl:darfur")
    assert holds(russia, oblast)
    assert holds(oblast, city)
    assert not holds(city, oblast)
    assert not holds(oblast, oblast)
    assert holds(darfur, gazetteer.lookup("El Fasher")[0])


def test_many_threads_read_at_once(gazetteer: Gazetteer) -> None:
    wrong: list[str] = []

    def read(number: int) -> None:
        for name in ("Kursk", f"Springfield {number}", "평양"):
            found = gazetteer.lookup(name)
            if (name == "Kursk") != (bool(found) and found[0].id == KURSK):
                wrong.append(name)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_look_up_takes_less_than_a_millisecond(gazetteer: Gazetteer) -> None:
    fresh = Gazetteer(gazetteer.path)
    taken = []
    for number in range(200):
        started = time.perf_counter()
        fresh.lookup(f"Santa Maria {number}" if number % 2 else f"San Jose {number}")
        taken.append(time.perf_counter() - started)
    assert median(taken) < 0.001
