"""The bundled outlines: sound geometry, right places, honest disputes."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer
from shapely.ops import nearest_points

from data.build.natural_earth import area_km2
from geo.footprint import footprint
from geo.place import Kind, Place
from geo.settings import data_dir
from layers import basemap

BOUNDARIES = data_dir() / "boundaries"
TABLES = sorted(path.stem for path in BOUNDARIES.glob("*.parquet"))
NAMES = ["name_en", "name_ru", "name_uk", "name_ko"]
KOKSAN = (126.66639, 38.78194)
KOREA = ("dl:mdl", "dl:korean-dmz")
WGS84 = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def adm0() -> gpd.GeoDataFrame:
    return basemap.adm0("region").set_index("code")


@pytest.fixture(scope="module")
def adm1() -> gpd.GeoDataFrame:
    return basemap.adm1("region").set_index("code")


def test_every_table_is_there() -> None:
    detailed = ("adm0", "adm1")
    plain = ("borders", "coast", "disputed", "lakes")
    expected = {f"{name}_{detail}" for name in detailed for detail in ("overview", "region")}
    expected |= {name + suffix for name in plain for suffix in ("", "_overview")} | {"rivers"}
    assert set(TABLES) == expected


@pytest.mark.parametrize("name", TABLES)
def test_geometry_is_sound(name: str) -> None:
    table = gpd.read_parquet(BOUNDARIES / f"{name}.parquet")
    assert table.crs == "EPSG:4326"
    assert table.geometry.notna().all()
    assert not table.is_empty.any()
    assert table.is_valid.all()
    west, south, east, north = table.total_bounds
    assert (west, south) >= (-180.0, -90.0)
    assert (east, north) <= (180.0, 90.0)


@pytest.mark.parametrize("name", TABLES)
def test_nothing_but_antarctica_spans_the_world(name: str) -> None:
    parts = shapely.get_parts(gpd.read_parquet(BOUNDARIES / f"{name}.parquet").geometry.to_numpy())
    bounds = shapely.bounds(parts)
    wide = bounds[bounds[:, 2] - bounds[:, 0] > 180.0]
    assert (wide[:, 3] < -60.0).all(), "a band from one edge of the map to the other"


def test_adm1_has_one_row_a_code(adm1: gpd.GeoDataFrame) -> None:
    overview = basemap.adm1("overview")
    assert adm1.index.is_unique
    assert overview["code"].is_unique
    assert set(overview["code"]) == set(adm1.index)
    assert adm1.index.str.fullmatch(r"[A-Z]{2,3}-[A-Z0-9]+(\.\d+)?").all()


def test_countries_have_codes_and_names(adm0: gpd.GeoDataFrame) -> None:
    assert adm0.index.is_unique
    assert adm0.index.str.fullmatch("[A-Z]{2}").all()
    assert adm0["iso3"].str.fullmatch("[A-Z]{3}").all()
    assert {"XK", "TW", "PS", "KP", "KR"} <= set(adm0.index)
    assert (adm0[NAMES] != "").all(axis=None)


def test_units_at_war_are_named_in_four_languages(adm1: gpd.GeoDataFrame) -> None:
    units = adm1[adm1["country"].isin(["RU", "UA", "KP", "KR"])]
    assert len(units) == 83 + 27 + 11 + 17
    assert (units[NAMES] != "").all(axis=None)
    for column in ("name_ru", "name_uk"):
        assert units[column].str.contains("[А-яІЇЄ]").all()
    assert units["name_ko"].str.contains("[가-힣]").all()


def test_label_points_lie_inside(adm0: gpd.GeoDataFrame, adm1: gpd.GeoDataFrame) -> None:
    for table in (adm0, adm1):
        points = shapely.points(table["lon"], table["lat"])
        assert shapely.contains(table.geometry.to_numpy(), points).all()


@pytest.mark.parametrize(
    ("code", "official_km2", "tolerance"),
    [("RU-KRS", 29_997, 0.03), ("UA-59", 23_834, 0.03), ("UA-63", 31_415, 0.03)],
)
def test_areas_are_the_official_ones(
    adm1: gpd.GeoDataFrame, code: str, official_km2: float, tolerance: float
) -> None:
    row = adm1.loc[code]
    assert row["area_km2"] == pytest.approx(official_km2, rel=tolerance)
    assert area_km2(row["geometry"]) == pytest.approx(row["area_km2"], rel=0.005)


def test_cities_and_the_regions_around_them_keep_their_own_codes(adm1: gpd.GeoDataFrame) -> None:
    for city, region in (("RU-MOW", "RU-MOS"), ("UA-30", "UA-32")):
        assert adm1.loc[city, "area_km2"] < 3_000
        assert adm1.loc[region, "area_km2"] > 25_000


def test_kaesong_is_owned_up_to(adm1: gpd.GeoDataFrame) -> None:
    assert adm1.loc["KP-06", "note"] == "includes Kaesong"
    assert adm1.loc["KP-06", "geometry"].contains(shapely.Point(126.55, 37.97))


@pytest.mark.parametrize("detail", ["overview", "region"])
def test_crimea_is_in_nobodys_fill(detail: basemap.Detail) -> None:
    simferopol, sevastopol = shapely.Point(34.10, 44.95), shapely.Point(33.65, 44.62)
    held = basemap.disputed(detail)
    for town in (simferopol, sevastopol):
        assert not basemap.adm0(detail).contains(town).any()
        here = held[held.contains(town)].iloc[0]
        assert (here["recognised"], here["administered"]) == ("UA", "RU")


def test_disputed_land_and_countries_do_not_overlap() -> None:
    countries, held = basemap.adm0("region"), basemap.disputed()
    joined = gpd.sjoin(held, countries[["geometry"]], predicate="intersects")
    for _, row in joined.iterrows():
        shared = row["geometry"].intersection(countries.geometry[row["index_right"]])
        assert area_km2(shared) < 1.0 if shared.area else True


def test_no_border_divides_crimea_from_ukraine_as_if_agreed() -> None:
    perekop = shapely.Point(33.75, 46.15).buffer(0.1)
    lines = basemap.borders("region")
    assert set(lines["kind"][lines.intersects(perekop)]) == {"disputed"}


def test_koksan_to_the_line_and_to_the_zone() -> None:
    line, zone = (footprint(Place(id_, "", Kind.LINE, 38.3, 127.5)).geometry for id_ in KOREA)
    to_line, to_zone = _km(KOKSAN, line), _km(KOKSAN, zone)
    assert to_line == pytest.approx(66.0, abs=0.7)
    assert to_zone == pytest.approx(64.0, abs=0.7)
    assert to_line - to_zone == pytest.approx(2.0, abs=0.1)
    assert area_km2(zone) == pytest.approx(907, rel=0.05)


def test_the_line_carries_its_licence() -> None:
    text = (BOUNDARIES / "mdl.geojson").read_text("utf-8")
    assert "OpenStreetMap contributors" in text
    assert "ODbL" in text


def test_bundled_geography_stays_small() -> None:
    folders = (BOUNDARIES, data_dir().parent / "static" / "basemap")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 30_000_000


def _km(point: tuple[float, float], shape: shapely.Geometry) -> float:
    """Geodesic distance; the nearest point is sought where distances from `point` are true."""
    local = f"+proj=aeqd +lon_0={point[0]} +lat_0={point[1]} +datum=WGS84"
    plane = Transformer.from_crs("EPSG:4326", local, always_xy=True)
    flat = shapely.transform(shape, lambda c: np.column_stack(plane.transform(c[:, 0], c[:, 1])))
    near = nearest_points(shapely.Point(0, 0), flat)[1]
    lon, lat = plane.transform(near.x, near.y, direction="INVERSE")
    return float(WGS84.inv(*point, lon, lat)[2]) / 1000.0
