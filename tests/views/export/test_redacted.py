"""What is withheld is in no file of any format; what is coarsened is a pin in none."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import app
from geo.gazetteer import Gazetteer
from layers.export.redaction.words import Words
from layers.export.sidecar import SUFFIX
from reports.intake import take_in
from reports.store import Store
from tests.layers.export.readers import ids, rows
from tests.layers.export.written import written
from views.export.exports import EXPORTS, FILES

TEXT = (
    "Shelling killed about 40 civilians in Sumy on 3 June 2025, General Anna Marchenko said,"
    " citing the police. North Korea sent 3,000 soldiers to Kursk Oblast in May 2025."
    " The depot lies 65 km from the Demilitarized Zone, in Koksan County."
    " Rockets landed 20 km west of Sumy, and a drone fell at 50.91234, 34.81234."
)
WITHHELD = ("Anna Marchenko", "Sumy", "Kursk")
NAMES = (*WITHHELD, "Суми", "Курск*")
PLACE = "50.9123"
"""Begins the printed position and the latitude of what lies there."""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def url(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}"
    store = Store(url)
    html = (
        "<html><head><title>Shells on Sumy</title><meta name=author content='Jo Reporter'>"
        "<link rel=canonical href='https://example.org/sumy/report'></head>"
        f"<body><article><h1>Shells on Sumy</h1><p>{TEXT}</p></article></body></html>"
    )
    taken = take_in("first.html", html.encode(), store, gazetteer, date(2025, 6, 4))
    assert taken.problem is None
    store.close()
    return url


@pytest.fixture(scope="module")
def run(url: str) -> Run:
    return lambda *words: CliRunner().invoke(app, ["export", *map(str, words), "--store", url])


Folders = Mapping[str, Path]


@pytest.fixture(scope="module")
def folders(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Give folders with every format: as it is, and redacted."""
    made = {name: tmp_path_factory.mktemp(name) for name in ("open", "redacted")}
    withheld = [word for name in WITHHELD for word in ("--withhold", name)]
    more = {
        "open": [],
        "redacted": [*withheld, "--coarsen", "0.1", "--strip", "--title", "Round Sumy, in June"],
    }
    for name, folder in made.items():
        outs = [folder / f"x{'' if end.startswith('.') else '-'}{end}" for end in EXPORTS]
        told = run(*outs, *more[name])
        assert told.exit_code == 0, told.stderr
    return made


def files(folder: Path, ending: str) -> tuple[Path, Path]:
    out = folder / f"x{'' if ending.startswith('.') else '-'}{ending}"
    return out, out.with_name(out.name + SUFFIX)


@pytest.mark.parametrize("ending", EXPORTS)
def test_a_withheld_name_is_in_no_format(ending: str, folders: Folders) -> None:
    plain, _ = files(folders["open"], ending)
    out, beside = files(folders["redacted"], ending)
    # The control: the same reading does find the names where nothing is withheld.
    assert Words(["Sumy"]).within(written(plain))
    for path in (out, beside):
        for name in NAMES:
            assert not Words([name]).within(written(path)), (name, path.name)


@pytest.mark.parametrize("ending", EXPORTS)
def test_no_format_has_address_author_or_exact_position(ending: str, folders: Folders) -> None:
    for path in files(folders["redacted"], ending):
        text = written(path)
        for each in ("example.org", "Jo Reporter", PLACE, "34.8123"):
            assert each not in text, (each, path.name)


@pytest.mark.parametrize("ending", [end for end, each in EXPORTS.items() if each.group == FILES])
def test_coarsened_rows_are_areas_with_the_same_ids(ending: str, folders: Folders) -> None:
    out, beside = files(folders["redacted"], ending)
    plain, _ = files(folders["open"], ending)
    assert ids(out) == ids(plain) == sorted(json.loads(beside.read_bytes())["ids"])
    pinned = [row for row in rows(out) if row.get("place_kind") in {"city", "site", "adm2"}]
    assert pinned
    for row in pinned:
        assert int(float(row["where_prec"])) > 1
        assert round(float(row["latitude"]), 1) == float(row["latitude"]) or row["precision_m"] in {
            None,
            "",
        }


