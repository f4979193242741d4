"""A file as a layer: what its content is decides, and its name has to say the same."""

from collections.abc import Callable
from pathlib import PurePath

from geo.gazetteer import Gazetteer
from layers.own.checked import checked
from layers.own.errors import OwnLayerError
from layers.own.feature import Found
from layers.own.geojson import FORM as GEOJSON
from layers.own.geojson import read_geojson
from layers.own.gpkg import FORM as GPKG
from layers.own.gpkg import MAGIC, read_gpkg
from layers.own.kml import read_kml, read_kmz
from layers.own.settings import limits
from layers.own.table import FORM as CSV
from layers.own.table import read_table

NAMED = {
    ".geojson": GEOJSON, ".json": GEOJSON, ".kml": "KML", ".kmz": "KMZ", ".gpkg": GPKG,
    ".csv": CSV, ".tsv": CSV,
}  # fmt: skip
"""What a file says by its name that it is."""
XML, UNKNOWN = "XML", "no format that is read"
MARKS = ((MAGIC, GPKG), (b"PK\x03\x04", "KMZ"), (b"<", XML), (b"{", GEOJSON), (b"[", GEOJSON))
SPACE = b" \t\r\n\xef\xbb\xbf"
BYTE_ORDERS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
ASKED = "give GeoJSON, KML, KMZ, GeoPackage or CSV"


def read(data: bytes, name: str, open_gazetteer: Callable[[], Gazetteer]) -> Found:
    """Read a file as features that can be drawn.

    Parameters
    ----------
    data, name
        What somebody gave, and what it was called.
    open_gazetteer
        Called only where places are told by name.

    Returns
    -------
    Found
        With its features checked, in degrees.

    Raises
    ------
    OwnLayerError
        When it is not what its name says, too large, broken, or nothing in it can be drawn.
    """
    most = limits().bytes
    if len(data) > most:
        raise OwnLayerError(name, f"is larger than {most / 1e6:.0f} MB", "simplify or divide it")
    if not data.strip(SPACE + b"\0"):
        raise OwnLayerError(name, "is empty", ASKED)
    found = _reader(data, name, open_gazetteer)(data)
    made = checked(found.features, name)
    return Found(found.form, made.features, [*found.notes, *made.notes], found.geocoded)


def _reader(
    data: bytes, name: str, open_gazetteer: Callable[[], Gazetteer]
) -> Callable[[bytes], Found]:
    suffix = PurePath(name).suffix.lower()
    if suffix not in NAMED:
        raise OwnLayerError(name, f"is called {suffix or 'nothing'}, which is not read", ASKED)
    said, held = NAMED[suffix], form_of(data)
    if held != (XML if said == "KML" else said):
        raise OwnLayerError(name, f"is named as {said} and holds {held}", "name it as what it is")
    readers: dict[str, Callable[[bytes], Found]] = {
        GEOJSON: lambda given: read_geojson(given, name),
        "KML": lambda given: read_kml(given, name),
        "KMZ": lambda given: read_kmz(given, name),
        GPKG: lambda given: read_gpkg(given, name),
        CSV: lambda given: read_table(_text(given, name), name, open_gazetteer),
    }
    return readers[said]


def form_of(data: bytes) -> str:
    """Tell what a file is by how it begins.

    >>> form_of(b'{"type": "Point"}'), form_of(b"lat,lon"), form_of(b"%PDF-1.7")
    ('GeoJSON', 'CSV', 'no format that is read')
    """
    start = data.lstrip(SPACE)
    form = next((form for mark, form in MARKS if start.startswith(mark)), None)
    if form:
        return form
    binary = b"\0" in data[:4096] and data[:2] not in BYTE_ORDERS
    return UNKNOWN if binary or start.startswith((b"%PDF", b"\x1f\x8b")) else CSV


def _text(data: bytes, name: str) -> str:
    encoding = BYTE_ORDERS.get(data[:2], "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise OwnLayerError(
            name, "is in an encoding that cannot be told", "save it as UTF-8"
        ) from error
