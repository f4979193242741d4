"""What was worked out from a store and is kept in it, lest it be worked out again.

It stands beside the reports, so that it goes where they go and with them, and in tables of its own:
a case's file neither carries nor brings any. Every write of reports takes all of it out in the same
transaction. What is kept is dear to make and never the only copy: losing it costs time alone.
"""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from reports.tables import TEXT

METADATA = sa.MetaData()

KEPT = sa.Table(
    "kept",
    METADATA,
    # What it is, and of which state of everything it was made of.
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("state", TEXT, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def kept(connection: Connection, name: str, state: str) -> bytes | None:
    """Give what is kept under a name, if it was made of this very state."""
    query = sa.select(KEPT.c.content).where(KEPT.c.name == name, KEPT.c.state == state)
    return connection.execute(query).scalar_one_or_none()


def keep(connection: Connection, name: str, state: str, content: bytes) -> None:
    """Keep something under a name, in the place of what was there."""
    connection.execute(KEPT.delete().where(KEPT.c.name == name))
    connection.execute(KEPT.insert(), [{"name": name, "state": state, "content": content}])


def forget(connection: Connection) -> None:
    """Take out all that is kept."""
    connection.execute(KEPT.delete())
