"""Dates counted from an event: "two days after the quake of 3 May", "a week after 44 died"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.passage import Passage
from reports.claim import When
from reports.dates import edtf_time as time
from reports.dates.edtf_time import Period
from reports.dates.phrases import Phrase
from reports.dates.relative import counted
from reports.dates.terms import Term, terms

EVENT_RELATIVE = "event-relative"
SO_FAR = "so-far"
AS_OF = "as-of"
_BEFORE = ("before", "prior to")
_NEAR = 6  # words between "two days after" and the day of the event


def named_after(phrase: Phrase, following: Sequence[Phrase], passage: Passage) -> Phrase | None:
    """Return the date that names the day of the event which a phrase is counted from.

    Parameters
    ----------
    following
        The phrases behind it, in order.
    """
    if phrase.head.term.rule.name != EVENT_RELATIVE or not following:
        return None
    event = following[0]
    between = passage.doc.char_span(phrase.end, event.start, alignment_mode="contract")
    if between is None or len(between) > _NEAR or between[0].is_sent_start:
        return None
    return None if any(word.pos_ in {"VERB", "AUX"} for word in between) else event


def forth(phrase: Phrase, event: Period) -> Period | None:
    """Count from the day of an event that the words themselves name."""
    if event.first is None:
        return None
    term = phrase.head.term
    return counted(event.first, term.match, -1 if _is_before(term) else 1)


def back(when: When, event: date) -> When | None:
    """Count back to what is told in the clause behind: "came a week after 44 were killed".

    Parameters
    ----------
    when
        A date that is counted from an event, unresolved.
    event
        The day of what came after, or before, it.
    """
    if when.edtf is not None or not when.rule.endswith(EVENT_RELATIVE):
        return None
    term = _term(when)
    return _known(when, counted(event, term.match, 1 if _is_before(term) else -1)) if term else None


def after_told(when: When, event: Period) -> When | None:
    """Count from the day of an event that the report dates elsewhere: "two days after the vote"."""
    term = _term(when)
    if term is None or event.first is None:
        return None
    return _known(when, counted(event.first, term.match, -1 if _is_before(term) else 1))


def is_count(when: When | None) -> bool:
    """Tell whether a date only says up to when something was counted: "so far", "as of Sunday"."""
    return when is not None and bool({SO_FAR, AS_OF}.intersection(when.rule.split()))


def so_far(event: When, until: date | None) -> When:
    """Count from an event up to a day: "so far, 74 bodies have been found"."""
    first, last = event.earliest, event.latest
    if until is None or first is None or last is None or last >= until:
        return event
    period = time.days(first, until)
    return replace(event, edtf=period.edtf, latest=until, rule=f"{SO_FAR} {event.rule}")


def _term(when: When) -> Term | None:
    found = (t for t in terms(f"{when.text} it") if t.rule.name == EVENT_RELATIVE)
    return next(found, None)


def _known(when: When, period: Period) -> When:
    return replace(
        when,
        edtf=period.edtf,
        earliest=period.first,
        latest=period.last,
        granularity=period.granularity,
    )


def _is_before(term: Term) -> bool:
    return term.match["span"].casefold().endswith(_BEFORE)
