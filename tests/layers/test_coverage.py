"""Coverage: what reports speak of, by province, and what they name only as a whole."""

import pandas as pd
import pytest
from shapely.geometry import Point, shape

from geo.gazetteer import Gazetteer
from layers.coverage import coverage

NO_CLAIMS = pd.DataFrame(columns=["id", "at_id"])
KURSK_TOWN, SUMY_TOWN, SEOUL = "gn:538560", "gn:692194", "gn:1835848"


def mentions(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["id", "role", "place_id"], dtype=object)


def test_a_town_covers_its_province_and_nothing_around_it(gazetteer: Gazetteer) -> None:
    claims = pd.DataFrame([{"id": "c1", "at_id": "ne:RU-KRS"}])
    (kursk,) = coverage(mentions(("m1", "literal", KURSK_TOWN)), claims, gazetteer)
    assert (kursk["id"], kursk["country"], kursk["whole"]) == ("RU-KRS", "RU", False)
    assert kursk["items"] == ["m1", "c1"]
    town = gazetteer.place(KURSK_TOWN)
    assert shape(kursk["geometry"]).contains(Point(town.lon, town.lat))


def test_a_country_named_as_a_whole_covers_no_province(gazetteer: Gazetteer) -> None:
    (row,) = coverage(mentions(("m1", "literal", "ne:RU")), NO_CLAIMS, gazetteer)
    assert (row["id"], row["whole"], row["geometry"]) == ("RU", True, None)


@pytest.mark.parametrize("row", [("m1", "metonym", SEOUL), ("m1", "literal", None)])
def test_a_government_or_an_unknown_name_covers_nothing(
    row: tuple[str, str, str | None], gazetteer: Gazetteer
) -> None:
    assert coverage(mentions(row), NO_CLAIMS, gazetteer) == []


def test_a_sea_is_in_no_province(gazetteer: Gazetteer) -> None:
    (sea,) = gazetteer.lookup("Sea of Japan")[:1]
    assert coverage(mentions(("m1", "literal", sea.id)), NO_CLAIMS, gazetteer) == []


def test_provinces_come_in_order(gazetteer: Gazetteer) -> None:
    rows = coverage(
        mentions(("m1", "literal", SUMY_TOWN), ("m2", "literal", KURSK_TOWN)), NO_CLAIMS, gazetteer
    )
    assert [row["id"] for row in rows] == ["RU-KRS", "UA-59"]
