"""Case files: what was written is read again, row by row, and what is no case file stays out."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from reports import case_file
from reports.case_file import VERSION, Limits, name_in, read_case, write_case
from reports.cases import Cases
from reports.errors import CaseError
from reports.store import Store
from tests.reports.case_rows import Rows, put, report, stores_rows, taken


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[Cases]:
    cases = Cases(f"sqlite:///{tmp_path / 'dateline.sqlite'}")
    yield cases
    cases.close()


@pytest.fixture
def written(cases: Cases, tmp_path: Path) -> Path:
    """Write a case of two reports to a file."""
    store = cases.open(cases.create("Kursk").id)
    put(store, {"reports": [report(1), report(2)]})
    path = tmp_path / "kursk.dateline"
    write_case(store, "Kursk", path)
    return path


@given(rows=stores_rows())
@settings(max_examples=12)
def test_a_case_comes_back_row_by_row(rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, target = (Store(f"sqlite:///{folder}/{name}") for name in ("one", "two"))
        put(source, rows)
        path, again = Path(folder, "case.dateline"), Path(folder, "again.dateline")
        write_case(source, "Kursk", path)
        read_case(path, target, {})
        write_case(target, "Kursk", again)
        assert taken(target) == taken(source)
        assert again.read_bytes() == path.read_bytes()
        source.close()
        target.close()


def test_a_case_knows_its_name_and_not_its_place(cases: Cases, tmp_path: Path) -> None:
    case = cases.create("Kursk")
    cases.archive(case.id)
    path = tmp_path / "case.dateline"
    write_case(cases.open(case.id), "Kursk", path)
    assert name_in(path) == "Kursk"
    made = cases.made(cases.unused_name("Kursk"), lambda store: read_case(path, store, {}))
    assert (made.name, made.archived) == ("Kursk (2)", None)


def test_words_are_found_in_a_case_that_was_read(cases: Cases, written: Path) -> None:
    case = cases.made("Read", lambda store: read_case(written, store, {}))
    assert len(cases.open(case.id).find_reports("speaks")) == 2


def test_what_cannot_be_written_leaves_what_was_there(cases: Cases, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="could not be written"):
        write_case(cases.open("main"), "Kursk", tmp_path / "nowhere" / "case.dateline")


def names(cases: Cases) -> list[str]:
    return [case.name for case in cases.listed()]


def changed(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


PLACE = (
    "INSERT INTO places (id, name, kind, lat, lon, population, names)"
    " VALUES ('p', 'P', 'city', {}, 0, 0, '[]')"
)
HOSTILE = {
    "a view": ("CREATE VIEW v AS SELECT 1", "has a view in it"),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM reports; END",
        "has a trigger in it",
    ),
    "an index that computes": (
        "CREATE INDEX i ON reports (length(text))",
        "has a index in it",
    ),
    "a virtual table": ("CREATE VIRTUAL TABLE w USING fts5(words)", "has a table in it"),
    "a table of another kind": ("CREATE TABLE other (id TEXT)", "newer Dateline"),
    "a column of another kind": ("ALTER TABLE reports ADD COLUMN extra TEXT", "newer Dateline"),
    "a column that computes": (
        "ALTER TABLE reports ADD COLUMN notes2 TEXT AS (zeroblob(1000000000))",
        "computes columns",
    ),
    "a later version": (f"PRAGMA user_version={VERSION + 1}", "newer Dateline"),
    "another kind of file": ("PRAGMA application_id=0", "no case file"),
    "no table of reports": ("DROP TABLE reports", "holds no reports"),
    "bytes for a text": (
        "UPDATE reports SET text = x'00FF' WHERE id = 'r1'",
        "text is “b'.*”, not text",
    ),
    "a text that is none": (
        "UPDATE reports SET text = CAST(x'C328' AS TEXT) WHERE id = 'r1'",
        "is damaged",
    ),
    "notes that are no JSON": ("UPDATE reports SET notes = '[1,' WHERE id = 'r2'", "is damaged"),
    "notes that are no number": (
        "UPDATE reports SET notes = '[NaN]' WHERE id = 'r2'",
        "report “report-2”: notes is “.nan.”, not a list of texts",
    ),
    "notes of endless depth": (
        "UPDATE reports SET notes = (SELECT replace(hex(zeroblob(100000)), '00', '['))",
        "is damaged",
    ),
    "a reference to nothing": (
        "INSERT INTO originals VALUES ('r9', 'a.txt', x'00')",
        "originals “r9”: there is no report “r9”",
    ),
    "a number without end": (PLACE.format("9e999"), "lat is “inf”, not a number"),
    "a word for a number": (PLACE.format("'north'"), "lat is “north”, not a number"),
}


@pytest.mark.parametrize(("statement", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_a_changed_file_is_refused_and_nothing_stays(
    cases: Cases, written: Path, statement: str, problem: str
) -> None:
    changed(written, "PRAGMA foreign_keys=OFF", statement)
    with pytest.raises(CaseError, match=problem) as refused:
        cases.made("Read", lambda store: read_case(written, store, {}))
    assert str(written) in str(refused.value)
    assert names(cases) == ["My reports", "Kursk"]


def test_a_schema_that_lies_is_not_followed(cases: Cases, written: Path) -> None:
    changed(
        written,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'slug VARCHAR NOT NULL',"
        " 'slug VARCHAR NOT NULL CHECK (length(randomblob(1000000000)) > 0)')"
        " WHERE name = 'reports'",
    )
    assert cases.made("Read", lambda store: read_case(written, store, {})).reports == 2


def test_an_older_file_lacks_columns_that_came_since(cases: Cases, written: Path) -> None:
    changed(written, "ALTER TABLE reports DROP COLUMN notes", "DROP TABLE unquantified")
    assert cases.made("Read", lambda store: read_case(written, store, {})).reports == 2


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "a sentence": lambda _: b"Some 40 soldiers reached Sumy." * 9,
    "cut off": lambda data: data[: len(data) // 2],
    "only its head": lambda data: data[:100],
    "scrambled": lambda data: (
        data[:200] + bytes(255 - byte for byte in data[200:9000]) + data[9000:]
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named(
    cases: Cases, written: Path, broken: Callable[[bytes], bytes]
) -> None:
    written.write_bytes(broken(written.read_bytes()))
    with pytest.raises(CaseError, match=r"kursk\.dateline"):
        cases.made("Read", lambda store: read_case(written, store, {}))
    assert names(cases) == ["My reports", "Kursk"]


def test_a_store_is_no_case_file(cases: Cases, tmp_path: Path) -> None:
    cases.close()
    with pytest.raises(CaseError, match="is a database, but no case file"):
        name_in(tmp_path / "dateline.sqlite")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be read"):
        name_in(tmp_path / "nothing.dateline")


def test_sizes_are_bounded(cases: Cases, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_file, "limits", lambda: Limits(1000, 10**8, 1))
    with pytest.raises(CaseError, match="more than"):
        name_in(written)
    monkeypatch.setattr(case_file, "limits", lambda: Limits(10**8, 2000, 1))
    changed(written, "UPDATE reports SET text = hex(zeroblob(2000))")
    with pytest.raises(CaseError, match="is damaged"):
        cases.made("Read", lambda store: read_case(written, store, {}))
