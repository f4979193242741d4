"""Stated distances between names as evidence for what they mean."""

from collections.abc import Callable

import pytest

from geo.gazetteer import Gazetteer
from geo.passage import Passage
from geo.toponyms import toponyms


@pytest.mark.parametrize(
    ("text", "adm1"),
    [
        ("Springfield, 300 km southwest of Chicago, was flooded.", "US-IL"),
        ("Springfield, 90 miles west of Boston, was flooded.", "US-MA"),
        ("Birmingham, 230 km west of Atlanta, was calm.", "US-AL"),
        ("Tripoli, 80 km north of Beirut, was calm.", "LB-AS"),
    ],
)
def test_a_stated_distance_tells_namesakes_apart(
    gazetteer: Gazetteer, parse: Callable[[str], list[Passage]], text: str, adm1: str
) -> None:
    first = toponyms(parse(text), gazetteer)[0]
    assert first.place is not None
    assert first.place.adm1 == adm1
    assert any(reason.startswith("fits “") for reason in first.candidates[0].reasons)
    assert first.confidence > 0.85


def test_a_distance_that_fits_nothing_changes_nothing(
    gazetteer: Gazetteer, parse: Callable[[str], list[Passage]]
) -> None:
    found = toponyms(parse("Batumi, 900 km east of Tbilisi, was calm."), gazetteer)
    assert [one.place and one.place.name for one in found] == ["Batumi", "Tbilisi"]
    reasons = [reason for one in found for reason in one.candidates[0].reasons]
    assert not any(reason.startswith("fits “") for reason in reasons)
