"""Amounts: numbers with hedges and units of measure, joined into ranges and dimensions.

All of it is read off the text; what a number counts is seen in the sentence, by
`reports.quantities`.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.claim import Comparator
from reports.lexicon import lexicon
from reports.quantities.hedges import NO_HEDGE, Hedge, left_of, right_of
from reports.quantities.numerals import Numeral, Shape, numerals
from reports.quantities.units import WIDEST, Measure, currency, measure, measure_in, rate

_UNIT_WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+(?:/[^\W\d_]+|\^?[2²])?|%)\.?")
_RANGE_GAP = re.compile(r"\s*[-–—]\s*|\s+to\s+")
_AND = re.compile(r"\s+and\s+")
_OR = re.compile(r"\s+or\s+")
_BY = re.compile(r"\s*[x×]\s*|\s+by\s+|-by-")
_OPENING = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_GAP = 40  # characters between two numbers that may still be one figure
_NUMBER_BEHIND = re.compile(r"\s+(?:than\s+)?[$€£]?\d")
_DIMENSIONS = 3  # values of one figure at most: length, width and height
_ROUNDED = 0.1  # share by which two statements of one size may differ
YEARS = range(1500, 2101)
"""Numbers of four digits that are more likely a year than a figure."""
_SCALED = 1000
_WIDE = 3  # a range whose ends lie further apart is none


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a range or a set of dimensions at ``text[start:end]``, hedges and unit included.

    Attributes
    ----------
    number
        Offsets of the number with its currency sign and unit, without hedges.
    value, low, high, values
        As in `reports.claim.Claim`.
    joined
        The unit hangs on the number by a hyphen and describes something: "40-hectare".
    rate
        "day" for "1,150 a day".
    """

    start: int
    end: int
    number: tuple[int, int]
    shape: Shape
    value: float | None = None
    low: float | None = None
    high: float | None = None
    values: tuple[float, ...] = ()
    hedge: Hedge = NO_HEDGE
    comparator: Comparator = Comparator.EQ
    measure: Measure | None = None
    joined: bool = False
    rate: str = ""

    @property
    def size(self) -> float:
        """The number to compare by: the value, else the upper end, else the lower."""
        known = (self.value, self.high, self.low, *self.values)
        return next(number for number in known if number is not None)


def amounts(text: str) -> list[Amount]:
    """Find the amounts in a text, in order and without overlaps."""
    found: list[Amount] = []
    waiting = numerals(text)
    at = 0
    while at < len(waiting):
        amount, taken = _read(text, waiting, at)
        at += taken
        if amount is not None:
            found.append(_hedged(text, amount))
    return _metric_only(text, _dimensions(text, found))


def _read(text: str, waiting: Sequence[Numeral], at: int) -> tuple[Amount | None, int]:
    """Read the number at an index, and the next one when both make a range.

    Returns the amount, or None where there is none, and how many numbers were read.
    """
    one = waiting[at]
    two = waiting[at + 1] if at + 1 < len(waiting) else None
    if two is not None and two.start - one.end <= _GAP:
        if _is_score(text, one, two):
            return None, 2
        ends = _range(text, one, two)
        if ends is not None:
            return _ranged(text, one, two, ends), 2
    if one.glued and measure(one.glued) is None:
        return None, 1
    return _single(text, one), 1


def _single(text: str, one: Numeral) -> Amount:
    vague = one.shape is Shape.VAGUE
    amount = Amount(
        start=one.start,
        end=one.end,
        number=(one.start, one.end),
        shape=one.shape,
        value=None if vague else one.value,
        low=one.value if vague else None,
        comparator=Comparator.VAGUE if vague else Comparator.EQ,
    )
    return _measured(text, amount)


def _ranged(text: str, one: Numeral, two: Numeral, ends: tuple[float, float]) -> Amount:
    amount = Amount(
        start=one.start,
        end=two.end,
        number=(one.start, two.end),
        shape=two.shape,
        low=ends[0],
        high=ends[1],
        comparator=Comparator.RANGE,
    )
    return _measured(text, amount)


