"""What the table of figures needs beside a claim's print."""

from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from reports.known_places import KnownPlaces
from views.amounts import with_amounts

ROW: dict[str, Any] = {
    "comparator": "eq",
    "value": 300.0,
    "low": None,
    "high": None,
    "unit": "personnel",
    "actor_id": None,
    "from_id": None,
    "to_id": None,
    "at_id": None,
}


def test_numbers_and_levels_stand_beside_the_claims(gazetteer: Gazetteer) -> None:
    rows = [
        ROW | {"id": "c1", "to_id": "ne:RU-KRS", "actor_id": "ne:KP"},
        ROW | {"id": "c2", "comparator": "ge", "value": 65.0, "unit": "km", "at_id": "gone"},
        ROW | {"id": "c3", "comparator": "range", "value": None, "low": 900.0, "high": 1200.0},
    ]
    claims = pd.DataFrame(rows, dtype=object, index=[7, 8, 9])
    known = KnownPlaces(gazetteer, pd.DataFrame(columns=["id"]))
    found = with_amounts(claims, known)
    assert list(found["id"]) == ["c1", "c2", "c3"]
    assert list(found["bound_low"]) == [300.0, 65.0, 900.0]
    assert list(found["bound_high"]) == [300.0, None, 1200.0]
    assert list(found["base"]) == [1.0, 1000.0, 1.0]
    assert list(found["levels"]) == [{"actor": "country", "to": "adm1"}, {}, {}]
