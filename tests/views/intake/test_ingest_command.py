"""``ingest`` as scripts meet it: lines that machines read, and a watched folder."""

import json
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline import app
from geo.gazetteer import Gazetteer
from reports.store import Store

ROOT = Path(__file__).resolve().parents[3]
SUMY = "Some 40 soldiers reached Sumy on 3 May, the governor said."
KURSK = "Officials counted 12 drones over Kursk Oblast on 4 May."

Run = Callable[..., Any]


@pytest.fixture
def run(gazetteer: Gazetteer) -> Run:
    assert gazetteer
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_machines_read_a_line_a_report(run: Run, url: str, inbox: Path) -> None:
    put(inbox, "a.txt", SUMY)
    put(inbox, "b.txt", "")
    result = run("ingest", inbox, "--store", url, "--published", "2025-05-05", "--json")
    assert result.exit_code == 1
    sumy, empty = map(json.loads, result.stdout.splitlines())
    (stored,) = Store(url).reports().to_dict("records")
    assert sumy == {
        "name": "a.txt",
        "report_id": stored["id"],
        "added": True,
        "published": "2025-05-05",
        "places": 1,
        "figures": 1,
        "notes": [],
        "problem": None,
    }
    assert empty["problem"].startswith("b.txt is empty")
    assert empty["report_id"] is empty["places"] is None


def test_folders_in_a_folder_are_taken_when_asked(run: Run, url: str, inbox: Path) -> None:
    put(inbox, "a.txt", SUMY)
    put(inbox / "may", "b.txt", KURSK)
    assert run("ingest", inbox, "--store", url).stdout.count("\n") == 1
    again = run("ingest", inbox, "--recursive", "--store", url).stdout.splitlines()
    assert [line.split(":")[0] for line in again] == ["a.txt", "b.txt"]
    assert "already in the store" in again[0]


def test_an_archive_is_as_many_reports_as_it_holds(run: Run, url: str, inbox: Path) -> None:
    with zipfile.ZipFile(inbox / "news.zip", "w") as archive:
        archive.writestr("sumy.txt", SUMY)
        archive.writestr("kursk.txt", KURSK)
        archive.writestr("map.png", b"\x89PNG\r\n\x1a\n")
    result = run("ingest", inbox / "news.zip", "--store", url)
    assert result.exit_code == 0
    assert set(Store(url).reports()["slug"]) == {"sumy", "kursk"}
    assert "news.zip/map.png" in result.stderr


def test_only_folders_are_watched(run: Run, url: str, inbox: Path) -> None:
    result = run("ingest", put(inbox, "a.txt", SUMY), "--watch", "--store", url)
    assert result.exit_code == 2
    assert "only folders" in result.stderr


@pytest.fixture
def watching(gazetteer: Gazetteer, url: str, inbox: Path) -> Iterator[subprocess.Popen[str]]:
    """Watch an inbox with one file in it, in a process of its own."""
    assert gazetteer
    put(inbox, "before.txt", SUMY)
    options = ["--watch", str(inbox), "--json", "--store", url]
    command = [sys.executable, "dateline.py", "ingest", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as process:
        yield process
        process.kill()


def test_a_watched_folder_gives_what_arrives_until_it_is_stopped(
    watching: subprocess.Popen[str], url: str, inbox: Path
) -> None:
    assert watching.stdout

    def told() -> Mapping[str, Any]:
        return json.loads(watching.stdout.readline())  # type: ignore[union-attr,no-any-return]

    assert told()["name"] == "before.txt"
    put(inbox, "bad.txt", "")
    assert told()["problem"].startswith("bad.txt is empty")
    put(inbox, "arriving.part", KURSK).replace(inbox / "after.txt")
    assert told()["name"] == "after.txt"
    watching.send_signal(signal.SIGINT)
    rest, notes = watching.communicate(timeout=60)
    assert not rest
    assert notes.splitlines()[-1] == "Stopped watching."
    assert watching.returncode == 0
    assert set(Store(url).reports()["slug"]) == {"before", "after"}
    assert {path.name for path in inbox.iterdir()} == {"before.txt", "bad.txt", "after.txt"}
