"""Scoring figures: what is found, what is read right, and texts that differ."""

from datetime import date
from typing import Any

import pytest

from bench.claims.gold import Figure, Marked, marked
from bench.claims.scoring import aligned, bare, interval, is_found, is_right, scores, tally

TEXT = "Some 40 soldiers and 12 officers reached Sumy in June; thousands fled 65 km (40 miles)."
PLACES = [
    {"text": "Sumy", "name": "Sumy", "kind": "city", "lat": 50.92, "lon": 34.80},
    {"text": "Ukraine", "name": "Ukraine", "kind": "country", "lat": 49.0, "lon": 32.0},
]


def figure(text: str, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - fields are what they are
    start = TEXT.index(text)
    plain = {"start": start, "end": start + len(text), "comparator": "eq", "approx": False}
    fields = dict.fromkeys(("unit", "category", "group", "modality", "place", "from", "to", "when"))
    return plain | fields | given


SOLDIERS = figure(
    "40 soldiers",
    value=40,
    unit="personnel",
    group="deployment",
    modality="reported",
    place="Sumy",
    when="2025-06",
)
OFFICERS = figure("12 officers", value=12, unit="personnel", core=False)
MANY = figure("thousands", low=2000, comparator="vague", unit="displaced")
FAR = figure("65 km (40 miles)", value=65, unit="km")
GOLD = [SOLDIERS, OFFICERS, MANY, FAR]


def read(*entries: dict[str, Any], text: str = TEXT) -> Marked:
    return marked({"figures": entries, "places": PLACES}, text)


def one(entry: dict[str, Any]) -> Figure:
    return read(entry).figures[0]


def test_gold_against_itself_is_perfect() -> None:
    found = scores([tally(read(*GOLD), read(*GOLD))])
    assert (found.recall_core, found.recall_all, found.precision, found.joint) == (1, 1, 1, 1)
    assert set(found.fields.values()) == {1}


def test_nothing_found_is_nothing_and_says_so() -> None:
    found = scores([tally(read(*GOLD), read())])
    assert (found.recall_core, found.joint, found.precision) == (0, 0, None)


def test_shares_are_of_what_they_say() -> None:
    wrong = {**SOLDIERS, "unit": "killed", "when": None}
    extra = figure("June", value=6)
    found = scores([tally(read(*GOLD), read(wrong, OFFICERS, extra))])
    assert found.recall_core == pytest.approx(1 / 3)
    assert found.recall_all == pytest.approx(2 / 4)
    assert found.precision == pytest.approx(2 / 3)
    assert (found.joint, found.fields["unit"], found.fields["place"]) == (0, 0, 1)
    assert (found.stated["when"], found.counts["when"], found.stated["from"]) == (0, 1, None)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (SOLDIERS, {**SOLDIERS, "value": 41}, False),
        (SOLDIERS, {**SOLDIERS, "value": 40.2}, True),
        (SOLDIERS, {**SOLDIERS, "value": None, "low": 40, "high": 50}, True),
        (MANY, {**MANY, "low": 1000}, True),
        (SOLDIERS, {**SOLDIERS, "comparator": "vague"}, False),
        (FAR, {**FAR, "value": 40.4, "unit": "mi"}, True),
        (FAR, {**FAR, "value": 50, "unit": "mi"}, False),
        ({**FAR, "values": [3.5, 1.5]}, {**FAR, "values": [1.5, 3.5]}, True),
        ({**FAR, "values": [3.5, 1.5]}, {**FAR, "value": 3.5}, False),
        ({**FAR, "value": None, "low": 60, "high": 65, "comparator": "range"}, FAR, False),
    ],
)
def test_numbers(gold: dict[str, Any], found: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    assert is_found(one(gold), one(found)) is expected


@pytest.mark.parametrize(
    ("field", "wanted", "given", "expected"),
    [
        ("unit", "personnel", "personnel", True),
        ("unit", "killed;casualties", "casualties", True),
        ("unit", "km", "mi", True),
        ("unit", "km", "ha", False),
        ("place", "Kursk Oblast", "Kursk region", True),
        ("place", "Sumy; Kharkiv", "Sumy", True),
        ("place", "Sumy", "Ukraine", False),
        ("place", "Ukraine", "Sumy", True),
        ("place", None, None, True),
        ("place", None, "Sumy", False),
        ("when", "2025-06", "2025-06-12/2025-06-20", True),
        ("when", "2025-06", "2025-07/..", False),
        ("when", "2025", None, False),
    ],
)
def test_fields(field: str, wanted: str | None, given: str | None, expected: bool) -> None:  # noqa: FBT001
    gold, found = one({**SOLDIERS, field: wanted}), one({**SOLDIERS, field: given})
    spots = read().spots
    assert is_right(field, gold, found, spots, spots) is expected


def test_figures_of_another_text_are_moved_to_this_one() -> None:
    page = f"Home | News\n\n{TEXT}"
    start = page.index("40 soldiers")
    found = read({**SOLDIERS, "start": start, "end": start + 11}, text=page)
    (moved,) = aligned(found, TEXT)
    assert TEXT[moved.start : moved.end] == "40 soldiers"


def test_what_is_not_in_the_text_lies_nowhere() -> None:
    (moved,) = aligned(read({**SOLDIERS, "start": 0, "end": 2}, text="##"), TEXT)
    assert moved.end <= 0


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-06-03", date(2025, 6, 3), date(2025, 6, 3)),
        ("2025-02~", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("../2025-06", date.min, date(2025, 6, 30)),
    ],
)
def test_intervals(text: str, first: date, last: date) -> None:
    assert interval(text) == (first, last)


def test_type_words_do_not_tell_places_apart() -> None:
    assert bare("Gaza Strip") == bare("gaza") != bare("Gazipur")
