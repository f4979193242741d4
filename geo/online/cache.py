"""What was asked online and what came back, and when the next request may go.

One small SQLite file beside the store, shared by all processes of a user. The same name is asked of
a provider once; "nothing found" is an answer too.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.names import normalise
from geo.online.provider import Provider
from geo.place import Kind, Place

TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    provider TEXT, host TEXT, name TEXT, asked_at REAL, places TEXT,
    PRIMARY KEY (provider, host, name)
);
CREATE TABLE IF NOT EXISTS places (id TEXT PRIMARY KEY, place TEXT);
CREATE TABLE IF NOT EXISTS turns (host TEXT PRIMARY KEY, next_at REAL);
"""
BUSY_S = 10.0


class Cache:
    """Answers by provider, host and name; places by id; turns by host."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            connection.executescript(TABLES)

    def answer(self, asked: Provider, name: str) -> tuple[Place, ...] | None:
        """Give what the provider answered, () for nothing found, None when it was not asked."""
        key = (asked.id, asked.host, normalise(name))
        query = "SELECT places FROM answers WHERE provider = ? AND host = ? AND name = ?"
        with closing(self._connect()) as connection:
            row = connection.execute(query, key).fetchone()
        return None if row is None else tuple(map(_from_json, json.loads(row[0])))

    def keep(self, asked: Provider, name: str, found: Sequence[Place], at: float) -> None:
        """Keep an answer, with the time in seconds of the epoch."""
        plain = [_to_json(place) for place in found]
        row = (asked.id, asked.host, normalise(name), at, json.dumps(plain, ensure_ascii=False))
        with self._write() as connection:
            connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
            connection.executemany(
                "INSERT OR REPLACE INTO places VALUES (?, ?)",
                [(place["id"], json.dumps(place, ensure_ascii=False)) for place in plain],
            )

    def place(self, place_id: str) -> Place | None:
        """Give the place of this id, or None."""
        query = "SELECT place FROM places WHERE id = ?"
        with closing(self._connect()) as connection:
            row = connection.execute(query, (place_id,)).fetchone()
        return _from_json(json.loads(row[0])) if row else None

    def turn(self, host: str, now: float, pause_s: float) -> float:
        """Take the next turn at a host; give the time when it comes, ``now`` or later.

        Turns are ``pause_s`` seconds apart, whichever process or thread takes them.
        """
        with self._write() as connection:
            row = connection.execute("SELECT next_at FROM turns WHERE host = ?", (host,)).fetchone()
            # A clock that was set back must not keep us waiting for hours.
            at = max(now, min(row[0], now + pause_s * 100)) if row else now
            connection.execute("INSERT OR REPLACE INTO turns VALUES (?, ?)", (host, at + pause_s))
        return at

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_S, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        return connection

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")


def _to_json(place: Place) -> dict[str, Any]:
    return {**asdict(place), "kind": place.kind.value, "names": dict(place.names)}


def _from_json(plain: dict[str, Any]) -> Place:
    return Place(**{**plain, "kind": Kind(plain["kind"])})
