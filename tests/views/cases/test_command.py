"""Cases from the command line: made, filled, handed on, put away; errors are one sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline import app
from reports.case import SAMPLE
from reports.cases import Cases
from reports.store import Store
from tests.reports.case_rows import put, report

Run = Callable[..., Any]


@pytest.fixture
def run(url: str) -> Run:
    """Call a command on the cases of this test."""
    return lambda *words: CliRunner().invoke(app, [*map(str, words), "--store", url])


def listed(run: Run) -> dict[str, dict[str, Any]]:
    return {case["name"]: case for case in json.loads(run("case", "list", "--json").stdout)}


def test_a_case_is_made_named_archived_and_brought_back(run: Run) -> None:
    id_ = run("case", "create", "Kursk").stdout.strip()
    assert listed(run).keys() == {"My reports", "Kursk"}
    assert run("case", "rename", "kursk", "Sumy").exit_code == 0
    assert run("case", "archive", id_).exit_code == 0
    assert listed(run)["Sumy"]["archived"]
    assert run("case", "restore", "Sumy").exit_code == 0
    assert listed(run)["Sumy"] | {"size": 0, "created": ""} == {
        "id": id_,
        "name": "Sumy",
        "created": "",
        "archived": None,
        "reports": 0,
        "newest": None,
        "size": 0,
    }
    assert "Sumy" in run("case", "list").stdout


def test_an_archived_case_is_deleted_once_its_name_is_typed(url: str, run: Run) -> None:
    words = ["case", "delete", "Kursk", "--store", url]
    run("case", "create", "Kursk")
    early = run("case", "delete", "Kursk", "--yes")
    assert (early.exit_code, "is not archived" in early.stderr) == (2, True)
    run("case", "archive", "Kursk")
    for typed in ("", "kursk\n", "yes\n"):
        told = CliRunner().invoke(app, words, input=typed)
        assert (told.exit_code, "“Kursk” was not deleted" in told.stderr) == (2, True)
    assert "Kursk" in listed(run)
    assert CliRunner().invoke(app, words, input="Kursk\n").exit_code == 0
    assert listed(run).keys() == {"My reports"}


def test_a_script_deletes_without_being_asked(run: Run) -> None:
    run("case", "create", "Kursk")
    run("case", "archive", "Kursk")
    told = run("case", "delete", "Kursk", "--yes")
    assert (told.exit_code, told.stderr.strip()) == (0, "“Kursk” is deleted")
    assert run("case", "delete", "main", "--yes").exit_code == 2


def test_a_case_is_handed_on_as_a_file(run: Run, url: str, tmp_path: Path) -> None:
    id_ = run("case", "create", "Kursk").stdout.strip()
    put(Cases(url).open(id_), {"reports": [report(1)]})
    path = tmp_path / "kursk.dateline"
    assert run("case", "export", "Kursk", path).exit_code == 0
    assert run("case", "import", path).exit_code == 0
    assert run("case", "import", path, "--name", "Handed on").exit_code == 0
    reports = {name: case["reports"] for name, case in listed(run).items()}
    assert reports == {"My reports": 0, "Kursk": 1, "Kursk (2)": 1, "Handed on": 1}


def test_a_file_that_is_there_is_written_over_only_by_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kursk.dateline"
    path.write_bytes(b"all that is left of another case")
    told = run("case", "export", "main", path)
    assert (told.exit_code, path.read_bytes()[:8]) == (2, b"all that")
    assert "kursk.dateline is there already: give another name, or --force." in told.stderr
    assert run("case", "export", "main", path, "--force").exit_code == 0
    assert run("case", "import", path).exit_code == 0


def test_store_alone_is_the_very_store(run: Run, url: str) -> None:
    id_ = run("case", "create", "Kursk").stdout.strip()
    Store(url).briefings.save("b-1", "Of the store", {}, "2025-06-26T00:00:00")
    Cases(url).open(id_).briefings.save("b-2", "Of the case", {}, "2025-06-26T00:00:00")
    assert "Of the store" in run("briefing", "list").stdout
    assert "Of the case" in run("briefing", "list", "--case", "Kursk").stdout
    assert "Of the store" not in run("briefing", "list", "--case", "Kursk").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("briefing", "list"),
        ("ingest", "tests/fixtures/own_first.txt"),
        ("export", "map.png"),
        ("changes", "--since", "2025-06-26"),
        ("serve",),
    ],
)
def test_a_case_that_is_not_there_is_named(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words, "--case", "Nowhere")
    assert result.exit_code == 2
    assert "“Nowhere” is no case here" in result.stderr


def test_the_samples_take_no_reports(run: Run, url: str) -> None:
    Cases(url).make_samples(lambda store: put(store, {"reports": [report(1)]}))
    result = run("ingest", "tests/fixtures/own_first.txt", "--case", SAMPLE)
    assert result.exit_code == 2
    assert "takes no reports" in result.stderr


def test_an_archived_case_is_not_served_nor_added_to(run: Run) -> None:
    run("case", "create", "Kursk")
    run("case", "archive", "Kursk")
    for words in (("serve",), ("ingest", "tests/fixtures/own_first.txt")):
        result = run(*words, "--case", "Kursk")
        assert result.exit_code == 2
        assert "is archived" in result.stderr


def test_what_is_no_case_file_is_named(run: Run) -> None:
    result = run("case", "import", "README.md")
    assert result.exit_code == 2
    assert "README.md is no case file" in result.stderr


def test_a_damaged_case_is_named_beside_the_list(run: Run, url: str) -> None:
    run("case", "create", "Kursk")
    folder = Cases(url).folder
    assert folder
    (folder / "sumy-1f2e.sqlite").write_bytes(b"torn" * 500)
    result = run("case", "list", "--json")
    assert result.exit_code == 0
    assert [case["name"] for case in json.loads(result.stdout)] == ["My reports", "Kursk"]
    assert "sumy-1f2e.sqlite is no case that can be read" in " ".join(result.stderr.split())


def test_a_case_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    result = run("case", "export", "main", tmp_path / "nowhere" / "kursk.dateline")
    assert result.exit_code == 2
    told = " ".join(result.stderr.split())
    assert "kursk.dateline could not be written (No such file or directory):" in told
    assert ".case-" not in told