@pytest.mark.parametrize("ending", [".pdf", ".pptx", "handout.pdf", ".html", ".csv", ".xlsx"])
def test_it_is_said_on_what_is_given_away(ending: str, folders: Folders) -> None:
    out, beside = files(folders["redacted"], ending)
    text = written(beside if ending == ".csv" else out)
    said = "Coordinates rounded to 0.1°; 3 names withheld; addresses and authors left out"
    assert said in text or said in " ".join(text.split())


def test_files_have_no_properties_where_metadata_are_stripped(folders: Folders) -> None:
    png, _ = files(folders["redacted"], ".png")
    assert written(png) == ""
    assert "Dateline" in written(files(folders["open"], ".png")[0])


def test_a_sidecar_coarsens_again_and_asks_for_the_names(
    run: Run, folders: Folders, tmp_path: Path
) -> None:
    _, beside = files(folders["redacted"], ".geojson")
    told = run(tmp_path / "again.geojson", "--view", beside)
    assert "3 words were withheld, which a sidecar does not tell" in told.stderr
    assert "Coordinates rounded to 0.1°" in told.stderr
    assert PLACE not in (tmp_path / "again.geojson").read_text("utf-8")
    withheld = [word for name in WITHHELD for word in ("--withhold", name)]
    run(tmp_path / "x.geojson", "--view", beside, *withheld)
    out, _ = files(folders["redacted"], ".geojson")
    assert (tmp_path / "x.geojson").read_bytes() == out.read_bytes()
    assert (tmp_path / beside.name).read_bytes() == beside.read_bytes()


def test_a_briefing_is_redacted_with_what_is_typed_in_it(
    run: Run, url: str, tmp_path: Path
) -> None:
    told = tmp_path / "told.json"
    drafted = CliRunner().invoke(app, ["briefing", "draft", str(told), "--store", url])
    assert drafted.exit_code == 0, drafted.stderr
    drafted_json = json.loads(told.read_bytes())
    drafted_json["steps"] = drafted_json["steps"][:3]
    drafted_json["steps"][0] |= {"title": "Sumy in June", "notes": "Ask about Sumy."}
    drafted_json["steps"][0]["lines"][0]["row"] = ["New", "Sumy", "", "Sumy", "Sumy"]
    told.write_text(json.dumps({**drafted_json, "banner": "SUMY ONLY"}), "utf-8")
    withheld = [word for name in WITHHELD for word in ("--withhold", name)]
    for end in (".pptx", "-handout.pdf", ".html"):
        plain, out = tmp_path / f"plain{end}", tmp_path / f"out{end}"
        for path, more in ((plain, []), (out, withheld)):
            made = run(path, "--briefing", told, *more)
            assert made.exit_code == 0, made.stderr
        assert Words(["Sumy"]).within(written(plain))
        for name in NAMES:
            assert not Words([name]).within(written(out)), (name, end)


def test_shapes_that_are_not_redacted_are_refused(run: Run, tmp_path: Path) -> None:
    told = run(tmp_path / "a.csv", "--shape", "acled", "--coarsen", "adm1")
    assert told.exit_code == 2
    assert "--shape acled is not written redacted" in told.stderr
    assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--coarsen", "2"),
        ("--theme", "pink"),
        ("--names", "xx"),
        ("--size", "b"),
        ("--units", "furlong"),
    ],
)
def test_a_choice_that_is_not_known_says_which_are(
    option: str, value: str, run: Run, tmp_path: Path
) -> None:
    told = run(tmp_path / "a.png", option, value)
    assert told.exit_code == 2
    assert f"{option} {value}" in told.stderr
    assert "use " in told.stderr
