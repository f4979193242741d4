"""Case restored: headlines in capitals and texts without any, written as a report would be.

Recognition leans on capitals. Where a stretch has nothing else, or none, its words are written anew
for the parser and the gazetteer, letter for letter, so that every offset holds.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from geo.index import Index
from geo.lexicon import lines, words
from geo.place import Kind, Place
from geo.toponyms.usage import is_capital

FEWEST_WORDS = 3
"""Words of the shortest stretch that is judged; shorter ones may be initials."""
MOSTLY = 0.9
"""The part of the letters that are capitals in a stretch of capitals."""
SHORTEST = 4
"""Letters of the shortest name that is sought in a text without capitals."""
LONGEST = 5
"""Words of the longest name."""
TOWN, CITY = 15_000, 200_000
"""People of a town that a word in capitals may mean, and of one that a word without may."""

_SMALL = frozenset({Kind.CITY, Kind.SITE, Kind.ADM2})
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)?")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_]['’])S\b")
_JOINT = re.compile(r"[ \t\n-]")
_SENTENCE_END = re.compile(r"[.!?:][\"”’)]*\s")

Word = re.Match[str]


def in_capitals(text: str) -> bool:
    """Tell whether a stretch is written in capitals throughout, a few letters aside."""
    upper, lower = (sum(map(test, text)) for test in (str.isupper, str.islower))
    return len(_WORD.findall(text)) >= FEWEST_WORDS and upper >= MOSTLY * (upper + lower)


def without_capitals(text: str) -> bool:
    """Tell whether a text has letters with case, and no capital."""
    return len(_WORD.findall(text)) >= FEWEST_WORDS and text == text.lower() != text.upper()


def lowered(text: str, index: Index, ordinary: Callable[[str], bool]) -> str:
    """Write a stretch of capitals with capitals only where names and sentences begin.

    Parameters
    ----------
    ordinary
        Says whether a word in lower case is an ordinary one rather than a name.

    >>> from geo.gazetteer import open_gazetteer
    >>> lowered("TROOPS LEAVE NORTH KOREA", open_gazetteer(), {"troops", "leave"}.__contains__)
    'Troops leave North Korea'
    """
    found = list(_WORD.finditer(text))
    names = set(_names(found, text, index, _worth_capitals))
    parts, last = [], 0
    for at, word in enumerate(found):
        if _POSSESSIVE.match(text, word.start()):
            continue
        opens = not at or bool(_SENTENCE_END.search(text[found[at - 1].end() : word.start()]))
        keeps = word.group() in words("casing", "kept") or "." in word.group()
        plain = _lower(word.group())
        capital = at in names or opens or plain in words("casing", "dates") or not ordinary(plain)
        parts.append(text[last : word.start()])
        parts.append(word.group() if keeps else _capitalised(plain) if capital else plain)
        last = word.end()
    return _POSSESSIVE.sub("s", "".join([*parts, text[last:]]))


def raised(text: str, index: Index) -> str:
    """Write the surest names of places in a text without capitals with theirs."""
    found = list(_WORD.finditer(text))
    parts, last = [], 0
    for at in _names(found, text, index, _sure):
        parts += [text[last : found[at].start()], _capitalised(found[at].group())]
        last = found[at].end()
    return "".join([*parts, text[last:]])


def _names(
    found: list[Word], text: str, index: Index, worth: Callable[[str, Index], bool]
) -> Iterator[int]:
    """Give the numbers of the words that names are made of, small ones inside a name aside."""
    at = 0
    while at < len(found):
        length = next(
            (
                size
                for size in range(_reach(found, text, at), 0, -1)
                if worth(text[found[at].start() : found[at + size - 1].end()], index)
            ),
            0,
        )
        for other in range(at, at + length):
            if other == at or found[other].group().lower() not in words("casing", "small"):
                yield other
        at += max(1, length)


def _reach(found: list[Word], text: str, at: int) -> int:
    """Give the number of words from here on that nothing but a space or a hyphen parts."""
    reach = 1
    for one, other in pairwise(found[at : at + LONGEST]):
        if not _JOINT.fullmatch(text[one.end() : other.start()]):
            break
        reach += 1
    return reach


def _worth_capitals(name: str, index: Index) -> bool:
    places = index.lookup(name)
    if any(place.kind is Kind.COUNTRY for place in places) or index.demonym(name):
        return True
    parts = name.lower().split()
    if all(part in lines("common_words") for part in parts):
        return False
    return any(place.kind not in _SMALL or place.population >= TOWN for place in places)


def _sure(name: str, index: Index) -> bool:
    """Tell whether a name can hardly be anything but that of a place or people."""
    parts = re.split(r"[\s-]+", name.lower())
    if all(map(_unsure, parts)) or len(name) < SHORTEST:
        return False
    places = index.lookup(name)
    if index.demonym(name) or any(place.kind is Kind.COUNTRY for place in places):
        return True
    if len(parts) == 1 and (parts[0] in lines("surnames") or parts[0] in lines("given_names")):
        return False
    return any(map(_large, places))


def _unsure(part: str) -> bool:
    return part in lines("common_words") or part in words("casing", "unsure")


def _large(place: Place) -> bool:
    return place.kind is Kind.ADM1 or place.population >= CITY or is_capital(place)


def _lower(word: str) -> str:
    """Lower a word letter by letter, none of which may become two."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in word)


def _capitalised(word: str) -> str:
    first = word[:1].upper()
    return (first if len(first) == 1 else word[:1]) + word[1:]
