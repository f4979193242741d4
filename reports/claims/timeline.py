"""Timeline: which events a report dates, sentence by sentence, so that figures share their days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of, sentence_starts, text_of
from reports.claim import When
from reports.claims.covered import covered
from reports.claims.deeds import (
    DONE,
    comes_back,
    events_of,
    is_deed,
    is_told,
    says,
    tells,
    verbs_of,
)
from reports.dates import AS_OF, Attached, attached, back, is_record, is_statement
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import lexicon
from reports.syntax import SUBJECTS, VERBAL, children, lemma

_NEWS = timedelta(31)  # what ended longer ago is background
_STORY = timedelta(2)  # between the first and the last of what is told as one
_LONGEST = timedelta(14)  # what took longer is no event
_OPENING = 3  # passages in which a report that opens without a date names the first
_CLAUSE = 12  # words behind "a day after" in which the event is named
_AHEAD = frozenset({Tense.PRESENT, Tense.UNDER_WAY, Tense.FUTURE})
_SHORT = timedelta(1)  # "in the past 24 hours" is a time of events
# Longer windows that end at the report are those of a count ("in the past week"), not of an event.
_WINDOWS = frozenset({"rolling", "few", "running"})


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that a report dates.

    Attributes
    ----------
    passage, sentence
        Numbers of its passage and of its sentence, both counted through the report.
    news
        It is recent and took days at most; what is older is background.
    happens
        The words say that something happened ("struck", "the raid"), not how things stood.
    again
        What its sentence comes back to: "the quake struck on Monday".
    of
        The events that the date is said of: "quake".
    aftermath
        It only comes of something told beside it: "bodies were found on Monday".
    """

    when: When
    passage: int
    sentence: int
    news: bool
    happens: bool
    again: frozenset[str]
    of: frozenset[str]
    aftermath: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a report dates.

    Attributes
    ----------
    dated
        What is dated, in reading order.
    sentences
        The offsets where the sentences begin.
    events
        What is said to happen in each sentence ("quake").
    telling
        Whether each sentence tells of something that happened, here and now.
    ahead
        What is arranged for a day, in reading order.
    unresolved
        Dates counted from something whose day is not said, in reading order.
    named
        The sentences that name a date, other than of a statement.
    headings
        The date that stands over the items of a list ("In the week to 9 May:"), by passage.
    period
        The days or months that a situation report covers, or None.
    sole
        All that happened recently happened within days, and so is one story.
    single
        All that happened recently happened on one day.
    titled
        The report opens with a headline.
    published
        The day of publication, or None.
    """

    dated: Sequence[Dated]
    sentences: Sequence[int]
    events: Sequence[frozenset[str]]
    telling: Sequence[bool]
    ahead: Sequence[Dated]
    unresolved: Sequence[When]
    named: frozenset[int]
    headings: Mapping[int, When]
    period: When | None
    sole: bool
    single: bool
    titled: bool
    published: date | None

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that begins at an offset."""
        return bisect_left(self.sentences, offset)

    def sentence_with(self, offset: int) -> int:
        """Return the number of the sentence that an offset lies in."""
        return bisect_right(self.sentences, offset) - 1

    def up_to(self, sentence: int) -> Sequence[Dated]:
        """Give what is dated in a sentence and before it."""
        return self.dated[: bisect_right(self.dated, sentence, key=lambda one: one.sentence)]

    def after(self, sentence: int) -> Sequence[Dated]:
        """Give what is dated behind a sentence."""
        return self.dated[bisect_right(self.dated, sentence, key=lambda one: one.sentence) :]

    def open_between(self, start: int, end: int) -> Sequence[When]:
        """Give the unresolved dates that begin between two offsets."""
        first, last = (
            bisect_left(self.unresolved, at, key=lambda when: when.start) for at in (start, end)
        )
        return self.unresolved[first:last]


def timeline(
    passages: Sequence[Passage], whens: Sequence[When], published: date | None
) -> Timeline:
    """Collect what a report dates; the days of statements and of plans are left out.

    Parameters
    ----------
    whens
        The dates of the report, in order.
    """
    first = [
        (passage, passage.doc[at]) for passage in passages for at in sentence_starts(passage.doc)
    ]
    sentences = [passage.start + token.idx for passage, token in first]
    leads = _leads(passages)
    dated: list[Dated] = []
    ahead: list[Dated] = []
    named: set[int] = set()
    for number, passage in enumerate(passages):
        here = list(attached(whens, passage))
        told = [one for one in here if one.when.earliest and not _is_aside(one)]
        ahead += [
            _dated(one, number, passage, sentences, published) for one in told if _is_due(one)
        ]
        starts = (passage.span(sentence_of(one.root))[0] for one in told)
        named.update(bisect_left(sentences, start) for start in starts)
        found = [one for one in told if _is_done(one.verb)]
        found += _counted_from(here, dated, published)
        for one in sorted(found, key=lambda one: one.when.start):
            first_named = not dated and number <= _OPENING and is_told(one.verb)
            leading = first_named or (one.root.i < leads.get(number, 0) and _leads_in(one))
            dated.append(_dated(one, number, passage, sentences, published, leading=leading))
    news = [one.when for one in dated if one.news and one.happens]
    return Timeline(
        dated=tuple(dated),
        sentences=tuple(sentences),
        events=tuple(events_of(sentence_of(token)) for _, token in first),
        telling=tuple(tells(sentence_of(token)) for _, token in first),
        ahead=tuple(ahead),
        unresolved=tuple(when for when in whens if when.edtf is None),
        named=frozenset(named),
        headings=_headings(passages, whens),
        period=covered(passages, whens),
        sole=_is_one_story(news),
        single=len({(when.earliest, when.latest) for when in news}) == 1,
        titled=bool(passages) and _is_title(passages[0]),
        published=published,
    )


