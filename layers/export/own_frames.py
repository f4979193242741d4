"""The analyst's own layers for files of maps: apart from what reports say, under their names."""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
from shapely.geometry import shape

from layers.export.kml_geometry import kml_geometry
from layers.export.selection import Selection
from layers.own.content import credit

CRS = "EPSG:4326"
Pairs = Sequence[Sequence[str]]


def own_frames(chosen: Selection) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
    """Give each own layer as a table, by the name of its layer in a file."""
    taken: set[str] = set()
    for row in chosen.own:
        name = _free(f"own: {row['name']}", taken)
        features = row["features"]
        columns = {
            "name": [each["name"] for each in features],
            "properties": [_words(each["properties"]) for each in features],
            "source": [row["source"]] * len(features),
        }
        yield name, gpd.GeoDataFrame(columns, geometry=_shapes(features), crs=CRS)


def _free(name: str, taken: set[str]) -> str:
    """Give a name that no other layer of the file has, whatever the case of its letters."""
    tried, number = name, 1
    while tried.casefold() in taken:
        number += 1
        tried = f"{name} ({number})"
    taken.add(tried.casefold())
    return tried


def _shapes(features: Sequence[Any]) -> list[Any]:
    return [shape(each["geometry"]) for each in features]


def _words(properties: Pairs) -> str:
    return "\n".join(f"{key}: {text}" for key, text in properties)


def own_folders(chosen: Selection) -> Iterator[ET.Element]:
    """Give each own layer as a folder of KML, in a style of its own."""
    for number, row in enumerate(chosen.own):
        folder = ET.Element("Folder")
        _text(folder, "name", f"own: {row['name']} ({len(row['features'])})")
        _text(folder, "description", credit(row))
        folder.append(_style(f"own{number}", row))
        for each in row["features"]:
            placemark = ET.SubElement(folder, "Placemark")
            _text(placemark, "name", each["name"])
            _text(placemark, "styleUrl", f"#own{number}")
            extended = ET.SubElement(placemark, "ExtendedData")
            for key, text in [*each["properties"], ("source", row["source"])]:
                _text(ET.SubElement(extended, "Data", name=key), "value", text)
            placemark.append(kml_geometry(shape(each["geometry"])))
        yield folder


def _style(id_: str, row: Any) -> ET.Element:  # noqa: ANN401  a row of a scene
    colour = _abgr(row["inks"]["light"])
    style = ET.Element("Style", id=id_)
    _text(ET.SubElement(style, "IconStyle"), "color", f"ff{colour}")
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", f"ff{colour}")
    _text(line, "width", str(row["width"]))
    _text(ET.SubElement(style, "PolyStyle"), "color", f"{'26' if row['filled'] else '00'}{colour}")
    return style


def _abgr(colour: str) -> str:
    """Write a colour as KML does: blue, green, red.

    >>> _abgr("#5B3A9E")
    '9e3a5b'
    """
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"{blue}{green}{red}".lower()


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
