"""Geometry in KML: longitude, latitude, no heights; lines follow the ground."""

from xml.etree import ElementTree as ET

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from layers.export.geometry import DECIMALS


def kml_geometry(geometry: BaseGeometry) -> ET.Element:
    """Give a geometry (EPSG:4326, exchanged) as an element."""
    if isinstance(geometry, BaseMultipartGeometry):
        several = ET.Element("MultiGeometry")
        several.extend(kml_geometry(part) for part in geometry.geoms)
        return several
    if isinstance(geometry, Point):
        return _with_coordinates("Point", geometry)
    if isinstance(geometry, LineString):
        line = ET.Element("LineString")
        ET.SubElement(line, "tessellate").text = "1"
        line.append(_coordinates(geometry))
        return line
    return _polygon(geometry)


def _polygon(polygon: Polygon) -> ET.Element:
    element = ET.Element("Polygon")
    ET.SubElement(element, "tessellate").text = "1"
    for tag, rings in (
        ("outerBoundaryIs", [polygon.exterior]),
        ("innerBoundaryIs", polygon.interiors),
    ):
        for ring in rings:
            ET.SubElement(element, tag).append(_with_coordinates("LinearRing", ring))
    return element


def _with_coordinates(tag: str, geometry: BaseGeometry) -> ET.Element:
    element = ET.Element(tag)
    element.append(_coordinates(geometry))
    return element


def _coordinates(geometry: BaseGeometry) -> ET.Element:
    element = ET.Element("coordinates")
    element.text = " ".join(_pair(lon, lat) for lon, lat in shapely.get_coordinates(geometry))
    return element


def _pair(lon: float, lat: float) -> str:
    return f"{round(lon, DECIMALS) + 0.0:.10g},{round(lat, DECIMALS) + 0.0:.10g}"
