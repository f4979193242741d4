"""The SQLite file of the gazetteer: its tables, and how entries get into them."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from geo.place import Kind
from geo.sources.entry import Entry

POINTS = (Kind.CITY, Kind.SITE)
"""Kinds whose point is where they are; only these are found by coordinates."""

DECIMALS = 5  # of a degree: about a metre

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, country TEXT, adm1 TEXT, population INTEGER NOT NULL,
  radius_m REAL, names TEXT);
CREATE TABLE alias (place INTEGER PRIMARY KEY, names TEXT NOT NULL);
CREATE TABLE name (
  name TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (name, rank, place)) WITHOUT ROWID;
CREATE TABLE start (word TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE demonym (
  word TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (word, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE point USING rtree (place, west, east, south, north);
CREATE TEMP TABLE draft (name TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL);
"""

# Sorted before they go in, so that the tables are written once and without holes.
FINISH = """
INSERT INTO name SELECT DISTINCT name, rank, place FROM draft ORDER BY name, rank, place;
DROP TABLE draft;
INSERT INTO start
  SELECT substr(name, 1, instr(name || ' ', ' ') - 1) AS word,
         max(length(name) - length(replace(name, ' ', '')) + 1)
  FROM name GROUP BY word ORDER BY word;
ANALYZE;
"""


class GazetteerFile:
    """A gazetteer being written."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(SCHEMA)
        self._connection.execute("BEGIN")
        self._count = 0

    def add(self, entry: Entry) -> None:
        """Write an entry under all its names."""
        self._count = pk = self._count + 1
        self._connection.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                pk,
                entry.id,
                entry.name,
                entry.kind.value,
                round(entry.lat, DECIMALS),
                round(entry.lon, DECIMALS),
                entry.country,
                entry.adm1,
                entry.population,
                entry.radius_m,
                json.dumps(entry.names, ensure_ascii=False) if entry.names else None,
            ),
        )
        spelt = json.dumps(entry.spelt(), ensure_ascii=False)
        self._connection.execute("INSERT INTO alias VALUES (?, ?)", (pk, spelt))
        rows = ((name, rank, pk) for name, rank in entry.ranks.items())
        self._connection.executemany("INSERT INTO draft VALUES (?, ?, ?)", rows)
        if entry.kind in POINTS:
            corners = (entry.lon, entry.lon, entry.lat, entry.lat)
            self._connection.execute("INSERT INTO point VALUES (?, ?, ?, ?, ?)", (pk, *corners))

    def add_demonyms(self, rows: Iterable[tuple[str, str]]) -> None:
        """Write demonyms: normal form and place id."""
        self._connection.executemany("INSERT OR IGNORE INTO demonym VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Sort the names in, make all of it durable and close."""
        for statement in FINISH.split(";"):
            self._connection.execute(statement)
        self._connection.execute("COMMIT")
        self._connection.close()

    def abandon(self) -> None:
        """Close without finishing."""
        self._connection.close()
