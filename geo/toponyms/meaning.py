"""What the words around a name mean: our own lists first, then the commonest sense in WordNet.

``data/lexicons/roles.toml`` lists the words that matter most, by what they say about a name. A word
that stands in none of a table's lists is judged by what sort of thing or act it is: a slum is a
location and stands on the ground, though nobody listed it.
"""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from spacy.tokens import Token

from geo.settings import data_dir

SENSES = "senses"
"""The part of a table that says which senses stand for which list."""
NAMED = frozenset({"actors", "acts"})
"""What a capitalised word may mean unlisted: organisations and ranks, but "Trump" is no card."""
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ing", ""))


def among(token: Token, table: str, *keys: str) -> bool:
    """Tell whether a word or its lemma is in one of the lists of a table, or means the like."""
    if any(listed(token, table, key) for key in _table(table) if key != SENSES):
        return listed(token, table, *keys)
    if token.ent_type_ == "PERSON":
        return False
    open_to = keys if token.pos_ != "PROPN" else [key for key in keys if key in NAMED]
    return any(sense(token, table) in _senses(table, key) for key in open_to)


def listed(token: Token, table: str, *keys: str) -> bool:
    """Tell whether a word or its lemma itself is in one of the lists of a table."""
    forms = _forms(token)
    return any(not _table(table)[key].isdisjoint(forms) for key in keys)


def spelt(phrase: str, table: str, key: str) -> bool:
    """Tell whether a list has several words as one entry: "turn down", "mock-up"."""
    return phrase in _table(table)[key]


def sense(token: Token, table: str) -> str | None:
    """Give the commonest sense of a word, as a verb or a noun, whichever the table is about."""
    verb = _lexicon()[table].get(SENSES, {}).get("of") == "verb"
    found = (_sense_table()[form][verb] for form in _forms(token) if form in _sense_table())
    return next((known for known in found if known), None)


def noun_sense(lemma: str) -> str:
    """Give the commonest sense of a noun ("person", "animal", …); empty where none is known."""
    return _sense_table().get(lemma, ("", ""))[0]


def only_verb(token: Token) -> bool:
    """Tell whether a word can hardly be a noun: "vows", however it is capitalised."""
    forms = [token.lower_] if token.lower_ in _sense_table() else _stems(token.lower_)
    return any(verb and not noun for noun, verb in map(_sense_table().__getitem__, forms))


def _forms(token: Token) -> tuple[str, ...]:
    """Give the spellings to look a word up by: its own before its lemma ("arms" are weapons).

    Lemmas of capitalised words are often no lemmas.
    """
    lemma, lower = token.lemma_.lower(), token.lower_
    known = lemma != lower or lower in _sense_table()
    return (lower, lemma) if known else (lower, *_stems(lower))


def _stems(word: str) -> list[str]:
    endings = [(end, put) for end, put in ENDINGS if word.endswith(end)]
    stems = [word[: -len(end)] + put + e for end, put in endings for e in ("", "e")]
    return [stem for stem in stems if stem in _sense_table()]


@cache
def _lexicon() -> Mapping[str, Any]:
    path = data_dir() / "lexicons" / "roles.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in _lexicon()[name].items()}


@cache
def _senses(table: str, key: str) -> frozenset[str]:
    return frozenset(_lexicon()[table].get(SENSES, {}).get(key, ()))


@cache
def _sense_table() -> Mapping[str, tuple[str, str]]:
    """Read the commonest sense of each word as a noun and as a verb."""
    path = data_dir() / "lexicons" / "geo" / "senses.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["word"]: (row["noun"], row["verb"]) for row in csv.DictReader(file)}
