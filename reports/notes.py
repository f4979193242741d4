"""What a store says of itself under a key: its case's name, and how often its reports changed."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from reports.tables import NOTES

REVISION = "revision"


def note(connection: Connection, key: str) -> str | None:
    """Give what was noted under a key, or None."""
    query = sa.select(NOTES.c.value).where(NOTES.c.key == key)
    return connection.execute(query).scalar_one_or_none()


def set_note(connection: Connection, key: str, value: str | None) -> None:
    """Note something under a key, in the place of what was there; None forgets it."""
    connection.execute(NOTES.delete().where(NOTES.c.key == key))
    if value is not None:
        connection.execute(NOTES.insert(), [{"key": key, "value": value}])


def revision(connection: Connection) -> int:
    """Give a number that every write of reports raises."""
    return int(note(connection, REVISION) or 0)


def raise_revision(connection: Connection) -> None:
    """Tell that reports were written."""
    set_note(connection, REVISION, str(revision(connection) + 1))
