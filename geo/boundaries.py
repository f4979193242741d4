"""Outlines of countries and provinces, and lines, read from the bundled files on first use."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from geo.settings import data_dir


@cache
def outlines(name: str) -> Mapping[str, bytes]:
    """Give the outlines of one file by code, as well-known binary that is not yet decoded.

    Decoding 4,600 provinces takes most of a second and a report needs a handful, so
    :func:`outline` decodes each on demand.

    Parameters
    ----------
    name
        A GeoParquet file in ``data/boundaries``, without suffix; it must have a ``code`` column.
    """
    path = data_dir() / "boundaries" / f"{name}.parquet"
    table = pq.read_table(path, columns=["code", "geometry"])
    codes, shapes = table.column("code").to_pylist(), table.column("geometry").to_pylist()
    return MappingProxyType(
        {code: shape for code, shape in zip(codes, shapes, strict=True) if shape}
    )


@cache
def outline(name: str, code: str) -> BaseGeometry | None:
    """Give one outline (EPSG:4326), or None when the file has no such code.

    >>> outline("adm0_region", "XX") is None
    True
    """
    shape = outlines(name).get(code)
    return None if shape is None else shapely.from_wkb(shape)


@cache
def line(name: str) -> shapely.LineString:
    """Read a line (EPSG:4326) from a GeoJSON file of ``data/boundaries``.

    Raises
    ------
    TypeError
        If the file holds anything but one line.
    """
    path = data_dir() / "boundaries" / f"{name}.geojson"
    shape = shapely.from_geojson(path.read_text(encoding="utf-8"))
    if not isinstance(shape, shapely.LineString):
        raise TypeError(
            f"{path} must hold one line; rebuild it with: python dateline.py data build"
        )
    return shape
