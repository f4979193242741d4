"""The store: every report with its mentions and claims, behind one SQLAlchemy URL.

One report is one transaction: it is in the store whole or not at all. The frames that come out
have the columns of the tables (:mod:`reports.tables`), and nothing else defines them.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from geo.settings import home_dir
from reports import kept, notes, search, writing
from reports.briefings import Briefings
from reports.database import cannot_open, cannot_write, make_tables, open_engine, writing_on
from reports.own_layers import OwnLayers
from reports.queries import (
    checked,
    decided,
    every_report,
    named,
    open_names,
    said_in,
    weighed,
    whole,
)
from reports.record import Record, Reviews, Row
from reports.tables import (
    CLAIMS,
    MENTIONS,
    METADATA,
    OFFSETS,
    ORIGINALS,
    PLACES,
    REPORTS,
    UNQUANTIFIED,
)

OLDEST_FIRST = (sa.nulls_last(REPORTS.c.published), REPORTS.c.received, REPORTS.c.id)


def default_url() -> str:
    """Return what ``DATELINE_STORE`` names, or the URL of the user's own store, one SQLite file."""
    return os.environ.get("DATELINE_STORE") or f"sqlite:///{home_dir() / 'dateline.sqlite'}"


class Store:
    """Reports, mentions and claims behind one SQLAlchemy URL.

    Raises
    ------
    StoreError
        When the database cannot be opened or written; the message names the URL.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url or default_url()
        try:
            self._engine = open_engine(self.url)
            with writing_on(self._engine) as connection:
                make_tables(connection, METADATA, kept.METADATA)
                search.prepare(connection)
        except (sa.exc.SQLAlchemyError, OSError) as error:
            raise cannot_open(self.url, error) from error

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        try:
            with writing_on(self._engine) as connection:
                yield connection
        except sa.exc.OperationalError as error:
            raise cannot_write(self.url, error) from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._begun() as connection:
            yield connection
            notes.raise_revision(connection)
            kept.forget(connection)
            search.refresh(connection)

    def _connected(self) -> Connection:
        try:
            return self._engine.connect()
        except sa.exc.OperationalError as error:
            raise cannot_open(self.url, error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction whose answers are all of one moment, whatever is written meanwhile."""
        with self._connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes all of it or, where it fails, nothing."""
        with self._write() as connection:
            yield connection

    @property
    def briefings(self) -> Briefings:
        """Give the briefings; what is written there changes nothing that a map is drawn from."""
        return Briefings(self._connected, self._begun)

    @property
    def own_layers(self) -> OwnLayers:
        """Give the analyst's own layers; they change nothing that reports say."""
        return OwnLayers(self._connected, self._begun)

    def find(self, sha256: str) -> str | None:
        """Return the id of the report whose original has this hash, or None."""
        query = sa.select(REPORTS.c.id).where(REPORTS.c.sha256 == sha256)
        with self._connected() as connection:
            return connection.execute(query).scalar_one_or_none()

    def add(self, record: Record) -> bool:
        """Add one report in one transaction; False when the same original is in already."""
        with self._write() as connection:
            known = sa.select(REPORTS.c.id).where(REPORTS.c.sha256 == record.report["sha256"])
            if connection.execute(known).first():
                return False
            writing.insert(connection, record)
        return True

    def replace(self, record: Record) -> None:
        """Put a report in the place of the one with the same id, in one transaction.

        What was decided about it stays; the record's own decisions come after that.

        Raises
        ------
        KeyError
            When there is no such report any more.
        """
        with self._write() as connection:
            writing.replace(connection, record)

    def correct(self, report_id: str, values: Row, decisions: Sequence[Row]) -> None:
        """Change columns of a report and note what was decided, in one transaction.

        Raises
        ------
        KeyError
            When there is no such report any more.
        """
        with self._write() as connection:
            writing.update(connection, report_id, values)
            writing.note(connection, decisions)

    def review(self, report_id: str, reviews: Reviews, decisions: Sequence[Row]) -> None:
        """Say what became of what was found at some spots, and note it, in one transaction."""
        with self._write() as connection:
            writing.review(connection, report_id, reviews)
            writing.note(connection, decisions)

    def remove(self, report_ids: Sequence[str]) -> int:
        """Remove reports with all that hangs on them; return how many there were."""
        with self._write() as connection:
            result = connection.execute(REPORTS.delete().where(REPORTS.c.id.in_(report_ids)))
            return result.rowcount

    def take_out(self, report_ids: Sequence[str]) -> tuple[Record, ...]:
        """Remove reports, and give all that hung on them, so that they can be put back."""
        with self._write() as connection:
            taken = tuple(whole(connection, report_ids))
            connection.execute(REPORTS.delete().where(REPORTS.c.id.in_(report_ids)))
        return taken

    def put_back(self, taken: Sequence[Record]) -> int:
        """Put back what was taken out; return how many, without those that came in again since."""
        return sum(self.add(record) for record in taken)

    def report(self, report_id: str) -> Row:
        """Return one report's row; KeyError when there is none."""
        return self._one(sa.select(REPORTS).where(REPORTS.c.id == report_id), report_id)

    def original(self, report_id: str) -> tuple[str, bytes]:
        """Return name and bytes of the original of a report; KeyError when there is none."""
        row = self._one(sa.select(ORIGINALS).where(ORIGINALS.c.report_id == report_id), report_id)
        return row["name"], row["content"]

    def note(self, key: str) -> str | None:
        """Return what was noted under a key, or None."""
        with self._connected() as connection:
            return notes.note(connection, key)

    def revision(self) -> int:
        """Return a number that every write of reports raises: equal numbers, equal maps."""
        with self._connected() as connection:
            return notes.revision(connection)

    def kept(self, name: str, state: str) -> bytes | None:
        """Give what is kept of a name, if it was made of this very state (:mod:`reports.kept`)."""
        with self._connected() as connection:
            return kept.kept(connection, name, state)

    def keep(self, name: str, state: str, content: bytes, revision: int) -> None:
        """Keep what was worked out from a revision, unless something was written meanwhile."""
        with self._begun() as connection:
            if notes.revision(connection) == revision:
                kept.keep(connection, name, state, content)

    def set_note(self, key: str, value: str | None) -> None:
        """Note something under a key, in the place of what was there; None forgets it."""
        with self._begun() as connection:
            notes.set_note(connection, key, value)

    def reports(self) -> pd.DataFrame:
        """Return every report, oldest first, undated last."""
        return self._frame(sa.select(REPORTS).order_by(*OLDEST_FIRST))

    def order(self) -> list[str]:
        """Return the ids of all reports in the order of :meth:`reports`."""
        query = sa.select(REPORTS.c.id).order_by(*OLDEST_FIRST)
        with self._connected() as connection:
            return list(connection.execute(query).scalars())

    def mentions(self, report_id: str | None = None) -> pd.DataFrame:
        """Return every mention, or those of one report, in the order of reports' ids and texts."""
        return self._frame(said_in(MENTIONS, report_id))

    def to_check(self) -> tuple[pd.DataFrame, pd.DataFrame, int]:
        """Return names that nobody has checked, every figure with its weight, and how many are.

        The columns are those of :func:`reports.queries.open_names` and ``weighed``.
        """
        with self.reading() as connection:
            names, figures = (_framed(connection, query) for query in (open_names(), weighed()))
            return names, figures, int(connection.execute(checked()).scalar_one())

    def found(self, ids: Collection[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the mentions and the claims with these ids."""
        with self.reading() as connection:
            mentions, claims = (
                _framed(connection, sa.select(table).where(table.c.id.in_(ids)))
                for table in (MENTIONS, CLAIMS)
            )
        return mentions, claims

    def named(self, place_ids: Iterable[str | None]) -> pd.DataFrame:
        """Return where names stand that were taken for some places (:mod:`reports.queries`)."""
        return self._frame(named(place_ids))

    def claims(self, report_id: str | None = None) -> pd.DataFrame:
        """Return every claim, or those of one report, in the order of reports' ids and texts."""
        return self._frame(said_in(CLAIMS, report_id))

    def places(self) -> pd.DataFrame:
        """Return every place that reports were given, by id, as it was when they were read."""
        return self._frame(sa.select(PLACES).order_by(PLACES.c.id))

    def offsets(self) -> pd.DataFrame:
        """Return every directed distance, in the order of the reports' ids and texts."""
        return self._frame(sa.select(OFFSETS).order_by(OFFSETS.c.report_id, OFFSETS.c.start))

    def unquantified(self, report_id: str | None = None) -> pd.DataFrame:
        """Return what reports, or one of them, say of a number without one, by ids and texts."""
        return self._frame(said_in(UNQUANTIFIED, report_id))

    def listing(self) -> pd.DataFrame:
        """Return every report as a list shows it, without its text (:mod:`reports.queries`)."""
        return self._frame(every_report())

    def decisions(self, report_id: str) -> pd.DataFrame:
        """Return what was decided about a report, oldest first."""
        return self._frame(decided(report_id))

    def find_reports(self, typed: str) -> list[search.ReportHit]:
        """Find the reports that have the words someone typed (:mod:`reports.search`)."""
        with self._connected() as connection:
            return search.find_reports(connection, typed)

    def find_places(self, typed: str) -> list[search.PlaceHit]:
        """Find the places that reports named and that have a name with these words."""
        with self._connected() as connection:
            return search.find_places(connection, typed)

    def _one(self, query: sa.Select[Any], id_: str) -> Row:
        with self._connected() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise KeyError(id_)
        return dict(row)

    def _frame(self, query: sa.Select[Any]) -> pd.DataFrame:
        with self._connected() as connection:
            return _framed(connection, query)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


def _framed(connection: Connection, query: sa.Select[Any]) -> pd.DataFrame:
    result = connection.execute(query)
    columns = list(result.keys())
    return pd.DataFrame([tuple(row) for row in result.all()], columns=columns, dtype=object)
