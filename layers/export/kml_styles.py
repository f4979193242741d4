"""The signs of a status in KML, which knows colours and widths but no dashes."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from layers.style import style

OPAQUE = 255


def styles() -> Iterator[ET.Element]:
    """Give a style a status: what is planned, possible, claimed or denied stays hollow."""
    look = style()
    for status, sign in look["status"].items():
        yield _style(status, look["light"][status], sign)


def _style(status: str, colour: str, sign: Mapping[str, Any]) -> ET.Element:
    element = ET.Element("Style", id=status)
    icon = ET.SubElement(element, "IconStyle")
    ET.SubElement(icon, "color").text = kml_colour(colour)
    line = ET.SubElement(element, "LineStyle")
    ET.SubElement(line, "color").text = kml_colour(colour)
    ET.SubElement(line, "width").text = f"{sign['width']:g}"
    area = ET.SubElement(element, "PolyStyle")
    ET.SubElement(area, "color").text = kml_colour(sign["fill"] or colour, sign["fillOpacity"])
    ET.SubElement(area, "fill").text = "1" if sign["fill"] else "0"
    return element


def kml_colour(colour: str, opacity: float = 1.0) -> str:
    """Write a colour as KML does: opacity, blue, green, red.

    >>> kml_colour("#D55E00", 0.26)
    '42005ed5'
    """
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"{round(opacity * OPAQUE):02x}{blue}{green}{red}".lower()
