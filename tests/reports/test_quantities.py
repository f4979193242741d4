"""What numbers count, and which numbers are no figures."""

from collections.abc import Callable

import pytest

from geo.passage import Passage
from reports.quantities import Quantity, quantities

Parse = Callable[[str], Passage]

COUNTED = [
    ("They sent 12,000 soldiers.", "12,000 soldiers", "personnel", "personnel"),
    ("They sent 6,000 builders.", "6,000 builders", "workers", "personnel"),
    ("They took 1.8k people.", "1.8k people", "people", "people"),
    ("It destroyed 18 Leopard 2 tanks.", "18 Leopard 2 tanks", "vehicles", "vehicles"),
    ("It buried hundreds of mines.", "hundreds of mines", "munitions", "mines"),
    ("They hosted 619,000 Syrians.", "619,000 Syrians", "people", "people"),
    ("It has four sections.", "four sections", "count", "count"),
    ("It counted 1,150 new arrivals a day.", "1,150 new arrivals a day", "arrivals", "people/day"),
    ("A 500-strong battalion came.", "500-strong battalion", "personnel", "personnel"),
    ("Two strong earthquakes struck.", "Two strong earthquakes", "events", "events"),
    (
        "They gave 220 units of artillery shells.",
        "220 units of artillery shells",
        "shells",
        "shells",
    ),
]

NO_FIGURES = [
    "It fired from 170 mm guns and 122 mm howitzers.",
    "He left on 11 January and came back on March 5.",
    "It began in 2014 and ended in 2019.",
    "Ivan, 47, and his 26-year-old brother left.",
    "He was 82.",
    "They took Highway 20 to Room 101.",
    "The bus leaves at 7 p.m. from gate 12.",
    "It was a 48-hour strike.",
    "Call 1-800-222-8477 now.",
    "The two authoritarian regimes signed.",
    "One of the men spoke.",
    "It struck three times.",
    "The 11th and 45th brigades met.",
    "There are no plans.",
]


def found(text: str, block: Parse) -> list[Quantity]:
    return quantities(block(text))


@pytest.mark.parametrize(("text", "surface", "kind", "unit"), COUNTED)
def test_a_number_counts_its_noun(
    text: str, surface: str, kind: str, unit: str, block: Parse
) -> None:
    (quantity,) = found(text, block)
    assert (quantity.text, quantity.kind, quantity.unit) == (surface, kind, unit)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_these_are_no_figures(text: str, block: Parse) -> None:
    assert [quantity.text for quantity in found(text, block)] == []


def test_a_part_knows_its_whole_and_the_whole_is_not_stated_again(block: Parse) -> None:
    (part,) = found("More than a third of the 11,000 were killed.", block)
    assert part.whole == 11_000
    assert part.amount.value == pytest.approx(1 / 3, abs=1e-6)


def test_a_whole_that_is_new_is_a_figure_too(block: Parse) -> None:
    texts = [q.text for q in found("Of about 11,000 soldiers sent, 4,000 died.", block)]
    assert texts == ["about 11,000 soldiers", "4,000"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("There is not a single soldier in the town.", "not a single soldier"),
        ("I saw no helicopters at all.", "no helicopters at all"),
        ("Nobody was hurt.", "Nobody was hurt"),
    ],
)
def test_a_stated_zero_is_a_figure(text: str, surface: str, block: Parse) -> None:
    (quantity,) = found(text, block)
    assert (quantity.text, quantity.amount.value) == (surface, 0)


@pytest.mark.parametrize(
    ("text", "form", "reference"),
    [
        ("The base lies 65 km from the Demilitarized Zone.", "distance", "the Demilitarized Zone"),
        ("It is 40 miles southeast of Birmingham.", "distance", "Birmingham"),
        ("It lies 105 km west of the city of Kursk.", "distance", "the city of Kursk"),
        ("Abéché lies 650 km to the east.", "distance", None),
        ("The runway is 1.2 km long.", "dimension", None),
        ("They walked 20 km.", "", None),
        ("They dug 20 km of trenches.", "", None),
        ("They came within 20 km of Kharkiv.", "distance", "Kharkiv"),
    ],
)
def test_a_length_is_a_distance_or_a_size(
    text: str, form: str, reference: str | None, block: Parse
) -> None:
    (quantity,) = found(text, block)
    assert quantity.extent is not None
    span = quantity.extent.reference
    assert quantity.extent.form == form
    assert (text[span[0] : span[1]] if span else None) == reference
