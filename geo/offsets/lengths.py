"""Lengths in running text, as ranges in metres: "about 10 km", "a mile and a half", "few miles"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from geo.lexicon import lexicon, shared
from geo.measure import APPROXIMATE, rounding

SHORTEST_M = 0.9
"""Units from a yard up say where something is; feet, inches and the like say how big it is."""
HUNDRED = 100
HEDGE_REACH = 32
"""Characters in front of a number in which its hedge stands."""
WITHIN = re.compile(r"\bwithin\s+(?:an?\s+)?$", re.IGNORECASE)
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Length:
    """A length at ``text[start:end]``, hedges included.

    Attributes
    ----------
    low_m, high_m
        What it may stand for, in metres; ``high_m`` is None where the text sets no upper end ("more
        than 40 km").
    approx
        Whether the text says that it is only about so much.
    within
        Whether it is the greatest distance ("within 30 km").
    """

    start: int
    end: int
    low_m: float
    high_m: float | None
    approx: bool
    within: bool = False


def either(phrases: Iterable[str]) -> str:
    """Give an alternation of phrases, longest first, with any gap between their words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


@cache
def units() -> Mapping[str, float]:
    """Give the units of length by their written forms, in metres."""
    return {
        form: float(entry["base"])
        for entry in shared("units")["measure"]
        if entry["kind"] == "length" and entry["base"] > SHORTEST_M
        for form in entry["forms"]
    }


@cache
def _numerals() -> Mapping[str, float]:
    lists = shared("numbers")
    small = {**lists["units"], **lists["tens"], "a": 1, "an": 1, "half": HALF}
    return {**small, "hundred": HUNDRED, "thousand": lists["scales"]["thousand"]}


@cache
def _pattern() -> re.Pattern[str]:
    word = rf"(?:{either(_numerals())})"
    digits = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d{1,4})?|\d{1,6}(?:\.\d{1,4})?"
    number = (
        rf"{digits}|(?:{either(lexicon('offsets')['vague'])})"
        rf"|{word}(?:[\s-]{{1,2}}(?:and\s)?{word}){{0,5}}(?:\s+and\s+a\s+half)?"
    )
    return re.compile(
        rf"(?<![\w.,$€£¥])(?:between\s+(?P<least>{number})\s+and\s+"
        rf"|(?P<from>{digits})\s?[-–—]\s?|(?P<low>{number})\s+(?:to|or)\s+)?(?P<number>{number})"
        rf"[\s\u00a0\u202f-]?(?P<unit>{either(units())})\b(?P<half>\s+and\s+a\s+half)?",
        re.IGNORECASE,
    )


def lengths(text: str) -> Iterator[Length]:
    """Find the lengths of a text, in order and without overlaps."""
    for match in _pattern().finditer(text):
        unit = units()[" ".join(match["unit"].lower().split())]
        ends = _numbers(match)
        if ends is not None and ends[1] > 0:
            yield _hedged(text, match, ends, unit)


def _numbers(match: re.Match[str]) -> tuple[float, float] | None:
    """Give the least and the greatest number; None for what is no range ("18 or 5 km")."""
    low, high = _number(match["number"])
    if match["half"]:
        return low + HALF, high + HALF
    first = match["least"] or match["from"] or match["low"]
    if not first:
        return low, high
    least, _ = _number(first)
    return (least, high) if least < high else None


def _number(written: str) -> tuple[float, float]:
    plain = " ".join(written.lower().split())
    vague = lexicon("offsets")["vague"].get(plain)
    if vague:
        return float(vague[0]), float(vague[1])
    digits = re.sub(r"[,\u00a0\u202f]", "", plain)
    value = float(digits) if plain[0].isdigit() else _spelt(plain)
    return value, value


def _spelt(plain: str) -> float:
    """Add up number words: "two hundred and fifty", "two and a half", "half a", "a hundred".

    >>> _spelt("two hundred and fifty"), _spelt("two and a half"), _spelt("half a"), _spelt("a")
    (250.0, 2.5, 0.5, 1.0)
    """
    whole, _, rest = plain.partition(" and a half")
    if not rest and plain.startswith("half a"):
        return HALF
    total = current = 0.0
    for word in re.split(r"[\s-]+", whole):
        value = _numerals().get(word, 0.0)
        if value < HUNDRED:
            current += value
        elif value == HUNDRED:
            current = max(1.0, current) * HUNDRED
        else:
            total, current = total + max(1.0, current) * value, 0.0
    return total + current + (HALF if plain.endswith(" and a half") else 0.0)


def _hedged(text: str, match: re.Match[str], ends: tuple[float, float], unit: float) -> Length:
    """Widen a length by what the words before it say of it, and by how round it is."""
    start, said = _hedges(text, match.start())
    within = WITHIN.search(text, max(0, start - HEDGE_REACH), start)
    approx = "approx" in said
    low, high = ends
    if low == high:
        slack = rounding(high) + (APPROXIMATE * high if approx else 0.0)
        low, high = max(0.0, low - slack), high + slack
    if within or said & {"le", "lt"}:
        begin = within.start() if within else start
        return Length(begin, match.end(), 0.0, high * unit, approx, within=True)
    if said & {"gt", "ge"}:
        return Length(start, match.end(), ends[0] * unit, None, approx)
    return Length(start, match.end(), low * unit, high * unit, approx)


def _hedges(text: str, at: int) -> tuple[int, set[str]]:
    """Give where the hedges in front of a number begin, and what they say."""
    said: set[str] = set()
    while found := _hedge().search(text, max(0, at - HEDGE_REACH), at):
        said.add(next(name for name, phrase in found.groupdict().items() if phrase))
        at = found.start()
    return at, said


@cache
def _hedge() -> re.Pattern[str]:
    left = shared("numbers")["left"]
    groups = "|".join(
        rf"(?P<{name}>{either(left[name])})" for name in ("approx", "gt", "ge", "le", "lt", "plain")
    )
    return re.compile(rf"(?<!\w)(?:{groups})\s+(?:an?\s+)?$", re.IGNORECASE)
