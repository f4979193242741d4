"""Dates: what a report says of when, as EDTF with closed-day bounds.

The grammar finds calendar terms and the words around them; the tense of the governing verb and the
day of publication say which year, month or week is meant. Where they do not, the date stays
unresolved: nothing is guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span

from geo.passage import Passage
from geo.sentences import sentence_of, sentence_starts, text_of
from reports.claim import When
from reports.dates import edtf_time as time
from reports.dates.clauses import is_pluperfect, is_record, since
from reports.dates.counted import (
    AS_OF,
    EVENT_RELATIVE,
    SO_FAR,
    back,
    forth,
    is_count,
    named_after,
    so_far,
)
from reports.dates.edtf_time import Granularity, Hemisphere, Part, Period
from reports.dates.elsewhere import elsewhere
from reports.dates.hanging import Attached, attached, is_statement, tokens
from reports.dates.memory import Memory
from reports.dates.neighbours import COUNTED, SINCE
from reports.dates.phrases import BOUNDING, Phrase, Side, phrases
from reports.dates.relative import up_to_day
from reports.dates.resolved import resolved
from reports.dates.rules import Clock
from reports.dates.scope import is_standing, nearest
from reports.dates.tense import Tense, tense
from reports.dates.words import governors, happenings, lexicon

__all__ = [
    "AS_OF",
    "EVENT_RELATIVE",
    "Attached",
    "attached",
    "back",
    "dates",
    "happenings",
    "is_count",
    "is_pluperfect",
    "is_record",
    "is_standing",
    "is_statement",
    "nearest",
    "plain",
    "so_far",
]

# Words that look ahead, or back, where the verb does not say.
_LOOKING_AHEAD = frozenset({"by", "as-early-as", "until"})
# These say themselves where they begin and end.
_STRETCHES = frozenset(
    {
        "rolling",
        "few",
        "running",
        "since-then",
        "event-relative",
        "vague-past",
        SO_FAR,
        "present",
        "continuing",
    }
)
_AGES = frozenset({"aged", "nth-year", "nth-year-of"})  # of what goes on: "the five-year-old war"
_LOOKING_BACK = frozenset({"since", "as-recently-as"})
_AHEAD = {Tense.FUTURE: True, Tense.UNDER_WAY: True, Tense.PAST: False, Tense.PERFECT: False}
# A day without a year that lies this close to the report is read so, whatever the tense.
_CLOSE = timedelta(31)
_BEHIND = frozenset({"weekday", "day-of-month"})  # past, unless the verb says otherwise
_DAYS = frozenset({"day-month", "month-day", "days-month", "month-days"})
# "Will leave in May", said in June, is likelier misread than eleven months off.
_LONGEST_WAIT = timedelta(9 * 31)


def dates(
    passages: Sequence[Passage],
    published: date | None,
    hemisphere: Hemisphere = Hemisphere.NORTH,
) -> list[When]:
    """Find the date expressions of a report.

    Parameters
    ----------
    published
        Day of publication, which relative dates are counted from; without it they stay unresolved.
    hemisphere
        Whose seasons are meant.

    Returns
    -------
    list of When
        In the order of the text, without overlaps. ``edtf`` is None for what is a date but cannot
        be resolved.
    """
    clock, memory = Clock(published, hemisphere=hemisphere), Memory()
    found: list[When] = []
    for number, passage in enumerate(passages):
        for when, known in _passage_dates((number, passage), clock, memory):
            memory = known
            found.append(when)
    return elsewhere(passages, found, published)


def plain(when: When) -> str | None:
    """Give a date as an ISO day, month or year, or an interval of two, ``..`` for an open end.

    None for what is unresolved, and for "recently" and its like, which say nothing that the day of
    publication does not.
    """
    if when.edtf is None or when.granularity == Granularity.VAGUE:
        return None
    return time.plain(when.edtf)


def _passage_dates(
    numbered: tuple[int, Passage], clock: Clock, memory: Memory
) -> Iterator[tuple[When, Memory]]:
    """Read the dates of a passage, each with what the reader has in mind after it."""
    number, passage = numbered
    sentences = {start: n for n, start in enumerate(sentence_starts(passage.doc))}
    found = phrases(text_of(passage.doc))
    for order, phrase in enumerate(found):
        here = sentences[sentence_of(tokens(passage, phrase.start, phrase.end)[0]).start]
        known = _in_mind(phrase, memory)(number, here)
        near_clock = replace(clock, context=known)
        event = named_after(phrase, found[order + 1 :], passage)
        if event is not None:
            day = next((p for _, p in _readings(passage, event, near_clock) if p), None)
            yield _when(passage, phrase, forth(phrase, day) if day else None), memory
            continue
        for one, period in _readings(passage, phrase, near_clock):
            when = _when(passage, one, period)
            if period and period.granularity is not Granularity.VAGUE:
                memory = memory.after(when, period, passage, (number, here))
            yield when, memory


def _in_mind(phrase: Phrase, memory: Memory) -> Callable[[int, int], Period | None]:
    """Choose how far back the date is sought that a phrase is counted from."""
    name = phrase.head.term.rule.name
    if name in SINCE:
        return memory.since
    # "The year before" is counted from a date that the reader still has in mind.
    return memory.context if name in COUNTED else memory.near


def _readings(
    passage: Passage, phrase: Phrase, clock: Clock
) -> Iterator[tuple[Phrase, Period | None]]:
    """Read a phrase in its sentence; nothing where the sentence shows that it is no date."""
    span = tokens(passage, phrase.start, phrase.end)
    found = tense(span.root, forward=_looks_ahead(phrase, span))
    tenses = phrase.head.term.rule.tenses
    begun = _is_beginning(phrase, span)
    if (tenses and found not in tenses) or _is_count(phrase, span):
        return
    if begun:
        phrase, found = replace(phrase, qualifiers=(*phrase.qualifiers, "since")), Tense.PAST
    elif _is_name(phrase, span):
        return
    clock = replace(clock, ahead=_ahead(phrase, found))
    period = _read(phrase, clock)
    if _two_dates(phrase, clock):
        for side in (phrase.head, phrase.tail):
            if side:
                single = Phrase(side.start, side.end, side)
                yield single, _read(single, clock)
        return
    yield phrase, period


def _is_beginning(phrase: Phrase, span: Span) -> bool:
    """Tell whether a date says since when something goes on."""
    if phrase.head.term.rule.name in _AGES:
        return True
    return since(span.root) is not None and not _bounded(phrase)


def _looks_ahead(phrase: Phrase, span: Span) -> bool:
    return bool(_LOOKING_AHEAD.intersection(phrase.qualifiers)) or span[0].lower_ == "for"


def _bounded(phrase: Phrase) -> bool:
    return (
        bool(BOUNDING.intersection(phrase.qualifiers)) or phrase.head.term.rule.name in _STRETCHES
    )


def _ahead(phrase: Phrase, found: Tense | None) -> bool | None:
    if _LOOKING_BACK.intersection(phrase.qualifiers):
        return False
    if found in _AHEAD:
        return _AHEAD[found]
    onward = "from" in phrase.qualifiers and phrase.head.term.floats
    return True if onward or _LOOKING_AHEAD.intersection(phrase.qualifiers) else None


def _is_name(phrase: Phrase, span: Span) -> bool:
    """Tell whether a day without a year names something: "9 May parade", "Sunday Times"."""
    if phrase.tail or phrase.qualifiers or phrase.head.introduced or not phrase.head.term.floats:
        return False
    follower = span.doc[span.end] if span.end < len(span.doc) else None
    if follower is None or span.root.head.i < span.end:
        return False
    kinds = {"PROPN"} if phrase.head.term.rule.name == "weekday" else {"PROPN", "NOUN"}
    return follower.pos_ in kinds and span.root.dep_ in {"compound", "nummod", "nmod", "amod"}


def _is_count(phrase: Phrase, span: Span) -> bool:
    """Tell whether a bare year is rather a number: "in 2000 villages", "rose by 2000"."""
    if not phrase.head.term.rule.name.startswith("year"):
        return False
    if "by" in phrase.qualifiers and span.root.head.lemma_ in governors("changing"):
        things = (child for child in span.root.head.children if child.dep_ == "dobj")
        return not any(part.like_num for thing in things for part in thing.lefts)
    if span.end == len(span.doc):
        return False
    follower = span.doc[span.end]
    counted = follower.tag_ == "NNS" or follower.lower_ in lexicon()["not_years"]["before"]
    if phrase.head.term.rule.name == "year-event":
        return counted or span.root.head.tag_ not in {"NN", "NNP"}
    return counted


def _two_dates(phrase: Phrase, clock: Clock) -> bool:
    """Tell whether "and" lists two dates that do not touch ("in 2014 and 2022")."""
    if phrase.tail is None or phrase.connector != "and" or "between" in phrase.qualifiers:
        return False
    sides = _ends(phrase.head, phrase.tail, clock)
    return sides is None or not time.touching(*sides)


def _read(phrase: Phrase, clock: Clock) -> Period | None:
    if phrase.tail is None:
        period = _side(phrase.head, clock, _LONGEST_WAIT)
    elif phrase.head.term.rule.name in {"the-unit", "the-length"}:
        last = _side(phrase.tail, replace(clock, ahead=False))
        period = up_to_day(phrase.head.term.match, last) if last else None
    else:
        ends = _ends(phrase.head, phrase.tail, clock)
        period = time.joined(*ends) if ends else None
    for name in phrase.qualifiers:
        if period is not None and name in _QUALIFIERS:
            period = _QUALIFIERS[name](period, clock)
    return period


def _ends(head: Side, tail: Side, clock: Clock) -> tuple[Period, Period] | None:
    """Read both ends of a range; one that says no year takes the other's."""
    if head.term.floats and (clock.ahead is not True or not tail.term.floats):
        last = _side(tail, clock, _LONGEST_WAIT)
        near = replace(clock, today=last.first, ahead=False) if last and last.first else None
        first = _side(head, near) if near else None
    else:
        first = _side(head, clock, _LONGEST_WAIT)
        onwards = replace(clock, today=first.first, ahead=True) if first and first.first else None
        last = _side(tail, onwards if onwards and tail.term.floats else clock)
    if first is None or last is None or not (first.first and last.last):
        return None
    return (first, last) if first.first <= last.last else None


