"""Files read behind the page: a bad one costs only itself, and after a stop nothing comes in."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest

from geo.gazetteer import Gazetteer
from reports.intake import take_in
from reports.record import Record
from reports.store import Store
from views.reports.batch import ADDED, FAILED, KNOWN, LEFT_OUT, Batch, Progress
from views.reports.progress import shortened, summary

BRIDGE = b"A bridge near Sumy was shut on 3 June 2025. About 90 trucks waited."
HARBOUR = b"The harbour of Odesa took in 12 ships on 4 June 2025."
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield store
    store.close()


def ended(batch: Batch) -> Progress:
    """Wait for the end of a batch that is not stopped."""
    batch.wait(60)
    assert batch.progress.ended
    return batch.progress


def test_every_file_has_its_outcome_in_its_order(store: Store, gazetteer: Gazetteer) -> None:
    take_in("known.txt", HARBOUR, store, gazetteer)
    batch = Batch([("a.txt", BRIDGE), ("b.txt", PHOTO), ("c.txt", HARBOUR)], store)
    now = ended(batch)
    assert [(each.name, each.kind) for each in now.results] == [
        ("a.txt", ADDED),
        ("b.txt", FAILED),
        ("c.txt", KNOWN),
    ]
    assert (now.total, now.unread, now.problem) == (3, (), None)
    assert "b.txt" in now.results[1].sentence
    assert summary(now) == "3 files read: 1 added, 1 in already, 1 failed."
    assert len(store.reports()) == 2


def test_an_archive_is_opened_and_what_is_left_out_of_it_is_told(store: Store) -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("bridge.txt", BRIDGE)
        opened.writestr("setup.exe", b"MZ")
        opened.writestr("photo.png", PHOTO)
    now = ended(Batch([("news.zip", archive.getvalue())], store))
    assert [(each.name, each.kind) for each in now.results] == [
        ("news.zip/bridge.txt", ADDED),
        ("news.zip", LEFT_OUT),
    ]
    assert "setup.exe" in " ".join(now.results[1].notes)
    assert summary(now) == "1 file read: 1 added, 2 left out."


class Slow(Store):
    """A store whose first report takes until it is let go."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.begun, self.go = Event(), Event()

    def add(self, record: Record) -> bool:
        """Write, when it may."""
        self.begun.set()
        assert self.go.wait(60)
        return super().add(record)


def test_after_a_stop_nothing_more_comes_in_and_what_is_in_is_told(tmp_path: Path) -> None:
    store = Slow(f"sqlite:///{tmp_path / 'slow.sqlite'}")
    batch = Batch([("a.txt", BRIDGE), ("b.txt", HARBOUR)], store)
    assert store.begun.wait(60)
    store.go.set()
    batch.stop()
    now = batch.progress
    told = len(store.reports())
    assert now.ended
    assert told == now.count(ADDED) >= 1
    batch.wait(60)
    assert len(store.reports()) == told
    assert batch.progress.results == now.results
    store.close()


def test_a_stop_after_the_end_changes_nothing(store: Store) -> None:
    batch = Batch([("a.txt", BRIDGE)], store)
    ended(batch)
    batch.stop()
    assert not batch.progress.stopped


@pytest.mark.parametrize(
    ("unread", "told"),
    [
        ((), "Cancelled: nothing added; nothing was left to read."),
        (("a.txt", "b.txt"), "Cancelled: nothing added; 2 not read."),
    ],
)
def test_a_cancelled_batch_says_what_is_not_in(unread: tuple[str, ...], told: str) -> None:
    now = Progress((), 2, None, ended=True, stopped=True, problem=None, unread=unread)
    assert summary(now) == told


def test_long_names_keep_both_ends() -> None:
    name = "folder/" + "x" * 90 + "-kursk.html"
    assert len(shortened(name)) == 60
    assert shortened(name).startswith("folder/")
    assert shortened(name).endswith("-kursk.html")
