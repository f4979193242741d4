"""What is left out, and the note on it."""

import pytest
from spacy.tokens import Span

from geo.index import Index
from geo.limits import limits
from geo.losses import CarefulIndex, Losses
from geo.mention import Mention
from geo.passage import Passage
from geo.place import Place
from geo.toponyms import toponyms
from geo.toponyms.roles import role
from geo.toponyms.usage import Choice
from reports.language import pipeline


class Cursed:
    """An index that fails for one name."""

    def __init__(self, index: Index, name: str) -> None:
        self.index, self.name = index, name

    def _check(self, name: str) -> None:
        if name.lower() == self.name.lower():
            raise OSError("disk on fire")

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Fail for the one, ask for the others."""
        self._check(name)
        return self.index.lookup(name)

    def starts(self, word: str) -> int:
        """Ask."""
        return self.index.starts(word)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Fail for the one, ask for the others."""
        self._check(word)
        return self.index.demonym(word)

    def place(self, place_id: str) -> Place:
        """Fail for all."""
        raise OSError(f"no {place_id}: disk on fire")


def found(text: str, index: Index, losses: Losses) -> list[Mention]:
    return toponyms([Passage(0, pipeline()(text))], CarefulIndex(index, losses), losses=losses)


def test_a_name_that_fails_costs_only_itself(index: Index) -> None:
    losses = Losses()
    text = "Troops left Kursk for Sumy and Kharkiv."
    mentions = found(text, Cursed(index, "Kharkiv"), losses)
    placed = {mention.text for mention in mentions if mention.place}
    assert placed == {"Kursk", "Sumy"}
    assert "“Kharkiv” was left out (OSError: disk on fire)." in losses.notes


def test_a_role_that_fails_costs_only_its_name(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(span: Span, place: Place | None, names: frozenset[int], *, holds: bool) -> Choice:
        if span.text == "Sumy":
            raise ValueError("no grammar")
        return role(span, place, names, holds=holds)

    monkeypatch.setattr("geo.toponyms.role", failing)
    losses = Losses()
    mentions = found("Troops left Kursk for Sumy and Kharkiv.", index, losses)
    assert {mention.text for mention in mentions} == {"Kursk", "Kharkiv"}
    assert losses.notes == ("“Sumy” was left out (ValueError: no grammar).",)


def test_names_beyond_the_limit_are_counted() -> None:
    losses = Losses()
    assert list(losses.first(range(10), 4, "place names were")) == [0, 1, 2, 3]
    assert losses.notes == ("10 place names were found: the first 4 were kept.",)
    assert list(losses.first(range(4), 4, "dates were")) == [0, 1, 2, 3]
    assert len(losses.notes) == 1


def test_of_very_many_notes_a_few_are_kept() -> None:
    losses = Losses()
    for number in range(limits().notes + 5):
        losses.add(f"Note {number}.")
    assert len(losses.notes) == limits().notes + 1
    assert losses.notes[-1] == "5 more notes of this sort."
