"""The bench of figures as a whole."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from bench import speed
from bench.claims import systems
from bench.claims.gold import read_gold
from bench.claims.run import ORIGINAL, Options, bench
from bench.claims.systems import CONSTANT, QUANTULUM, commonest, readers
from bench.speed import Speed
from bench.systems import DATELINE
from dateline import app
from geo.gazetteer import Gazetteer

TEXT = "Some 40 soldiers reached Sumy on 3 June, and 12 drones fell."
FIGURE = {
    "text": "40 soldiers",
    "start": 5,
    "end": 16,
    "value": 40,
    "comparator": "eq",
    "unit": "personnel",
    "group": "deployment",
    "modality": "reported",
    "core": True,
}


def no_speed(system: str, texts: Sequence[str], module: str) -> Speed:
    """Stand in for timing, which takes a process and a clock."""
    assert module == systems.__name__
    return Speed(system, 1.0, len(texts), 100.0, 20.0, 0.04, None)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    marked = {"slug": "a", "date": "2025-06-04", "figures": [FIGURE], "places": []}
    (folder / "a.json").write_text(json.dumps(marked), encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.json").write_text('{"slug": "b"}', encoding="utf-8")
    return folder


def test_the_bench_measures_and_writes(
    gazetteer: Gazetteer, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gazetteer
    monkeypatch.setattr(speed, "measure", no_speed)
    options = Options((gold,), None, tmp_path / "out" / "b.json", tmp_path / "out" / "b.md")
    out, notes = Console(record=True, width=140), Console(record=True, width=140)
    bench(options, date(2025, 3, 4), out, notes)

    assert "b.json: b.txt is not in" in notes.export_text()
    assert QUANTULUM in out.export_text()
    written = json.loads((tmp_path / "out" / "b.json").read_text(encoding="utf-8"))
    rows = {row["system"]: row["scores"] for row in written["rows"]}
    assert rows[DATELINE]["recall_core"] == 1
    assert rows[DATELINE]["joint"] == 1
    assert rows[CONSTANT]["precision"] == pytest.approx(1 / 3)
    page = (tmp_path / "out" / "b.md").read_text(encoding="utf-8")
    assert page.startswith("# How well Dateline reads figures\n\nMade on 2025-03-04")
    assert "\n| mine | Dateline | 1 | 1 | 1.000 |" in page
    assert "\n| Dateline | 1.0 | 50 | 40 | 500 | – | 100 |" in page


def test_an_absent_tool_is_named_and_the_rest_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "quantulum3", None)
    systems._quantulum.cache_clear()
    ready, absent = readers({"unit": "personnel"})
    systems._quantulum.cache_clear()
    assert absent == {QUANTULUM: "pip install quantulum3"}
    assert set(ready) == {DATELINE, CONSTANT}


def test_the_constant_gives_the_commonest_answer() -> None:
    reports = read_gold(ORIGINAL).reports
    answers = commonest(reports)
    found = systems.constant_reader(answers)(reports[0])
    assert found.figures
    assert {figure.fields["modality"] for figure in found.figures} == {"reported"}
    texts = {found.text[figure.start : figure.end] for figure in found.figures}
    assert "1,450" in texts


def test_dateline_reads_the_page_itself(gazetteer: Gazetteer) -> None:
    assert gazetteer
    page = next(one for one in read_gold(ORIGINAL).reports if one.name.endswith(".html"))
    assert page.data.lstrip().startswith(b"<")
    assert "<" not in page.gold.text


def test_a_folder_without_gold_is_wrong_usage(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert gazetteer
    result = CliRunner().invoke(app, ["bench", "claims", "--gold", str(tmp_path)])
    assert result.exit_code == 2
    assert "holds no gold" in result.stderr
