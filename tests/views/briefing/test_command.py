"""Briefings on the command line: drafted from the store, taken in, listed, handed on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import app
from geo.gazetteer import Gazetteer

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def url(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Keep a store with two reports."""
    assert gazetteer
    folder = tmp_path_factory.mktemp("store")
    url = f"sqlite:///{folder / 'store.sqlite'}"
    for name, day in (("own_first", "2025-06-26"), ("own_second", "2025-06-27")):
        text = FIXTURES / f"{name}.txt"
        assert run("ingest", text, "--published", day, "--store", url).exit_code == 0
    return url


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_draft_of_two_reports_goes_round(url: str, tmp_path: Path) -> None:
    out, back = tmp_path / "draft.json", tmp_path / "back.json"
    result = run("briefing", "draft", out, "--store", url)
    assert result.exit_code == 0, result.output
    made = json.loads(out.read_text("utf-8"))
    kinds = [step["kind"] for step in made["steps"]]
    assert kinds[0] == "overview"
    assert {"place", "figures", "planned", "unknown", "sources"} <= set(kinds)
    assert 5 <= len(kinds) <= 7
    id_ = run("briefing", "import", out, "--store", url).stdout.strip()
    assert id_ in run("briefing", "list", "--store", url).stdout
    assert run("briefing", "export", id_, back, "--store", url).exit_code == 0
    assert json.loads(back.read_text("utf-8"))["steps"] == made["steps"]


def test_plans_stand_apart_from_what_was_sent(url: str, tmp_path: Path) -> None:
    out = tmp_path / "draft.json"
    run("briefing", "draft", out, "--store", url)
    steps = json.loads(out.read_text("utf-8"))["steps"]
    told = {step["kind"]: " ".join(line["text"] for line in step["lines"]) for step in steps}
    assert "“about 11,000 people” – Lee Seong-kweun [R1]" in told["figures"]
    assert "“12,000 soldiers” – the report itself" in told["figures"]
    assert "4,000" not in told["figures"]
    assert "“4,000 soldiers” (planned)" in told["planned"]


def test_a_draft_between_two_days_is_of_these_days(url: str, tmp_path: Path) -> None:
    out = tmp_path / "draft.json"
    run("briefing", "draft", out, "--store", url, "--from", "1990-01-01", "--to", "1990-12-31")
    steps = json.loads(out.read_text("utf-8"))["steps"]
    window = {"from": "1990-01-01", "to": "1990-12-31"}
    assert all(step["view"]["window"] == window for step in steps)
    unknown = next(step for step in steps if step["kind"] == "unknown")
    assert any(line["text"].startswith("Outside the dates shown: ") for line in unknown["lines"])


def test_what_is_no_briefing_is_named(url: str, tmp_path: Path) -> None:
    strange = tmp_path / "strange.json"
    strange.write_text("{}", encoding="utf-8")
    result = run("briefing", "import", strange, "--store", url)
    assert result.exit_code == 2
    assert "strange.json is no briefing" in result.stderr
    assert run("briefing", "export", "gone", tmp_path / "x", "--store", url).exit_code == 2
