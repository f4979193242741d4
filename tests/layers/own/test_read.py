"""Files of every kind as layers: what can be drawn is read, what cannot is named."""

import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.gazetteer import Gazetteer, open_gazetteer
from layers.own.content import content
from layers.own.errors import OwnLayerError
from layers.own.feature import Found
from layers.own.read import read
from layers.own.settings import limits
from tests.layers.own.made import PLACEMARK, area, geojson, gpkg, kml, kmz, line, point

VRT = b"<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>"
WFS = b"<OGRWFSDataSource><URL>http://127.0.0.1:9/</URL></OGRWFSDataSource>"
ENTITIES = b'<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><name>&x;</name></kml>'


def unasked() -> Gazetteer:
    pytest.fail("the gazetteer was opened for a file that names no place")


def opened(data: bytes, name: str) -> Found:
    return read(data, name, unasked)


def refused(data: bytes, name: str) -> str:
    with pytest.raises(OwnLayerError) as raised:
        opened(data, name)
    assert str(raised.value).startswith(name)
    return str(raised.value)


def one(data: bytes, name: str) -> BaseGeometry:
    (only,) = opened(data, name).features
    assert only.geometry is not None
    return only.geometry


def test_geojson_keeps_names_properties_and_shapes() -> None:
    found = opened(geojson(point(37, 48), line((36, 50), (37, 51))), "a.geojson")
    assert [(each.name, each.geometry.geom_type) for each in found.features if each.geometry] == [
        ("A", "Point"), ("B", "LineString"),
    ]  # fmt: skip
    assert found.notes == []


def test_what_is_no_spot_on_the_globe_is_left_out_by_name() -> None:
    data = geojson(point(37, 48), point(math.nan, 3), point(math.inf, 3), point(1, 99), point(2, 3))
    found = opened(data, "a.geojson")
    assert [each.name for each in found.features] == ["A", "E"]
    assert found.notes == [
        "Left out 2 features with coordinates that are no numbers (NaN, infinity): B, C.",
        "Left out 1 feature with coordinates that are not on the globe: D.",
    ]


def test_projected_coordinates_are_refused_or_turned_where_the_file_says_how() -> None:
    assert "EPSG:4326" in refused(geojson(point(4e5, 5e6)), "metres.geojson")
    spot = one(geojson(point(4118821, 6106855), crs="urn:ogc:def:crs:EPSG::3857"), "m.geojson")
    assert shapely.distance(spot, shapely.Point(37, 48)) < 0.01
    for crs in ("+proj=utm +nadgrids=@/etc/passwd", "EPSG:999999"):
        assert "not known" in refused(geojson(point(1, 2), crs=crs), "odd.geojson")


def test_an_outline_that_crosses_itself_is_mended_and_said_so() -> None:
    found = opened(geojson(area((0, 0), (2, 2), (2, 0), (0, 2))), "bow.geojson")
    (bow,) = found.features
    assert bow.geometry is not None
    assert bow.geometry.is_valid
    assert bow.geometry.area == pytest.approx(2)
    assert found.notes == ["Mended, as an outline crossed itself: A."]


def test_a_tangle_that_would_take_minutes_is_left_out() -> None:
    spots = np.random.default_rng(5).random((4000, 2)).round(4).tolist()
    said = refused(geojson(area(*map(tuple, spots))), "tangle.geojson")
    assert "1 with an outline too tangled to mend" in said


@pytest.mark.parametrize("ring", [
    [(170, 60), (-170, 60), (-170, 70), (170, 70)],
    [(170, 60), (190, 60), (190, 70), (170, 70)],
])  # fmt: skip
def test_what_crosses_180_is_cut_there(ring: list[tuple[float, float]]) -> None:
    cut = one(geojson(area(*ring)), "strait.geojson")
    assert cut.area == pytest.approx(200)
    assert cut.bounds == (-180, 60, 180, 70)
    assert not cut.intersects(shapely.Point(0, 65))


