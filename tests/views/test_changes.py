"""The changes as they are printed: each format, what is compared with, what cannot be."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import app
from geo.gazetteer import Gazetteer
from layers.briefing.basis import basis
from layers.briefing.briefing import Briefing, to_json
from tests.layers.export_cases import HOSTILE, hostile_scene, scene
from views.changes import FORMS, SinceError, compared, escaped

SCENE = scene()


def file_of(briefing: Briefing, folder: Path) -> str:
    path = folder / "briefing.json"
    path.write_text(json.dumps(to_json(briefing)), encoding="utf-8")
    return str(path)


def test_each_change_is_printed_with_its_sentences() -> None:
    text = FORMS["text"](compared(SCENE, "2025-06-26"))
    assert text.startswith("Since 26 Jun 2025\n")
    assert "Named for the first time\n  Sumy Oblast: possible (R10)\n      “Ukrainian" in text
    assert "No report is not no event" in text


def test_json_has_the_ids() -> None:
    found = json.loads(FORMS["json"](compared(SCENE, "2025-06-26")))
    (sumy,) = [each for each in found["changes"] if each["text"].startswith("Sumy")]
    assert sumy["cites"] == ["m049", "m056"]
    assert (found["since"], found["until"]) == ("2025-06-26", "2025-06-27")


def test_markdown_of_hostile_words_is_text() -> None:
    text = FORMS["markdown"](compared(hostile_scene(f"{HOSTILE} <img src=x>"), "2025-06-26"))
    assert not re.search(r"(?<!\\)(?:\\\\)*<", text)
    assert r"\<img src=x\>" in text
    assert escaped("# a") == r"\# a"


def test_a_briefing_s_file_is_compared_with(tmp_path: Path) -> None:
    path = file_of(Briefing("1", "First", basis=basis(SCENE)), tmp_path)
    assert compared(SCENE, path).changes == ()
    assert "Nothing in these reports has changed." in FORMS["text"](compared(SCENE, path))


@pytest.mark.parametrize("since", ["2025-02-30", "nowhere.json", __file__])
def test_what_cannot_be_compared_with_is_named(since: str) -> None:
    with pytest.raises(SinceError, match="2025-06-26"):
        compared(SCENE, since)


def test_a_briefing_without_a_note_says_so(tmp_path: Path) -> None:
    path = file_of(Briefing("1", "First"), tmp_path)
    with pytest.raises(SinceError, match="compare with a day"):
        compared(SCENE, path)


def test_the_command_prints_them(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert gazetteer
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    report = tmp_path / "note.txt"
    report.write_text("Some 40 soldiers reached Sumy on 3 June 2025.", encoding="utf-8")

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, [*words, "--store", url])
        return result.exit_code, result.output

    assert run("ingest", str(report), "--published", "2025-06-04")[0] == 0
    code, told = run("changes", "--since", "2025-06-03")
    assert code == 0
    assert "“Some 40 soldiers reached Sumy on 3 June 2025.” [R1]" in told
    code, told = run("changes", "--since", "2025-06-04", "--format", "markdown")
    assert (code, "Nothing in these reports has changed." in told) == (0, True)
    assert run("changes", "--since", "never")[0] == 2
    assert run("changes", "--since", "2025-06-03", "--format", "xml")[0] == 2
