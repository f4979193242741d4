"""The words beside a number that say how it bounds the truth: "at least", "some", "or more"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reports.claim import Comparator
from reports.lexicon import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|[^\w\s]")
_REACH = 64  # characters looked at on either side
_LONGEST = 5  # words in the longest phrase

_COMPARATORS = {
    "gt": Comparator.GT,
    "ge": Comparator.GE,
    "lt": Comparator.LT,
    "le": Comparator.LE,
}


@dataclass(frozen=True, slots=True)
class Hedge:
    """What was read beside a number.

    ``width`` is how many characters of the text it takes, counted from the number outwards;
    ``phrases`` are the phrases found, nearest first.
    """

    width: int = 0
    comparator: Comparator = Comparator.EQ
    approx: bool = False
    increment: bool = False
    phrases: tuple[str, ...] = ()

    def __add__(self, other: "Hedge") -> "Hedge":
        """Join what stands on the left with what stands on the right; widths are not added up."""
        return Hedge(
            self.width,
            self.comparator if self.comparator is not Comparator.EQ else other.comparator,
            self.approx or other.approx,
            self.increment or other.increment,
            self.phrases + other.phrases,
        )


NO_HEDGE = Hedge()
"""Nothing beside the number."""


@cache
def _phrases(side: str) -> Mapping[tuple[str, ...], str]:
    return {
        tuple(m.group() for m in _WORD.finditer(phrase)): kind
        for kind, phrases in lexicon("numbers")[side].items()
        for phrase in phrases
    }


def left_of(text: str, start: int) -> Hedge:
    """Read the hedges that end where a number starts."""
    offset = max(0, start - _REACH)
    found = [(m.start() + offset, m.group()) for m in _WORD.finditer(text[offset:start])]
    hedge, end = Hedge(), start
    while found:
        taken = _longest(_phrases("left"), [word.lower() for _, word in found][::-1], reverse=True)
        if taken is None or _is_particle(found, taken[1]):
            break
        kind, size, phrase = taken[0], taken[1], taken[2]
        end = found[-size][0]
        hedge += _read(kind, phrase)
        found = found[:-size]
    return Hedge(start - end, hedge.comparator, hedge.approx, hedge.increment, hedge.phrases)


def right_of(text: str, end: int) -> Hedge:
    """Read the hedges that begin behind a number or behind what it counts: "or more additional"."""
    found = list(_WORD.finditer(text[end : end + _REACH]))
    taken = _longest(_phrases("right"), [m.group().lower() for m in found], reverse=False)
    if taken is None:
        return Hedge()
    width = found[taken[1] - 1].end()
    rest = right_of(text, end + width)
    joined = _read(taken[0], taken[2]) + rest
    return replace(joined, width=width + rest.width)


def _longest(
    phrases: Mapping[tuple[str, ...], str], nearest: list[str], *, reverse: bool
) -> tuple[str, int, str] | None:
    """Match the longest phrase made of the words nearest to the number."""
    for size in range(min(_LONGEST, len(nearest)), 0, -1):
        phrase = tuple(nearest[:size][::-1] if reverse else nearest[:size])
        if phrase in phrases:
            return phrases[phrase], size, " ".join(phrase)
    return None


def _is_particle(found: list[tuple[int, str]], size: int) -> bool:
    """Whether "over" or "about" belongs to the word before it: "handed over 12 prisoners"."""
    if size != 1 or len(found) == 1:
        return False
    word, before = found[-1][1].lower(), found[-2][1].lower()
    return before in lexicon("numbers")["particles"].get(word, ())


def _read(kind: str, phrase: str) -> Hedge:
    return Hedge(
        comparator=_COMPARATORS.get(kind, Comparator.EQ),
        approx=kind == "approx",
        increment=kind == "increment",
        phrases=(phrase,),
    )
