"""Days of an event that is dated in other words: "on election day", "on the first day of the war".

The event is known by its name, as for "since the vote" (see ``elsewhere``). Of what goes on for
days the first is the one on which it began, and the others are counted from that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import text_of
from reports.claim import When
from reports.dates import edtf_time as time
from reports.dates.edtf_time import Granularity
from reports.dates.resolved import resolved
from reports.dates.told_events import BEGUN, Event, is_definite, last_before, nouns
from reports.dates.words import lexicon

RULE = "event-day"
# How many days after an event its day, and its eve, are.
_DAYS = {"day": 0, "eve": -1}


@dataclass(frozen=True, slots=True)
class _Named:
    """A day of an event: the event's name, how many days after the first, and the last word."""

    name: str
    after: int
    last: Token


def event_days(
    passage: Passage, whens: Sequence[When], known: Sequence[Event], published: date
) -> Iterator[When]:
    """Find the days of events that the report dates elsewhere.

    Parameters
    ----------
    whens
        The dates that the words themselves give; what is a part of one is left alone.
    known
        The events that the report dates, in order.
    """
    for token in passage.doc:
        under = token.head
        if token.lower_ not in _DAYS or token.dep_ != "pobj" or under.lower_ != "on":
            continue
        named = _named(token)
        start = passage.start + under.idx
        if named is None:
            continue
        end = passage.span(named.last)[1]
        event = last_before(start, named.name, known)
        taken = any(when.start < end and start < when.end for when in whens)
        if taken or event is None or event.period.granularity is not Granularity.DAY:
            continue
        first = event.period.first
        if first is None or first + timedelta(named.after) > published:
            continue
        period = time.day(first + timedelta(named.after))
        text = text_of(passage.doc)[start - passage.start : end - passage.start]
        yield resolved(period, start, text, RULE)


def _named(day: Token) -> _Named | None:
    """Tell which event a day is one of: "election day", "the day of the quake"."""
    event = _owner(day)
    off = _DAYS[day.lower_]
    nth = next((n for n in map(_ordinal, day.lefts) if n is not None), None)
    if nth is not None:
        return _Named(event.lemma_ if event else BEGUN, nth, event or day)
    if event is not None:
        return _Named(event.lemma_, off, event)
    occasions = (left for left in day.lefts if left.dep_ in {"compound", "amod"})
    name = next((left.lower_ for left in occasions if left.lower_ in _occasions()), None)
    return _Named(name, off, day) if name is not None else None


def _owner(day: Token) -> Token | None:
    """Return the event that a day is "of", where it is spoken of as known."""
    of = (t for t in day.rights if t.lower_ == "of")
    return next((t for o in of for t in o.children if t.dep_ == "pobj" and is_definite(t)), None)


def _ordinal(word: Token) -> int | None:
    """Return how many days after the first a day is: 0 for "opening", 1 for "second"."""
    if word.lower_ in lexicon()["turning"]["opening"]:
        return 0
    number = lexicon()["ordinals"].get(word.lower_)
    return None if number is None else int(number) - 1


def _occasions() -> frozenset[str]:
    turning = lexicon()["turning"]
    return nouns() | {name for names in turning["alike"] for name in names}