def _side(side: Side, clock: Clock, longest_wait: timedelta | None = None) -> Period | None:
    """Choose among the periods a term may mean, once the parts are taken of each."""
    candidates = list(side.term.read(clock))
    for name in side.parts:
        candidates = [time.part(period, Part(name)) for period in candidates]
    if len(candidates) < 2 or clock.today is None:  # noqa: PLR2004 - nothing to choose
        return candidates[0] if candidates else None
    today = clock.today
    if clock.ahead:
        period = next((p for p in candidates if p.last and p.last >= today), None)
        too_far = longest_wait and period and period.first and period.first - today > longest_wait
        return None if too_far else period
    if clock.ahead is False or side.term.rule.name in _BEHIND:
        return next((p for p in reversed(candidates) if p.first and p.first <= today), None)
    if side.term.rule.name in _DAYS:
        near = [p for p in candidates if p.first and abs(p.first - today) <= _CLOSE]
        return near[0] if len(near) == 1 else None
    return None


def _today_if(condition: bool | None, clock: Clock) -> date | None:  # noqa: FBT001 - reads as English
    return clock.today if condition else None


_QUALIFIERS: Mapping[str, Callable[[Period, Clock], Period]] = {
    "by": lambda p, c: time.up_to(p, _today_if(c.ahead, c)),
    "until": lambda p, c: time.up_to(p, _today_if(c.ahead, c)),
    "before": lambda p, c: time.ending_before(p, _today_if(c.ahead, c)),
    "after": lambda p, c: time.starting_after(p, _today_if(c.ahead is False, c)),
    "since": lambda p, c: time.onward(p, c.today),
    "as-early-as": lambda p, c: time.onward(p, _today_if(c.ahead is False, c)),
    "onward": lambda p, c: time.onward(p, _today_if(c.ahead is False, c)),
    "from": lambda p, c: time.onward(p) if c.ahead else p,
    "around": lambda p, _: time.around(p),
}


def _when(passage: Passage, phrase: Phrase, period: Period | None) -> When:
    start, end = passage.start + phrase.start, passage.start + phrase.end
    text = text_of(passage.doc)[phrase.start : phrase.end]
    if period is None:
        return When(start, end, text, None, None, None, None, None, Granularity.VAGUE, phrase.rule)
    return resolved(period, start, text, phrase.rule)
