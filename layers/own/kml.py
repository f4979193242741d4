"""KML and KMZ: placemarks with names and shapes; nothing is fetched, no entity is expanded."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

import lxml.html
import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from layers.own.errors import OwnLayerError
from layers.own.feature import Feature, Found, feature
from layers.own.geojson import BROKEN, bounded
from layers.own.settings import limits

LEFT_OUT = {
    "NetworkLink": "links to other files (NetworkLink), which are never followed",
    "GroundOverlay": "pictures on the ground (GroundOverlay)",
    "ScreenOverlay": "pictures on the screen (ScreenOverlay)",
    "PhotoOverlay": "photographs (PhotoOverlay)",
    "Model": "models (Model)",
    "Track": "tracks with times (gx:Track)",
}
STYLES = "Colours and icons of the file are not taken over: a layer has one colour."
WAY_OUT = "save it anew as KML"


def read_kmz(data: bytes, name: str) -> Found:
    """Read the document of a KMZ, and nothing else that is packed with it."""
    most = limits()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            inside = [each for each in members if each.filename.lower().endswith(".kml")]
            if not inside:
                raise OwnLayerError(
                    name, "is an archive without a KML in it", "give the KML itself"
                )
            size = sum(each.file_size for each in members)
            packed = max(1, sum(each.compress_size for each in members))
            if len(members) > most.members or size > most.inflated or size > most.ratio * packed:
                raise OwnLayerError(name, "unpacks to more than is read", "give the KML itself")
            first = next((e for e in inside if e.filename.lower() == "doc.kml"), inside[0])
            with archive.open(first) as document:
                text = document.read(most.bytes + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise OwnLayerError(name, f"cannot be unpacked ({error})", "give the KML itself") from error
    if len(text) > most.bytes:
        raise OwnLayerError(
            name, f"holds more than {most.bytes / 1e6:.0f} MB of KML", "simplify it"
        )
    more = (
        [f"Only {first.filename} was read of {len(inside)} documents."] if len(inside) > 1 else []
    )
    found = read_kml(text, name)
    return Found("KMZ", found.features, [*found.notes, *more])


def read_kml(data: bytes, name: str) -> Found:
    """Read the placemarks of a KML document."""
    root = _root(data, name)
    if etree.QName(root).localname != "kml":
        problem = f"is XML and no KML (<{etree.QName(root).localname}>)"
        raise OwnLayerError(name, problem, "save it as KML, GeoJSON or GeoPackage")
    placemarks = list(_all(root, "Placemark"))
    spots = sum((each.text or "").count(",") for each in _all(root, "coordinates")) // 2
    bounded(name, len(placemarks), spots)
    features = [_placemark(each, number) for number, each in enumerate(placemarks, 1)]
    return Found("KML", features, list(_notes(root)))


def _root(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OwnLayerError(name, f"is no XML that can be read ({error})", WAY_OUT) from error
    if root.getroottree().docinfo.doctype:
        raise OwnLayerError(name, "declares entities of its own, which are not read", WAY_OUT)
    return root


def _notes(root: etree._Element) -> Iterator[str]:
    tags = Counter(etree.QName(each).localname for each in root.iter() if isinstance(each.tag, str))
    for tag, words in LEFT_OUT.items():
        if tags[tag]:
            yield f"Left out: {tags[tag]:,} {words}."
    if tags["Style"] or tags["StyleMap"]:
        yield STYLES


def _placemark(placemark: etree._Element, number: int) -> Feature:
    properties = {"description": _words(_text(placemark, "description"))}
    for data in _all(placemark, "Data"):
        properties[data.get("name") or ""] = _text(data, "value")
    for data in _all(placemark, "SimpleData"):
        properties[data.get("name") or ""] = data.text or ""
    for tag in ("when", "begin", "end"):
        properties[tag] = "".join(each.text or "" for each in _all(placemark, tag))[:40]
    return feature(properties, _geometry(placemark), number, _text(placemark, "name"))


def _words(markup: str) -> str:
    """Give the words of a balloon, which is HTML as often as not."""
    most = 20 * limits().text
    if "<" not in markup[:most]:
        return markup
    try:
        return str(lxml.html.fromstring(f"<div>{markup[:most]}</div>").text_content())
    except (etree.ParserError, ValueError):
        return markup


def _geometry(placemark: etree._Element) -> BaseGeometry | None:
    try:
        parts = [
            *(shapely.Point(_spots(each)[0]) for each in _all(placemark, "Point")),
            *(shapely.LineString(_spots(each)) for each in _all(placemark, "LineString")),
            *(_polygon(each) for each in _all(placemark, "Polygon")),
            *(shapely.Polygon(_spots(each)) for each in _lone_rings(placemark)),
        ]
    except BROKEN:
        return None
    if len(parts) == 1:
        return parts[0]
    return shapely.GeometryCollection(parts) if parts else None


def _polygon(polygon: etree._Element) -> shapely.Polygon:
    (outer, *_), inner = list(_all(polygon, "outerBoundaryIs")), _all(polygon, "innerBoundaryIs")
    return shapely.Polygon(_spots(outer), [_spots(each) for each in inner])


def _lone_rings(placemark: etree._Element) -> Iterator[etree._Element]:
    for ring in _all(placemark, "LinearRing"):
        parent = ring.getparent()
        if parent is not None and not etree.QName(parent).localname.endswith("BoundaryIs"):
            yield ring


def _spots(element: etree._Element) -> list[tuple[float, float]]:
    texts = " ".join(each.text or "" for each in _all(element, "coordinates")).split()
    return [(float(lon), float(lat)) for lon, lat, *_ in (spot.split(",") for spot in texts)]


def _all(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Find elements by their names, in whichever of KML's namespaces."""
    yield from element.iter(f"{{*}}{tag}")


def _text(element: etree._Element, tag: str) -> str:
    """Give the text of the first child of a name."""
    child = next((each for each in element if _is(each, tag)), None)
    return "" if child is None else "".join(str(text) for text in child.itertext()).strip()


def _is(element: etree._Element, tag: str) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname == tag