def _is_score(text: str, one: Numeral, two: Numeral) -> bool:
    """Whether two numbers joined by a hyphen are a result, a date or a span of years."""
    if text[one.end : two.start] not in ("-", "–"):
        return False
    years = one.value in YEARS and two.value in YEARS
    dated = "-" in (text[two.end : two.end + 1], text[max(0, one.start - 1) : one.start])
    # No match ends in thousands: "12,000–10,000 troops" is a range, printed downwards.
    return years or dated or (one.value >= two.value and two.value < _SCALED)


def _range(text: str, one: Numeral, two: Numeral) -> tuple[float, float] | None:
    """Give the ends when two numbers make one range, else None."""
    gap = _gap_without_unit(text, one, two)
    low = one.value
    surface = text[two.start : two.end]
    if low < _SCALED <= two.value and surface[-1].isalpha() and text[one.end - 1].isdigit():
        mantissa = next((n.value for n in numerals(surface.split()[0]) if n.value < _SCALED), None)
        low = low * two.value / mantissa if mantissa and low < mantissa else low
    vague = Shape.VAGUE in (one.shape, two.shape)
    if low == two.value or vague or _is_share_of_change(text, one, two):
        return None
    before = text[max(0, one.start - _GAP) : one.start].lower().split()
    if _AND.fullmatch(gap):
        return _ordered(low, two.value) if "between" in before[-3:] else None
    if low > two.value:
        is_dash = gap.strip() in ("-", "–", "—")
        return _ordered(low, two.value) if is_dash and two.value >= _SCALED else None
    if _OR.fullmatch(gap):
        return (low, two.value) if two.value <= 2 * low else None
    if not _RANGE_GAP.fullmatch(gap) or _is_change(before, low, two.value):
        return None
    return low, two.value


def _ordered(one: float, two: float) -> tuple[float, float]:
    """Give the ends of a range that may be printed downwards."""
    return min(one, two), max(one, two)


def _gap_without_unit(text: str, one: Numeral, two: Numeral) -> str:
    """Return what stands between two numbers but for a unit or sign: "11 km to 12 km"."""
    gap = text[one.end : two.start]
    sign = currency(gap)
    if sign:
        gap = gap[: -sign[1]]
    unit = _UNIT_WORD.match(gap)
    if unit and measure(unit.group(1)):
        gap = gap[unit.end() :]
    return gap


def _is_share_of_change(text: str, one: Numeral, two: Numeral) -> bool:
    """Whether the first number alone is a share: "fell by 12% to 1.1 million"."""
    kinds = [
        unit.kind
        if (word := _UNIT_WORD.match(text, end)) and (unit := measure(word.group(1)))
        else ""
        for end in (one.end, two.end)
    ]
    return kinds[0] == "share" != kinds[1]


def _is_change(before: list[str], low: float, high: float) -> bool:
    """Whether the words before tell of a change: "from 18 to 40", "by 200 to 1,100".

    What something changed by may be a range: "fell by 10 to 15 per cent".
    """
    stems = lexicon("numbers")["ranges"]["changes"]
    if not any(word.startswith(tuple(stems)) for word in before):
        return False
    return "from" in before[-2:] or ("by" in before[-2:] and low * _WIDE < high)


def _measured(text: str, amount: Amount) -> Amount:
    """Take in the currency sign before the number, the unit and the rate behind it."""
    sign = currency(text[max(0, amount.start - 6) : amount.start])
    if sign:
        unit = Measure(sign[0], "money", 1, metric=True)
        start = amount.start - sign[1]
        amount = replace(amount, start=start, number=(start, amount.end), measure=unit)
        return _with_rate(text, amount)
    tail = text[amount.end : amount.end + _GAP]
    read = list(itertools.islice(_unit_words(tail), WIDEST))
    found = measure_in([word for word, _ in read])
    if found is None:
        return _with_rate(text, amount)
    unit, width = found
    end = amount.end + read[width - 1][1]
    joined = tail.startswith("-")
    number = (amount.start, end)
    return _with_rate(text, replace(amount, end=end, number=number, measure=unit, joined=joined))


