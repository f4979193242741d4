"""The cases beside a store: each is a store of its own, so that nothing of one is seen in another.

The URL of the store names the default case. The others of the place are SQLite files in a folder
beside it: ``dateline.sqlite`` has them in ``dateline.cases``. A case says itself what it is called
(:mod:`reports.case`), and the list of them is what lies in the folder, so that no list is ever out
of step with it. A database that is no file of SQLite has the default case alone.
"""

import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from reports.case import (
    ARCHIVED_NOTE,
    CREATED_NOTE,
    DEFAULT,
    NAME_NOTE,
    SAMPLE,
    SAMPLE_NAME,
    Case,
    described,
    slug,
    tidy_name,
)
from reports.database import shown
from reports.errors import CaseError
from reports.store import Store, default_url

SUFFIX = ".sqlite"
LAST_NOTE = "last case"
"""In the default case: which one was opened last."""

Fill = Callable[[Store], None]


def utc_now() -> str:
    """Give the time as an ISO time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Cases:
    """The cases of one place.

    Parameters
    ----------
    url
        SQLAlchemy URL of the default case; the user's own store where it is None.
    now
        Gives the time that a case is made or archived at.

    Raises
    ------
    StoreError
        When the default case cannot be opened.
    """

    def __init__(self, url: str | None = None, now: Callable[[], str] = utc_now) -> None:
        self.url = url or default_url()
        self._now = now
        self._main = Store(self.url)
        self._path = _file_of(self.url)

    @property
    def folder(self) -> Path | None:
        """Give the folder of the other cases; None where there can be none."""
        return self._path.with_suffix(".cases") if self._path else None

    def listed(self) -> list[Case]:
        """List the cases: the default one, then the others by name, the samples last."""
        found = (self._read(id_) for id_ in self._ids())
        others = sorted(
            (case for case in found if case), key=lambda c: (c.is_sample, c.name.casefold(), c.id)
        )
        return [self.get(DEFAULT), *others]

    def unreadable(self) -> list[Path]:
        """List the files in the folder that are no case any more: damaged, or none of ours."""
        return [self._place(id_) for id_ in self._ids() if self._read(id_) is None]

    def get(self, id_: str) -> Case:
        """Give the case with an id; CaseError where there is none that can be read."""
        if id_ == DEFAULT:
            with self._main.reading() as connection:
                return described(connection, DEFAULT, _size(self._path))
        case = self._read(id_) if id_ in self._ids() else None
        if case is None:
            raise CaseError(f"“{id_}”", "is no case here", "choose one that `case list` prints")
        return case

    def find(self, named: str) -> Case:
        """Give the case with an id or a name, in any case of letters; CaseError if none has it."""
        listed = self.listed()
        found = next((case for case in listed if case.id == named), None)
        found = found or next((c for c in listed if _same(c.name, named)), None)
        return found or self.get(named)

    def open(self, id_: str) -> Store:
        """Open a case's store; CaseError where there is no such case."""
        return Store(self.url if id_ == DEFAULT else _url(self._place(self.get(id_).id)))

    def create(self, name: str) -> Case:
        """Make an empty case; CaseError where one has the name already."""
        return self.made(self._free(tidy_name(name)))

    def made(self, name: str, fill: Fill | None = None, id_: str | None = None) -> Case:
        """Make a case and fill it: whole, or not at all where the filling fails.

        Parameters
        ----------
        fill
            Writes to the new store, which no list has yet.
        id_
            Where it is not to be a new one.
        """
        folder, id_ = self._needed_folder(), id_ or f"{slug(name)}-{secrets.token_hex(2)}"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as work:
            path = Path(work, f"case{SUFFIX}")
            store = Store(_url(path))
            try:
                if fill:
                    fill(store)
                store.set_note(NAME_NOTE, name)
                store.set_note(CREATED_NOTE, self._now())
            finally:
                # The last connection takes the log in: the file is whole by itself then.
                store.close()
            path.replace(self._place(id_))
        return self.get(id_)

    def make_samples(self, fill: Fill) -> Case:
        """Make the sample case; where it is there already, it is made anew."""
        return self.made(SAMPLE_NAME, fill, SAMPLE)

    def rename(self, id_: str, name: str) -> Case:
        """Give a case another name; CaseError where another one has it already."""
        tidy = tidy_name(name)
        self._note(id_, NAME_NOTE, self._free(tidy, but=id_))
        return self.get(id_)

    def archive(self, id_: str) -> Case:
        """Put a case away: it is kept whole, and no link opens it until it is brought back."""
        if id_ == DEFAULT:
            raise CaseError(
                f"“{self.get(id_).name}”",
                "cannot be archived, since reports go there by default",
                "archive another case, or remove its reports",
            )
        self._note(id_, ARCHIVED_NOTE, self._now())
        return self.get(id_)

    def restore(self, id_: str) -> Case:
        """Bring an archived case back."""
        self._note(id_, ARCHIVED_NOTE, None)
        return self.get(id_)

    def deletable(self, id_: str) -> Case:
        """Give a case that may be deleted: an archived one, so that no case goes by one slip.

        Raises
        ------
        CaseError
            When it is not archived, or is the default one.
        """
        case = self.get(id_)
        if id_ == DEFAULT:
            raise CaseError(
                f"“{case.name}”",
                "cannot be deleted, since reports go there by default",
                "remove its reports",
            )
        if not case.archived:
            raise CaseError(f"“{case.name}”", "is not archived", "archive it first, then delete it")
        return case

    def delete(self, id_: str) -> None:
        """Delete a case for good, with the files of its store.

        Raises
        ------
        CaseError
            As :meth:`deletable`, or when a file cannot be deleted.
        """
        case = self.deletable(id_)
        try:
            for path in _files(self._place(id_)):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise CaseError(
                f"“{case.name}”",
                f"could not be deleted ({error.strerror})",
                f"close what has {self._place(id_)} open, and try again",
            ) from error

    def unused_name(self, name: str) -> str:
        """Give a name that no case has: the one given, or that with a number behind it."""
        taken, number, unused = {c.name.casefold() for c in self.listed()}, 1, name
        while unused.casefold() in taken:
            number += 1
            unused = f"{name} ({number})"
        return unused

    @property
    def last(self) -> str | None:
        """Give the id of the case that was opened last; None where none was."""
        return self._main.note(LAST_NOTE)

    def remember(self, id_: str) -> None:
        """Note that a case was opened."""
        if self.last != id_:
            self._main.set_note(LAST_NOTE, id_)

    def close(self) -> None:
        """Give the connections back."""
        self._main.close()

    def _ids(self) -> list[str]:
        folder = self.folder
        stems = (path.stem for path in folder.glob(f"*{SUFFIX}")) if folder else ()
        return sorted(stem for stem in stems if stem != DEFAULT)

    def _read(self, id_: str) -> Case | None:
        """Read what a case says of itself; None where its file is none of ours, or is damaged."""
        path = self._place(id_)
        try:
            with _looking(path) as connection:
                return described(connection, id_, _size(path))
        except sa.exc.SQLAlchemyError:
            return None

    def _note(self, id_: str, key: str, value: str | None) -> None:
        store = self.open(id_)
        try:
            store.set_note(key, value)
        finally:
            store.close()

    def _free(self, name: str, but: str | None = None) -> str:
        for case in self.listed():
            if case.id != but and _same(case.name, name):
                raise CaseError(f"“{name}”", "is the name of a case already", "choose another one")
        return name

    def _place(self, id_: str) -> Path:
        return self._needed_folder() / f"{id_}{SUFFIX}"

    def _needed_folder(self) -> Path:
        if self.folder is None:
            raise CaseError(
                shown(self.url),
                "has the default case alone, being no SQLite file",
                "give another --store, or a database of its own to each case",
            )
        return self.folder


def _file_of(url: str) -> Path | None:
    parsed = sa.make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (
        None,
        "",
        ":memory:",
    )
    return Path(str(parsed.database)) if is_file else None


def _url(path: Path) -> str:
    return sa.URL.create("sqlite", database=str(path)).render_as_string()


def _size(path: Path | None) -> int | None:
    """Give the bytes of a database, with those of its log."""
    files = _files(path)[:-1] if path else ()
    return sum(file.stat().st_size for file in files if file.exists()) if path else None


def _files(path: Path) -> tuple[Path, ...]:
    """Give the files that SQLite keeps a database in: itself, its log, and the log's index."""
    return tuple(path.with_name(f"{path.name}{ending}") for ending in ("", "-wal", "-shm"))


def _same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


@contextmanager
def _looking(path: Path) -> Iterator[sa.Connection]:
    """Look into a file without opening it as a store, which would prepare it for writing."""
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True),
        poolclass=NullPool,
    )
    with engine.connect() as connection:
        yield connection
