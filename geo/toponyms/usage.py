"""How a name stands in its sentence, and what the lexicon says of the words around it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from geo.lexicon import lexicon
from geo.place import Kind, Place, Role
from geo.settings import data_dir

Choice = tuple[Role, str]
"""A role and the reason for it."""

OBJECTS = frozenset({"dobj", "dative", "oprd"})
CHAINED = frozenset({"conj", "appos"})
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Use:
    """A name in its sentence.

    Attributes
    ----------
    span
        The name.
    word
        The word whose grammar it shares: the first of a list ("Sumy and Kharkiv"), or what it is
        an example of ("cities like Sumy").
    governs
        Whether somebody governs in its name.
    names
        Numbers of the words of this passage that belong to some place name.
    """

    span: Span
    word: Token
    governs: bool
    names: frozenset[int]

    @property
    def head(self) -> Token:
        """Give what the name depends on: its verb, its owner's noun, its preposition."""
        return self.word.head

    @property
    def governor(self) -> Token:
        """Give what the preposition before the name depends on: "visit" in "visit to Kyiv"."""
        return self.word.head.head


def use(span: Span, place: Place | None, names: frozenset[int]) -> Use:
    """Look a name up in its sentence."""
    return Use(span, _carrier(span), place is not None and governs(place), names)


def governs(place: Place) -> bool:
    """Tell whether somebody governs in the name of a place: a country, a province, a capital."""
    if place.kind in {Kind.COUNTRY, Kind.ADM1}:
        return True
    return is_capital(place) or place.name in lexicon("capitals")["others"]["names"]


def is_capital(place: Place) -> bool:
    """Tell whether a town is the seat of a country's government."""
    return place.id in lexicon("capitals")["seats"].get(place.country or "", ())


def among(token: Token, table: str, *keys: str) -> bool:
    """Tell whether a word or its lemma is in one of the lists of ``data/lexicons/roles.toml``."""
    spelt = {token.lemma_.lower(), token.lower_}
    return any(not spelt.isdisjoint(_list(table, key)) for key in keys)


@cache
def _lexicon() -> Mapping[str, Any]:
    path = data_dir() / "lexicons" / "roles.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _list(table: str, key: str) -> frozenset[str]:
    return frozenset(_lexicon()[table][key])


def _carrier(span: Span) -> Token:
    word = span.root
    while True:
        if word.dep_ in CHAINED and word.head.i != word.i and word.head.pos_ in NOMINAL:
            word = word.head
        elif word.dep_ == "pobj" and _gives_example(word.head):
            word = word.head.head
        else:
            return word


def _gives_example(preposition: Token) -> bool:
    listed = among(preposition, "prepositions", "examples")
    return listed and preposition.head.tag_ in {"NNS", "NNPS"}
