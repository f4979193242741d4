"""Told events: what a report dates, and the words by which it may speak of it again.

"The officers seized power on 26 July" can be "the coup" later on, by what the lexicon calls such a
deed; "was attacked" can be "the attack", and what was said to begin last is what "it began" means.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.passage import Passage
from reports.claim import When
from reports.dates.clauses import SUBJECTS
from reports.dates.edtf_time import Granularity, Period
from reports.dates.hanging import Attached, attached, is_statement
from reports.dates.words import happenings, lexicon

_DEFINITE = frozenset({"the", "this", "that"})
BEGUN = "begun"
"""What "since it began" goes back to."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event at an offset of the report, with the words that it may be called by."""

    start: int
    names: frozenset[str]
    period: Period


def told_events(whens: Sequence[When], passage: Passage) -> Iterator[Event]:
    """Give what happened on a day or in a month, in the order of the text."""
    for one in attached(whens, passage):
        when = one.when
        dated = when.edtf is not None and when.earliest is not None
        fine = when.granularity in {Granularity.DAY, Granularity.MONTH}
        if dated and fine and not is_statement(one):
            yield Event(when.start, frozenset(_names(one)), _beginning(when))


def last_before(at: int, name: str, known: Sequence[Event]) -> Event | None:
    """Return the event of that name: the last one before an offset, else the first one after."""
    wanted = {name, *_called_alike(name)}
    same = [event for event in known if any(_same(w, n) for w in wanted for n in event.names)]
    before = [event for event in same if event.start < at]
    return before[-1] if before else next(iter(same), None)


def begins(verb: Token) -> bool:
    """Tell whether a verb says that something began: "broke out", "took effect"."""
    phrases = {f"{verb.lemma_} {child.lemma_}" for child in verb.children}
    return verb.lemma_ in happenings("beginning") or bool(phrases & happenings("taking_effect"))


def is_definite(noun: Token) -> bool:
    """Tell whether a noun speaks of an event as known: "the attack", not "the attack of 2011".

    So does "their attack".
    """
    told = any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in _DEFINITE)
        for child in noun.children
    )
    return told and noun.lemma_ in nouns() and not any(c.dep_ == "prep" for c in noun.children)


def nouns() -> frozenset[str]:
    """Return the names of events: what happens, what lasts, and what turns a story."""
    turning = lexicon()["turning"]
    return happenings("nouns") | {*turning["lasting"], *turning["milestones"]}


def _names(one: Attached) -> Iterator[str]:
    """Give the words that an event may be called by later on."""
    if one.noun is not None:
        yield from _called(one.noun)
    verb = one.verb
    if verb is None:
        return
    yield verb.lemma_
    begun = begins(verb)
    if begun or "since" in one.when.rule.split():
        yield BEGUN
    for child in verb.children:
        lasts = child.lemma_ in lexicon()["turning"]["lasting"]
        if child.dep_ == "dobj" or (child.dep_ in SUBJECTS and (begun or not lasts)):
            # Whatever is said to begin may be spoken of as begun: "the feud broke out in May".
            yield from [child.lemma_] if begun else _called(child)
    below = [t for c in verb.children for t in (c, *(o for o in c.children if o.dep_ == "pobj"))]
    phrases = {verb.lemma_, *(f"{verb.lemma_} {t.lemma_}" for t in below)}
    for name, deeds in lexicon()["turning"]["called"].items():
        if phrases & set(deeds):
            yield name


def _called(noun: Token) -> Iterator[str]:
    if noun.lemma_ in nouns():
        yield noun.lemma_


def _called_alike(name: str) -> frozenset[str]:
    """Return the other names of an event: "polling day" is that of the vote."""
    groups = (names for names in lexicon()["turning"]["alike"] if name in names)
    return frozenset(other for names in groups for other in names)


def _beginning(when: When) -> Period:
    """Return when an event was, or began."""
    begin = (when.edtf or "").partition("/")[0]
    open_ = "since" in when.rule.split()
    last = (when.core_to or when.earliest) if open_ else when.latest
    return Period(when.earliest, last, begin, begin, Granularity(when.granularity))


def _same(name: str, other: str) -> bool:
    return name == other or other.endswith(name) or name.endswith(other)
