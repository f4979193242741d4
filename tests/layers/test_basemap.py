"""Readers of the ground: windows, words and towns."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from geo.settings import data_dir
from layers import basemap

KURSK = (33.0, 50.0, 39.0, 52.5)


@pytest.mark.parametrize("detail", ["overview", "region"])
def test_a_window_reads_only_what_meets_it(detail: basemap.Detail) -> None:
    assert set(basemap.adm0(detail, bbox=KURSK)["code"]) == {"RU", "UA"}
    names = set(basemap.adm1(detail, bbox=KURSK)["name"])
    assert {"Kursk", "Sumy", "Belgorod", "Kharkiv"} <= names
    assert len(names) < 25


@pytest.mark.parametrize("bbox", [None, (30.0, 58.0, 36.0, 62.0)])
def test_tables_are_what_geopandas_reads(bbox: basemap.Box | None) -> None:
    path = data_dir() / "boundaries" / "lakes.parquet"
    expected = gpd.read_parquet(path, bbox=bbox)
    if bbox is not None:
        expected = expected[expected.intersects(shapely.box(*bbox))]
    assert not expected.empty
    assert_geodataframe_equal(basemap.lakes("region", bbox=bbox), expected)


def test_a_window_over_open_sea_is_empty() -> None:
    assert basemap.adm0("region", bbox=(-40.0, 30.0, -38.0, 32.0)).empty


def test_region_has_more_detail_than_overview() -> None:
    near = shapely.length(basemap.coast("region").geometry.to_numpy()).sum()
    far = shapely.length(basemap.coast("overview").geometry.to_numpy()).sum()
    assert near > 1.05 * far
    assert len(basemap.lakes("region")) > len(basemap.lakes("overview")) > 500


def test_lakes_and_rivers_of_a_window() -> None:
    assert "Dnieper" in set(basemap.rivers(bbox=(30.0, 50.0, 31.0, 51.0))["name_en"])
    assert basemap.lakes("region", bbox=(34.0, 47.0, 35.5, 48.0))["area_km2"].max() > 1_000


def test_towns_of_a_window_come_most_important_first() -> None:
    towns = basemap.towns(bbox=KURSK)
    assert {"Kursk", "Sumy"} <= {town.name for town in towns}
    assert [town.min_zoom for town in towns] == sorted(town.min_zoom for town in towns)


def test_policy_is_one_plain_sentence_that_names_the_case() -> None:
    policy = basemap.boundary_policy()
    assert policy.endswith(".")
    assert policy.count(". ") == 0
    assert "Crimea" in policy
    assert "3 km" in policy


def test_attribution_names_the_sources_that_ask_for_it() -> None:
    assert any("OpenStreetMap" in line and "ODbL" in line for line in basemap.attribution())
    assert any("GeoNames" in line for line in basemap.attribution())


def test_a_missing_table_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(basemap, "data_dir", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match="data build"):
        basemap.rivers((7.13, 0.0, 7.17, 1.0))  # asked for by nobody else, so not remembered
