"""Texts that are no articles: each is read in bounded work, and what is left out is said.

No clock is asked: what bounds the time is the text that is parsed and the questions asked for it.
"""

from collections.abc import Callable

import pytest

from geo.gazetteer import Gazetteer
from geo.limits import limits
from geo.losses import Losses
from geo.place import Place
from reports.bounds import bounded
from reports.ingest import extract
from reports.read import read_text
from reports.schema import as_json

HUGE = 400_000
SENTENCE = "Some 12 men reached Sumy on 3 May."

UNITS = {
    "lines": f"{SENTENCE}\n",
    "one line": f"{SENTENCE} ",
    "one sentence": "word and then ",
    "capitals": f"{SENTENCE.upper()}\n\n",
    "lower case": f"{SENTENCE.lower()}\n\n",
    "one name": "Kursk ",
    "pairs of names": "Paris, Texas, ",
    "figures": "1,200 troops and ",
    "dates": "on 3 May 2025 and ",
    "titles": "Mr Jordan Smith said ",
    "right to left": "قال الجيش في دمشق إن القتال مستمر. ",
    "marks": "K\u0301\u0302\u0303ursk ",
    "quotes": "“he said” ",
    "quotes that stay open": "“he said ",
    "brackets that stay open": "(Kursk ",
    "numbers": "1,234, ",
}
UNBROKEN = {
    "no spaces": "KurskRussia",
    "initials": "U.S.",
    "digits": "1,",
    "hyphens": "Kursk-",
}

WITHOUT_LETTERS = ["(", "😀🚀", "\u0301", "[{"]


class Counting:
    """A gazetteer that counts the questions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer, self.asked = gazetteer, 0

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Count and ask."""
        self.asked += 1
        return self.gazetteer.lookup(name)

    def starts(self, word: str) -> int:
        """Count and ask."""
        self.asked += 1
        return self.gazetteer.starts(word)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Count and ask."""
        self.asked += 1
        return self.gazetteer.demonym(word)

    def place(self, place_id: str) -> Place:
        """Count and ask."""
        self.asked += 1
        return self.gazetteer.place(place_id)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_huge_text_is_searched_up_to_the_limit_and_says_so(unit: str) -> None:
    reading = read_text(unit * (HUGE // len(unit)), "huge.txt")
    losses = Losses()
    blocks = bounded(reading.text, reading.blocks, losses)
    searched = sum(block.end - block.start for block in blocks)
    assert 0 < searched <= limits().characters
    assert max(block.end - block.start for block in blocks) <= limits().paragraph
    assert any("were searched" in note for note in losses.notes)


@pytest.mark.parametrize("unit", UNBROKEN.values(), ids=UNBROKEN)
def test_what_has_no_break_is_passed_over(unit: str) -> None:
    wall = unit * (HUGE // len(unit) // 4)
    reading = read_text(
        f"{SENTENCE}\n\nOut of Kursk x{wall}x came 40 men.\n\n{SENTENCE}", "wall.txt"
    )
    losses = Losses()
    blocks = bounded(reading.text, reading.blocks, losses)
    assert sum(block.end - block.start for block in blocks) < 10 * limits().word
    assert any("were passed over" in note for note in losses.notes)
    parts = [reading.text[block.start : block.end] for block in blocks]
    assert SENTENCE in parts[-1]
    assert "Out of Kursk" in parts


@pytest.mark.parametrize("unit", WITHOUT_LETTERS)
def test_walls_without_letters_are_no_words_of_the_report(unit: str) -> None:
    reading = read_text(f"{SENTENCE}\n\n{unit * (HUGE // 4)}\n\n{SENTENCE}", "wall.txt")
    blocks = bounded(reading.text, reading.blocks, Losses())
    assert sum(block.end - block.start for block in blocks) < 10 * limits().word
    parts = [reading.text[block.start : block.end] for block in blocks]
    assert parts[0] == parts[-1] == SENTENCE


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_asks_about_twice_the_questions(unit: str, gazetteer: Gazetteer) -> None:
    asked = []
    for size in (1_500, 3_000):
        index = Counting(gazetteer)
        extract(read_text(unit * (size // len(unit)), "some.txt"), index)
        asked.append(index.asked)
    assert asked[1] <= 3 * asked[0] + 50


@pytest.mark.parametrize(
    "text",
    [
        "Kursk\x00 is \x07in Russia, " * 20 + SENTENCE,
        "Kursk \ud800 is near \udfff Sumy. " + SENTENCE,
        "( ( ( [ [ { " * 200 + SENTENCE,
        "\u202eKursk\u202c and \u200fSumy\u200e. " + SENTENCE,
        "😀 🚀 Kursk 🏴󠁧󠁢󠁥󠁮󠁧󠁿 Sumy. " + SENTENCE,
        "\t \t Kursk \xa0\u3000 Sumy \u2028" + SENTENCE,
        "K" + "\u0301" * 900 + "ursk. " + SENTENCE,
        "\ufeff\ufffe\uffff Kursk. " + SENTENCE,
    ],
    ids=["controls", "surrogates", "brackets", "bidi", "emoji", "spaces", "marks", "bytes"],
)
def test_odd_characters_lose_no_sentence(text: str, gazetteer: Gazetteer) -> None:
    found = as_json(extract(read_text(text, "odd.txt"), gazetteer))
    assert 12 in [figure.get("value") for figure in found["figures"]]
    for thing in (*found["places"], *found["figures"]):
        assert found["text"][thing["start"] : thing["end"]] == thing["text"]


@pytest.fixture
def names_in(gazetteer: Gazetteer) -> Callable[[str], set[str]]:
    """Give the names of the places that a text is found to name."""

    def names(text: str) -> set[str]:
        located = extract(read_text(text, "x.txt"), gazetteer).located
        return {found.mention.place.name for found in located if found.mention.place}

    return names


LOUD = "SOUTH KOREA'S SPY AGENCY SAID ON MONDAY THAT 400 SOLDIERS WERE KILLED NEAR KHARKIV."


def test_only_capitals_are_read_as_a_report(names_in: Callable[[str], set[str]]) -> None:
    assert names_in(LOUD) == {"South Korea", "Kharkiv"}


def test_only_lower_case_gives_the_sure_names(names_in: Callable[[str], set[str]]) -> None:
    assert names_in(LOUD.lower() + " they went on reading in turkey.") == {"South Korea", "Kharkiv"}


def test_a_loud_title_is_quoted_as_it_stands(gazetteer: Gazetteer) -> None:
    found = extract(read_text(f"{LOUD[:-1]}\n\nNobody was hurt in Sumy.", "x.txt"), gazetteer)
    assert {each.mention.text for each in found.located} == {"SOUTH KOREA", "KHARKIV", "Sumy"}
    assert [claim.text for claim in found.claims] == ["400 SOLDIERS", "Nobody was hurt"]


def test_look_alike_letters_are_flagged_in_all_that_is_given(gazetteer: Gazetteer) -> None:
    reading = read_text("Some 40 men reached Kуrsk from Сумы.", "x.txt")
    printed = as_json(extract(reading, gazetteer))
    alike, plain = printed["places"]
    assert (alike["text"], alike["name"]) == ("Kуrsk", "Kursk")
    assert alike["confidence"] < plain["confidence"] / 1.5
    assert "looks like Kursk: mixes Latin and Cyrillic letters" in alike["reasons"]
    assert not any("mixes" in reason for reason in plain["reasons"])
    assert printed["notes"] == ["‘Kуrsk’ mixes Latin and Cyrillic letters; it was read as Kursk."]
