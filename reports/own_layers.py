"""The analyst's own layers in the store: each whole, as JSON; none is lost by a removal."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from reports.tables import OWN_LAYERS
from reports.whole import Json, KeptWhole


@dataclass(frozen=True, slots=True)
class Kept:
    """A layer: its id, what it holds, and when it was changed (an ISO time in UTC)."""

    id: str
    content: Json
    updated: str


class OwnLayers(KeptWhole):
    """The own layers of a store."""

    table = OWN_LAYERS

    def kept(self) -> list[Kept]:
        """List the layers in the order they are drawn: the first lies on top."""
        columns = (OWN_LAYERS.c.id, OWN_LAYERS.c.content, OWN_LAYERS.c.updated)
        query = sa.select(*columns).where(OWN_LAYERS.c.removed.is_(None))
        with self._connected() as connection:
            rows = connection.execute(query.order_by(OWN_LAYERS.c.place, OWN_LAYERS.c.id))
            return [Kept(*row) for row in rows]

    def state(self) -> list[tuple[str, int, str]]:
        """Tell what is drawn, and how, from anything else that could be, without reading it."""
        columns = (OWN_LAYERS.c.id, OWN_LAYERS.c.place, OWN_LAYERS.c.updated)
        query = sa.select(*columns).where(OWN_LAYERS.c.removed.is_(None))
        with self._connected() as connection:
            return [
                (row.id, row.place, row.updated)
                for row in connection.execute(query.order_by(OWN_LAYERS.c.id))
            ]

    def add(self, id_: str, content: Json, updated: str) -> None:
        """Put a layer on top of the others."""
        with self._write() as connection:
            top = connection.execute(sa.select(sa.func.min(OWN_LAYERS.c.place))).scalar()
            row = {
                "id": id_,
                "place": (top or 0) - 1,
                "content": dict(content),
                "updated": updated,
            }
            connection.execute(OWN_LAYERS.insert(), [row])

    def change(self, id_: str, content: Json, updated: str) -> bool:
        """Give a layer another content; False when it is not there."""
        return self._set(id_, {"content": dict(content), "updated": updated})

    def order(self, ids: Sequence[str]) -> None:
        """Draw layers in this order, the first on top."""
        with self._write() as connection:
            for place, id_ in enumerate(ids):
                query = OWN_LAYERS.update().where(OWN_LAYERS.c.id == id_)
                connection.execute(query.values(place=place))
