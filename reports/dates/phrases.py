"""Phrases: a calendar term, or a range of two, with the words around it that bend its meaning.

"By the end of October or November" is the terms October and November, joined by "or", the first
with the part "end", the whole with the qualifier "by".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from reports.dates.terms import Term, terms
from reports.dates.words import folded, key, lexicon

# No prefix in the lexicon is longer than this.
_REACH = 40
# These say how far a date reaches; nothing more is said of it after one of them.
BOUNDING = frozenset({"as-early-as", "by", "since", "from", "onward", "until", "before", "after"})

# Rules that read a range of two by themselves.
_RANGES = frozenset({"days-month", "month-days"})
# A vague term before another only leads up to it.
_LEADING_UP = ("vague", "so-far")
_POSSESSIVES = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Side:
    """A term with the parts taken of it ("late", "the end of"), innermost first."""

    start: int
    end: int
    term: Term
    parts: tuple[str, ...] = ()
    introduced: bool = False

    @property
    def stands(self) -> bool:
        """Whether this much is a date by itself."""
        needs = self.term.needs
        return needs == "nothing" or bool(self.parts) or (needs == "prefix" and self.introduced)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date expression at ``text[start:end]`` of a passage.

    ``qualifiers`` are named in the lexicon, innermost first; ``connector`` joins ``head`` to
    ``tail`` in a range.
    """

    start: int
    end: int
    head: Side
    tail: Side | None = None
    connector: str | None = None
    qualifiers: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """Name how it was read, outermost word first."""
        sides = [
            " ".join((*reversed(s.parts), s.term.rule.name)) for s in (self.head, self.tail) if s
        ]
        return " ".join((*reversed(self.qualifiers), f" {self.connector} ".join(sides)))


def phrases(text: str) -> list[Phrase]:
    """Find the date expressions of a text, in order and without overlaps."""
    sides = _sides(text)
    ranges = _ranges(text, sides)
    floors = [0, *(phrase.end for phrase in ranges)]
    found = [_qualified(text, phrase, floor) for phrase, floor in zip(ranges, floors, strict=False)]
    return [phrase for phrase in found if _stands(phrase)]


def _stands(phrase: Phrase) -> bool:
    if phrase.tail:
        return phrase.head.stands or phrase.tail.stands or bool(phrase.qualifiers)
    needs = phrase.head.term.needs
    return phrase.head.stands or (needs == "prefix" and bool(phrase.qualifiers))


def _sides(text: str) -> list[Side]:
    """Take in the parts and plain prepositions before every term."""
    found: list[Side] = []
    floor = 0
    for term in _telling(text):
        side = Side(term.start, term.end, term, introduced=_possessive(text, term.end))
        while step := _before(_inner(), text, side.start, floor):
            name, start = step
            parts = side.parts if name == "plain" else (*side.parts, name)
            side = replace(side, start=start, parts=parts, introduced=True)
        found.append(side)
        floor = term.end
    return found


def _telling(text: str) -> list[Term]:
    """Find the terms, but no vague one that only leads up to the next ("earlier Thursday")."""
    found = terms(text)
    return [
        term
        for term, following in zip_longest(found, found[1:])
        if not (
            term.rule.name.startswith(_LEADING_UP)
            and following is not None
            and text[term.end : following.start].isspace()
        )
    ]


def _ranges(text: str, sides: Sequence[Side]) -> list[Phrase]:
    """Join neighbours that a connector makes a range."""
    found: list[Phrase] = []
    waiting = list(sides)
    while waiting:
        head = waiting.pop(0)
        connector = _connector(text, head, waiting[0]) if waiting else None
        if connector:
            tail = waiting.pop(0)
            found.append(Phrase(head.start, tail.end, head, tail, connector))
        else:
            found.append(Phrase(head.start, head.end, head))
    return found


def _connector(text: str, head: Side, tail: Side) -> str | None:
    """Name what joins two terms, if anything does."""
    gap = text[head.end : tail.start].strip()
    name = next((n for n, words in lexicon()["connectors"].items() if key(gap) in words), None)
    if name and {head.term.needs, tail.term.needs} == {"part"}:
        return None
    return name


def _qualified(text: str, phrase: Phrase, floor: int) -> Phrase:
    """Take in the qualifiers before a phrase, and one behind it.

    A possessive has none: "after Saturday's attack" is after the attack, not after Saturday.
    """
    if _possessive(text, phrase.end):
        return phrase
    ranged = phrase.tail is not None or phrase.head.term.rule.name in _RANGES
    if ranged and (opening := _before(_between(), text, phrase.start, floor)):
        phrase = replace(phrase, start=opening[1], qualifiers=("between",))
    while not BOUNDING.intersection(phrase.qualifiers) and (
        step := _before(_outer(), text, phrase.start, floor)
    ):
        name, start = step
        added = () if name == "plain" else (name,)
        phrase = replace(phrase, start=start, qualifiers=(*phrase.qualifiers, *added))
    for name, words in lexicon()["suffixes"].items():
        match = re.compile(rf"\s+{folded(words)}(?!\w)").match(text, phrase.end)
        if match:
            bounded = BOUNDING.intersection(phrase.qualifiers)
            added = () if bounded else (name,)
            return replace(phrase, end=match.end(), qualifiers=(*phrase.qualifiers, *added))
    return phrase


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in _POSSESSIVES


Prefixes = Mapping[str, re.Pattern[str]]


def _before(prefixes: Prefixes, text: str, end: int, floor: int) -> tuple[str, int] | None:
    """Find the longest prefix that ends where the phrase begins; give its name and its start."""
    left = text[max(floor, end - _REACH) : end]
    found = [(len(m[1]), name) for name, p in prefixes.items() if (m := p.search(left))]
    if not found:
        return None
    length, name = max(found)
    return name, end - length


def _prefixes(groups: Iterator[tuple[str, Sequence[str]]]) -> Prefixes:
    return {name: re.compile(rf"(?<![\w-])({folded(words)}[\s-]+)$") for name, words in groups}


@cache
def _inner() -> Prefixes:
    words = lexicon()["prefixes"]
    return _prefixes(iter([*words["parts"].items(), ("plain", words["plain"]["words"])]))


@cache
def _between() -> Prefixes:
    return _prefixes(iter([("between", lexicon()["prefixes"]["between"]["words"])]))


@cache
def _outer() -> Prefixes:
    words = lexicon()["prefixes"]
    return _prefixes(iter([*words["qualifiers"].items(), ("plain", words["plain"]["words"])]))
