"""How two claims about the same thing stand to each other.

A stated number is taken for what it may have been rounded from: 11,000 for 10,500 to 11,500. Two
figures whose spans overlap agree; those that only touch do not.
"""

from collections.abc import Sequence
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
    return _among([a, b])[0]


def among(rows: Sequence[Row]) -> Relation | None:
    """Tell how claims of one group stand to each other: as the two that are farthest apart."""
    return _among(rows)[0] if len(rows) > 1 else None


def gap(rows: Sequence[Row]) -> float | None:
    """Tell how much greater one claim is than another where two are apart; 0.09 is 9 %."""
    if len(rows) == 1:  # most groups of a large store
        return None
    how, ratio = _among(rows)
    apart = how in (Relation.DIFFER, Relation.CONFLICT)
    return ratio - 1 if apart and ratio < inf else None


def _among(rows: Sequence[Row]) -> tuple[Relation, float]:
    reaches = [_reaches(row) for row in rows]
    if len({len(sides) for sides in reaches}) != 1 or not reaches[0]:
        return Relation.NOT_COMPARABLE, inf
    found = [_of_side(side) for side in zip(*reaches, strict=True)]
    return max(found, key=lambda one: (_SEVERITY.index(one[0]), one[1]))


def _of_side(reaches: Sequence[_Reach]) -> tuple[Relation, float]:
    """Compare the two that are farthest apart: on a line, if those overlap, all do."""
    below = min(reaches, key=lambda reach: (reach.most, reach.high))
    above = max(reaches, key=lambda reach: (reach.least, reach.low))
    exact = below.least == below.most or above.least == above.most
    if below.high >= above.low or above.least < below.most or (exact and above.least <= below.most):
        is_bound = any(reach.is_open for reach in reaches)
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
