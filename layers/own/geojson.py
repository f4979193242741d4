"""GeoJSON, read as JSON: GDAL, which looks into a file for what it might be, never sees it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from layers.own.errors import OwnLayerError
from layers.own.feature import Feature, Found, counted, feature
from layers.own.projections import DEGREES, code_of, to_degrees
from layers.own.settings import limits

FORM = "GeoJSON"
GEOMETRIES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
     "GeometryCollection"}
)  # fmt: skip
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError)
"""What shapely says of a geometry that is none."""

Json = Mapping[str, Any]


def read_geojson(data: bytes, name: str) -> Found:
    """Read a FeatureCollection, a Feature or a geometry.

    ``crs`` is honoured where it names an EPSG code, as files from before RFC 7946 have it.
    """
    try:
        whole = json.loads(data)
        features = list(_features(whole, name))
        # A bound on the work: what is too much is not made shapes of.
        vertices = sum(_numbers(each.get("geometry")) for each in features) // 2
    except RecursionError as error:
        raise OwnLayerError(name, "is nested too deep", "save it as plain GeoJSON") from error
    except ValueError as error:
        raise OwnLayerError(name, f"is no JSON ({error})", "save it anew as GeoJSON") from error
    bounded(name, len(features), vertices)
    code = _code(whole, name)
    return Found(
        FORM, [_feature(each, code, number, name) for number, each in enumerate(features, 1)]
    )


def bounded(name: str, features: int, vertices: int) -> None:
    """Refuse what is more than a layer may hold, with the way out."""
    most = limits()
    if features > most.features:
        raise OwnLayerError(
            name,
            f"holds {counted(features, 'feature')}, and a layer takes {most.features:,}",
            "keep those that are needed, or save it as several files",
        )
    if vertices > most.vertices:
        raise OwnLayerError(
            name,
            f"has about {vertices:,} vertices, and {most.vertices:,} are read",
            "simplify it, to 50 m for example",
        )


def _features(whole: object, name: str) -> Iterator[Json]:
    kind = whole.get("type") if isinstance(whole, dict) else None
    if isinstance(whole, dict) and kind == "FeatureCollection":
        listed = whole.get("features")
        all_ = listed if isinstance(listed, list) else []
        yield from (each for each in all_ if isinstance(each, dict))
    elif isinstance(whole, dict) and kind == "Feature":
        yield whole
    elif isinstance(whole, dict) and kind in GEOMETRIES:
        yield {"geometry": whole}
    else:
        raise OwnLayerError(name, "is JSON and no GeoJSON", "save it as a FeatureCollection")


def _numbers(value: object) -> int:
    """Count the numbers in a geometry, however it is nested."""
    if isinstance(value, list):
        if value and not isinstance(value[0], list | dict):
            return min(len(value), 2)
        return sum(map(_numbers, value))
    if isinstance(value, dict):
        return _numbers(value.get("coordinates")) + _numbers(value.get("geometries"))
    return 0


def _code(whole: Json, name: str) -> int:
    given = whole.get("crs")
    if given is None:
        return DEGREES
    told = given.get("properties") if isinstance(given, dict) else None
    return code_of(str(told.get("name") if isinstance(told, dict) else given), name)


def _feature(each: Json, code: int, number: int, name: str) -> Feature:
    told = each.get("properties")
    made = _geometry(each.get("geometry"))
    if made is not None:
        made = to_degrees(made, code, name)
    return feature(told if isinstance(told, dict) else {}, made, number)


def _geometry(value: object) -> BaseGeometry | None:
    if not isinstance(value, dict) or value.get("type") not in GEOMETRIES:
        return None
    try:
        return shape(value)
    except BROKEN:
        return None
