"""GeoPackage, read as what it is: tables of SQLite, opened for reading alone, and WKB.

GDAL would open whatever the file turns out to be, run views and triggers as they come, and log
beside the file. Here the file is written to a folder of its own, opened immutable, and only plain
tables that the contents name are read, in a bounded number of steps.
"""

import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from layers.own.errors import OwnLayerError
from layers.own.feature import Feature, Found, counted, feature, listed
from layers.own.geojson import bounded
from layers.own.projections import DEGREES, WAY_OUT, to_degrees
from layers.own.settings import limits

MAGIC = b"SQLite format 3\0"
FORM = "GeoPackage"
ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope before the WKB, by its code in the header."""
EMPTY, EXTENDED = 0b10000, 0b100000
UNDEFINED = (-1, 0)
POSITION = 16
"""Bytes of a position."""
STEP = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table of features: its name, the column of its geometry, and its EPSG code."""

    name: str
    column: str
    code: int


def read_gpkg(data: bytes, name: str) -> Found:
    """Read the feature tables of a GeoPackage."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "own.gpkg")
            path.write_bytes(data)
            opened = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
            with closing(opened) as connection:
                _bound(connection)
                return _read(connection, name)
    except (sqlite3.Error, UnicodeError) as error:
        raise OwnLayerError(
            name, f"cannot be read ({error})", "save it anew as GeoPackage"
        ) from error


def _bound(connection: sqlite3.Connection) -> None:
    """Trust nothing that the file defines, and let no query run for ever."""
    left = limits().steps

    def ended() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits().bytes)
    connection.set_progress_handler(ended, STEP)


def _read(connection: sqlite3.Connection, name: str) -> Found:
    tables = list(_tables(connection, name))
    if not tables:
        raise OwnLayerError(name, "has no table of features", "save the layer itself to it")
    sizes = [_size(connection, table) for table in tables]
    bounded(name, sum(rows for rows, _ in sizes), sum(size for _, size in sizes) // POSITION)
    features = [each for table in tables for each in _features(connection, table, name)]
    names = listed((each.name for each in tables), limits().named)
    more = f"Its {counted(len(tables), 'table')} are one layer here: {names}."
    others = connection.execute(
        "SELECT count(*) FROM gpkg_contents WHERE data_type NOT IN ('features', 'attributes')"
    ).fetchone()[0]
    pictures = [f"Left out: {counted(others, 'table')} of tiles or other data."] if others else []
    return Found(FORM, features, [*([more] if len(tables) > 1 else []), *pictures])


def _tables(connection: sqlite3.Connection, file: str) -> Iterator[Table]:
    plain = {
        name
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        )
        if str(sql).upper().startswith("CREATE TABLE")
    }
    if not {"gpkg_contents", "gpkg_geometry_columns"} <= plain:
        raise OwnLayerError(file, "is a database and no GeoPackage", "save it as GeoPackage")
    query = (
        "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c"
        " JOIN gpkg_geometry_columns g USING (table_name) WHERE c.data_type = 'features'"
    )
    for name, column, srs in connection.execute(query):
        if name in plain:
            yield Table(name, column, _code(connection, srs, file))


def _code(connection: sqlite3.Connection, srs: int, file: str) -> int:
    if srs in UNDEFINED:
        raise OwnLayerError(file, "does not say what its coordinates are counted from", WAY_OUT)
    query = (
        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
    )
    found = connection.execute(query, [srs]).fetchone()
    if found is None or str(found[0]).upper() != "EPSG":
        raise OwnLayerError(file, f"has a projection that is not known (srs_id {srs})", WAY_OUT)
    return int(found[1])


def _size(connection: sqlite3.Connection, table: Table) -> tuple[int, int]:
    query = f"SELECT count(*), sum(length({_quoted(table.column)})) FROM {_quoted(table.name)}"  # noqa: S608  names are quoted
    rows, size = connection.execute(query).fetchone()
    return int(rows), int(size or 0)


def _features(connection: sqlite3.Connection, table: Table, file: str) -> Iterator[Feature]:
    rows = connection.execute(f"SELECT * FROM {_quoted(table.name)}")  # noqa: S608  names are quoted
    columns = [each[0] for each in rows.description]
    for number, row in enumerate(rows, 1):
        told = dict(zip(columns, row, strict=True))
        blob = told.pop(table.column, None)
        geometry = wkb(blob) if isinstance(blob, bytes) else None
        if geometry is not None and table.code != DEGREES:
            geometry = to_degrees(geometry, table.code, file)
        kept = {key: value for key, value in told.items() if not isinstance(value, bytes)}
        yield feature(kept, geometry, number)


def wkb(blob: bytes) -> BaseGeometry | None:
    """Read a geometry as a GeoPackage keeps it: a header of its own, then WKB; None if broken."""
    if len(blob) < struct.calcsize("<2sBBi") or blob[:2] != b"GP":
        return None
    flags = blob[3]
    envelope = flags >> 1 & 0b111
    if flags & (EMPTY | EXTENDED) or envelope >= len(ENVELOPES):
        return None
    start = struct.calcsize("<2sBBi") + ENVELOPES[envelope]
    read: BaseGeometry | None = shapely.from_wkb(blob[start:], on_invalid="ignore")
    return read


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
