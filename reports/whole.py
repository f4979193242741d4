"""What a store keeps whole, as the JSON that it came as; none is lost by a removal."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

Json = Mapping[str, Any]


class KeptWhole:
    """The rows of one of the tables that are kept whole.

    Parameters
    ----------
    connected
        Connects to the store, to read; its errors are the store's.
    write
        Opens a transaction that writes; its errors are the store's.
    """

    table: ClassVar[sa.Table]
    """With ``id``, ``content``, ``updated`` and ``removed``."""

    def __init__(
        self,
        connected: Callable[[], Connection],
        write: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._connected = connected
        self._write = write

    def remove(self, id_: str, removed: str) -> bool:
        """Take one out at an hour (an ISO time in UTC); False when it is not there."""
        return self._set(id_, {"removed": removed})

    def restore(self, id_: str) -> bool:
        """Put a removed one back; False when none of that id was removed."""
        return self._set(id_, {"removed": None}, there=False)

    def _set(self, id_: str, values: Json, *, there: bool = True) -> bool:
        columns = self.table.c
        where = columns.removed.is_(None) if there else columns.removed.is_not(None)
        query = self.table.update().where(columns.id == id_, where).values(**values)
        with self._write() as connection:
            return connection.execute(query).rowcount > 0
