"""Geometry as plain values that JSON can carry."""

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry


def geojson(geometries: Iterable[BaseGeometry], decimals: int) -> list[dict[str, Any]]:
    """Give geometries as GeoJSON, their degrees rounded to this many decimals."""
    shapes = np.array(list(geometries), dtype=object)
    rounded = shapely.transform(shapes, lambda points: np.round(points, decimals))
    return [json.loads(text) for text in shapely.to_geojson(rounded)]
