"""The store: whole reports or none, one copy of each, and two writers at once."""

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from reports import database
from reports.errors import StoreError
from reports.record import Record
from reports.store import Store
from reports.tables import CLAIMS, MENTIONS, REPORTS


def blank(table: sa.Table, **known: object) -> dict[str, Any]:
    """Make a row whose required columns hold something of their type."""
    filler = {str: "", int: 0, float: 0.0, bool: False, object: []}
    row: dict[str, Any] = {}
    for column in table.columns:
        row[column.name] = None if column.nullable else filler[column.type.python_type]
    return row | known


def record(report_id: str, *, mentions: int = 1) -> Record:
    report = blank(REPORTS, id=report_id, sha256=f"hash of {report_id}", text="Kursk'); DROP TABLE")
    return Record(
        report=report,
        original={"report_id": report_id, "name": "a.txt", "content": b"\xff\x00bytes"},
        mentions=[
            blank(MENTIONS, id=f"{report_id}:m{n}", report_id=report_id) for n in range(mentions)
        ],
        claims=[
            blank(
                CLAIMS,
                id=f"{report_id}:c1",
                report_id=report_id,
                values=[3.5, 1.5],
                sources=["NIS"],
            )
        ],
    )


def test_a_report_comes_back_as_it_went_in(store: Store) -> None:
    assert store.add(record("r1"))
    (report,) = store.reports().to_dict("records")
    (claim,) = store.claims().to_dict("records")
    assert report["text"] == "Kursk'); DROP TABLE"
    assert claim["values"] == [3.5, 1.5]
    assert claim["value"] is None
    assert store.original("r1") == ("a.txt", b"\xff\x00bytes")


def test_an_older_store_gets_the_columns_that_came_since(store_url: str) -> None:
    old = sa.create_engine(store_url)
    older = sa.MetaData()
    kept = [column for column in MENTIONS.columns if not column.name.endswith("_precision")]
    sa.Table(
        "mentions", older, *(sa.Column(c.name, c.type, primary_key=c.primary_key) for c in kept)
    )
    older.create_all(old)
    with old.begin() as connection:
        connection.exec_driver_sql("INSERT INTO mentions (id, text) VALUES ('m0', 'Kursk')")
    old.dispose()
    store = Store(store_url)
    assert store.add(record("r1"))
    mentions = store.mentions().set_index("id")
    assert mentions.loc["m0", "text"] == "Kursk"
    assert mentions.loc["m0", "ucdp_precision"] is None
    store.close()


def test_the_same_original_twice_is_one_report(store: Store) -> None:
    assert store.add(record("r1"))
    assert not store.add(record("r1"))
    assert len(store.reports()) == 1
    assert store.find("hash of r1") == "r1"


def test_a_report_that_fails_half_way_leaves_nothing(store: Store) -> None:
    broken = record("r1", mentions=2)
    twins = [broken.mentions[0], broken.mentions[0]]
    with pytest.raises(sa.exc.IntegrityError):
        store.add(Record(broken.report, broken.original, twins, broken.claims))
    assert store.reports().empty
    assert store.mentions().empty


def test_removing_a_report_removes_what_hangs_on_it(store: Store) -> None:
    store.add(record("r1"))
    store.add(record("r2"))
    assert store.remove(["r1", "unknown"]) == 1
    assert list(store.mentions()["report_id"]) == ["r2"]
    with pytest.raises(KeyError):
        store.original("r1")


def test_replacing_a_report_keeps_its_id(store: Store) -> None:
    store.add(record("r1", mentions=3))
    store.replace(record("r1", mentions=1))
    assert len(store.reports()) == 1
    assert len(store.mentions()) == 1


def test_frames_have_the_tables_columns_even_when_empty(store: Store) -> None:
    assert list(store.claims().columns) == [column.name for column in CLAIMS.columns]


def test_a_note_is_remembered(store: Store, store_url: str) -> None:
    assert store.note("samples") is None
    store.set_note("samples", "loaded")
    store.set_note("samples", "removed")
    assert Store(store_url).note("samples") == "removed"


def test_what_is_kept_is_given_for_its_state_alone(store: Store, store_url: str) -> None:
    store.keep("scene", "one", b"laid out", revision=store.revision())
    reopened = Store(store_url)
    assert reopened.kept("scene", "one") == b"laid out"
    assert reopened.kept("scene", "two") is None
    reopened.close()


def test_a_write_takes_out_what_is_kept(store: Store) -> None:
    store.keep("scene", "one", b"laid out", revision=store.revision())
    store.add(record("r1"))
    assert store.kept("scene", "one") is None


def test_what_a_write_has_overtaken_is_not_kept(store: Store) -> None:
    before = store.revision()
    store.add(record("r1"))
    store.keep("scene", "one", b"laid out without r1", revision=before)
    assert store.kept("scene", "one") is None


def test_a_store_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "not-a-database.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match=r"not-a-database\.sqlite"):
        Store(f"sqlite:///{path}")


def test_a_reader_sees_one_moment(store: Store, store_url: str) -> None:
    count, other = sa.select(sa.func.count()).select_from(REPORTS), Store(store_url)
    with store.reading() as connection:
        assert connection.execute(count).scalar() == 0
        other.add(record("r1"))
        assert connection.execute(count).scalar() == 0
    assert len(store.reports()) == 1
    other.close()


def test_who_waits_too_long_for_another_writer_is_told(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAIT_MS", 50)
    other = Store(store_url)
    with store.writing():
        with pytest.raises(StoreError, match="nothing was changed; try again"):
            other.add(record("r1"))
        with pytest.raises(StoreError, match="is being written by another program"):
            Store(store_url)
    assert store.reports().empty
    other.close()


def test_the_order_of_texts_is_that_of_their_code_points(store: Store) -> None:
    for id_ in ("ä", "a", "B", "b-1", "b1", "Я"):
        store.add(record(id_))
    assert store.reports()["id"].tolist() == ["B", "a", "b-1", "b1", "ä", "Я"]


def write_many(url: str, writer: int, count: int) -> None:
    store = Store(url)
    for number in range(count):
        store.add(record(f"w{writer}-{number}"))


def test_two_writers_lose_nothing(store: Store, store_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=write_many, args=(store_url, writer, 40)) for writer in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert len(store.reports()) == 80
