"""KML 2.2 for Google Earth: marks in the colours of their status, items with their days."""

import html
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from layers.export.about import lines
from layers.export.columns import CLAIMS, MARKS, MENTIONS, Columns, Row, flat
from layers.export.kml_geometry import kml_geometry
from layers.export.kml_styles import styles
from layers.export.own_frames import own_folders
from layers.export.selection import Selection

NAMESPACE = "http://www.opengis.net/kml/2.2"
FOLDERS = (
    ("places", "Places named"),
    ("flows", "Movements, schematic"),
    ("distances", "Stated distances"),
    ("offsets", "By distance"),
    ("mentioned", "Mentioned only"),
)
TITLE = "Dateline"
REPORTED = "reported"


def kml_file(chosen: Selection) -> bytes:
    """Write a document with a folder a layer, and one each for figures and for names in texts.

    Each own layer has a folder, too, ``own: NAME``, in a style of its own.

    Balloons are HTML to a reader of KML, so that a report's text is escaped for them once more;
    ``ExtendedData`` has it as it is. Names in texts are there but not ticked: they lie on their
    places.
    """
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", TITLE)
    _text(document, "open", "1")
    pairs = lines(chosen.described())
    _text(document, "description", _balloon(pairs))
    document.extend(styles())
    document.append(_data(pairs))
    for layer, name in FOLDERS:
        rows = [row for row in chosen.marks if row["layer"] == layer]
        _folder(document, name, (_mark(row) for row in rows), len(rows))
    _folder(document, "Figures", map(_claim, chosen.claims), len(chosen.claims))
    _folder(document, "Names in texts", map(_mention, chosen.mentions), len(chosen.mentions))
    document.extend(own_folders(chosen))
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _folder(parent: ET.Element, name: str, placemarks: Iterator[ET.Element], count: int) -> None:
    folder = ET.SubElement(parent, "Folder")
    _text(folder, "name", f"{name} ({count})")
    folder.extend(placemarks)


def _mark(row: Row) -> ET.Element:
    said = f"figures: {row['claims']}, names: {row['mentions']}"
    facts = [(name, row[name]) for name in ("status", "note", "stated", "measured", "verdict")]
    return _placemark(row, MARKS, row["name"], [*facts, ("said here", said)])


def _claim(row: Row) -> ET.Element:
    return _placemark(row, CLAIMS, row["as_printed"], _quote(row))


def _mention(row: Row) -> ET.Element:
    return _placemark(row, MENTIONS, row["as_printed"], _quote(row), shown=False)


def _quote(row: Row) -> Sequence[tuple[str, Any]]:
    source = (row["publisher"], row["article"], row["published"] or "undated", row["url"])
    when = row["period"] and f"{row['period']} (“{row['period_as_worded']}”)"
    return (
        ("quote", f"“{row['sentence']}”"),
        ("source", f"{row['report']} {', '.join(filter(None, source))}"),
        ("status", row["shown_as"]),
        ("when", when or "undated"),
        ("where", f"{row['place'] or 'not known'} ({row['place_level'] or 'no place'})"),
        ("review", row["review"]),
    )


def _placemark(
    row: Row, columns: Columns, name: str, balloon: Sequence[tuple[str, Any]], *, shown: bool = True
) -> ET.Element:
    placemark, status = ET.Element("Placemark"), row.get("shown_as") or row["status"]
    _text(placemark, "name", name if status == REPORTED else f"{name} ({status})")
    if not shown:
        _text(placemark, "visibility", "0")
    _text(placemark, "description", _balloon([(key, text) for key, text in balloon if text]))
    if row["earliest"] or row["latest"]:
        span = ET.SubElement(placemark, "TimeSpan")
        for tag, day in (("begin", row["earliest"]), ("end", row["latest"])):
            if day:
                _text(span, tag, day)
    _text(placemark, "styleUrl", f"#{status}")
    plain = flat(row, columns)
    placemark.append(
        _data([(key, _plain(plain[key])) for key in columns if plain[key] is not None])
    )
    if row["geometry"] is not None:
        placemark.append(kml_geometry(row["geometry"]))
    return placemark


def _balloon(pairs: Sequence[tuple[str, Any]]) -> str:
    """Lay out facts as HTML with their texts escaped."""
    return "<br>".join(
        f"<b>{html.escape(key)}</b>: {html.escape(str(text))}" for key, text in pairs
    )


def _data(pairs: Sequence[tuple[str, str]]) -> ET.Element:
    extended = ET.Element("ExtendedData")
    for key, text in pairs:
        _text(ET.SubElement(extended, "Data", name=key), "value", text)
    return extended


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
