"""A small gazetteer and a parser, so that the rules of geoparsing can be tested alone."""

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.mention import Mention
from geo.names import normalise
from geo.passage import Passage
from geo.place import Kind, Place
from geo.toponyms import toponyms
from reports.language import pipeline

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class SmallIndex:
    """The places of ``places.csv``, countries and provinces first."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.names: dict[str, list[Place]] = defaultdict(list)
        self.peoples: dict[str, list[Place]] = defaultdict(list)
        for row in rows("places.csv"):
            place = Place(
                id=row["id"],
                name=row["name"],
                kind=Kind(row["kind"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                country=row["country"] or None,
                adm1=row["adm1"] or None,
                population=int(row["population"] or 0),
            )
            self.places[place.id] = place
            for name in dict.fromkeys(map(normalise, [row["name"], *row["aliases"].split("|")])):
                self.names[name].append(place)
        for row in rows("demonyms.csv"):
            for name in row["demonyms"].split("|"):
                self.peoples[normalise(name)].append(self.places[row["place"]])

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of this name."""
        return tuple(self.names.get(normalise(name), ()))

    def starts(self, word: str) -> int:
        """Give the words of the longest name that starts so."""
        lengths = [len(name.split()) for name in self.names if name.split()[:1] == [word]]
        return max(lengths, default=0)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Give the countries of a people."""
        return tuple(self.peoples.get(normalise(word), ()))

    def place(self, place_id: str) -> Place:
        """Give the place with this id."""
        return self.places[place_id]


@pytest.fixture(scope="session")
def index() -> SmallIndex:
    return SmallIndex()


@pytest.fixture(scope="session")
def parse() -> Callable[[str], list[Passage]]:
    """Parse a text, one passage a line."""

    def passages(text: str) -> list[Passage]:
        found = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                found.append(Passage(start, pipeline()(line)))
            start += len(line) + 1
        return found

    return passages


@pytest.fixture(scope="session")
def mentions(
    index: SmallIndex, parse: Callable[[str], list[Passage]]
) -> Callable[[str], list[Mention]]:
    """Find the place names of a text with the small gazetteer."""
    return lambda text: toponyms(parse(text), index)
