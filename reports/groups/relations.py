"""How two claims about the same thing stand to each other.

A stated number is taken for what it may have been rounded from: 11,000 for 10,500 to 11,500. Two
figures whose spans overlap agree; those that only touch do not.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, inf, log10

from geo.measure import rounding
from reports.groups.ends import in_base_units
from reports.groups.keys import Countries, is_comparable
from reports.groups.value_text import Row, bounds, measures, number
from reports.lexicon import lexicon


class Relation(StrEnum):
    """How two claims stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    DIFFER = "differ"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not comparable"


_SEVERITY = tuple(Relation)


@dataclass(frozen=True, slots=True)
class _Reach:
    """What one number may stand for, in base units: as stated, and with its rounding."""

    low: float
    high: float
    least: float
    most: float

    @property
    def is_open(self) -> bool:
        return self.low == -inf or self.high == inf


def relation(a: Row, b: Row, countries: Countries | None = None) -> Relation:
    """Tell how two claims stand to each other; it does not matter which comes first.

    Parameters
    ----------
    a, b
        Claims with the columns of the store.
    countries
        Country codes by place id, for places whose id does not hold the country.

    Returns
    -------
    Relation
        "agree" when what the two may have been rounded from overlaps, "compatible" when one is only
        a bound ("more than 9,000") and the other keeps to it, "differ" when they are apart by a
        quarter at most and "conflict" beyond. "not comparable" when they are not about the same
        thing: another category, status, place or period, or a part and its whole.
    """
    if not is_comparable(a, b, countries or {}):
        return Relation.NOT_COMPARABLE
    return _among([(0, a), (1, b)])[0]


def among(rows: Sequence[Row]) -> Relation | None:
    """Tell how claims of one group stand to each other: as the two that are farthest apart.

    What one source says in one report is no disagreement, however far apart: more likely it speaks
    of two things. None where only one speaks.
    """
    voices = _voices(rows)
    return _among(voices)[0] if _several(voices) else None


def gap(rows: Sequence[Row]) -> float | None:
    """Tell how much greater one claim is than another where two are apart; 0.09 is 9 %."""
    voices = _voices(rows)
    if not _several(voices):  # most groups of a large store
        return None
    how, ratio = _among(voices)
    apart = how in (Relation.DIFFER, Relation.CONFLICT)
    return ratio - 1 if apart and ratio < inf else None


def _voices(rows: Sequence[Row]) -> list[tuple[Hashable, Row]]:
    """Give each claim with who makes it: the source it goes back to, in the words of a report."""
    return [((row["report_id"], row["origin"]), row) for row in rows]


def _several(voices: Sequence[tuple[Hashable, Row]]) -> bool:
    return len({voice for voice, _ in voices}) > 1


def _among(voices: Sequence[tuple[Hashable, Row]]) -> tuple[Relation, float]:
    reaches = [[(voice, reach) for reach in _reaches(row)] for voice, row in voices]
    if len({len(sides) for sides in reaches}) != 1 or not reaches[0]:
        return Relation.NOT_COMPARABLE, inf
    return _worst(_of_side(side) for side in zip(*reaches, strict=True))


def _of_side(reaches: Sequence[tuple[Hashable, _Reach]]) -> tuple[Relation, float]:
    """Compare the two of different voices that are farthest apart: if those overlap, all do."""
    is_bound = any(reach.is_open for _, reach in reaches)
    below, above = _least(reaches), _most(reaches)
    if below[0] != above[0]:
        return _apart(below[1], above[1], is_bound=is_bound)
    others = [one for one in reaches if one[0] != below[0]]
    pairs = (below, _most(others)), (_least(others), above)
    return _worst(_apart(low, high, is_bound=is_bound) for (_, low), (_, high) in pairs)


def _least(reaches: Sequence[tuple[Hashable, _Reach]]) -> tuple[Hashable, _Reach]:
    return min(reaches, key=lambda one: (one[1].most, one[1].high))


def _most(reaches: Sequence[tuple[Hashable, _Reach]]) -> tuple[Hashable, _Reach]:
    return max(reaches, key=lambda one: (one[1].least, one[1].low))


def _worst(found: Iterable[tuple[Relation, float]]) -> tuple[Relation, float]:
    return max(found, key=lambda one: (_SEVERITY.index(one[0]), one[1]))


def _apart(below: _Reach, above: _Reach, *, is_bound: bool) -> tuple[Relation, float]:
    exact = below.least == below.most or above.least == above.most
    if below.high >= above.low or above.least < below.most or (exact and above.least <= below.most):
        return (Relation.COMPATIBLE if is_bound else Relation.AGREE), 1.0
    ratio = above.low / below.high if below.high > 0 else inf
    close = ratio <= float(lexicon("groups")["relations"]["ratio"])
    return (Relation.DIFFER if close else Relation.CONFLICT), ratio


def _reaches(row: Row) -> tuple[_Reach, ...]:
    """Give what the numbers of a claim may stand for, one for each side of a size."""
    if len(row["values"]):
        return tuple(_reach(row, value, value) for value in row["values"])
    ends = bounds(row)
    if ends.low is None and ends.high is None:
        return ()
    return (_reach(row, ends.low, ends.high),)


def _reach(row: Row, low: float | None, high: float | None) -> _Reach:
    slack = _slack(row, low) if low is not None and low == high else 0.0
    scaled = [in_base_units(row, end) for end in (low, high)]
    least, most = (
        -inf if scaled[0] is None else scaled[0],
        inf if scaled[1] is None else scaled[1],
    )
    margin = in_base_units(row, slack) or 0.0
    return _Reach(least, most, least - margin, most + margin)


def _slack(row: Row, value: float) -> float:
    """Give half the step to which a number was rounded; a small count was not."""
    if value <= 0:
        return 0.0
    words = lexicon("groups")["relations"]
    is_count = row["unit"] not in measures() and number(row["part_of"]) is None
    if is_count and value < words["counted_below"] and value.is_integer() and not row["approx"]:
        return 0.0
    second_digit = 10.0 ** (floor(log10(value)) - 1)
    return max(rounding(value), second_digit / 2 if row["approx"] else 0.0)
