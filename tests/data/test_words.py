"""The plain word lists: written by the rule that is written down, from small packages."""

import json
import tomllib
from pathlib import Path

import pytest

from data.build.words import DIALECTS, SIZES, common_words, frequent_names, write_words
from geo.gazetteer import Gazetteer
from geo.lexicon import lines
from geo.place import Kind, Place
from geo.settings import data_dir

PLACES = {
    "reading": Kind.CITY,
    "wellington": Kind.CITY,
    "turkey": Kind.COUNTRY,
    "nice": Kind.CITY,
}


class FewPlaces(Gazetteer):
    """A gazetteer of the places above."""

    def __init__(self) -> None:
        """Open no file."""

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the place of this name."""
        kind = PLACES.get(name)
        return (Place(f"x:{name}", name, kind, 0.0, 0.0),) if kind else ()


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """Unpack a package of words by size."""
    for dialect in DIALECTS:
        for size in SIZES:
            (tmp_path / f"{dialect}-words-{size}.json").write_text("[]")
    words = ["reading", "writing", "turkey", "wellington", "it's", "Nice", "cliché"]
    (tmp_path / "english-words-35.json").write_text(json.dumps(words))
    (tmp_path / "Copyright").write_text("the notice")
    return tmp_path


@pytest.fixture
def census(tmp_path: Path) -> Path:
    """Unpack tables of names."""
    rows = "".join(f"NAME{rank}  0.1  {rank / 10}  {rank}\n" for rank in range(1, 1600))
    for file in ("dist.male.first", "dist.female.first", "dist.all.last"):
        (tmp_path / file).write_text(rows)
    return tmp_path


def test_names_are_taken_down_to_a_rank(census: Path) -> None:
    assert frequent_names(census, {"dist.male.first": 2}) == {"name1", "name2"}


def test_a_common_word_is_one_that_names_a_lesser_place() -> None:
    words = ["reading", "writing", "turkey", "wellington"]
    assert common_words(words, FewPlaces(), ["wellington"]) == {"reading"}


def test_lists_and_notice_are_written(english: Path, census: Path, tmp_path: Path) -> None:
    target = tmp_path / "lists"
    target.mkdir()
    write_words(census, english, FewPlaces(), target)
    common = target.joinpath("common_words.txt").read_text("utf-8").splitlines()
    rows = [row for row in common if not row.startswith("#")]
    assert {"reading", "monday"} <= set(rows)
    assert not {"writing", "turkey", "wellington", "it's", "Nice", "nice"} & set(rows)
    assert rows == sorted(rows)
    assert target.joinpath("SCOWL-COPYRIGHT.txt").read_text() == "the notice"
    assert "name1500" in target.joinpath("surnames.txt").read_text().splitlines()
    assert "name1001" not in target.joinpath("given_names.txt").read_text().splitlines()


def test_the_lists_that_ship_are_of_that_rule() -> None:
    choice = tomllib.loads((data_dir() / "build" / "words.toml").read_text("utf-8"))
    common = lines("common_words")
    assert {word for words in choice["more"].values() for word in words} <= common
    assert not set(choice["well_known"]) & common
    assert {"reading", "mobile", "nice"} <= common
    assert len(lines("surnames")) == 1500


def test_scowl_s_notice_ships_beside_its_words() -> None:
    notice = (data_dir() / "lexicons" / "geo" / "SCOWL-COPYRIGHT.txt").read_text("utf-8")
    assert "Copyright 2000-2016 by Kevin Atkinson" in notice
