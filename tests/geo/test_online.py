"""Online geocoders: one request in its turn, kept, and none while they fail."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from geo.errors import OnlineError
from geo.online import OnlineGazetteer, Provider, provider, providers
from geo.online.cache import Cache
from geo.place import Kind
from tests.geo.fake_geocoder import VILLAGE, Fake, fake_geocoder

Open = Callable[..., OnlineGazetteer]


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Let the time go by."""
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_geocoder() as fake:
        yield fake


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(fake: Fake, clock: Clock, tmp_path: Path) -> Open:
    def open_(provider_id: str = "nominatim") -> OnlineGazetteer:
        shipped = next(each for each in providers() if each.id == provider_id)
        own = replace(shipped, host=fake.host, scheme="http", missing=(), username="me")
        return OnlineGazetteer(own, tmp_path / "online.sqlite", clock=clock, wait=clock.wait)

    return open_


def test_opening_sends_nothing(opened: Open, fake: Fake) -> None:
    opened()
    assert fake.paths == []


def test_a_name_is_one_request_and_carries_nothing_else(opened: Open, fake: Fake) -> None:
    (place,) = opened().lookup("Kozya Sloboda")
    assert fake.names == ["Kozya Sloboda"]
    assert len(fake.paths) == 1
    assert fake.agents[0].startswith("Dateline ")
    assert (place.id, place.name, place.kind, place.country) == (
        "osm:n77",
        "Kozya Sloboda",
        Kind.CITY,
        "RU",
    )
    assert place.attribution == "© OpenStreetMap contributors, ODbL, by Nominatim"
    assert place.radius_m is not None
    assert 1_500 <= place.radius_m < 3_000


def test_no_name_is_asked_twice_not_even_one_that_nobody_knows(opened: Open, fake: Fake) -> None:
    fake.answer = []
    online = opened()
    assert online.lookup("Nowhere") == ()
    assert online.lookup("NOWHERE") == ()
    assert opened().lookup("Nowhere") == ()
    assert fake.names == ["Nowhere"]
    assert online.known("nowhere")


def test_one_request_a_second_across_threads_and_processes_cache(
    opened: Open, fake: Fake, clock: Clock
) -> None:
    first, second = opened(), opened()
    for name in ("Aa", "Bb"):
        first.lookup(name)
        second.lookup(f"{name} two")
    assert len(fake.paths) == 4
    assert clock.waits == [1.0, 1.0, 1.0]


def test_turns_taken_at_once_are_a_second_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "online.sqlite")
    with ThreadPoolExecutor(8) as pool:
        turns = sorted(pool.map(lambda _: cache.turn("host", 50.0, 1.0), range(8)))
    assert turns == [50.0 + second for second in range(8)]


def test_three_failures_and_it_is_left_alone(opened: Open, fake: Fake) -> None:
    fake.status, fake.answer = 500, b"broken"
    online = opened()
    for name in ("Aa", "Bb", "Cc", "Dd", "Ee"):
        with pytest.raises(OnlineError, match="127"):
            online.lookup(name)
    assert fake.names == ["Aa", "Bb", "Cc"]
    with pytest.raises(OnlineError, match="left alone for a minute"):
        online.lookup("Ff")


def test_a_failure_is_not_kept_as_an_answer(opened: Open, fake: Fake) -> None:
    online = opened()
    fake.status = 503
    with pytest.raises(OnlineError, match="did not answer for “Kozya Sloboda”"):
        online.lookup("Kozya Sloboda")
    fake.status = 200
    assert [place.name for place in online.lookup("Kozya Sloboda")] == ["Kozya Sloboda"]


def test_a_redirect_takes_the_name_nowhere(opened: Open, fake: Fake) -> None:
    with fake_geocoder() as elsewhere:
        fake.status, fake.location = 302, f"http://{elsewhere.host}/search?q=stolen"
        with pytest.raises(OnlineError):
            opened().lookup("Kozya Sloboda")
        assert elsewhere.paths == []


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize(
    "answer",
    [b"<html>", b"\xff\xfe", {"error": "x"}, [{"lat": "north"}], [{**VILLAGE, "lat": "nan"}],
     [{**VILLAGE, "lat": "95"}], b"[" + b" " * 1_100_000 + b"]"],
)  # fmt: skip
def test_a_strange_answer_is_an_error_and_no_place(
    opened: Open, fake: Fake, answer: object
) -> None:
    fake.answer = answer
    with pytest.raises(OnlineError, match="127"):
        opened().lookup("Kozya Sloboda")


PHOTON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [35.1, 51.2]},
            "properties": {
                "osm_type": "R", "osm_id": 9, "osm_value": "river", "type": "other",
                "name": "Loknya", "countrycode": "RU", "extent": [34.9, 51.4, 35.3, 51.0],
            },
        }
    ],
}  # fmt: skip
GEONAMES = {
    "geonames": [
        {
            "geonameId": 5, "name": "Guevo", "lat": "51.1", "lng": "35.2", "fcl": "P",
            "fcode": "PPL", "countryCode": "RU", "population": 300,
        }
    ]
}  # fmt: skip
PELIAS = {
    "features": [
        {
            "geometry": {"coordinates": [35.2, 51.1]},
            "bbox": [35.1, 51.0, 35.3, 51.2],
            "properties": {
                "gid": "w:1", "name": "Kursk District", "label": "Kursk District, Russia",
                "layer": "county", "country_code": "RU",
            },
        }
    ]
}  # fmt: skip


@pytest.mark.parametrize(
    ("provider_id", "answer", "found"),
    [
        ("photon", PHOTON, ("osm:r9", "Loknya", Kind.WATER, 51.2)),
        ("geonames", GEONAMES, ("gn:5", "Guevo", Kind.CITY, 51.1)),
        ("pelias", PELIAS, ("pelias:w:1", "Kursk District", Kind.ADM2, 51.1)),
    ],
)
def test_each_provider_is_read(
    opened: Open, fake: Fake, provider_id: str, answer: object, found: tuple[object, ...]
) -> None:
    fake.answer = answer
    (place,) = opened(provider_id).lookup("Guevo")
    assert (place.id, place.name, place.kind, place.lat) == found
    assert (place.country, bool(place.attribution)) == ("RU", True)
    assert fake.names == ["Guevo"]


def test_what_was_found_is_there_by_its_id_without_a_request(opened: Open, fake: Fake) -> None:
    online = opened()
    (place,) = online.lookup("Kozya Sloboda")
    assert opened().place("osm:n77") == place
    assert len(fake.paths) == 1
    with pytest.raises(KeyError):
        online.place("osm:n78")


def test_what_is_no_name_is_not_sent(opened: Open, fake: Fake) -> None:
    online = opened()
    assert online.lookup("  ") == online.lookup("x" * 101) == ()
    assert fake.paths == []


def test_own_settings_name_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    with pytest.raises(OnlineError, match=r"Pelias needs host: write it under \[pelias\]"):
        provider("pelias")
    with pytest.raises(OnlineError, match="there are nominatim, photon"):
        provider("yahoo")
    (tmp_path / "online.toml").write_text('[pelias]\nhost = "maps.example"\n', encoding="utf-8")
    chosen: Provider = provider("pelias")
    assert (chosen.host, chosen.scheme) == ("maps.example", "https")
    (tmp_path / "online.toml").write_text("[bing]\n", encoding="utf-8")
    with pytest.raises(OnlineError, match="no provider bing"):
        providers()
    (tmp_path / "online.toml").write_text("[", encoding="utf-8")
    with pytest.raises(OnlineError, match="mend or remove"):
        providers()
