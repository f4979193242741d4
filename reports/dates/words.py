"""The words that dates are made of: ``data/lexicons/dates.toml`` as tables and pattern pieces.

Every piece is an alternation of fixed phrases, longest first, so that no pattern built from them
can backtrack far.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reports import lexicon as lexicons

TEN = 10


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: whole calendar months, or days."""

    months: int = 0
    days: float = 0.0


def lexicon() -> Mapping[str, Any]:
    """Return the words of dates."""
    return lexicons.lexicon("dates")


def alternation(phrases: Iterable[str]) -> str:
    r"""Return a pattern for any of the phrases, longest first; a space is any white space.

    Phrases that begin alike share that part of the pattern, so that most words of a text are
    dismissed by their first letter.

    >>> alternation(["today", "to date", "tonight"])
    '(?:to(?:\\s+date|day|night))'
    """
    return f"(?:{_either({' '.join(phrase.split()) for phrase in phrases})})"


def _either(tails: Collection[str]) -> str:
    """Return a pattern for any of the tails that phrases have after a shared beginning."""
    by_letter: dict[str, list[str]] = {}
    for tail in sorted(tails):
        if tail:
            by_letter.setdefault(tail[0], []).append(tail[1:])
    branches = [_letter(letter) + _either(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    ends_here = "" in tails
    pattern = "|".join(branches)
    return f"(?:{pattern}){'?' * ends_here}" if ends_here or len(branches) > 1 else pattern


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)


def folded(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, whatever their case."""
    return f"(?i:{alternation(phrases)})"


def key(phrase: str) -> str:
    """Return a phrase as the lexicon spells it: one space between words, lower case."""
    return " ".join(phrase.split()).casefold()


@cache
def month_numbers() -> Mapping[str, int]:
    """Return the number of the month by its name or abbreviation, lower case, no full stop."""
    return {
        name.casefold(): number
        for number, names in enumerate(lexicon()["months"].values(), 1)
        for name in names
    }


@cache
def month_pattern() -> str:
    """Return a pattern for the names of months.

    Names stand in title case or in capitals, so that the modal "may" and the verb "march" are left
    alone; these two are not even read in capitals, where "MAY" is as often the modal.
    """
    names = [name for names in lexicon()["months"].values() for name in names]
    capitals = [name.upper() for name in names if name not in {"May", "March", "Mar"}]
    abbreviated = {name for name in names if len(name) <= len("Sept")} - {"May", "June", "July"}
    stops = [f"{name}." for name in abbreviated]
    return alternation([*names, *capitals, *stops])


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Return the number of the weekday by its lower-case name, as ``date.weekday`` counts."""
    names = lexicon()["weekdays"]["names"]
    return {name.casefold(): number for number, name in enumerate(names)}


@cache
def seasons() -> Mapping[str, str]:
    """Return the season by each of its words."""
    return {word: season for season, words in lexicon()["seasons"].items() for word in words}


@cache
def units() -> Mapping[str, Unit]:
    """Return the unit of time by each of its words."""
    return {
        word: Unit(entry.get("months", 0), entry.get("days", 0.0))
        for entry in lexicon()["units"].values()
        for word in entry["words"]
    }


@cache
def unit_names() -> Mapping[str, str]:
    """Return the name of the unit of time ("weeks") by each of its words."""
    return {word: name for name, entry in lexicon()["units"].items() for word in entry["words"]}


@cache
def numbers() -> Mapping[str, float]:
    """Return the numbers by their words, with those composed of tens and ones ("twenty-five")."""
    words, tens = lexicon()["numbers"]["words"], lexicon()["numbers"]["tens"]
    ones = {word: number for word, number in words.items() if word.isalpha() and 1 <= number < TEN}
    composed = {
        f"{ten}-{one}": tens[ten] + ones[one]
        for ten in tens
        for one in ones
        if one not in {"a", "an"}
    }
    return {**words, **tens, **composed}


def governors(kind: str) -> frozenset[str]:
    """Return the lemmas of one kind of governor ("ahead", "speech", …)."""
    return frozenset(lexicon()["governors"][kind])


def happenings(kind: str) -> frozenset[str]:
    """Return the lemmas of what happens on a day: "verbs", "nouns" or verbs "coming" about."""
    return frozenset(lexicon()["happenings"][kind])
