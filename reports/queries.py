"""What is asked of the store's tables: reports as a list shows them, and all that hangs on one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from geo.place import Role
from reports.decided import UNVERIFIED
from reports.record import Record, Row
from reports.tables import (
    CLAIMS,
    DECISIONS,
    MENTIONS,
    OFFSETS,
    ORIGINALS,
    REPORTS,
    UNQUANTIFIED,
)

SHOWN = (
    *("id", "slug", "title", "publisher", "author", "url", "lang"),
    *("published", "published_basis", "received", "sample", "notes"),
)


def every_report() -> sa.Select[Any]:
    """Ask for every report: the undated first, then the newest.

    Returns
    -------
    sqlalchemy.Select
        Columns of the table of reports; ``file``, the original's name; ``places``, how many it
        names; ``figures``, how many it states.
    """
    # DISTINCT counts no NULL: names without a place are none.
    places = _counted(MENTIONS, sa.func.count(MENTIONS.c.place_id.distinct()))
    figures = _counted(CLAIMS, sa.func.count())
    return (
        sa.select(
            *(REPORTS.c[name] for name in SHOWN),
            ORIGINALS.c.name.label("file"),
            sa.func.coalesce(places.c.found, 0).label("places"),
            sa.func.coalesce(figures.c.found, 0).label("figures"),
        )
        .outerjoin(ORIGINALS, ORIGINALS.c.report_id == REPORTS.c.id)
        .outerjoin(places, places.c.report_id == REPORTS.c.id)
        .outerjoin(figures, figures.c.report_id == REPORTS.c.id)
        .order_by(sa.nulls_first(REPORTS.c.published.desc()), REPORTS.c.received, REPORTS.c.id)
    )


def _counted(table: sa.Table, count: sa.Function[Any]) -> sa.Subquery:
    return sa.select(table.c.report_id, count.label("found")).group_by(table.c.report_id).subquery()


def said_in(table: sa.Table, report_id: str | None) -> sa.Select[Any]:
    """Ask for what was found in every text, or in one, in the order of ids and texts."""
    query = sa.select(table).order_by(table.c.report_id, table.c.start)
    return query if report_id is None else query.where(table.c.report_id == report_id)


def named(place_ids: Iterable[str | None]) -> sa.Select[Any]:
    """Ask where names stand that were taken for some places; None asks for those of no place."""
    wanted = frozenset(place_ids)
    placed = MENTIONS.c.place_id.in_(wanted - {None})
    columns = (
        MENTIONS.c[name] for name in ("report_id", "start", "end", "text", "place_id", "review")
    )
    found = sa.or_(placed, MENTIONS.c.place_id.is_(None)) if None in wanted else placed
    return sa.select(*columns).where(found).order_by(MENTIONS.c.report_id, MENTIONS.c.start)


def open_names() -> sa.Select[Any]:
    """Ask for the names nobody has checked that say of a place that something is there."""
    columns = ("id", "report_id", "start", "text", "place_id", "confidence")
    here = (MENTIONS.c.review == UNVERIFIED) & (MENTIONS.c.role == Role.LITERAL.value)
    return sa.select(*(MENTIONS.c[name] for name in columns)).where(here)


def weighed() -> sa.Select[Any]:
    """Ask for what tells how much hangs on figures, and how doubtful they are.

    Lists come as texts, as the database has them: who asks for all of a large case has no use for
    what is in them.
    """
    plain = ("id", "report_id", "start", "text", "status", "category", "family", "unit", "review")
    slots = ("actor_id", "from_id", "to_id", "at_id")
    lists = (sa.cast(CLAIMS.c[n], sa.String).label(n) for n in ("flags", "inherited", "sources"))
    return sa.select(*(CLAIMS.c[name] for name in (*plain, *slots)), *lists)


def checked() -> sa.Select[Any]:
    """Ask how many names and figures somebody has decided about."""
    counts = (
        sa.select(sa.func.count()).where(table.c.review != UNVERIFIED).scalar_subquery()
        for table in (MENTIONS, CLAIMS)
    )
    return sa.select(sum(counts, start=sa.literal(0)))


def decided(report_id: str) -> sa.Select[Any]:
    """Ask for what was decided about a report, oldest first."""
    query = sa.select(DECISIONS).where(DECISIONS.c.report_id == report_id)
    return query.order_by(DECISIONS.c.at, DECISIONS.c.id)


def whole(connection: Connection, report_ids: Sequence[str]) -> Iterator[Record]:
    """Give reports with all that hangs on them.

    Places are not among them: they stay known when a report goes.
    """
    for id_ in report_ids:
        report = _rows(connection, sa.select(REPORTS).where(REPORTS.c.id == id_))
        if report:
            yield Record(
                report=report[0],
                original=_rows(connection, sa.select(ORIGINALS).filter_by(report_id=id_))[0],
                mentions=_rows(connection, said_in(MENTIONS, id_)),
                claims=_rows(connection, said_in(CLAIMS, id_)),
                offsets=_rows(connection, said_in(OFFSETS, id_)),
                unquantified=_rows(connection, said_in(UNQUANTIFIED, id_)),
                decisions=_rows(connection, decided(id_)),
            )


def _rows(connection: Connection, query: sa.Select[Any]) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]
