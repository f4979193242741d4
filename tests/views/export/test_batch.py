"""A folder of views: each a file, a bad one costs itself, and nothing is half written."""

import errno
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import app
from geo.gazetteer import Gazetteer
from reports.intake import take_in
from reports.store import Store
from views.export.job import ExportError
from views.export.writing import write_whole

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def url(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}"
    store = Store(url)
    text = "Forty trucks left Sumy for Kharkiv on 3 June 2025."
    take_in("a.txt", text.encode(), store, gazetteer, date(2025, 6, 4))
    store.close()
    return url


@pytest.fixture
def run(url: str) -> Run:
    return lambda *words: CliRunner().invoke(app, ["export", *map(str, words), "--store", url])


@pytest.fixture
def views(tmp_path: Path) -> Path:
    folder = tmp_path / "views"
    folder.mkdir()
    (folder / "all.json").write_text("{}", encoding="utf-8")
    (folder / "july.json").write_text('{"window": {"from": "2025-07-01"}}', encoding="utf-8")
    (folder / "broken.json").write_text('{"window": 4}', encoding="utf-8")
    (folder / "notes.txt").write_text("no view", encoding="utf-8")
    return folder


def test_a_folder_of_views_is_a_folder_of_files(run: Run, views: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    told = run(out, "--views", views, "--as", "csv", "--as", "geojson", "--no-sidecar")
    assert told.exit_code == 1
    assert "broken.json is no view" in told.stderr
    assert "2 of 3 views exported" in told.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "all.csv", "all.geojson", "july.csv", "july.geojson",
    ]  # fmt: skip
    assert (out / "july.csv").stat().st_size < (out / "all.csv").stat().st_size


def test_sidecars_of_a_batch_are_a_batch_again(run: Run, views: Path, tmp_path: Path) -> None:
    (views / "broken.json").unlink()
    first, second = tmp_path / "first", tmp_path / "second"
    assert run(first, "--view", views, "--as", "kml").exit_code == 0
    assert run(second, "--views", first, "--as", "kml").exit_code == 0
    for name in ("all.kml", "july.kml"):
        assert (second / name).read_bytes() == (first / name).read_bytes()


def test_folders_that_cannot_be_used_are_named(run: Run, views: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "has no views" in run(tmp_path / "out", "--views", empty).stderr
    assert "cannot be read" in run(tmp_path / "out", "--views", tmp_path / "none").stderr
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="utf-8")
    told = run(taken, "--views", views)
    assert told.exit_code == 2
    assert "taken cannot be made" in told.stderr
    assert "use .png" in run(tmp_path / "out", "--views", views, "--as", "docx").stderr
    assert run(tmp_path / "a", tmp_path / "b", "--views", views).exit_code == 2


@pytest.mark.parametrize(
    ("number", "way_out"),
    [
        (errno.ENOSPC, "make room on the disk"),
        (errno.EACCES, "choose a folder that you may write to"),
        (errno.EROFS, "choose a folder that you may write to"),
    ],
)
def test_a_full_disk_leaves_what_was_there(
    number: int, way_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.png"
    out.write_bytes(b"before")

    def fail(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:2])
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(ExportError, match=way_out):
        write_whole(out, b"after")
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


def test_look_and_marking_come_back_from_a_sidecar(run: Run, tmp_path: Path) -> None:
    first, again = tmp_path / "a.svg", tmp_path / "b" / "a.svg"
    again.parent.mkdir()
    marked = ("--banner", "EXERCISE", "--page", "2 / 5", "--theme", "dark", "--title", "Trucks")
    assert run(first, *marked, "--names", "en", "--units", "mi").exit_code == 0
    beside = tmp_path / "a.svg.dateline.json"
    told = json.loads(beside.read_bytes())
    assert told["look"] == {
        "title": "Trucks", "theme": "dark", "size": "hd", "banner": "EXERCISE", "page": "2 / 5",
        "units": "mi",
    }  # fmt: skip
    assert told["view"]["names"] == "en"
    for words in ("EXERCISE", "Page 2 / 5", "Trucks"):
        assert words in first.read_text("utf-8")
    assert run(again, "--view", beside).exit_code == 0
    assert again.read_bytes() == first.read_bytes()
