"""Bare numbers: what "only 500", "half of them" or "raised it to 11,000" counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.claim import Claim, Comparator
from reports.claims.bracketed import is_lone
from reports.claims.events import classes
from reports.lexicon import lexicon, words
from reports.quantities import Quantity
from reports.quantities.counting import Thing, as_thing
from reports.quantities.numerals import Shape
from reports.syntax import NOMINAL, SUBJECTS, VERBAL, argument, children, clause_verb, lemma

_FAR = 2  # passages that a figure is remembered for
_BACK = 60  # words before a number in which a noun is looked for
_FATES = frozenset({"kill", "die", "wound", "capture", "miss", "flee"})
_AHEAD = 6  # words before a number in which "of whom" is looked for


@dataclass(frozen=True, slots=True)
class Told:
    """A figure told before, with the claim that was read from it and the number of its passage."""

    quantity: Quantity
    claim: Claim
    passage: int


@dataclass(frozen=True, slots=True)
class Referred:
    """A figure with what it counts filled in.

    Attributes
    ----------
    same
        The claim that it restates, so that what is not said anew is taken over.
    kin
        A claim about the same people: they come from the same place.
    """

    quantity: Quantity
    same: Claim | None = None
    kin: Claim | None = None


def refer(quantity: Quantity, earlier: Sequence[Told], passage: int) -> Referred:
    """Fill in what a bare number counts.

    Parameters
    ----------
    earlier
        The figures told before, in order.
    passage
        Number of the passage that the figure stands in.
    """
    near = [told for told in earlier[-_BACK:] if passage - told.passage <= _FAR]
    here = [told for told in near if told.passage == passage]
    last = here[-1] if here else None
    if is_lone(quantity) and last is not None:
        return Referred(
            replace(quantity, kind=last.quantity.kind, unit=last.claim.unit), last.claim
        )
    included = last.claim if last is not None and _is_included(quantity, last) else None
    if included is not None:
        return Referred(replace(quantity, whole=included.value), included)
    if quantity.kind == "share" and last is not None and _is_part(quantity, last):
        part = _as_part(quantity, last)
        return replace(part, quantity=replace(part.quantity, unit=quantity.unit))
    if quantity.kind or quantity.amount.value == 0:
        return Referred(quantity, kin=_whole_told(quantity, near))
    return _refer_bare(quantity, near, last)


def leading(quantity: Quantity, earlier: Sequence[Told], passage: int) -> Quantity | None:
    """Return the figure that one is joined to where the parse has lost it behind a speaker.

    "They plan to send 400 troops, Ford said, and 600 builders": what is said of the first holds
    for the second.
    """
    noun = quantity.noun
    kinds = words("slots", "taken_over", "kinds")
    if noun is None or noun.dep_ != "conj" or noun.head.pos_ not in VERBAL or not earlier:
        return None
    last = earlier[-1]
    first = sentence_of(noun).start
    beside = last.passage == passage and first <= last.quantity.anchor.i < noun.i
    people = quantity.kind in kinds and last.quantity.kind in kinds
    return last.quantity if beside and people else None


def _refer_bare(quantity: Quantity, near: Sequence[Told], last: Told | None) -> Referred:
    """Fill in a number without a noun from what stands beside it, else from what came before."""
    if _is_decrease(quantity.anchor):
        return Referred(quantity)
    whole = _whole_told(quantity, near)
    filled = _apposed(quantity)
    if filled is not None:
        return Referred(filled, kin=whole)
    if last is not None and _is_part(quantity, last):
        return _as_part(quantity, last)
    filled = _totalled(quantity) or _measured(quantity, last)
    if filled is not None:
        return Referred(filled, kin=whole)
    if _is_of_something_else(quantity.anchor):
        return Referred(quantity)
    return _as_before(quantity, near, whole)


def _is_decrease(anchor: Token) -> bool:
    """Whether a number is that by which another fell: there are not 300 of them."""
    by = anchor.dep_ == "pobj" and anchor.head.lower_ == "by"
    return by and lemma(anchor.head.head) in words("categories", "changing", "falling")


def _is_of_something_else(anchor: Token) -> bool:
    """Whether a number is how far something grew unlisted: "admissions rose to 14,300"."""
    verb = anchor.head.head
    if anchor.dep_ != "pobj" or lemma(verb) not in words("categories", "changing", "verbs"):
        return False
    grown = [noun for noun in children(verb, *SUBJECTS) if noun.pos_ == "NOUN"]
    known = {lemma(noun) for noun in grown} & words("slots", "restated", "subjects")
    return bool(grown) and not known and not children(verb, "dobj")


def _as_part(quantity: Quantity, last: Told) -> Referred:
    """Take "half of them" or ", of whom 10,000" as a part of the figure before."""
    of, amount = last.quantity, last.quantity.amount
    known = amount.shape is not Shape.SHARE and amount.comparator is not Comparator.VAGUE
    part = replace(quantity, kind=of.kind, unit=of.unit, whole=amount.size if known else None)
    return Referred(part, kin=last.claim)


def _as_before(quantity: Quantity, near: Sequence[Told], whole: Claim | None) -> Referred:
    """Let a number count what the last figure, or the last noun after it, counts."""
    kinds = words("slots", "taken_over", "kinds")
    wholes = [told for told in near if told.claim.part_of is None]
    last = _leading([told for told in wholes if told.quantity.kind in kinds])
    if last is not None and _restates(quantity):
        unit = _rated(last.claim.unit, quantity)
        return Referred(replace(quantity, kind=last.quantity.kind, unit=unit), last.claim)
    unmeasured = (one.quantity for one in near if one.claim.part_of is None)
    told = [one for one in unmeasured if one.amount.measure is None]
    if told and (_goes_on(quantity, told[-1]) or _shares_things(quantity, told[-1])):
        return Referred(replace(quantity, kind=told[-1].kind, unit=told[-1].unit), kin=whole)
    if _is_crowd(quantity) or _is_handed_over(quantity):
        return Referred(quantity, kin=whole)
    noun = _noun_before(quantity)
    before = last.quantity.noun if last is not None else None
    if noun is not None and (
        before is None or before.doc is not noun.noun.doc or before.i < noun.noun.i
    ):
        unit = _rated(noun.unit, quantity)
        return Referred(replace(quantity, kind=noun.kind, unit=unit), kin=whole)
    if last is None:
        return Referred(quantity, kin=whole)
    unit = _rated(last.quantity.unit.partition("/")[0], quantity)
    filled = replace(quantity, kind=last.quantity.kind, unit=unit)
    return Referred(filled, kin=whole or last.claim)


def _goes_on(quantity: Quantity, last: Quantity) -> bool:
    """Whether a number goes on about the things counted last: "320 buildings and 90 more"."""
    before = quantity.anchor.nbor(-1).lower_ if quantity.anchor.i else ""
    more = quantity.amount.hedge.increment or before in words("slots", "taken_over", "rest")
    verb = clause_verb(quantity.anchor)
    fate = verb is not None and classes(verb) & _FATES
    return bool(more and not fate and last.kind in words("slots", "taken_over", "more"))


def _shares_things(quantity: Quantity, last: Quantity) -> bool:
    """Whether a sentence goes on about its things: "gave 12 tanks and has delivered 34"."""
    anchor, verb = quantity.anchor, clause_verb(quantity.anchor)
    if verb is None or classes(verb) & _FATES or sentence_of(anchor) != sentence_of(last.anchor):
        return False
    things = last.kind in words("slots", "taken_over", "things")
    return things and anchor.dep_ in ("dobj", *SUBJECTS)


def _is_handed_over(quantity: Quantity) -> bool:
    """Whether a number is of goods that nobody has named: "has delivered 34"."""
    verb = quantity.anchor.head
    handed = lemma(verb) in words("slots", "taken_over", "handing")
    return handed and quantity.anchor.dep_ == "dobj"


def _is_crowd(quantity: Quantity) -> bool:
    """Whether a number is that of people who gather: "about 2,000 rallied"."""
    verb = quantity.anchor.head
    subject = quantity.anchor.dep_ in SUBJECTS and verb.pos_ in VERBAL
    return subject and "protest" in classes(verb)


def _leading(countable: Sequence[Told]) -> Told | None:
    """Return the last figure, or the soldiers of its sentence: "800 soldiers and 20 nurses"."""
    if not countable:
        return None
    last = countable[-1]
    beside = (told for told in countable if told.claim.sentence_start == last.claim.sentence_start)
    return next((told for told in beside if told.quantity.kind == "personnel"), last)


def _rated(unit: str, quantity: Quantity) -> str:
    period = quantity.amount.rate
    return f"{unit}/{period}" if period and "/" not in unit else unit


def _is_included(quantity: Quantity, last: Told) -> bool:
    """Whether a figure is one of those before: "212 wounded, including 31 children"."""
    anchor = quantity.anchor
    hung = argument(anchor)
    people = quantity.kind in ("", *words("slots", "taken_over", "kinds"))
    before = [token.lower_ for token in anchor.doc[max(0, anchor.i - _AHEAD) : anchor.i]]
    among = "among them" in " ".join(before) or "including" in before
    including = among or (hung.dep_ == "pobj" and hung.head.lower_ == "including")
    households = quantity.kind == "households" and last.claim.category == "displaced"
    return including and (households or (people and last.claim.family == "casualties"))


def _is_part(quantity: Quantity, last: Told) -> bool:
    if quantity.whole is not None or last.quantity.amount.measure is not None:
        return False
    doc, first = quantity.anchor.doc, quantity.anchor.i
    ahead = {token.lower_ for token in doc[max(0, first - _AHEAD) : first]}
    of_whom = "of" in ahead and bool(ahead & {"whom", "which"})
    sentence = sentence_of(quantity.anchor)
    fronted = sentence[0].lower_ == "of" and last.quantity.anchor.i >= sentence.start
    return quantity.partitive or of_whom or fronted


def _whole_told(quantity: Quantity, near: Sequence[Told]) -> Claim | None:
    """Return the claim that gave the whole before: "a third of the 11,000"."""
    if quantity.whole is None:
        return None
    sizes = ((told, told.quantity.amount) for told in reversed(near))
    alike = (
        told.claim
        for told, amount in sizes
        if quantity.whole in (amount.value, amount.low, amount.high)
    )
    return next(alike, None)


def _noun_before(quantity: Quantity) -> Thing | None:
    """Find the last noun for many people: "is sending troops … 2,000 had arrived"."""
    kinds = words("slots", "taken_over", "kinds")
    first = quantity.anchor.i
    for token in reversed(quantity.anchor.doc[max(0, first - _BACK) : first]):
        if token.tag_ not in ("NNS", "NNPS") or token.dep_ in SUBJECTS or _is_told_to(token):
            continue
        counts = as_thing(token)
        if counts is not None and counts.kind in kinds:
            return counts
    return None


def _is_told_to(noun: Token) -> bool:
    """Whether these are who hears it: "told reporters"."""
    return noun.dep_ == "dobj" and lemma(noun.head) in words("speech", "say", "clause_only")


def _apposed(quantity: Quantity) -> Quantity | None:
    """Read "the guns, perhaps eighteen of them": the noun that the number explains."""
    anchor = quantity.anchor
    if anchor.dep_ != "appos" or anchor.head.pos_ not in NOMINAL:
        return None
    counts = as_thing(anchor.head)
    if counts is None:
        return None
    return replace(quantity, kind=counts.kind, unit=counts.unit, noun=counts.noun)


def _totalled(quantity: Quantity) -> Quantity | None:
    """Read what a total is of: "the death toll rose to 41", "put the wounded at 212"."""
    anchor = quantity.anchor
    if anchor.dep_ not in ("pobj", "attr", "dobj", "npadvmod"):
        return None
    head = anchor.head.head if anchor.dep_ == "pobj" else anchor.head
    nouns = children(head, *SUBJECTS)  # in headlines "climbs" is taken for a noun
    if head.pos_ in NOMINAL:
        nouns.append(head)
    elif anchor.dep_ in ("pobj", "attr"):
        nouns = children(head, "dobj", *SUBJECTS)
    beside = anchor.head.nbor(-1) if anchor.dep_ == "pobj" and anchor.head.i else None
    if (
        beside is not None
        and beside.i >= head.i
        and beside.lower_ in words("units", "invariant", "fates")
    ):
        nouns.insert(0, beside)  # "put the dead at 48 and the injured at 310"
    kind = next((kind for noun in nouns if (kind := _total_of(noun))), None)
    if kind is None:
        force = next((counts for noun in nouns if (counts := _many(noun))), None)
        return replace(quantity, kind=force.kind, unit=force.unit) if force else None
    return replace(quantity, kind=kind, unit=lexicon("categories")["total_units"].get(kind, kind))


def _many(noun: Token) -> Thing | None:
    """Read "cut its force from 2,000 to 1,000": what the total is of is itself the noun."""
    counts = as_thing(noun)
    kinds = words("slots", "taken_over", "kinds")
    return counts if counts is not None and counts.kind in kinds else None


def _total_of(noun: Token) -> str | None:
    before = [child.lower_ for child in children(noun, "compound", "amod")]
    inner = [lemma(n) for p in children(noun, "prep") for n in children(p, "pobj", "pcomp")]
    named = {*(f"{word} {lemma(noun)}" for word in before), noun.lower_, lemma(noun), *inner}
    totals = lexicon("categories")["totals"].items()
    return next((str(kind) for kind, nouns in totals if named & set(nouns)), None)


def _measured(quantity: Quantity, last: Told | None) -> Quantity | None:
    """Read "grew from 18 hectares to just over 40": the unit of the measure before."""
    if last is None or last.quantity.amount.measure is None:
        return None
    before = last.quantity
    mine, its = quantity.anchor, before.anchor
    if mine.dep_ != "pobj" or its.dep_ != "pobj" or mine.head.head.i != its.head.head.i:
        return None
    return replace(
        quantity, kind=before.kind, unit=before.unit, noun=before.noun, extent=before.extent
    )


def _restates(quantity: Quantity) -> bool:
    """Whether a number says anew what one before it said: "raised it to 11,000", "it was 2,000"."""
    anchor = quantity.anchor
    if anchor.dep_ == "pobj":
        verb = anchor.head.head
        other = any(left.lower_ == "own" for noun in children(verb, "dobj") for left in noun.lefts)
        return lemma(verb) in words("slots", "restated", "verbs") and not other
    head = anchor.head if anchor.dep_ == "attr" else anchor.head.head
    about = {lemma(noun) for noun in children(head, *SUBJECTS)}
    is_be = lemma(head) == "be" and anchor.dep_ in ("attr", "nummod")
    return is_be and bool(about & words("slots", "restated", "subjects"))
