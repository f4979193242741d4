"""Figures that cannot be right as printed: each is kept as it is, with words that say why.

Nothing is corrected and nothing is left out. What two sentences say is no contradiction here: that
is for claim groups to show side by side.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from geo.areas import check_sides
from geo.measure import Verdict
from reports.claim import Claim, Comparator
from reports.lexicon import words
from reports.quantities.amounts import amounts
from reports.quantities.numerals import numerals
from reports.quantities.units import measure

_BRACKETS = re.compile(r"(?P<stated>.*)[(\[](?P<other>[^()\[\]]*)[)\]]", re.DOTALL)
_ROUNDED = 0.1  # share by which two statements of one size may differ
_WORD = re.compile(r"\w+")
_NEAR = 60  # characters between two sides and their area
_PARTS = frozenset({"killed", "wounded"})
_WHOLE = "casualties"
_SIDES = _ENDS = 2

Flag = tuple[int, str]
"""The number of a claim, and what is wrong with it."""


def flagged(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Flag what cannot be right as printed.

    Parameters
    ----------
    claims
        The claims of one report, in the order of its text.
    text
        That text.

    Returns
    -------
    list of Claim
        The same claims; ``flags`` says of each what speaks against it: a range that runs downwards,
        a second unit that disagrees, a part larger than its whole, more killed than killed and
        wounded together, sides that cannot hold an area.
    """
    flags: defaultdict[int, list[str]] = defaultdict(list)
    for number, flag in _flags(claims, text):
        flags[number].append(flag)
    return [
        replace(claim, flags=tuple(flags[number])) if number in flags else claim
        for number, claim in enumerate(claims)
    ]


def _flags(claims: Sequence[Claim], text: str) -> Iterator[Flag]:
    for number, claim in enumerate(claims):
        for flag in (_downwards(claim), _two_units(claim), _part(claim, text)):
            if flag is not None:
                yield number, flag
    sentences: defaultdict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        sentences[claim.sentence_start].append(number)
    for numbers in sentences.values():
        yield from _tolls(claims, numbers)
        yield from _sizes(claims, numbers, text)


def _downwards(claim: Claim) -> str | None:
    if claim.comparator is not Comparator.RANGE:
        return None
    stated = [numeral.value for numeral in numerals(claim.text)]
    if len(stated) < _ENDS or stated[0] <= stated[1]:
        return None
    return f"The range is printed downwards, from {_n(stated[0])} to {_n(stated[1])}."


def _two_units(claim: Claim) -> str | None:
    """Compare "40 miles" with "100 km" in brackets behind it."""
    match = _BRACKETS.search(claim.text)
    if match is None:
        return None
    found = amounts(match["stated"]), amounts(match["other"])
    if not all(found):
        return None
    stated, other = found[0][-1], found[1][0]
    one, two = stated.measure, other.measure
    if one is None or two is None or one.kind != two.kind or one.metric == two.metric:
        return None
    sizes = stated.size * one.base, other.size * two.base
    if abs(sizes[0] - sizes[1]) <= _ROUNDED * max(sizes):
        return None
    meant = sizes[0] / two.base
    return (
        f"{_n(stated.size)} {one.unit} is {meant:,.3g} {two.unit}, not the {_n(other.size)}"
        f" {two.unit} beside it."
    )


def _part(claim: Claim, text: str) -> str | None:
    """Compare a part with its whole, if one sentence states both: else we may have misread."""
    least = _least(claim)
    if claim.part_of is None or least is None or measure(claim.unit) is not None:
        return None
    sentence = text[claim.sentence_start : claim.sentence_end]
    if least <= claim.part_of or claim.part_of not in {n.value for n in numerals(sentence)}:
        return None
    return f"The part, {_n(least)}, is larger than its whole, {_n(claim.part_of)}."


def _tolls(claims: Sequence[Claim], numbers: Sequence[int]) -> Iterator[Flag]:
    """Compare killed and wounded with the casualties of the same sentence."""
    wholes = [number for number in numbers if claims[number].unit == _WHOLE]
    parts = [number for number in numbers if claims[number].unit in _PARTS]
    for whole in wholes:
        most = _most(claims[whole])
        alike = (n for n in parts if _is_one_event(claims[n], claims[whole]))
        sizes = {n: least for n in alike if (least := _least(claims[n])) is not None}
        part = max(sizes, key=sizes.__getitem__, default=None)
        if most is not None and part is not None and sizes[part] > most:
            said = f"{_n(sizes[part])} {claims[part].unit} are more than {_n(most)} casualties"
            yield from ((number, f"{said} in one sentence.") for number in (whole, part))


def _is_one_event(one: Claim, other: Claim) -> bool:
    """Whether nothing in two claims of a sentence says that they are about different things."""
    pairs = (
        (one.stance.status, other.stance.status),
        (one.actor and one.actor.name, other.actor and other.actor.name),
        (one.at and one.at.name, other.at and other.at.name),
        (one.when and one.when.edtf, other.when and other.when.edtf),
    )
    return all(a is None or b is None or a == b for a, b in pairs)


def _least(claim: Claim) -> float | None:
    if claim.comparator in (Comparator.LT, Comparator.LE, Comparator.VAGUE):
        return None
    return claim.value if claim.value is not None else claim.low


def _most(claim: Claim) -> float | None:
    if claim.comparator in (Comparator.GT, Comparator.GE, Comparator.VAGUE):
        return None
    return claim.value if claim.value is not None else claim.high


def _sizes(claims: Sequence[Claim], numbers: Sequence[int], text: str) -> Iterator[Flag]:
    """Hold two stated sides against the area that is stated of the same thing beside them."""
    for first, second in pairwise(numbers):
        sides, area = (
            (claims[first], claims[second])
            if claims[first].values
            else (claims[second], claims[first])
        )
        length, surface = measure(sides.unit), measure(area.unit)
        if len(sides.values) != _SIDES or area.value is None or length is None or surface is None:
            continue
        if (length.kind, surface.kind) != ("length", "area"):
            continue
        if not _is_one_thing(text[claims[first].end : claims[second].start]):
            continue
        sides_m = (sides.values[0] * length.base, sides.values[1] * length.base)
        approx = sides.approx or area.approx
        if check_sides(sides_m, area.value * surface.base, approx=approx).verdict is (
            Verdict.INCONSISTENT
        ):
            most = sides_m[0] * sides_m[1] / surface.base
            stated = " × ".join(map(_n, sides.values))
            said = (
                f"{stated} {sides.unit} is up to {most:,.3g} {area.unit}, which does not fit"
                f" {_n(area.value)} {area.unit}."
            )
            yield from ((number, said) for number in (first, second))


def _is_one_thing(between: str) -> bool:
    if len(between) > _NEAR or ";" in between:
        return False
    is_covering = bool(words("flags", "covering", "words") & set(_WORD.findall(between.lower())))
    return is_covering or between.rstrip().endswith(("(", "["))


def _n(number: float) -> str:
    return f"{number:,.10g}"
