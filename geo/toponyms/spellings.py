"""Names spelt otherwise than the gazetteer has them: "Avdiyevka", "Ras Lanouf"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from string import ascii_lowercase

from geo.index import Index
from geo.lexicon import lexicon
from geo.names import normalise
from geo.place import Place
from geo.toponyms.matches import Name

SHORTEST = 6
"""Letters; of shorter names too many are alike."""
SHORTEST_MISSPELT = 8
"""Letters of a name that may have any one letter wrong, not only those that scripts exchange."""
MOST_LOOKED_UP = 2000
"""Spellings tried for one name."""


def with_spellings(names: Sequence[Name], index: Index) -> list[Name]:
    """Give names that nobody knows the places of a like spelling, in the report's countries.

    They keep the spelling that was found, so that the choice can be reported with less confidence.
    """
    countries = {place.country for name in names for place in name.places[:1] if place.country}
    tried: dict[str, tuple[Place, ...]] = {}
    return [_respelt(name, countries, tried, index) for name in names]


def _respelt(
    name: Name, countries: set[str], tried: dict[str, tuple[Place, ...]], index: Index
) -> Name:
    label = name.span.root.ent_type_
    if name.places or name.demonym or label not in {"GPE", "LOC"} or not name.surface.isascii():
        return name
    written = normalise(name.surface)
    if written not in tried:
        tried[written] = _alike(written, countries, index)
    places = tried[written]
    return replace(name, places=places, spelt=places[0].name) if places else name


def _alike(written: str, countries: set[str], index: Index) -> tuple[Place, ...]:
    for number, spelling in enumerate(_spellings(written)):
        if number == MOST_LOOKED_UP:
            break
        found = tuple(place for place in index.lookup(spelling) if place.country in countries)
        if found:
            return found
    return ()


def _spellings(written: str) -> Iterator[str]:
    """Give other spellings, the likeliest first: one sound, two sounds, one letter."""
    letters = len(written.replace(" ", ""))
    if letters < SHORTEST:
        return
    once = list(dict.fromkeys(exchanged(written)))
    yield from once
    if letters >= SHORTEST_MISSPELT:
        yield from _misspelt(written)
    for other in once:
        yield from exchanged(other)


def exchanged(written: str) -> Iterator[str]:
    """Give a name with one sound written as another script's transliteration has it.

    >>> "ras lanuf" in exchanged("ras lanouf")
    True
    """
    for one, other in _exchanges():
        at = written.find(one)
        while at >= 0:
            yield written[:at] + other + written[at + len(one) :]
            at = written.find(one, at + 1)
    for at in range(1, len(written)):
        if written[at] == written[at - 1]:
            yield written[:at] + written[at + 1 :]  # Rakka, Raka


def _misspelt(written: str) -> Iterator[str]:
    for at in range(1, len(written)):
        yield written[:at] + written[at + 1 :]
        for letter in ascii_lowercase:
            yield written[:at] + letter + written[at + 1 :]
            yield written[:at] + letter + written[at:]


@cache
def _exchanges() -> tuple[tuple[str, str], ...]:
    sounds: list[list[str]] = lexicon("spellings")["sounds"]
    return tuple(
        (one, other) for sound in sounds for one in sound for other in sound if one != other
    )
