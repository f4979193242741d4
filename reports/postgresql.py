"""What a store in PostgreSQL needs to keep what it promises in SQLite."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry

if TYPE_CHECKING:
    import psycopg
    from psycopg.adapt import Buffer, Dumper

NAME = "postgresql"
WRITING = (
    "SET LOCAL lock_timeout = '{wait_ms}ms';"
    "SELECT pg_advisory_xact_lock(hashtext('dateline'), hashtext(current_schema()))"
)
"""One writer at a time, as in SQLite: what it read when it began is still so when it ends."""
READING = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
ENCODING = "UTF8"
NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"

_ANSWERS = (
    (
        re.compile("password authentication failed|no password supplied"),
        "lets nobody in with this user and password",
        "check both in the URL, or in PGUSER and PGPASSWORD",
    ),
    (
        re.compile("no pg_hba.conf entry"),
        "lets this user not in from this machine",
        "let the server's pg_hba.conf allow it, or add ?sslmode=require to the URL",
    ),
    (
        re.compile("too many clients|connection slots"),
        "has no connection left",
        "close another program that uses it, and try again",
    ),
    (
        re.compile('role ".*" does not exist'),
        "has no such user",
        "make the user there, or name another one in the URL",
    ),
    (
        re.compile('database ".*" does not exist'),
        "does not exist",
        "make it with createdb, or name another one in the URL",
    ),
    (
        re.compile("server encoding"),
        "has no room for every script, being no database in UTF-8",
        "make one with createdb --encoding=UTF8 --template=template0",
    ),
    (
        re.compile("permission denied for schema"),
        "lets its user make no tables",
        "let its owner grant CREATE on the schema, or name a user who may",
    ),
    (
        re.compile("permission denied"),
        "keeps its tables from this user",
        "let their owner grant them, or name the user who made them",
    ),
)
_UNREACHED = (
    "cannot be reached",
    "check that the server runs and that host and port are right, and try again",
)


def prepare(connection: "psycopg.Connection[Any]", _record: ConnectionPoolEntry) -> None:
    """Have a new connection take any text there is.

    Raises
    ------
    sqlalchemy.exc.InvalidRequestError
        When the database keeps only some of the characters there are.
    """
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != ENCODING:
        raise sa.exc.InvalidRequestError(f"server encoding {encoding}")
    connection.adapters.register_dumper(str, _legible_dumper())


@cache
def _legible_dumper() -> "type[Dumper]":
    # Only who has a store in PostgreSQL waits for the driver.
    from psycopg.types.string import StrDumperUnknown  # noqa: PLC0415

    class LegibleDumper(StrDumperUnknown):
        """Writes a sign for the character zero, which PostgreSQL has no place for."""

        def dump(self, obj: str) -> "Buffer | None":
            return super().dump(obj.replace("\0", NO_CHARACTER))

    return LegibleDumper


def explained(error: Exception) -> tuple[str, str] | None:
    """Say what is wrong, and the way out, when a database cannot be opened."""
    said = str(error.orig) if isinstance(error, sa.exc.DBAPIError) else str(error)
    for pattern, problem, way_out in _ANSWERS:
        if pattern.search(said):
            return problem, way_out
    return _UNREACHED if isinstance(error, sa.exc.OperationalError) else None
