"""Briefings in the store: each whole, as the JSON that it came as; none is lost by a removal."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from reports.tables import BRIEFINGS
from reports.whole import Json, KeptWhole


@dataclass(frozen=True, slots=True)
class Saved:
    """What a list of briefings says of one; ``updated`` is an ISO time in UTC."""

    id: str
    title: str
    updated: str


class Briefings(KeptWhole):
    """The briefings of a store."""

    table = BRIEFINGS

    def saved(self) -> list[Saved]:
        """List the briefings, the one that was changed last first."""
        columns = (BRIEFINGS.c.id, BRIEFINGS.c.title, BRIEFINGS.c.updated)
        query = sa.select(*columns).where(BRIEFINGS.c.removed.is_(None))
        query = query.order_by(BRIEFINGS.c.updated.desc(), BRIEFINGS.c.id)
        with self._connected() as connection:
            return [Saved(*row) for row in connection.execute(query)]

    def load(self, id_: str) -> dict[str, Any]:
        """Return the content of a briefing, also of one that was removed; KeyError if unknown."""
        query = sa.select(BRIEFINGS.c.content).where(BRIEFINGS.c.id == id_)
        with self._connected() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise KeyError(id_)
        return dict(row.content)

    def save(self, id_: str, title: str, content: Json, updated: str) -> None:
        """Put a briefing in the place of the one with the same id, if any."""
        row = {"id": id_, "title": title, "content": dict(content), "updated": updated}
        with self._write() as connection:
            connection.execute(BRIEFINGS.delete().where(BRIEFINGS.c.id == id_))
            connection.execute(BRIEFINGS.insert(), [row])
