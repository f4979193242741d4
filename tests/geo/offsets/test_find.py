"""Directed distances in sentences: from what, in which direction, and of what."""

from collections.abc import Callable

import pytest

from geo.offsets import Offset, offsets
from geo.passage import Passage
from geo.toponyms import toponyms
from tests.geo.conftest import SmallIndex

Find = Callable[[str], list[Offset]]


@pytest.fixture(scope="session")
def find(index: SmallIndex, parse: Callable[[str], list[Passage]]) -> Find:
    def found(text: str) -> list[Offset]:
        passages = parse(text)
        result = offsets(passages, toponyms(passages, index))
        assert all(text[one.start : one.end] == one.text for one in result)
        return result

    return found


@pytest.mark.parametrize(
    ("text", "anchor", "degrees", "spread"),
    [
        ("A depot 40 miles southeast of Kursk was hit.", "Kursk", 135, 22.5),
        ("It fell about 10 km north of the city of Kharkiv.", "Kharkiv", 0, 22.5),
        ("A camp 65 km SE of Kursk burned.", "Kursk", 135, 22.5),
        ("A camp 60 km (37 miles) north-north-east of Sumy burned.", "Sumy", 22.5, 11.25),
        ("A camp 40 km due south of Kharkiv burned.", "Kharkiv", 180, 11.25),
        ("They met a few miles to the west of Sumy's centre.", "Sumy", 270, 22.5),
        ("They stood three kilometres from Sumy.", "Sumy", None, None),
        ("Everyone within 30 km of Kharkiv left.", "Kharkiv", None, None),
        ("A 30-km exclusion zone around Kharkiv was drawn.", "Kharkiv", None, None),
    ],
)
def test_anchor_and_bearing_are_found(
    find: Find, text: str, anchor: str, degrees: float | None, spread: float | None
) -> None:
    (found,) = find(text)
    assert found.anchor.text == anchor
    assert found.located is None
    towards = found.bearing
    assert (towards and towards.degrees, towards and towards.spread) == (degrees, spread)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("They stood 10 km from the Russian border.", "Russian"),
        ("They stood 10 km from Ukraine's border.", "Ukraine"),
        ("They stood 10 km from the border with Ukraine.", "Ukraine"),
    ],
)
def test_a_border_is_measured_from(find: Find, text: str, anchor: str) -> None:
    (found,) = find(text)
    assert (found.anchor.text, found.border) == (anchor, True)


@pytest.mark.parametrize(
    "text",
    [
        "Sumy, 140 km northwest of Kharkiv, was calm.",
        "Sumy, 140 km northwest of Kharkiv, lost power.",
        "Sumy, a city some 140 km from Kharkiv, was calm.",
        "Sumy is 140 km northwest of Kharkiv.",
        "It is 140 km from Kharkiv to Sumy.",
    ],
)
def test_what_lies_there_may_be_named(find: Find, text: str) -> None:
    (found,) = find(text)
    assert found.anchor.text == "Kharkiv"
    assert found.located is not None
    assert found.located.text == "Sumy"


@pytest.mark.parametrize(
    "text",
    [
        "Troops advanced 3 km from Sumy.",
        "It lies 50 km by road from Sumy.",
        "It stood 10 km from the front near Sumy.",
        "They drove at 40 miles per hour from Sumy.",
        "A 40 km convoy left Sumy.",
        "Sumy has 40 km of trenches.",
    ],
)
def test_a_way_or_a_size_is_no_offset(find: Find, text: str) -> None:
    assert find(text) == []


def test_the_anchor_stays_a_literal_mention(find: Find) -> None:
    (found,) = find("A depot 40 miles southeast of Kursk was hit.")
    assert found.anchor.role.value == "literal"