def _dated(
    one: Attached,
    number: int,
    passage: Passage,
    sentences: Sequence[int],
    published: date | None,
    *,
    leading: bool = False,
) -> Dated:
    """Put together what is dated; what is ``leading`` opens the report, whatever happened."""
    sentence = sentence_of(one.root)
    return Dated(
        when=one.when,
        passage=number,
        sentence=bisect_left(sentences, passage.span(sentence)[0]),
        news=is_news(one.when, published),
        happens=leading or _happens(one),
        again=comes_back(sentence),
        of=_said_of(one),
        aftermath=says(one.verb, "aftermath"),
    )


def _is_due(one: Attached) -> bool:
    """Tell whether a date is that of something arranged: "the drill starts on Friday"."""
    ahead = one.verb is not None and clause_tense(one.verb) in _AHEAD
    return ahead and one.when.granularity == "day" and bool(_said_of(one))


def _is_one_story(news: Sequence[When]) -> bool:
    """Tell whether recent events lie so close together that a report tells of them as one."""
    first = min((when.earliest for when in news if when.earliest), default=None)
    last = max((when.latest for when in news if when.latest), default=None)
    return first is not None and last is not None and last - first <= _STORY


def _counted_from(
    here: Sequence[Attached], before: Sequence[Dated], published: date | None
) -> Iterator[Attached]:
    """Date what something came after: "was found on Friday, a day after the boat sank".

    It is counted from the day of its sentence, be it that of a statement, or from the last event.
    """
    for one in (one for one in here if one.when.edtf is None):
        event = next((t for t in _behind(one) if says(t, "verbs") or says(t, "nouns")), None)
        days = [
            other.when
            for other in here
            if sentence_of(other.root) == sentence_of(one.root) and is_news(other.when, published)
        ]
        days += [other.when for other in reversed(before) if other.news and other.happens][:1]
        known = back(one.when, days[0].earliest) if days and days[0].earliest else None
        if event is not None and known is not None:
            verbal = event.pos_ in VERBAL
            noun, verb = (None, event) if verbal else (event, None)
            yield Attached(known, one.root, noun, verb)


def _behind(one: Attached) -> Iterator[Token]:
    """Give the first words behind a date, up to what it is counted from."""
    end = sentence_of(one.root).end
    first = one.root.i + len(one.when.text.split())
    yield from one.root.doc[first : min(end, first + _CLAUSE)]


def is_news(when: When, published: date | None) -> bool:
    """Tell whether a date is that of a recent event and not of background."""
    if when.granularity != "day" or when.earliest is None or when.latest is None:
        return False
    if _WINDOWS.intersection(when.rule.split()) and when.latest - when.earliest > _SHORT:
        return False
    recent = published is None or published - when.latest <= _NEWS
    return recent and when.latest - when.earliest <= _LONGEST


def _is_title(passage: Passage) -> bool:
    return text_of(passage.doc).rstrip()[-1:] not in tuple(lexicon("dates")["closing"])


def _happens(one: Attached) -> bool:
    """Whether what a date belongs to is something that happens: "the quake came on Monday"."""
    if says(one.noun, "nouns"):
        return True
    return any(is_deed(verb) for verb in verbs_of(one.verb))


def _leads_in(one: Attached) -> bool:
    """Tell whether a date of the opening sentence is of what that tells.

    So it is where the parse hangs it on a thing, and not on a verb: no thing is of a day.
    """
    astray = one.verb is None or one.noun is not None
    return is_told(one.verb) or (astray and tells(sentence_of(one.root)))


def _headings(passages: Sequence[Passage], whens: Sequence[When]) -> dict[int, When]:
    """Give the items of lists the one date that stands over them."""
    found: dict[int, When] = {}
    over: When | None = None
    for number, passage in enumerate(passages):
        text = text_of(passage.doc).strip()
        if text[:1] in tuple(lexicon("dates")["bullets"]):
            found |= {number: over} if over is not None else {}
            continue
        dated = [
            one.when
            for one in (attached(whens, passage) if text.endswith(":") else ())
            if one.when.earliest and not is_statement(one) and one.when.granularity != "vague"
        ]
        over = dated[0] if len(dated) == 1 else None
    return found


def _leads(passages: Sequence[Passage]) -> dict[int, int]:
    """Give where the first sentence under the headline ends: its passage, and its last token."""
    first = int(bool(passages) and _is_title(passages[0]))
    if len(passages) <= first:
        return {}
    return {first: sentence_of(passages[first].doc[0]).end}


def _said_of(one: Attached) -> frozenset[str]:
    """Return the events that a date is said of: its noun, and the arguments of its verb."""
    nouns = [] if one.noun is None else [one.noun]
    if one.verb is not None:
        nouns += children(one.verb, *SUBJECTS, "dobj")
        nouns += [t for by in children(one.verb, "agent", "prep") for t in children(by, "pobj")]
    return frozenset(lemma(noun) for noun in nouns if says(noun, "nouns"))


def _is_aside(one: Attached) -> bool:
    """Whether a date is that of a statement or a count, or measures a record ("since 2011")."""
    rule = one.when.rule.split()
    return is_statement(one) or AS_OF in rule or ("since" in rule and is_record(one.root))


def _is_done(verb: Token | None) -> bool:
    # "Accuses them of killing 50 on Tuesday".
    accused = verb is not None and verb.dep_ == "pcomp" and verb.head.lower_ == "of"
    return verb is None or accused or clause_tense(verb) in {*DONE, None}
