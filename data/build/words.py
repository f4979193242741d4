"""The plain word lists of geoparsing: names of people, and common words that name places too."""

import json
import shutil
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.place import Kind, Place

GIVEN = {"dist.male.first": 850, "dist.female.first": 1000}
"""How many of the most frequent names are taken, by file: men have fewer different ones."""
FAMILY = {"dist.all.last": 1500}
DIALECTS = ("english", "american", "british")
SIZES = (10, 20, 35)
"""Of SCOWL's sizes, those of the words that every small dictionary has."""

GIVEN_HEAD = """\
# The most frequent given names of the 1990 census of the United States (public domain).
# One a line; written by data/build/words.py.
"""
FAMILY_HEAD = """\
# The most frequent family names of the 1990 census of the United States (public domain).
# One a line; written by data/build/words.py.
"""
COMMON_HEAD = """\
# English words that are also the name or a by-name of some place. One of these, capitalised, is
# taken for a place only with other evidence. They are the common words of SCOWL (see
# SCOWL-COPYRIGHT.txt) that the gazetteer has, less countries and well-known places; then days,
# months, directions, makers' names and the like from data/build/words.toml.
# One a line; written by data/build/words.py.
"""


def write_words(census: Path, english: Path, gazetteer: Gazetteer, target: Path) -> None:
    """Write ``given_names.txt``, ``surnames.txt`` and ``common_words.txt`` with SCOWL's notice.

    Parameters
    ----------
    census
        Folder of the census's tables of names.
    english
        Unpacked package of SCOWL's words by size.
    gazetteer
        Says which words are names of places.
    target
        Folder for the lists; it must exist.
    """
    choice = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    common = common_words(frequent_words(english), gazetteer, choice["well_known"])
    more = {word for words in choice["more"].values() for word in words}
    _write(target / "given_names.txt", GIVEN_HEAD, frequent_names(census, GIVEN))
    _write(target / "surnames.txt", FAMILY_HEAD, frequent_names(census, FAMILY))
    _write(target / "common_words.txt", COMMON_HEAD, common | more)
    shutil.copyfile(english / "Copyright", target / "SCOWL-COPYRIGHT.txt")


def frequent_names(census: Path, ranks: dict[str, int]) -> set[str]:
    """Return the names down to a rank from each table, whose rows are name, share, sum and rank."""
    rows = (
        (line.split(), last)
        for file, last in ranks.items()
        for line in (census / file).read_text("ascii").splitlines()
    )
    return {row[0].lower() for row, last in rows if row and int(row[3]) <= last}


def frequent_words(english: Path) -> set[str]:
    """Return the common words of SCOWL that are plain letters, without capitals."""
    words = (
        word
        for dialect in DIALECTS
        for size in SIZES
        for word in json.loads((english / f"{dialect}-words-{size}.json").read_text("utf-8"))
    )
    return {word for word in words if word.isascii() and word.isalpha() and word.islower()}


def common_words(
    words: Iterable[str], gazetteer: Gazetteer, well_known: Collection[str]
) -> set[str]:
    """Return the words that are names of places, but not of countries or of well-known places."""
    return {
        word
        for word in words
        if word not in well_known and _names_lesser_places(gazetteer.lookup(word))
    }


def _names_lesser_places(places: Collection[Place]) -> bool:
    return bool(places) and all(place.kind is not Kind.COUNTRY for place in places)


def _write(path: Path, head: str, words: Collection[str]) -> None:
    path.write_text(head + "".join(f"{word}\n" for word in sorted(words)), "utf-8", newline="\n")
