"""What other programs read in a data file: the rows of names and figures."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import openpyxl

KML = "{http://www.opengis.net/kml/2.2}"
ITEM_TYPES = ("mention", "claim")

Row = Mapping[str, Any]


def rows(path: Path) -> list[Row]:
    """Read the rows of mentions and claims out of a file of any format."""
    found = READERS[path.suffix](path)
    return [row for row in found if row["type"] in ITEM_TYPES]


def ids(path: Path) -> list[str]:
    """Read the ids of the mentions and claims out of a file of any format, sorted."""
    return sorted(row["id"] for row in rows(path))


def _geojson(path: Path) -> list[Row]:
    return [each["properties"] for each in json.loads(path.read_bytes())["features"]]


def _gpkg(path: Path) -> list[Row]:
    layers = (gpd.read_file(path, layer=layer) for layer in ("mentions", "claims"))
    return [row for layer in layers for row in layer.to_dict("records")]


def _parquet(path: Path) -> list[Row]:
    return list(gpd.read_parquet(path).to_dict("records"))


def _csv(path: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def _xlsx(path: Path) -> list[Row]:
    book = openpyxl.load_workbook(path)
    return [row for name in ("Places", "Figures") for row in _sheet(book[name])]


def _sheet(sheet: Any) -> list[Row]:  # noqa: ANN401  openpyxl has no types
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def _kml(path: Path) -> list[Row]:
    placemarks = ET.parse(path).getroot().iter(f"{KML}Placemark")  # noqa: S314  our own file
    return [
        {data.get("name", ""): data.findtext(f"{KML}value") for data in each.iter(f"{KML}Data")}
        for each in placemarks
    ]


READERS: Mapping[str, Callable[[Path], list[Row]]] = {
    ".geojson": _geojson,
    ".gpkg": _gpkg,
    ".parquet": _parquet,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".kml": _kml,
}
