"""The command line as scripts meet it: what it prints, what it writes, how it exits."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from dateline import app
from geo.gazetteer import Gazetteer, default_path
from layers.briefing.briefing import Briefing, Line, Step, to_json
from tests.geo.fake_geocoder import fake_geocoder

FIXTURES = Path(__file__).parent / "fixtures"
OWN = FIXTURES / "own_second.txt"

Run = Callable[..., Any]


@pytest.fixture
def run(gazetteer: Gazetteer) -> Run:
    """Call the command line in this process; the gazetteer is compiled already."""
    assert gazetteer
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_extract_prints_one_json_object_and_nothing_else(run: Run) -> None:
    result = run("extract", OWN, "--published", "2025-06-27", "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["slug"] == "own_second"
    assert found["date"] == "2025-06-27"
    for thing in (*found["places"], *found["figures"]):
        assert found["text"][thing["start"] : thing["end"]] == thing["text"]
    literal = {place["name"] for place in found["places"] if place["role"] == "literal"}
    assert {"Kursk Oblast", "Sumy", "Kharkiv", "Koksan County"} <= literal
    assert not {"Moscow", "Kyiv"} & literal


def test_standard_input_is_a_report(gazetteer: Gazetteer) -> None:
    assert gazetteer
    result = CliRunner().invoke(app, ["extract", "-"], input="Some 40 soldiers reached Sumy.")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["figures"][0]["value"] == 40


def test_a_text_without_places_is_no_error(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Nothing happened anywhere, and nobody counted it.", encoding="utf-8")
    result = run("extract", plain)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["places"] == []


def test_a_bad_file_costs_only_itself(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("extract", empty, OWN, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["own_second.json"]


def test_the_manifest_gives_days_and_published_beats_it(run: Run, tmp_path: Path) -> None:
    manifest = tmp_path / "days.csv"
    manifest.write_text(f"file,published\n{OWN},2025-06-20\n", encoding="utf-8")
    result = run("extract", OWN, "--manifest", manifest)
    assert json.loads(result.stdout)["date"] == "2025-06-20"
    result = run("extract", OWN, "--manifest", manifest, "--published", "2025-06-21")
    assert json.loads(result.stdout)["date"] == "2025-06-21"


@pytest.mark.parametrize(
    "words",
    [
        ("extract", OWN, OWN),
        ("extract", OWN, OWN, "--out", "."),
        ("extract", OWN, "--published", "27 June"),
        ("extract", OWN, "--manifest", "missing.csv"),
        ("extract", OWN, "--format", "xml"),
        ("export", "plate.docx"),
        ("export", "plate.png", "--from", "2025-06-30", "--to", "2025-06-01"),
    ],
)
def test_wrong_usage_exits_2(run: Run, words: tuple[object, ...], url: str) -> None:
    store = ("--store", url) if words[0] == "export" else ()
    assert run(*words, *store).exit_code == 2


def test_a_manifest_in_the_folder_fails_nothing(run: Run, url: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some 40 soldiers reached Sumy.", encoding="utf-8")
    (tmp_path / "days.csv").write_text("file,published\na.txt,2025-06-26\n", encoding="utf-8")
    result = run("ingest", tmp_path, "--store", url)
    assert result.exit_code == 0
    assert "days.csv lists publication days: they count" in " ".join(result.stderr.split())
    assert "a.txt: 2025-06-26" in result.stdout


def test_ingest_says_what_it_found_and_takes_a_text_once(run: Run, url: str) -> None:
    first = run("ingest", OWN, "--published", "2025-06-27", "--store", url)
    assert first.exit_code == 0
    assert "own_second.txt: 2025-06-27" in first.stdout
    second = run("ingest", OWN, "--store", url)
    assert "already in the store" in second.stdout


def test_export_draws_the_store_and_counts_what_it_leaves_out(
    run: Run, url: str, tmp_path: Path
) -> None:
    run("ingest", OWN, "--published", "2025-06-27", "--store", url)
    plate = tmp_path / "plate.png"
    result = run("export", plate, "--store", url, "--from", "2025-01-01", "--to", "2025-12-31")
    assert result.exit_code == 0
    assert plate.read_bytes().startswith(b"\x89PNG")
    assert "undated left out" in result.stderr
    assert not list(tmp_path.glob("*.part"))


def test_export_writes_the_map_as_one_file_with_its_hash(
    run: Run, url: str, tmp_path: Path
) -> None:
    run("ingest", OWN, "--published", "2025-06-27", "--store", url)
    view, page = tmp_path / "view.json", tmp_path / "map.html"
    view.write_text('{"theme": "dark"}', encoding="utf-8")
    result = run("export", page, "--store", url, "--view", view, "--to", "2025-12-31")
    assert result.exit_code == 0
    assert hashlib.sha256(page.read_bytes()).hexdigest() in result.stderr
    opening = '"view":{"theme":"dark","window":{"from":null,"to":"2025-12-31"},"undated":false}'
    assert opening in page.read_text("utf-8")


def test_export_writes_a_deck_and_a_handout(run: Run, url: str, tmp_path: Path) -> None:
    run("ingest", OWN, "--published", "2025-06-27", "--store", url)
    slides, paper = tmp_path / "kursk.pptx", tmp_path / "Kursk handout.pdf"
    result = run("export", slides, paper, "--store", url)
    assert result.exit_code == 0
    assert slides.read_bytes().startswith(b"PK")
    assert paper.read_bytes().startswith(b"%PDF")
    assert hashlib.sha256(slides.read_bytes()).hexdigest() in result.stderr


def test_export_tells_a_briefing_as_a_deck(run: Run, url: str, tmp_path: Path) -> None:
    run("ingest", OWN, "--published", "2025-06-27", "--store", url)
    told, slides = tmp_path / "briefing.json", tmp_path / "kursk.pptx"
    step = Step("s", "view", "The first look", {}, (Line("Our own words."),))
    told.write_text(json.dumps(to_json(Briefing("b", "What was said", (step,)))), encoding="utf-8")
    result = run("export", slides, "--store", url, "--briefing", told)
    assert "a briefing of 1 step" in result.stderr
    titles = [slide.shapes.title.text for slide in Presentation(str(slides)).slides]
    assert titles[:2] == ["What was said", "The first look"]
    told.write_text("[]", encoding="utf-8")
    result = run("export", slides, "--store", url, "--briefing", told)
    assert result.exit_code == 2
    assert "briefing.json is no briefing" in result.stderr


def test_export_names_a_view_that_is_none(run: Run, url: str, tmp_path: Path) -> None:
    view = tmp_path / "view.json"
    view.write_text("[1, 2]", encoding="utf-8")
    result = run("export", tmp_path / "plate.png", "--store", url, "--view", view)
    assert result.exit_code == 2
    assert "view.json" in result.stderr


def test_names_go_online_only_when_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "village.txt"
    report.write_text("Shelling hit the village of Vyshnegirsk in Sumy Oblast.", encoding="utf-8")
    (tmp_path / default_path().name).symlink_to(default_path())
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    with fake_geocoder() as fake:
        settings = f'[nominatim]\nhost = "{fake.host}"\nscheme = "http"\n'
        (tmp_path / "online.toml").write_text(settings, encoding="utf-8")
        assert "Kozya" not in run("extract", report).stdout
        assert fake.paths == []
        result = run("extract", report, "--online", "nominatim")
        assert f"sent to {fake.host}, one a request, and nothing else" in result.stderr
        found = {place["text"]: place["name"] for place in json.loads(result.stdout)["places"]}
        assert found["Vyshnegirsk"] == "Kozya Sloboda"
        assert fake.names == ["Vyshnegirsk"]
    result = run("ingest", report, "--online", "yahoo")
    assert result.exit_code == 2
    assert "there are nominatim, photon" in result.stderr


def test_layers_are_added_listed_removed_and_restored(run: Run, url: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "sites.csv", tmp_path / "x.geojson"
    good.write_text("name,lat,lon\nGate,48.2,37.1\n", encoding="utf-8")
    bad.write_text("<OGRVRTDataSource/>", encoding="utf-8")
    added = run("layer", "add", good, bad, "--source", "own survey", "--store", url)
    assert added.exit_code == 1
    assert "x.geojson is named as GeoJSON and holds XML" in added.stderr
    id_, features, name = added.stdout.strip().split("\t")
    assert (features, name) == ("1", "sites")
    odd = run("layer", "add", good, "--source", "own survey", "--colour", "puce", "--store", url)
    assert odd.exit_code == 2
    assert "use one of violet" in odd.stderr
    assert "own survey" in run("layer", "list", "--store", url).stdout
    assert run("layer", "remove", id_, "--store", url).exit_code == 0
    assert run("layer", "list", "--store", url).stdout == ""
    assert run("layer", "remove", id_, "--store", url).exit_code == 2
    assert run("layer", "restore", id_, "--store", url).exit_code == 0
    assert id_ in run("layer", "list", "--store", url).stdout
