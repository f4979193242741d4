"""The bench as a whole, on sentences of our own."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from bench import running, speed, systems
from bench.baselines import spans
from bench.corpora import Corpus, Document
from bench.dateline_system import parsed
from bench.geocode import Options, bench
from bench.prediction import Prediction
from bench.published import published
from bench.results import Made, evaluate
from bench.running import Answer, Run, read_with, run
from bench.speed import Speed
from bench.systems import DATELINE
from bench.tables import headline
from dateline import app
from geo.gazetteer import Gazetteer
from reports.errors import InputError

TEXT = (
    "WARSAW, March 3 (Reuters) - Rain fell on Bergen, and French visitors went home to Lyon.\n"
    "Norway is used to it."
)
POINTS = {
    "WARSAW": (52.23, 21.01),
    "Bergen": (60.39, 5.32),
    "French": (46.0, 2.0),
    "Lyon": (45.75, 4.85),
    "Norway": (62.0, 10.0),
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Write a corpus of one document and one broken line, under a name with published figures."""
    marked = [
        {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "lat": lat, "lon": lon}
        for name, (lat, lon) in POINTS.items()
    ]
    folder = tmp_path / "corpora"
    folder.mkdir()
    line = json.dumps({"id": "b", "text": TEXT, "toponyms": marked})
    (folder / "lgl.jsonl").write_text(f"{line}\n{{broken\n", encoding="utf-8")
    return folder


def no_speed(system: str, texts: Sequence[str]) -> Speed:
    """Stand in for timing, which takes a process and a clock."""
    return Speed(system, 1.0, len(texts), 100.0, 20.0, 0.04, None)


def test_the_bench_measures_writes_and_names_what_is_broken(
    gazetteer: Gazetteer, corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gazetteer
    monkeypatch.setattr(speed, "measure", no_speed)
    options = Options(
        corpora,
        predictions=tmp_path / "predictions",
        json=tmp_path / "bench.json",
        markdown=tmp_path / "bench.md",
    )
    out, notes = Console(record=True, width=140), Console(record=True, width=140)
    bench(options, date(2025, 3, 4), out, notes)
    assert "lgl.jsonl, line 2: not JSON" in notes.export_text()
    shown = out.export_text()
    assert "spaCy sm + most populous" in shown
    assert "best of seven published systems (published)" in shown
    assert ".478" in shown

    result = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    rows = {(row["system"], row["part"]): row for row in result["rows"]}
    assert rows[DATELINE, "all"]["scores"]["end_f1"] == 1
    assert 0 < rows["geotext", "all"]["scores"]["end_f1"] < 1
    assert result["made"]["day"] == "2025-03-04"

    line = (tmp_path / "predictions" / "lgl.jsonl").read_text(encoding="utf-8")
    written = json.loads(line)["toponyms"]
    assert [TEXT[each["start"] : each["end"]] for each in written] == list(POINTS)
    assert {each["role"] for each in written} >= {"literal", "demonym"}

    page = (tmp_path / "bench.md").read_text(encoding="utf-8")
    assert "Made on 2025-03-04" in page
    assert "\n| Dateline | held out | " in page


def test_an_absent_system_is_named_and_the_rest_runs(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gazetteer
    monkeypatch.setitem(sys.modules, "geotext", None)
    systems.ready.cache_clear()
    corpus = Corpus("own", (Document("1", TEXT, ()),))
    ran = run([corpus], 1, lambda: None)
    systems.ready.cache_clear()
    assert ran.absent == {"geotext": "pip install geotext"}
    assert (
        set(ran.answers["own"][0].found) == set(ran.systems) == set(systems.SYSTEMS) - {"geotext"}
    )


def test_a_system_that_fails_costs_only_its_own_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def reader(name: str) -> object:
        def read(text: str) -> list[Prediction]:
            if name == "bad":
                raise RuntimeError("no more")
            return [Prediction(0, len(text), None)]

        return read

    monkeypatch.setattr(running, "ready", reader)
    answer = read_with(("bad", "good"), "Oslo")
    assert set(answer.found) == {"good"}
    assert answer.failures == ("bad failed with RuntimeError: no more",)


def test_offsets_are_those_of_the_text_given() -> None:
    text = f"\ufeff{TEXT}"
    for passage in parsed(text):
        assert text[passage.start :].startswith(passage.doc.text)
    assert parsed(text)[0].doc.text.startswith("WARSAW, March 3")


def test_a_text_that_is_no_report_has_no_passages() -> None:
    assert parsed("  ") == []


def test_names_without_spans_are_found_in_their_order() -> None:
    text = "York and New York, then York"
    assert list(spans(text, ["York", "New York", "York"])) == [(0, 4), (9, 17), (24, 28)]
    assert list(spans(text, ["Leeds"])) == []


def test_a_folder_without_corpora_is_wrong_usage(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert gazetteer
    result = CliRunner().invoke(app, ["bench", "geocode", "--corpora", str(tmp_path)])
    assert result.exit_code == 2
    assert "holds no corpus" in result.stderr


def test_what_cannot_be_written_is_said_before_anything_is_read(
    corpora: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    quiet = Console(quiet=True)
    with pytest.raises(InputError, match="taken cannot be made"):
        bench(Options(corpora, predictions=taken), date(2025, 3, 4), quiet, quiet)


def test_published_figures_stand_only_beside_their_own_corpora() -> None:
    corpus = Corpus("mine", (Document("1", TEXT, ()),))
    ran = Run(("geotext",), {}, {"mine": [Answer({"geotext": ()})]})
    made = Made("2025-03-04", None, 1, {}, None)
    table = headline(evaluate([corpus], ran, (), made), published())
    assert {row[0] for row in table.rows} == {"geotext"}
