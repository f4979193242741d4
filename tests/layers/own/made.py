"""Files of layers, made as somebody would give them."""

import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely

Geometry = dict[str, Any]

KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'
PLACEMARK = (
    "<Placemark><name>{}</name><Point><coordinates>37.1,48.2,0</coordinates></Point></Placemark>"
)

TABLES = """
CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INT);
CREATE TABLE gpkg_spatial_ref_sys
    (srs_id INT, organization TEXT, organization_coordsys_id INT);
INSERT INTO gpkg_contents VALUES ('sites', 'features');
INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326), (3857, 'epsg', 3857);
INSERT INTO gpkg_spatial_ref_sys VALUES (-1, 'NONE', -1), (7, 'ACME', 7);
"""


def point(lon: float, lat: float) -> Geometry:
    return {"type": "Point", "coordinates": [lon, lat]}


def area(*ring: tuple[float, float]) -> Geometry:
    return {"type": "Polygon", "coordinates": [[list(spot) for spot in [*ring, ring[0]]]]}


def line(*spots: tuple[float, float]) -> Geometry:
    return {"type": "LineString", "coordinates": [list(spot) for spot in spots]}


def geojson(*geometries: Geometry, crs: str | None = None) -> bytes:
    """Write features named A, B, C, …; NaN is written as Python does."""
    features = [
        {"type": "Feature", "properties": {"name": chr(65 + n)}, "geometry": geometry}
        for n, geometry in enumerate(geometries)
    ]
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if crs:
        whole["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(whole).encode()


def kml(inside: str) -> bytes:
    return KML.format(inside).encode()


def kmz(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return packed.getvalue()


def gpkg(
    folder: Path,
    shapes: Sequence[shapely.Geometry],
    srs: int = 4326,
    more: Sequence[str] = (),
    kind: str = "TABLE",
) -> bytes:
    """Write a GeoPackage of one table, `sites`, by hand; `more` are statements run after."""
    path = folder / "made.gpkg"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(TABLES)
    connection.execute("INSERT INTO gpkg_geometry_columns VALUES ('sites', 'geom', ?)", [srs])
    if kind == "TABLE":
        connection.execute("CREATE TABLE sites (fid INTEGER, name TEXT, geom BLOB)")
        for number, shape in enumerate(shapes, 1):
            blob = struct.pack("<2sBBi", b"GP", 0, 1, srs) + shapely.to_wkb(shape)
            connection.execute("INSERT INTO sites VALUES (?, ?, ?)", [number, f"S{number}", blob])
    for statement in more:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()
