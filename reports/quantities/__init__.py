"""Quantities: the figures of a block, each with what it counts or measures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from geo.passage import Passage
from geo.sentences import text_of
from reports.claim import Comparator
from reports.lexicon import words
from reports.quantities.amounts import Amount, amounts
from reports.quantities.counting import Thing, as_thing, thing
from reports.quantities.extents import Extent, extent
from reports.quantities.figures import in_brackets, is_figure
from reports.quantities.hedges import right_of
from reports.quantities.nothing import Nothing, nothings
from reports.quantities.numerals import Shape
from reports.quantities.partitives import Whole, is_definite, whole
from reports.quantities.units import Measure, measure, rate
from reports.syntax import path, tokens_between

_HYPHENED = re.compile(r"(?:-|\s+(?=strong\b))([^\W\d_]+)")
_NEAR = 24  # characters behind a counted noun that are looked at


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at ``text[start:end]`` of the report, hedge and counted noun included.

    Attributes
    ----------
    kind
        What is counted ("personnel", "vehicles", "count" for a noun nobody listed, "" for a bare
        number) or measured ("length", "area", "money", …).
    unit
        The unit to print; empty for a bare number.
    anchor
        The token by which the number hangs on its sentence.
    noun
        The counted or described noun, where there is one.
    extent
        For lengths: whether it is a size or a distance, and from what.
    whole
        The number that this one is a part of ("4,000 of the 11,000").
    of
        The token of that whole, or of the thing behind "of".
    partitive
        It is a part of something named by a pronoun ("600 of them").
    """

    start: int
    end: int
    text: str
    amount: Amount
    kind: str
    unit: str
    anchor: Token
    noun: Token | None = None
    extent: Extent | None = None
    whole: float | None = None
    of: Token | None = None
    partitive: bool = False


def quantities(passage: Passage) -> list[Quantity]:
    """Find the figures of a passage, sorted by start, without overlaps."""
    doc = passage.doc
    by_start = {amount.number[0]: amount for amount in amounts(text_of(doc))}
    stated_before: set[int] = set()
    found: list[Quantity] = []
    for start, amount in by_start.items():
        anchor = _anchor(doc, amount)
        if anchor is None or start in stated_before:
            continue
        of = whole(anchor, amount, by_start)
        if of is not None and of.amount is not None and is_definite(doc, of.amount):
            stated_before.add(of.amount.number[0])
        found += _quantity(passage, amount, anchor, of)
    found += [_none(passage, nothing) for nothing in nothings(doc)]
    return _apart(found)


def _anchor(doc: Doc, amount: Amount) -> Token | None:
    """Return the last token of a number with its unit of measure."""
    tokens = tokens_between(doc, *amount.number)
    return tokens[-1] if tokens else None


def _quantity(
    passage: Passage, amount: Amount, anchor: Token, of: Whole | None
) -> Iterator[Quantity]:
    """Build the quantity of an amount, if it is a figure."""
    if of is not None and of.noun is not None and (unit := measure(of.noun.lower_)):
        # "Hundreds of miles" are a length.
        amount = replace(amount, end=of.end, measure=unit)
        anchor, of = of.noun, None
    if amount.measure is not None:
        if is_figure(amount, anchor, None):
            yield _measured(passage, amount, anchor, amount.measure, of)
        return
    counts = _counted(passage.doc, amount, anchor, of)
    if not is_figure(amount, anchor, counts) and not (
        counts is None and in_brackets(amount, anchor)
    ):
        return
    end = max(amount.end, of.end if of else 0, _end(counts.noun) if counts else 0)
    built = _built(passage, amount, anchor, counts, end)
    if of is not None:
        size = of.amount.size if of.amount else None
        built = replace(built, whole=size, of=of.token, partitive=of.pronoun)
    yield built


def _counted(doc: Doc, amount: Amount, anchor: Token, of: Whole | None) -> Thing | None:
    """Find what is counted: behind "of", behind the number, or as in "a 500-strong battalion"."""
    if of is not None:
        return as_thing(of.noun) if of.noun is not None else None
    hyphened = _HYPHENED.match(text_of(doc), amount.number[1])
    if hyphened is None or _describes_many(doc, anchor):
        return thing(anchor)
    strong = hyphened.group(1).lower() in words("numbers", "not_figures", "strong")
    noun = next((node for node in path(anchor) if node.pos_ == "NOUN"), anchor)
    return Thing(noun, "personnel", "personnel") if strong else None


def _describes_many(doc: Doc, anchor: Token) -> bool:
    """Whether "strong" is said of several things: "two strong earthquakes"."""
    ahead = doc[anchor.i + 1 : anchor.i + 3]
    return [word.tag_ for word in ahead][-1:] == ["NNS"] and ahead[0].lower_ == "strong"


def _end(token: Token) -> int:
    return int(token.idx) + len(token.text)


def _built(
    passage: Passage, amount: Amount, anchor: Token, counts: Thing | None, end: int
) -> Quantity:
    """Lay out a count, with the hedge or rate that may follow its noun ("300 people a day")."""
    text = text_of(passage.doc)
    right = right_of(text, end) if end > amount.end else None
    if right is not None and right.comparator is not Comparator.EQ:
        amount = replace(amount, comparator=right.comparator, hedge=amount.hedge + right)
        end += right.width
    period = amount.rate
    tail = text[end : end + _NEAR]
    if not period and (found := rate(tail.lstrip(" "))):
        period, end = found[0], end + len(tail) - len(tail.lstrip(" ")) + found[1]
    unit = counts.unit if counts else ""
    return Quantity(
        start=passage.start + amount.start,
        end=passage.start + end,
        text=text[amount.start : end],
        amount=amount,
        kind=counts.kind if counts else "",
        unit=f"{unit}/{period}" if unit and period else unit,
        anchor=anchor,
        noun=counts.noun if counts else None,
    )


def _measured(
    passage: Passage, amount: Amount, anchor: Token, unit: Measure, of: Whole | None
) -> Quantity:
    """Lay out a measure, with what it is the size, the distance or the share of."""
    doc = passage.doc
    shared = as_thing(of.noun) if of is not None and of.noun is not None else None
    reach = extent(doc, amount.end) if unit.kind == "length" else None
    end = max(amount.end, reach.end if reach else 0, of.end if of else 0)
    counts = thing(anchor) if amount.joined or amount.values else None
    if counts is not None:
        end = max(end, _end(counts.noun))
    return Quantity(
        start=passage.start + amount.start,
        end=passage.start + end,
        text=text_of(doc)[amount.start : end],
        amount=amount,
        kind=shared.kind if shared else unit.kind,
        unit=f"{unit.unit}/{amount.rate}" if amount.rate else unit.unit,
        anchor=anchor,
        noun=counts.noun if counts else None,
        extent=reach,
        whole=of.amount.size if of and of.amount else None,
        of=of.token if of else None,
        partitive=bool(of and of.pronoun),
    )


def _none(passage: Passage, nothing: Nothing) -> Quantity:
    """Lay out a stated zero."""
    amount = Amount(
        nothing.start, nothing.end, (nothing.start, nothing.end), Shape.WORDS, value=0.0
    )
    counts = nothing.counts
    return Quantity(
        start=passage.start + nothing.start,
        end=passage.start + nothing.end,
        text=text_of(passage.doc)[nothing.start : nothing.end],
        amount=amount,
        kind=counts.kind if counts else "",
        unit=counts.unit if counts else "",
        anchor=nothing.anchor,
        noun=counts.noun if counts else None,
    )


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Sort by start and keep the first of any that overlap."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
