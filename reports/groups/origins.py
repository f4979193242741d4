"""Who is at the root of what was said: the same speaker under a longer and a shorter name."""

import re
from collections.abc import Iterable

WORD = re.compile(r"[\w-]+")
OWNER = re.compile(r"^.*?['’]s\s+")
# Words that stand in names of speakers without telling one from another.
EMPTY = frozenset({"of", "the", "and", "for"})


def distinct(names: Iterable[str]) -> list[str]:
    """List speakers once each, under the shortest of their names.

    A name is another's when all its words are in it and it is a proper name: "Joint Chiefs" is
    "South Korea's Joint Chiefs of Staff", but "lawmaker" may be any lawmaker.

    >>> distinct(["South Korean lawmaker Lee Seong-kweun", "Lee Seong-kweun", "lawmaker"])
    ['Lee Seong-kweun', 'lawmaker']
    >>> distinct(["South Korea", "South Korea's Joint Chiefs of Staff"])
    ['South Korea', "South Korea's Joint Chiefs of Staff"]
    """
    kept: list[str] = []
    for name in sorted(set(names), key=lambda each: (len(_words(each)), each)):
        if not any(_proper(known) and _words(known) <= _words(name) for known in kept):
            kept.append(name)
    return sorted(kept)


def _words(name: str) -> frozenset[str]:
    # Whose agency it is names it no further, and is a speaker of its own: "South Korea's".
    own = OWNER.sub("", name)
    return frozenset(word.casefold() for word in WORD.findall(own)) - EMPTY


def _proper(name: str) -> bool:
    return any(word[0].isupper() for word in WORD.findall(name))