def _unit_words(tail: str) -> Iterator[tuple[str, int]]:
    """Give the words that could make up a unit, each with where it ends."""
    at = 0
    while match := _UNIT_WORD.match(tail, at):
        yield match.group(1), match.end(1)
        at = match.end()


def _with_rate(text: str, amount: Amount) -> Amount:
    tail = text[amount.end : amount.end + _GAP]
    gap = len(tail) - len(tail.lstrip(" "))
    found = rate(tail[gap:])
    if found is None or (amount.measure and amount.measure.kind == "duration"):
        return amount
    return replace(amount, end=amount.end + gap + found[1], rate=found[0])


def _hedged(text: str, amount: Amount) -> Amount:
    left, right = left_of(text, amount.start), right_of(text, amount.end)
    if _NUMBER_BEHIND.match(text, amount.end + right.width):
        right = NO_HEDGE  # "since 2011 more than 14,000"
    if left.phrases == ("over",) and amount.shape is Shape.WORDS and amount.measure is None:
        left = NO_HEDGE  # "drones over nine regions"
    hedge = left + right
    exact = amount.comparator is Comparator.EQ
    opening = _OPENING.search(text[max(0, amount.start - _GAP) : amount.start])
    ranged = amount.comparator is Comparator.RANGE and opening is not None
    return replace(
        amount,
        start=amount.start - (len(opening.group()) if ranged and opening else left.width),
        end=amount.end + right.width,
        hedge=hedge,
        comparator=hedge.comparator if exact else amount.comparator,
    )


def _dimensions(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Join "3.5 km by 1.5 km" and "3 by 2 km" into one amount with two values."""
    joined: list[Amount] = []
    for amount in found:
        last = joined[-1] if joined else None
        if last is not None and _crosses(text, last, amount):
            sizes = (*(last.values or (last.size,)), amount.size)
            joined[-1] = replace(
                last,
                end=amount.end,
                number=(last.number[0], amount.number[1]),
                value=None,
                values=sizes,
                measure=amount.measure,
            )
        else:
            joined.append(amount)
    return joined


def _crosses(text: str, one: Amount, two: Amount) -> bool:
    if two.measure is None or two.measure.kind != "length":
        return False
    same = one.measure is None or one.measure.unit == two.measure.unit
    room = len(one.values) < _DIMENSIONS
    plain = one.comparator is not Comparator.RANGE and two.comparator is not Comparator.RANGE
    return room and same and plain and bool(_BY.fullmatch(text[one.end : two.start]))


def _metric_only(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Drop the other unit where a measure is given in two ("40 miles (65 km)"); metric wins."""
    kept: list[Amount] = []
    for amount in found:
        last = kept[-1] if kept else None
        if last is None or not _same_size(text, last, amount):
            kept.append(amount)
            continue
        end = amount.end + (text[amount.end : amount.end + 1] in (")", "]"))
        metric = amount if amount.measure and amount.measure.metric else last
        kept[-1] = replace(
            metric, start=last.start, end=end, hedge=last.hedge, comparator=last.comparator
        )
    return kept


def _same_size(text: str, one: Amount, two: Amount) -> bool:
    if one.measure is None or two.measure is None or one.measure.kind != two.measure.kind:
        return False
    if one.measure.metric == two.measure.metric or one.measure.kind in ("money", "share"):
        return False
    gap = text[one.end : two.start]
    if not re.fullmatch(r"\s*[(/,\[]\s*(?:or\s+)?|\s+or\s+", gap):
        return False
    if gap.strip() in ("(", "[") and text[two.end : two.end + 1] in (")", "]"):
        # A second unit alone in brackets says the same again, also where it is worked out wrongly.
        return not one.values and not two.values
    sizes = one.size * one.measure.base, two.size * two.measure.base
    return abs(sizes[0] - sizes[1]) <= _ROUNDED * max(sizes)
