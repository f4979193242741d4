"""``extract`` with files that hold several reports."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline import app
from geo.gazetteer import Gazetteer
from reports import jobs
from reports.read import LeftOut, Opened, Piece

Run = Callable[..., Any]


def two_in_each(data: bytes, name: str) -> Opened:
    """Open any archive to two reports alike in name, and a picture."""
    if not name.endswith(".zip"):
        return Opened((Piece(name, data),))
    parts = (Piece(f"{name}/{day}/kursk.txt", data + day.encode()) for day in ("3 May", "4 May"))
    return Opened(tuple(parts), (LeftOut(f"{name}/map.png", f"{name}/map.png is a picture."),))


@pytest.fixture
def run(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Run:
    assert gazetteer
    monkeypatch.setattr(jobs, "pieces", two_in_each)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "news.zip"
    path.write_text("Some 40 soldiers reached Kursk on ", encoding="utf-8")
    return path


def test_reports_of_one_file_are_written_under_names_of_their_own(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    result = run("extract", archive, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"kursk.json", "kursk-2.json"}
    assert "news.zip/map.png is a picture.\n" in result.stderr


def test_several_reports_are_not_printed(run: Run, archive: Path) -> None:
    result = run("extract", archive)
    assert result.exit_code == 2
    assert "--out" in result.stderr
    assert not result.stdout
