"""Carried dates: what a figure without a date takes from the event told before it.

"A missile struck a bakery on Tuesday. The blast killed six." Only what plainly tells of the same
event takes its day: a part of a figure told before, what the text comes back to ("the blast"), what
is told right after, and the headline of a report that opens with the event. A date that was carried
is known by its offsets, which lie outside the sentence of the figure.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import sentence_of
from reports.claim import Claim, Stance, Status, When
from reports.claims.categories import Topic
from reports.claims.covered import speaks_of_period
from reports.claims.deeds import comes_back, is_apart, lasting_events, turns_aside
from reports.claims.narrated import befalls, is_headline, is_narrated, joins
from reports.claims.occasions import REACH, counted_back, due, last_told
from reports.claims.timeline import Dated, Timeline, is_news
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import lexicon
from reports.quantities import Quantity
from reports.syntax import clause_verb

_HARM = frozenset({"casualties", "impact"})
_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.DENIED})
_NEXT = 2  # sentences after an event that still tell of it
_LEAD = 3  # sentences in which a report says what its headline is about


def carried(
    quantity: Quantity,
    about: Topic,
    stance: Stance,
    passage: tuple[int, Passage],
    line: Timeline,
    earlier: Sequence[Claim],
    kin: Claim | None,
) -> When | None:
    """Take the date of the event that a figure plainly belongs to; None where that is not plain.

    Parameters
    ----------
    passage
        The passage of the figure, with its number.
    earlier
        The claims before it.
    kin
        The claim that the figure is a part of, or says anew.
    """
    number, here = passage
    anchor = quantity.anchor
    sentence = sentence_of(anchor)
    counted = counted_back(anchor, sentence, here, line)
    if counted is not None:
        return counted
    if about.family == "geometry" or about.category == "cost":
        return None
    joining, headed = joins(anchor), line.headings.get(number)
    arranged = None if _is_past(anchor) else due(sentence, passage, line, joining=joining)
    if stance.status is Status.PLANNED and kin is not None and kin.stance == stance:
        arranged = arranged or kin.when
    guessed = stance.status is Status.ESTIMATED and about.family in _HARM  # "500 may have died"
    if arranged is not None or not (guessed or stance.status in _TOLD):
        return arranged
    title = line.titled and number == 0
    if headed is not None or not (title or joining or is_narrated(anchor, about)):
        return headed
    if kin is None and quantity.amount.hedge.increment and earlier:
        kin = earlier[-1]  # "four men died on Monday. Sixteen more were hurt"
    if line.period is not None and speaks_of_period(sentence):
        return line.period
    event = joining or befalls(anchor, about) or (title and is_headline(anchor, about))
    tragic = about.family in _HARM and _is_past(anchor)
    if turns_aside(sentence):  # as a part of the same news: "elsewhere, two were killed"
        event = event and tragic and line.sole
    found = _of_kin(kin, line)
    if found is None and event:
        found = _of_event(sentence, passage, line, earlier, tragic=tragic)
    return found or _of_period(sentence, here, line)


def _of_kin(kin: Claim | None, line: Timeline) -> When | None:
    """Take the recent date of the figure that this one is a part of, or goes with."""
    if kin is None or kin.when is None or kin.stance.status not in _TOLD:
        return None
    return kin.when if is_news(kin.when, line.published) else None


def _of_period(sentence: Span, here: Passage, line: Timeline) -> When | None:
    """Date what a situation report tells without a date by the period that it covers."""
    if line.period is None:
        return None
    dated = line.sentence_at(here.span(sentence)[0]) in line.named
    apart = is_apart(sentence) or turns_aside(sentence)
    return None if dated or apart else line.period


def _is_past(anchor: Token) -> bool:
    """Whether a figure is told in the plain past: "died", and not "have died"."""
    verb = clause_verb(anchor)
    return verb is not None and clause_tense(verb) is Tense.PAST


def _of_event(
    sentence: Span,
    passage: tuple[int, Passage],
    line: Timeline,
    earlier: Sequence[Claim],
    *,
    tragic: bool,
) -> When | None:
    """Date a sentence by the event that it goes on about, or that is dated soon after it.

    Parameters
    ----------
    tragic
        The figure counts what something befell then.
    """
    number, here = passage
    at = line.sentence_at(here.span(sentence)[0])
    if line.titled and number == 0:
        return _of_lead(line) or _told_later(at, line)
    background = any(one.sentence == at and not one.news for one in line.up_to(at)[-REACH:])
    if background or is_apart(sentence):
        return None
    older = _of_background(sentence, at, number, line, tragic=tragic)
    if older is None and _is_among_older(sentence, at, number, line):
        return None
    return (
        older
        or _of_story(sentence, at, number, line, earlier, tragic=tragic)
        or _told_later(at, line)
    )


def _of_background(
    sentence: Span, at: int, number: int, line: Timeline, *, tragic: bool
) -> When | None:
    """Date what comes back to, or goes on about, an event or a time of war told of right before.

    "The rains of June and July were heavy. The rains killed 132." "A cyclone struck in 2019. More
    than 600 people died."
    """
    again = comes_back(sentence)
    told = [one for one in reversed(line.up_to(at)[-REACH:]) if one.sentence == at - 1]
    for one in told:
        if one.passage != number or one.news:
            continue
        lasting = "since" in one.when.rule.split() and again & lasting_events()
        if lasting or _share(again, one.of | line.events[one.sentence]):
            return one.when
    last = told[0] if tragic and at not in line.named and told else None
    goes_on = last is not None and last.passage == number and last.happens and not last.news
    return last.when if last is not None and goes_on and _is_closed(last.when) else None


def _is_among_older(sentence: Span, at: int, number: int, line: Timeline) -> bool:
    """Whether a sentence stands right behind one that tells of older things alone."""
    before = [one for one in line.up_to(at)[-REACH:] if one.sentence == at - 1]
    older = [one for one in before if one.passage == number and one.happens and not one.news]
    return len(older) == len(before) > 0 and not comes_back(sentence)


def _is_closed(when: When) -> bool:
    """Whether a date is that of an event, and not of all that happened since."""
    return when.granularity != "vague" and "since" not in when.rule.split()


def _of_lead(line: Timeline) -> When | None:
    """Date a headline by the first sentences of the report."""
    lead = next((one for one in line.dated if one.passage), None)
    told = lead is not None and lead.news and lead.sentence <= _LEAD
    return lead.when if lead is not None and told else None


def _of_story(
    sentence: Span,
    at: int,
    number: int,
    line: Timeline,
    earlier: Sequence[Claim],
    *,
    tragic: bool,
) -> When | None:
    """Date a sentence by the last event told up to it, if it tells of that one.

    In a report of a single day whoever died or was hurt did so then, however late it is told.
    """
    last = last_told(line.up_to(at))
    if last is None or not last.news or _tells_of_later(last, line, earlier):
        return None
    beside = next(
        (one.when for one in line.up_to(at)[-1:] if one.sentence == at and one.news), None
    )
    if beside is not None:
        return beside  # "on Thursday they came back; 15 people were hurt"
    again = comes_back(sentence)
    named = next((one for one in reversed(line.up_to(at)) if _share(again, one.of)), None)
    if named is not None and named.news and number - named.passage <= REACH:
        return named.when
    near = number - last.passage <= REACH
    if again and (near or _share(again, line.events[last.sentence])):
        return last.when
    going_on = max([last.sentence, *_sentences_dated(last.when, line, earlier)])
    if next(one for one in reversed(line.up_to(at)) if one.news) is last:
        going_on = _still_told(going_on, at, line)
    same = line.sole and _share(line.events[at], last.of | line.events[last.sentence])
    alone = line.single and tragic and at not in line.named
    return last.when if same or alone or at - going_on <= _NEXT else None


def _still_told(since: int, at: int, line: Timeline) -> int:
    """Return the last sentence before this one up to which a report goes on about an event."""
    for between in range(since + 1, at):
        if between - since > _NEXT:
            break
        if line.telling[between]:
            since = between
    return since


def _tells_of_later(last: Dated, line: Timeline, earlier: Sequence[Claim]) -> bool:
    """Whether a figure in between has a recent date of its own, so that the thread is lost."""
    dates = (one.when for one in earlier if one.when is not None)
    later = (one for one in dates if line.sentence_with(one.start) > last.sentence)
    return any(is_news(one, line.published) for one in later)


def _sentences_dated(when: When, line: Timeline, earlier: Sequence[Claim]) -> list[int]:
    """Give the sentences that went on about an event before."""
    return [
        line.sentence_at(claim.sentence_start)
        for claim in earlier
        if claim.when is not None and claim.when.start == when.start
    ]


def _told_later(at: int, line: Timeline) -> When | None:
    """Date the opening of a report by a sentence soon after that comes back to the event."""
    if at > _LEAD or line.period is not None:
        return None
    events = line.events[at] | set(lexicon("dates")["turning"]["events"])
    told = next((one for one in line.after(at) if one.happens), None)
    if told is None or not told.news or told.sentence > at + _LEAD:
        return None
    first = (at == 0 or (at == 1 and line.titled)) and at not in line.named
    return told.when if first or _share(told.again, events) else None


def _share(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether two sentences name one event; "the quake" is the earthquake."""
    return any(one.endswith(other) or other.endswith(one) for one in some for other in others)
