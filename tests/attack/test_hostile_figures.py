"""Numbers that no report has: each text is read in bounded work, and what is left out is said.

No clock is asked: work is counted in calls, and a pattern that backtracks without end would never
come back at all.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from geo.gazetteer import Gazetteer
from geo.limits import limits
from geo.losses import Losses
from geo.passage import Passage
from reports.claims import claims
from reports.ingest import extract
from reports.language import pipeline
from reports.quantities import quantities
from reports.quantities.amounts import amounts
from reports.quantities.numerals import numerals
from reports.read import read_text
from reports.unquantified import unquantified

SENTENCE = "Some 12 men reached Sumy on 3 May."
WALLS = {
    "digits and commas": "1," * 20,
    "groups and a sign": "1,111," * 20 + "!",
    "points": "1.1," * 250,
    "hyphens": "1-" * 150,
    "crosses": "3 x " * 150,
    "ands": "1 and " * 150,
    "betweens": "between 1 and " * 150,
    "hundreds": "one hundred and " * 150,
    "thousands": "one thousand " * 150,
    "thousands of": "thousands of " * 150,
    "brackets": "40 miles (64 km " * 150,
    "parts": "4,000 of the " * 150,
    "hedges": "more than at least up to " * 200,
    "many": "many more additional " * 150,
    "currencies": "US$" * 500,
    "quotes that stay open": "“40 " * 150,
    "quotes that close": "40” " * 150,
    "nested brackets": "(40 " * 150 + ")" * 150,
}


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_a_wall_of_numbers_costs_no_sentence(wall: str, gazetteer: Gazetteer) -> None:
    extraction = extract(read_text(f"{wall}\n\n{SENTENCE}", "wall.txt"), gazetteer)
    assert "Some 12 men" in [claim.text for claim in extraction.claims]
    assert not any("was left out" in note for note in extraction.notes)


def block(text: str) -> Passage:
    """Parse a text as one block."""
    return Passage(0, pipeline()(text))


def calls(work: Callable[[], object]) -> int:
    """Count the calls of Python functions."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_twice_the_numbers_are_about_twice_the_work(wall: str) -> None:
    def work(passage: Passage) -> Callable[[], object]:
        text = passage.doc.text
        return lambda: unquantified([passage], claims(text, [passage], [], [], None))

    once, twice = block(f"{wall} men"), block(f"{wall} {wall} men")
    for passage in (once, twice):
        work(passage)()  # word lists are loaded
    assert calls(work(twice)) <= 3 * calls(work(once)) + 200


def test_a_hundred_thousand_numbers_are_each_looked_at_a_few_times() -> None:
    count = 100_000
    text = ", ".join(["1,234"] * count)
    assert len(numerals(text)) == count
    assert calls(lambda: numerals(text[: len(text) // 10])) < 100 * count // 10


def test_of_very_many_figures_the_first_are_kept(gazetteer: Gazetteer) -> None:
    most = limits().figures
    lines = "\n".join(f"{number} men" for number in range(1, most + 200))
    extraction = extract(read_text(lines, "many.txt"), gazetteer)
    assert len(extraction.claims) == most
    assert any("figures were found: the first 2,000 were kept" in n for n in extraction.notes)


def test_numbers_beyond_all_measure_are_no_figures() -> None:
    assert amounts("9" * 400) == []
    assert amounts("one hundred and " * 300)[0].value == 101


def test_a_paragraph_that_fails_costs_only_its_own_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = "Some 12 men left.", "Some 40 men came."
    passages = [block(first), Passage(len(first) + 1, block(second).doc)]

    def fail(passage: Passage) -> object:
        if passage.start == 0:
            raise RuntimeError("no more")
        return quantities(passage)

    monkeypatch.setattr("reports.claims.quantities", fail)
    losses = Losses()
    (claim,) = claims(f"{first} {second}", passages, [], [], None, losses)
    assert claim.text == "Some 40 men"
    assert losses.notes == ("What a paragraph counts was left out (RuntimeError: no more).",)
