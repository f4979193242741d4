"""Dates counted from events whose day stands elsewhere in the report.

"The officers seized power on 26 July. … Since the coup, 600 foreigners have left." So with "the day
after the takeover", "on election day" and "since it began" (see ``told_events``).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.claim import When
from reports.dates import edtf_time as time
from reports.dates.clauses import SUBJECTS, VERBAL
from reports.dates.counted import EVENT_RELATIVE, after_told
from reports.dates.event_days import event_days
from reports.dates.resolved import resolved
from reports.dates.told_events import (
    BEGUN,
    Event,
    begins,
    is_definite,
    last_before,
    nouns,
    told_events,
)
from reports.dates.words import happenings

_PRONOUNS = frozenset({"it", "they"})
_NAMED = 4  # words behind "two days after" in which the event is named
_RULE = "since event-told"


def elsewhere(
    passages: Sequence[Passage], whens: Sequence[When], published: date | None
) -> list[When]:
    """Date what is counted from events that the report dates in other words.

    Parameters
    ----------
    whens
        The dates that the words themselves give, in order.

    Returns
    -------
    list of When
        Those dates in order, "since the vote" among them, and "two days after the vote" resolved,
        where the report gives the day of the vote.
    """
    known = [event for passage in passages for event in told_events(whens, passage)]
    if not known or published is None:
        return list(whens)
    counted = [_counted(when, passages, known) if when.edtf is None else when for when in whens]
    found = [
        when
        for passage in passages
        for read in (_openings, event_days)
        for when in read(passage, whens, known, published)
    ]
    return sorted([*counted, *found], key=lambda when: when.start)


def _openings(
    passage: Passage, whens: Sequence[When], known: Sequence[Event], published: date
) -> Iterator[When]:
    """Find "since the vote" and "since the truce began"."""
    for token in passage.doc:
        named = _named_under(token) if token.lower_ == "since" else None
        if named is None:
            continue
        name, last = named
        start, end = passage.start + token.idx, passage.span(last)[1]
        event = last_before(start, name, known)
        dated = any(passage.span(last)[1] <= when.start < _end(last, passage) for when in whens)
        if event is None and last.pos_ in VERBAL and name in nouns() and not dated:
            event = last_before(start, BEGUN, known)  # "since the feud began"
        taken = any(when.start < end and start < when.end for when in whens)
        if event is None or taken or event.period.first is None or event.period.first > published:
            continue
        text = text_of(passage.doc)[token.idx : end - passage.start]
        yield resolved(time.onward(event.period, published), start, text, _RULE)


def _end(verb: Token, passage: Passage) -> int:
    """Return where the clause of a verb ends, in the report."""
    return passage.span(verb.doc[verb.right_edge.i])[1]


def _named_under(since: Token) -> tuple[str, Token] | None:
    """Return the name of the event under "since", and the last word of it."""
    if since.dep_ == "mark":
        verb = since.head
        subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
        if subject is None or not begins(verb):
            return None
        name = BEGUN if subject.lower_ in _PRONOUNS else subject.lemma_
        return name, verb
    noun = next((t for t in since.children if t.dep_ == "pobj"), None)
    if noun is not None and noun.lemma_ in happenings("starts"):
        of = (t for t in noun.children if t.dep_ == "prep" and t.lower_ == "of")
        noun = next((t for o in of for t in o.children if t.dep_ == "pobj"), noun)
    return (noun.lemma_, noun) if noun is not None and is_definite(noun) else None


def _counted(when: When, passages: Sequence[Passage], known: Sequence[Event]) -> When:
    """Resolve "two days after the vote"."""
    if not when.rule.endswith(EVENT_RELATIVE):
        return when
    passage = next(p for p in reversed(passages) if p.start <= when.start)
    span = passage.doc.char_span(
        when.start - passage.start, when.end - passage.start, alignment_mode="expand"
    )
    if span is None:
        return when
    ahead = passage.doc[span.end : min(span.end + _NAMED, sentence_of(span[0]).end)]
    noun = next((t for t in ahead if t.lemma_ in nouns()), None)
    event = last_before(when.start, noun.lemma_, known) if noun and is_definite(noun) else None
    return (after_told(when, event.period) if event else None) or when
