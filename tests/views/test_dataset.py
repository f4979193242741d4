"""The same view, the same ids, in every format, as on the screen; and the way back to the view."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from dateline import app
from geo.gazetteer import Gazetteer
from layers.export.formats import FORMATS
from layers.export.sidecar import SUFFIX
from layers.view import View
from layers.visibility import STATUSES, visible
from reports.intake import take_in
from reports.store import Store
from tests.layers.export.readers import ids, rows
from views.assemble import assemble
from views.dataset import dataset

FIRST = (
    "Shelling killed about 40 civilians in Sumy on 3 June 2025, the army said, citing the police."
    " North Korea sent 3,000 soldiers to Kursk Oblast in May 2025. It plans to send 900 sappers"
    " to Kursk Oblast. The depot lies 65 km from the Demilitarized Zone, in Koksan County."
)
SECOND = "Moscow denied it. Kharkiv houses some 300 refugees. Rockets landed 20 km west of Sumy."

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def url(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}"
    store = Store(url)
    for name, text, day in (("first.txt", FIRST, 4), ("second.txt", SECOND, 5)):
        assert take_in(name, text.encode(), store, gazetteer, date(2025, 6, day)).problem is None
    store.close()
    return url


@pytest.fixture(scope="module")
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


@pytest.fixture(scope="module")
def scene(store: Store, gazetteer: Gazetteer) -> dict[str, Any]:
    return assemble(store, gazetteer)


@pytest.fixture
def run(url: str) -> Run:
    """Export with words on the command line, to a store that is filled."""
    return lambda *words: CliRunner().invoke(app, ["export", *map(str, words), "--store", url])


DAYS = st.sampled_from([None, "2025-05-01", "2025-05-31", "2025-06-03", "2025-07-01"])
SAVED = st.fixed_dictionaries(
    {
        "window": st.tuples(DAYS, DAYS)
        .map(lambda days: sorted(filter(None, days)) if all(days) else days)
        .map(lambda days: {"from": days[0], "to": days[1]}),
        "undated": st.booleans(),
        "certainOnly": st.booleans(),
        "axis": st.sampled_from(["event", "reported"]),
        "layers": st.dictionaries(st.sampled_from(["places", "flows", "mentioned"]), st.booleans()),
        "statuses": st.dictionaries(st.sampled_from(STATUSES), st.booleans()),
    }
)


@settings(max_examples=12)
@given(saved=SAVED)
def test_a_view_has_the_same_ids_in_every_format(
    saved: dict[str, Any],
    store: Store,
    gazetteer: Gazetteer,
    scene: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    view, folder = View.from_json(saved), tmp_path_factory.mktemp("formats")
    on_screen = sorted(item["id"] for item in visible(scene, view).items)
    chosen = dataset(store, gazetteer, scene, view)
    for suffix, form in FORMATS.items():
        path = folder / f"view{suffix}"
        path.write_bytes(form.write(chosen))
        assert ids(path) == on_screen, suffix


def test_all_is_all_whatever_the_view(scene: dict[str, Any], run: Run, tmp_path: Path) -> None:
    outs = [tmp_path / f"all{suffix}" for suffix in FORMATS]
    assert run(*outs, "--all", "--from", "2030-01-01").exit_code == 0
    for out in outs:
        assert ids(out) == sorted(item["id"] for item in scene["items"])


@pytest.fixture(scope="module")
def written(
    store: Store,
    gazetteer: Gazetteer,
    scene: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Give a folder with the opening view in every format."""
    folder, chosen = tmp_path_factory.mktemp("written"), dataset(store, gazetteer, scene, View())
    for suffix, form in FORMATS.items():
        (folder / f"figures{suffix}").write_bytes(form.write(chosen))
    return folder


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_figure_has_its_evidence_in_every_format(suffix: str, written: Path) -> None:
    out = written / f"figures{suffix}"
    row = next(row for row in rows(out) if str(row["as_printed"]).startswith("about 40"))
    assert (row["status"], row["review"], row["unit"]) == ("reported", "unverified", "killed")
    assert FIRST[int(row["start"]) : int(row["end"])] == row["as_printed"]
    assert row["sentence"] == FIRST.partition(". ")[0] + "."
    assert float(row["low"]) == float(row["high"]) == 40
    assert (row["period"], str(row["earliest"])[:10]) == ("2025-06-03", "2025-06-03")
    assert row["place"] == "Sumy"
    codes = ("where_prec", "geo_precision", "date_prec", "time_precision")
    assert [int(float(row[code])) for code in codes] == [1, 1, 1, 1]
    sources = row["sources"] if isinstance(row["sources"], str) else " ← ".join(row["sources"])
    assert re.search("army ← .*police", sources)


def test_the_same_view_is_the_same_bytes(run: Run, tmp_path: Path) -> None:
    first, second = ([tmp_path / f"{name}{suffix}" for suffix in FORMATS] for name in "ab")
    for outs in (first, second):
        assert run(*outs).exit_code == 0
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_a_first_day_ends_what_was_cumulative(run: Run, tmp_path: Path) -> None:
    view, out = tmp_path / "view.json", tmp_path / "a.csv"
    view.write_text('{"cumulative": true}', encoding="utf-8")
    assert run(out, "--view", view, "--from", "2025-06-01").exit_code == 0
    assert {str(row["earliest"]) for row in rows(out)} == {"2025-06-03"}


