"""Rows as frames with honest types, for the formats that have some."""

from collections.abc import Sequence
from datetime import date

import geopandas as gpd
import pandas as pd

from layers.export.columns import Columns, Kind, Row

CRS = "EPSG:4326"
DTYPES = {
    Kind.TEXT: "string",
    Kind.NUMBER: "Float64",
    Kind.INTEGER: "Int64",
    Kind.BOOLEAN: "boolean",
}


def frame(rows: Sequence[Row], columns: Columns) -> pd.DataFrame:
    """Make a frame of rows; days are dates, lists stay lists, and nothing is None or NA."""
    return pd.DataFrame({name: _series(rows, name, kind) for name, kind in columns.items()})


def spatial_frame(rows: Sequence[Row], columns: Columns) -> gpd.GeoDataFrame:
    """Make a frame of rows with their geometries (EPSG:4326)."""
    geometry = gpd.GeoSeries([row["geometry"] for row in rows], crs=CRS)
    return gpd.GeoDataFrame(frame(rows, columns), geometry=geometry)


def _series(rows: Sequence[Row], name: str, kind: Kind) -> pd.Series:
    values = [row.get(name) for row in rows]
    if kind is Kind.DAY:
        return pd.Series([date.fromisoformat(day) if day else None for day in values], dtype=object)
    return pd.Series(values, dtype=DTYPES.get(kind, object))
