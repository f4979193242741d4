"""The data formats by the suffix of a file, and what each is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from layers.export.geojson_file import geojson_file
from layers.export.gpkg_file import gpkg_file
from layers.export.items_csv import items_csv
from layers.export.kml_file import kml_file
from layers.export.parquet_file import parquet_file
from layers.export.selection import Selection
from layers.export.xlsx_file import xlsx_file


@dataclass(frozen=True, slots=True)
class Format:
    """A data format: what makes its bytes, its media type, and what it is good for."""

    label: str
    mime: str
    write: Callable[[Selection], bytes]


FORMATS: Mapping[str, Format] = {
    ".geojson": Format("GeoJSON: any map", "application/geo+json", geojson_file),
    ".gpkg": Format("GeoPackage: QGIS, ArcGIS", "application/geopackage+sqlite3", gpkg_file),
    ".kml": Format("KML: Google Earth", "application/vnd.google-earth.kml+xml", kml_file),
    ".xlsx": Format(
        "XLSX: Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx_file,
    ),
    ".csv": Format("CSV: a row an item", "text/csv", items_csv),
    ".parquet": Format(
        "GeoParquet: Python, R, DuckDB", "application/vnd.apache.parquet", parquet_file
    ),
}