def test_two_million_vertices_are_refused_and_many_are_thinned() -> None:
    spots = b"[1,2],[3,4],[5,9]," * 666_667
    said = refused(b'{"type":"Polygon","coordinates":[[' + spots + b"[1,2]]]}", "big.geojson")
    assert "2,000,002 vertices" in said
    assert "simplify" in said
    turns = np.linspace(0, 2 * math.pi, 70_000)
    ring = [(round(math.cos(t), 5), round(math.sin(t), 5)) for t in turns]
    found = opened(geojson(line(*ring)), "fine.geojson")
    assert shapely.get_num_coordinates(found.features[0].geometry) <= limits().drawn
    assert found.notes == ["Outlines are kept to about 20 m."]


@pytest.mark.parametrize(("data", "name", "words"), [
    (VRT, "x.geojson", "is named as GeoJSON and holds XML"),
    (VRT + b"</OGRVRTDataSource>", "x.kml", "no KML (<OGRVRTDataSource>)"),
    (WFS, "x.kml", "no KML (<OGRWFSDataSource>)"),
    (WFS, "x.csv", "is named as CSV and holds XML"),
    (ENTITIES, "x.kml", "declares entities"),
    (b"<kml><Placemark>", "x.kml", "no XML that can be read"),
    (b"SQLite format 3\0junk", "x.kml", "holds GeoPackage"),
    (b"SQLite format 3\0" + b"x" * 400, "x.gpkg", "cannot be read"),
    (b"PK\x03\x04junk", "x.kmz", "cannot be unpacked"),
    (b"{" * 300_000, "x.geojson", "no JSON"),
    (b"[" * 300_000, "x.geojson", "nested too deep"),
    (b'{"type": "Topology"}', "x.json", "no GeoJSON"),
    (b'{"type": "FeatureCollection", "features": 7}', "x.json", "nothing to draw (no features)"),
    (b" \n", "x.csv", "is empty"),
    (b"\x00\x01\x02", "x.csv", "holds no format that is read"),
    (b"name,size\nA,1\n", "x.csv", "no columns that say where"),
    (b"name,lat,lon\n", "x.csv", "has no rows"),
    (b"lat,lon\n\xff\xfe\xfa,2\n", "x.csv", "encoding"),
    (b"anything", "x.shp", "is called .shp"),
])  # fmt: skip
def test_disguises_and_broken_files_are_refused_in_a_sentence(
    data: bytes, name: str, words: str
) -> None:
    said = refused(data, name)
    assert words in said
    assert said.endswith(".")
    assert "root:" not in said


def test_kml_gives_placemarks_and_says_what_it_leaves_out() -> None:
    inside = (
        "<NetworkLink><href>http://127.0.0.1:9/x.kml</href></NetworkLink><GroundOverlay/><Style/>"
        "<Folder><Placemark><name>Base</name>"
        "<description><![CDATA[<b>Two</b> gates]]></description>"
        "<MultiGeometry><Point><coordinates>37,48,5</coordinates></Point><Polygon><outerBoundaryIs>"
        "<LinearRing><coordinates>36,47 37,47 37,48 36,47</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder>"
    )
    found = opened(kml(inside), "base.kml")
    (base,) = found.features
    assert base.name == "Base"
    assert base.properties == (("description", "Two gates"),)
    assert base.geometry is not None
    assert base.geometry.bounds == (36, 47, 37, 48)
    assert not base.geometry.has_z
    assert [" ".join(note.split()[:4]) for note in found.notes] == [
        "Left out: 1 links",
        "Left out: 1 pictures",
        "Colours and icons of",
    ]


def test_a_kmz_is_bounded_before_it_is_unpacked() -> None:
    assert one(kmz(doc_kml=kml(PLACEMARK.format("A"))), "a.kmz").x == 37.1
    bomb = kmz(doc_kml=b"<kml>" + b" " * 30_000_000)
    assert len(bomb) < 100_000
    assert "unpacks to more" in refused(bomb, "bomb.kmz")
    assert "without a KML" in refused(kmz(readme_txt=b"no"), "none.kmz")


