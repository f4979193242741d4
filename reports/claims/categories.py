"""What a figure is about: category, family and unit, by ``data/lexicons/categories.toml``."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.sentences import sentence_of
from reports.claim import Status
from reports.claims.events import AGENT, PATIENT, Event
from reports.claims.illness import of_illness
from reports.lexicon import lexicon, words
from reports.quantities import Quantity
from reports.syntax import lemma

_PARTS = frozenset({AGENT, PATIENT})


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about; ``event`` is what happens to the counted, where that is said."""

    category: str
    family: str
    unit: str
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    category: str
    family: str
    unit: str
    counts: frozenset[str]
    event: frozenset[str]
    parts: frozenset[str]
    also: frozenset[str]
    status: frozenset[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            category=entry["category"],
            family=entry["family"],
            unit=entry.get("unit", ""),
            counts=_wider(entry["counts"]),
            event=frozenset(entry.get("event", ())),
            parts=frozenset(entry.get("as", ())),
            also=frozenset(entry.get("also", ())),
            status=frozenset(entry.get("status", ())),
        )
        for entry in lexicon("categories")["rule"]
    )


def _wider(kinds: Sequence[str]) -> frozenset[str]:
    """Add the kinds that are counted as one of those given: protesters are people."""
    wider = lexicon("categories")["wider"].items()
    return frozenset(kinds) | {kind for kind, like in wider if like in kinds}


def topic(quantity: Quantity, happening: Sequence[Event], status: Status) -> Topic:
    """Choose the category of a figure; "other" where no rule fits.

    Parameters
    ----------
    quantity
        The figure, with the kind of thing it counts.
    happening
        What happens around it, nearest first.
    status
        The status of its clause.
    """
    if quantity.extent is not None:
        return _length(quantity, happening)
    for rule in _rules():
        if quantity.kind not in rule.counts or (rule.status and status not in rule.status):
            continue
        event = _event(rule, happening)
        if rule.event and event is None:
            continue
        event = event or next(iter(happening), None)
        if rule.category == "aid_delivered" and not _is_aid(quantity):
            return Topic("equipment_supplied", rule.family, quantity.unit, event)
        if rule.category == "killed" and of_illness(quantity.anchor, event):
            return Topic("died", rule.family, _unit("deaths", quantity.unit), event)
        return Topic(rule.category, rule.family, _unit(rule.unit, quantity.unit), event)
    return Topic("other", "other", quantity.unit, next(iter(happening), None))


def _is_aid(quantity: Quantity) -> bool:
    """Whether a sentence speaks of help: who sells a million barrels of oil brings no aid."""
    sentence = sentence_of(quantity.anchor)
    known = words("categories", "aid", "words")
    return any({word.lower_, lemma(word)} & known for word in sentence)


def _event(rule: _Rule, happening: Sequence[Event]) -> Event | None:
    """Return the event by which a rule fits."""
    if rule.also and not any(rule.also & event.classes for event in happening):
        return None
    fitting = (
        event
        for event in happening
        if rule.event & event.classes and event.part in (rule.parts or _PARTS)
    )
    return next(fitting, None)


def _unit(of_rule: str, of_quantity: str) -> str:
    """Print the unit of the rule with the rate of the quantity; a percentage stays one."""
    if not of_rule or of_quantity == "percent":
        return of_quantity
    _, slash, period = of_quantity.partition("/")
    return f"{of_rule}{slash}{period}"


def _length(quantity: Quantity, happening: Sequence[Event]) -> Topic:
    """Tell distances, sizes and ranges apart."""
    form = quantity.extent.form if quantity.extent else ""
    if quantity.amount.values:
        form = "dimension"
    if form:
        return Topic(form, "geometry", quantity.unit)
    if quantity.anchor.dep_ == "pobj" and lemma(quantity.anchor.head.head) in words(
        "units", "extents", "upward"
    ):
        return Topic("altitude", "geometry", quantity.unit)
    if quantity.amount.joined and quantity.noun is not None:
        travelled = lemma(quantity.noun) in words("units", "extents", "travelled")
        return Topic("distance" if travelled else "dimension", "geometry", quantity.unit)
    if any("extend" in event.classes for event in happening):
        return Topic("dimension", "geometry", quantity.unit)
    far = next((event for event in happening if "reach_far" in event.classes), None)
    if far is not None:
        return Topic("range", "geometry", quantity.unit, far)
    return Topic("other", "geometry", quantity.unit)
