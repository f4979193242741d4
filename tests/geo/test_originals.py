"""Six reports full of traps, with the full gazetteer: two Georgias, two Kursks, a person Jordan."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyproj import Geod

from geo.gazetteer import Gazetteer
from geo.mention import Mention
from geo.passage import Passage
from geo.place import Role
from geo.toponyms import toponyms
from reports.language import pipeline

HERE = Path(__file__).parent
TEXTS = HERE.parent / "fixtures" / "original"
GOLD: Mapping[str, Any] = json.loads((HERE / "original_places.json").read_text(encoding="utf-8"))
FAR_KM = {"country": 800, "region": 600, "water": 600, "line": 130, "adm1": 161, "adm2": 60}
TOWN_KM = 25


@cache
def found(slug: str, gazetteer: Gazetteer) -> tuple[str, list[Mention]]:
    visible = TEXTS / f"{slug}.visible.txt"
    path = visible if visible.exists() else TEXTS / f"{slug}.txt"
    text = path.read_text(encoding="utf-8")
    passages = []
    start = 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(start, pipeline()(line)))
        start += len(line) + 1
    return text, toponyms(passages, gazetteer)


def at(mentions: list[Mention], start: int, text: str) -> Mention:
    end = start + len(text)
    return next(mention for mention in mentions if mention.start < end and start < mention.end)


CASES = [(slug, place) for slug, report in GOLD.items() for place in report["places"]]
NAMES = [f"{slug[:2]}-{place['text']}-{place['start']}" for slug, place in CASES]


@pytest.mark.parametrize(("slug", "gold"), CASES, ids=NAMES)
def test_every_place_is_found_in_its_role(
    slug: str, gold: Mapping[str, Any], gazetteer: Gazetteer
) -> None:
    _, mentions = found(slug, gazetteer)
    mention = at(mentions, gold["start"], gold["text"])
    role = Role.METONYM if mention.role is Role.LIKENESS else mention.role
    assert role.value == gold["role"], mention.role_reason


@pytest.mark.parametrize(("slug", "gold"), CASES, ids=NAMES)
def test_every_place_is_where_it_is(
    slug: str, gold: Mapping[str, Any], gazetteer: Gazetteer
) -> None:
    _, mentions = found(slug, gazetteer)
    place = at(mentions, gold["start"], gold["text"]).place
    assert place is not None
    metres = Geod(ellps="WGS84").inv(gold["lon"], gold["lat"], place.lon, place.lat)[2]
    assert metres / 1000 <= FAR_KM.get(gold["kind"], TOWN_KM), place.name


@pytest.mark.parametrize("slug", list(GOLD))
def test_nothing_is_taken_for_a_place_that_is_none(slug: str, gazetteer: Gazetteer) -> None:
    text, mentions = found(slug, gazetteer)
    for trap in GOLD[slug]["no_places"]:
        start = text.find(trap)
        while start >= 0:
            end = start + len(trap)
            assert not [m for m in mentions if m.start < end and start < m.end], trap
            start = text.find(trap, end)