def test_geopackage_honours_its_projection_and_refuses_one_that_is_missing(tmp_path: Path) -> None:
    spot = shapely.Point(37, 48)
    assert one(gpkg(tmp_path, [spot]), "a.gpkg").equals(spot)
    metres = one(gpkg(tmp_path, [shapely.Point(4118821, 6106855)], 3857), "m.gpkg")
    assert shapely.distance(metres, spot) < 0.01
    assert "does not say" in refused(gpkg(tmp_path, [spot], -1), "u.gpkg")
    assert "not known" in refused(gpkg(tmp_path, [spot], 7), "acme.gpkg")


def test_geopackage_runs_nothing_of_the_files_own(tmp_path: Path) -> None:
    endless = (
        "CREATE VIEW sites AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT i AS fid, 'x' AS name, x'47500001' AS geom FROM n"
    )
    assert "no table of features" in refused(
        gpkg(tmp_path, [], more=[endless], kind="VIEW"), "v.gpkg"
    )
    broken = ["UPDATE sites SET geom = x'475000010000000001010000'"]
    assert "nothing to draw" in refused(
        gpkg(tmp_path, [shapely.Point(1, 2)], more=broken), "b.gpkg"
    )


@pytest.mark.parametrize(("text", "spot"), [
    ("name,lat,lon\nA,48.5,37.25\n", (37.25, 48.5)),
    ("Name;Latitude;Longitude\nA;48,5;37,25\n", (37.25, 48.5)),
    ("x\ty\n37.25\t48.5\n", (37.25, 48.5)),
    ('name,coordinates\nA,"48.5, 37.25"\n', (37.25, 48.5)),
    ("name,coordinates\nA,48°30′N 37°15′E\n", (37.25, 48.5)),
    ("name,mgrs\nA,37UCP7072673354\n", (37.25, 48.5)),
])  # fmt: skip
def test_a_table_says_where_in_many_ways(text: str, spot: tuple[float, float]) -> None:
    found = one(text.encode(), "a.csv")
    assert shapely.distance(found, shapely.Point(spot)) < 0.01


def test_places_are_looked_up_and_never_guessed() -> None:
    text = "place,country,date\nPokrovsk,Ukraine,2025-06-01\nSpringfield,,2025-06-02\nXyzzyton,,\n"
    found = read(text.encode(), "p.csv", open_gazetteer)
    (pokrovsk,) = found.features
    assert pokrovsk.geometry is not None
    assert shapely.distance(pokrovsk.geometry, shapely.Point(37.177, 48.280)) < 0.05
    assert ("Placed at", "Pokrovsk (city, gn:704422)") in pokrovsk.properties
    assert found.geocoded == 1
    told = "\n".join(found.notes)
    assert "several places have the name: Springfield." in told
    assert "no such name: Xyzzyton." in told
    assert "from 2025-06-01 to 2025-06-02; the layer does not follow" in told
    with pytest.raises(OwnLayerError, match="Springfield"):
        read(b"town\nSpringfield\n", "s.csv", open_gazetteer)


def test_what_is_kept_is_json_without_the_files_text_beyond_its_bounds() -> None:
    data = geojson(area((30, 50), (31, 50), (31, 51)))
    data = data.replace(b'"name": "A"', b'"name": "A", "long": "' + b"x" * 9999 + b'"')
    kept = content(opened(data, "a.geojson"), "a.geojson", " A  layer ", "own survey")
    assert (kept["name"], kept["source"], kept["extent"]) == (
        "A layer",
        "own survey",
        [30, 50, 31, 51],
    )
    ((_, text),) = kept["features"][0]["properties"]
    assert len(text) == limits().text
    with pytest.raises(ValueError, match="source"):
        content(opened(data, "a.geojson"), "a.geojson", "A", " ")
