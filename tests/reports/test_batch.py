"""Many reports: the same in one process as in two, in order, each failure in its place."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from geo.index import Index
from reports import batch
from reports.batch import Task, extractions, ingest, processes
from reports.child import Lost
from reports.errors import StoreError
from reports.ingest import Extraction, extract
from reports.intake import Outcome
from reports.jobs import Job
from reports.read import Reading
from reports.record import Record
from reports.schema import as_json
from reports.store import Store

SENTENCES = [
    "Some 340 families left Kharkiv for Sumy on 3 May, officials in Kyiv said.",
    "North Korea has sent 11,000 soldiers to Kursk Oblast.",
    "Twelve people were killed in Beirut, and 40 were wounded near Tyre.",
]
UNREADABLE = Outcome("gone.txt", None, added=False, extraction=None, problem="gone.txt is gone.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path / 'store.sqlite'}")


@pytest.fixture
def jobs(gazetteer: Gazetteer) -> list[Job]:
    assert gazetteer  # compiled before the processes ask for it
    return [Job(f"{n}.txt", s.encode(), date(2025, 6, 27)) for n, s in enumerate(SENTENCES)]


def names(outcomes: Iterator[Outcome]) -> list[tuple[str, bool]]:
    return [(outcome.name, outcome.added) for outcome in outcomes]


def test_two_processes_find_what_one_finds(jobs: list[Job]) -> None:
    alone, together = (
        [as_json(each[1]) for each in extractions(jobs, count) if not isinstance(each, Outcome)]
        for count in (1, 2)
    )
    assert len(alone) == len(jobs)
    assert alone == together


@pytest.mark.parametrize("count", [1, 2])
def test_outcomes_come_in_the_order_of_the_inputs(
    count: int, jobs: list[Job], store: Store
) -> None:
    bad = Job("bad.txt", b"")
    entries: list[Job | Outcome] = [UNREADABLE, jobs[0], bad, jobs[1], UNREADABLE]
    found = list(ingest(entries, store, count))
    assert [each.name for each in found] == ["gone.txt", "0.txt", "bad.txt", "1.txt", "gone.txt"]
    assert [each.problem is None for each in found] == [False, True, False, True, False]
    assert len(store.reports()) == 2


def test_what_the_store_has_is_not_read_again(
    jobs: list[Job], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(ingest(jobs[:2], store, 1))
    read: list[str] = []
    first = batch.extract_task

    def counting(task: Task) -> Extraction | str:
        read.append(task.reading.name)
        return first(task)

    monkeypatch.setattr(batch, "extract_task", counting)
    assert names(ingest(jobs, store, 1)) == [("0.txt", False), ("1.txt", False), ("2.txt", True)]
    assert read == ["2.txt"]


def test_a_lost_process_is_named_with_its_report(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(
        work: Callable[[Task], Extraction | str], todo: Iterator[Task], count: int
    ) -> Iterator[tuple[Task, Extraction | str | Lost]]:
        assert count == 2
        for number, task in enumerate(todo):
            yield task, Lost(-9) if number == 1 else work(task)

    monkeypatch.setattr(batch, "each", dying)
    found = list(extractions(jobs, 2))
    problems = [each.problem if isinstance(each, Outcome) else None for each in found]
    assert problems[0] is problems[2] is None
    assert problems[1] is not None
    assert problems[1].startswith("1.txt was not read")
    assert "-9" in problems[1]


def test_a_report_that_fails_unforeseen_costs_only_itself(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(reading: Reading, index: Index, day: date | None, basis: str) -> Extraction:
        if reading.name == "1.txt":
            raise ZeroDivisionError("of all things")
        return extract(reading, index, day, basis)

    monkeypatch.setattr("reports.batch.extract", failing)
    found = list(extractions(jobs, 1))
    assert [isinstance(each, Outcome) for each in found] == [False, True, False]
    failed = found[1]
    assert isinstance(failed, Outcome)
    assert "1.txt" in failed.sentence
    assert "of all things" in failed.sentence


def test_a_write_that_fails_costs_only_its_report(
    jobs: list[Job], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store.add

    def failing(self: Store, record: Record) -> bool:
        if record.report["slug"] == "1":
            raise StoreError("the store", "is full", "make room")
        return first(self, record)

    monkeypatch.setattr(Store, "add", failing)
    assert names(ingest(jobs, store, 1)) == [("0.txt", True), ("1.txt", False), ("2.txt", True)]
    assert set(store.reports()["slug"]) == {"0", "2"}


def test_breaking_off_leaves_what_was_written(jobs: list[Job], store: Store) -> None:
    outcomes = ingest(jobs, store, 1)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined] # it is a generator
    assert list(store.reports()["slug"]) == ["0"]


def test_few_reports_need_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert processes(batch.FEW - 1) == 1
    assert processes(1000) == batch.MOST_PROCESSES
