"""Claims as CSV: the shapes, the window, the best by a rule, and no formulas."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import app
from geo.gazetteer import Gazetteer
from layers.export.claims_csv import SHAPES
from reports.intake import take_in
from reports.store import Store
from views.assemble import assemble
from views.tables import listed_table, table_of

FIRST = (
    "Shelling killed 40 civilians in Sumy on 3 June 2025, the army said. "
    "Iran sent 12,000 soldiers to Syria. Many more were wounded."
)
SECOND = "Shelling killed 55 civilians in Sumy on 3 June 2025. Kharkiv houses some 300 refugees."
FORMULA = "=HYPERLINK(1) said 20 soldiers died in Sumy in May 2025."

Run = Callable[..., Result]
Rows = Callable[..., list[Mapping[str, str]]]


@pytest.fixture(scope="module")
def url(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}"
    store = Store(url)
    for name, text, day in (
        ("first.txt", FIRST, 4),
        ("second.txt", SECOND, 5),
        ("formula.txt", FORMULA, 6),
    ):
        assert take_in(name, text.encode(), store, gazetteer, date(2025, 6, day)).problem is None
    store.close()
    return url


@pytest.fixture
def run(url: str, tmp_path: Path) -> Run:
    """Write ``claims.csv`` with more words on the command line."""
    out = str(tmp_path / "claims.csv")
    return lambda *words: CliRunner().invoke(
        app, ["export", out, "--store", url, "--shape", "claims", *words]
    )


@pytest.fixture
def rows(run: Run, tmp_path: Path) -> Rows:
    def read(*words: str) -> list[Mapping[str, str]]:
        result = run(*words)
        assert result.exit_code == 0, result.stderr
        with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    return read


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_a_row_for_every_claim(shape: str, rows: Rows, store: Store) -> None:
    written = rows("--shape", shape)
    assert {row["id"] for row in written} == set(store.claims()["id"])
    assert {row["report_id"] for row in written} == set(store.reports()["id"])
    assert list(written[0]) == list(SHAPES[shape])


def test_ucdp_codes(rows: Rows) -> None:
    killed = next(row for row in rows("--shape", "ucdp") if row["low"] == "40")
    assert (killed["high"], killed["best"], killed["best_rule"]) == ("40", "", "")
    assert (killed["where_coordinates"], killed["where_prec"]) == ("Sumy", "1")
    assert (killed["date_prec"], killed["date_start"]) == ("1", "2025-06-03")
    assert (killed["country"], killed["adm_1"]) == ("Ukraine", "Sumy Oblast")
    assert killed["number_of_sources"] == "2"


def test_acled_codes(rows: Rows) -> None:
    written = {row["low"]: row for row in rows("--shape", "acled")}
    assert written["40"]["fatalities"] == "40"
    assert (written["40"]["geo_precision"], written["40"]["time_precision"]) == ("1", "1")
    assert (written["20"]["time_precision"], written["20"]["event_date"]) == ("3", "2025-05-01")
    sent = written["12000"]
    assert (sent["geo_precision"], sent["event_date"], sent["fatalities"]) == ("", "", "")
    assert sent["actor1"] == "Iran"


@pytest.mark.parametrize(
    ("rule", "best", "words"),
    [("latest", "55", "of the latest report"), ("lowest", "40", "the lowest stated")],
)
def test_best_stands_once_a_group_with_its_rule(
    rule: str, best: str, words: str, rows: Rows
) -> None:
    group = [
        row for row in rows("--best", rule) if row["place"] == "Sumy" and "05" not in row["latest"]
    ]
    assert [(row["best"], row["best_rule"]) for row in group if row["best"]] == [(best, words)]
    assert len({row["group_id"] for row in group}) == 1


def test_a_window_leaves_out_the_undated_and_counts_them(run: Run, rows: Rows) -> None:
    words = ("--from", "2025-06-01", "--to", "2025-06-30")
    assert {row["low"] for row in rows(*words)} == {"40", "55"}
    stderr = run(*words).stderr
    assert "2 claims, 1 outside the dates" in stderr
    assert "2 undated left out" in stderr


def test_no_cell_begins_as_a_formula(rows: Rows) -> None:
    for shape in SHAPES:
        for row in rows("--shape", shape):
            texts = [row[name] for name in row if name not in ("latitude", "longitude")]
            assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)
    assert any(row["sentence"].startswith("'=HYPERLINK") for row in rows())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--shape", "gdelt"), "use one of claims, acled, ucdp"),
        (("--best", "mean"), "is no rule for the best figure"),
    ],
)
def test_what_is_not_known_is_wrong_usage(words: tuple[str, ...], said: str, run: Run) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_scene_lists_what_has_no_number(store: Store, gazetteer: Gazetteer) -> None:
    (mention,) = assemble(store, gazetteer)["unquantified"]
    text = store.report(mention["report"])["text"]
    assert mention["text"] == "Many more were wounded"
    assert text[mention["start"] : mention["end"]] == mention["text"]
    start, end = mention["sentence"]
    assert text[start:end] == "Many more were wounded."


def test_an_empty_store_gives_a_line_of_names(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert gazetteer
    out, url = tmp_path / "none.csv", f"sqlite:///{tmp_path / 'empty.sqlite'}"
    result = CliRunner().invoke(app, ["export", str(out), "--store", url, "--shape", "claims"])
    assert result.exit_code == 0, result.output
    assert out.read_text(encoding="utf-8").strip() == ",".join(SHAPES["claims"])


def test_a_listed_table_keeps_the_readers_order_and_chooses_among_what_is_shown(
    store: Store, gazetteer: Gazetteer
) -> None:
    shown = list(store.claims().sort_values("id")["id"])
    listed = [*reversed(shown[1:]), "gone"]
    text = listed_table(store, gazetteer, listed, shown, table_of("acled", "highest"))
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["id"] for row in rows] == listed[:-1]
    whole = listed_table(store, gazetteer, shown, shown, table_of("acled", "highest"))
    best = {row["id"]: row["best"] for row in csv.DictReader(whole.splitlines())}
    assert any(best.values())
    assert [row["best"] for row in rows] == [best[row["id"]] for row in rows]