def test_every_format_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    outs = {suffix: tmp_path / f"x{suffix}" for suffix in FORMATS}
    assert run(*outs.values(), "--to", "2025-06-03").exit_code == 0
    told = json.loads(outs[".geojson"].read_bytes())["dateline"]
    assert (told["dates_from"], told["dates_to"], told["as_of"]) == (
        None,
        "2025-06-03",
        "2025-06-05",
    )
    assert told["counts"]["undated"] > 0
    assert "Natural Earth" in told["boundaries"] + str(told["attribution"])
    assert told["sources"][0].startswith("R")
    assert json.loads(pq.read_schema(outs[".parquet"]).metadata[b"dateline"]) == told
    about = {row[0].value: row[1].value for row in openpyxl.load_workbook(outs[".xlsx"])["About"]}
    table = gpd.read_file(outs[".gpkg"], layer="about")
    for pairs in (about, dict(zip(table["name"], table["text"], strict=True))):
        assert pairs["dates to"] == "2025-06-03"
        assert pairs["content sha256"] == told["content_sha256"]
    assert told["content_sha256"] in outs[".kml"].read_text("utf-8")


def test_a_package_has_the_layers_of_the_map(written: Path) -> None:
    out = written / "figures.gpkg"
    flows = gpd.read_file(out, layer="flows")
    assert set(flows["status"]) == {"reported", "planned"}
    assert set(gpd.read_file(out, layer="distances")["verdict"]) == {"plausible"}
    assert {"Sumy", "Kharkiv", "Kursk Oblast"} <= set(gpd.read_file(out, layer="places")["name"])
    assert len(gpd.read_file(out, layer="offsets")) == 1
    assert gpd.read_file(out, layer="mentioned").empty


SAVED_VIEW = {
    "window": {"from": "2025-06-01", "to": "2025-06-30"},
    "undated": True,
    "layers": {"mentioned": True},
    "statuses": {"planned": False},
    "selection": {"kind": "mark", "id": "p:gone"},
    "camera": {"lat": 50.5, "lon": 35.25, "zoom": 6.5},
}


def test_a_sidecar_opens_the_same_view_again(run: Run, tmp_path: Path) -> None:
    view, out = tmp_path / "view.json", tmp_path / "a.geojson"
    view.write_text(json.dumps(SAVED_VIEW), encoding="utf-8")
    told = run(out, "--view", view)
    assert "what was selected, p:gone, is not there any more" in told.stderr
    beside = tmp_path / f"a.geojson{SUFFIX}"
    sidecar = json.loads(beside.read_bytes())
    assert sidecar["view"] == SAVED_VIEW
    assert sorted(sidecar["ids"]) == ids(out)
    assert {len(report["sha256"]) for report in sidecar["reports"]} == {64}
    again = tmp_path / "again" / "a.geojson"
    again.parent.mkdir()
    assert run(again, "--view", beside).exit_code == 0
    assert again.read_bytes() == out.read_bytes()
    assert (again.parent / beside.name).read_bytes() == beside.read_bytes()


def test_a_sidecar_remembers_that_it_was_all_until_told_otherwise(run: Run, tmp_path: Path) -> None:
    out, again, less = (tmp_path / f"{name}.kml" for name in ("a", "b", "c"))
    run(out, "--all", "--best", "highest", "--to", "2025-06-03")
    beside = tmp_path / f"a.kml{SUFFIX}"
    run(again, "--view", beside)
    assert again.read_bytes() == out.read_bytes()
    run(less, "--view", beside, "--filtered", "--no-sidecar")
    assert len(ids(less)) < len(ids(out))
    assert not (tmp_path / f"c.kml{SUFFIX}").exists()


def test_what_a_sidecar_knows_and_the_store_does_not_is_told(
    run: Run, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    assert gazetteer
    run(tmp_path / "a.csv")
    empty = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    beside, out = str(tmp_path / f"a.csv{SUFFIX}"), str(tmp_path / "b.csv")
    words = ["export", out, "--view", beside, "--store", empty]
    told = CliRunner().invoke(app, words)
    assert told.exit_code == 0
    assert "2 of its 2 reports are not in the store" in told.stderr
    assert "nothing is shown, so the file is valid and empty" in told.stderr
    assert "no longer what it showed then" in told.stderr
    assert ids(Path(out)) == []


@pytest.mark.parametrize(
    "text",
    ["[]", "nonsense", '{"schema": "dateline sidecar", "schema_version": 99}', '{"window": 4}'],
)
def test_what_is_no_view_is_named(text: str, run: Run, tmp_path: Path) -> None:
    view = tmp_path / "view.json"
    view.write_text(text, encoding="utf-8")
    told = run(tmp_path / "a.csv", "--view", view)
    assert told.exit_code == 2
    assert "view.json" in told.stderr
    assert not (tmp_path / "a.csv").exists()


def test_a_path_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    told = run(tmp_path / "no" / "such" / "a.gpkg")
    assert told.exit_code == 2
    assert "a.gpkg cannot be written" in told.stderr
