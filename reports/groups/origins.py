"""Who is at the root of what was said: the same speaker under a longer and a shorter name.

The browser tells speakers apart by the same rule (static/web/speakers.js);
``tests/fixtures/speaker_cases.json`` holds both to one table.
"""

import re
from collections.abc import Iterable, Sequence

from reports.groups.value_text import Row

WORD = re.compile(r"[\w-]+")
OWNER = re.compile(r"^.*?['’]s\s+")
# Words that stand in names of speakers without telling one from another.
EMPTY = frozenset({"of", "the", "and", "for"})


def origins_of(rows: Sequence[Row]) -> list[str | None]:
    """List the independent origins of claims; None stands for those that state no source."""
    named = [row["origin"] for row in rows if isinstance(row["origin"], str)]
    return [*distinct(named), *([None] if len(named) < len(rows) else [])]


def distinct(names: Iterable[str]) -> list[str]:
    """List speakers once each, under the shortest of their names.

    A name is another's when all its words are in it and it is a proper name: "Joint Chiefs" is
    "South Korea's Joint Chiefs of Staff", but "lawmaker" may be any lawmaker.

    >>> distinct(["South Korean lawmaker Lee Seong-kweun", "Lee Seong-kweun", "lawmaker"])
    ['Lee Seong-kweun', 'lawmaker']
    >>> distinct(["South Korea", "South Korea's Joint Chiefs of Staff"])
    ['South Korea', "South Korea's Joint Chiefs of Staff"]

    Capitals stand for the name whose initials they are:

    >>> distinct(["NIS", "South Korea's National Intelligence Service"])
    ['NIS']
    """
    kept: list[str] = []
    for name in sorted(set(names), key=lambda each: (len(_words(each)), each)):
        if not any(_is_name_of(known, name) for known in kept):
            kept.append(name)
    return sorted(kept)


def same_speaker(one: str, other: str) -> bool:
    """Tell whether two names are one speaker's."""
    return one.casefold() == other.casefold() or len(distinct([one, other])) == 1


def _is_name_of(known: str, name: str) -> bool:
    """Tell whether a shorter name is in a longer one, or is made of its initials."""
    if not _proper(known):
        return False
    return _words(known) <= _words(name) or _bare(known) == _initials(name)


def _bare(name: str) -> str:
    return OWNER.sub("", name).removeprefix("the ").replace(".", "")


def _initials(name: str) -> str | None:
    """Give the capitals that may stand for a name of several words."""
    capitals = [word[0] for word in WORD.findall(OWNER.sub("", name)) if word[0].isupper()]
    return "".join(capitals) if len(capitals) > 1 else None


def _words(name: str) -> frozenset[str]:
    # Whose agency it is names it no further, and is a speaker of its own: "South Korea's".
    own = OWNER.sub("", name)
    return frozenset(word.casefold() for word in WORD.findall(own)) - EMPTY


def _proper(name: str) -> bool:
    return any(word[0].isupper() for word in WORD.findall(name))
