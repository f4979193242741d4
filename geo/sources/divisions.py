"""How provinces and districts are called: stems, type words, and the names reports make of them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from geo.names import normalise
from geo.sources.tables import division_types

_LATIN = re.compile(r"[A-Za-z]")
_ADJECTIVES = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}
_NOUNS = {long: short for short, long in _ADJECTIVES.items()}


@cache
def _type_words() -> tuple[frozenset[str], frozenset[str], int]:
    """Give the type words that precede and that follow a stem, and how many words they have."""
    types = division_types()
    before, after = frozenset(types["stripped_before"]), frozenset(types["stripped_after"])
    return before, after, max(len(word.split()) for word in before | after)


@lru_cache(maxsize=1 << 16)
def stem(name: str) -> str:
    """Give the normal form of a division's name without its type.

    >>> stem("Kursk Oblast"), stem("Republic of Karelia"), stem("Koksan-gun"), stem("Oblast")
    ('kursk', 'karelia', 'koksan', 'oblast')
    """
    words = normalise(name).split()
    before, after, longest = _type_words()
    for count in range(min(longest, len(words) - 1), 0, -1):
        if " ".join(words[-count:]) in after:
            return " ".join(words[:-count])
        if " ".join(words[:count]) in before:
            return " ".join(words[count:])
    return " ".join(words)


def stems(names: Iterable[str]) -> list[str]:
    """Give the stems of the names in Latin script, each once, in order."""
    return list(dict.fromkeys(stem(name) for name in names if _LATIN.search(name)))


def says_only_where(bare: str) -> bool:
    """Say whether a stem names no more than a quarter of its country ("Northern")."""
    return bare in division_types()["never_bare"]


def province_names(bare: str, type_en: str, country: str) -> Iterator[str]:
    """Give what reports call a province of this stem, in normal form and type always said.

    Parameters
    ----------
    bare
        The stem ("kursk").
    type_en
        Type in the boundary file, several parted by ``|`` ("Region"); may be empty.
    country
        ISO 3166-1 alpha-2.
    """
    types = division_types()
    own = [part.split("(")[0].strip() for part in type_en.split("|") if part.strip()]
    after = [*own, *(more for part in own for more in types["also"].get(part, ()))]
    for variant in _directions(bare):
        for word in (*after, *types["everywhere"]["after"]):
            yield f"{variant} {normalise(word)}"
        for word in own:
            if word in types["of"]["types"]:
                yield f"{normalise(word)} of {variant}"
        for word in types["before"].get(country, ()):
            yield f"{normalise(word)} {variant}"


def display_name(name: str, country: str) -> str:
    """Add the customary type word to a province's name that is a bare stem."""
    word = division_types()["display"].get(country)
    bare = stem(name) == normalise(name) and normalise(word or "") not in normalise(name).split()
    return f"{name} {word}" if word and bare else name


def _directions(bare: str) -> Iterator[str]:
    """Give the stem, and with its first word as adjective or noun: South and Southern Kordofan."""
    yield bare
    first, gap, rest = bare.partition(" ")
    other = _ADJECTIVES.get(first) or _NOUNS.get(first)
    if gap and other:
        yield f"{other} {rest}"
