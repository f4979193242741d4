"""Carried dates: what a figure without a date takes from the event told before it.

"A missile struck a bakery on Tuesday. The blast killed six." Only what plainly tells of the same
event takes its day: a part of a figure told before, what the text comes back to ("the blast"), what
is told right after, and the headline of a report that opens with the event. A date that was carried
is known by its offsets, which lie outside the sentence of the figure.
"""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import sentence_of, sentence_starts, text_of
from reports.claim import Claim, Stance, Status, When
from reports.claims.categories import Topic
from reports.claims.syntax import SUBJECTS, VERBAL, argument, children, clause_verb, lemma
from reports.dates import (
    Attached,
    attached,
    back,
    happenings,
    is_pluperfect,
    is_record,
    is_statement,
)
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import lexicon, words
from reports.quantities import Quantity

# Families of what befalls people and things on a day; who is stationed or lives somewhere is none.
_FATES = frozenset({"casualties", "displacement", "impact", "materiel"})
_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.DENIED})
_DONE = frozenset({Tense.PAST, Tense.PERFECT})
_STANDING = frozenset({"be", "miss"})
_DEFINITE = frozenset({"the", "these", "those", "this", "both"})
_NEWS = timedelta(31)  # what ended longer ago is background
_LONGEST = timedelta(14)  # what took longer is no event
# Windows that end at the report are those of a count ("in the past week"), not of an event.
_WINDOWS = frozenset({"rolling", "few", "running"})
# A clause with one of these is about another time than the clause it hangs on.
_OTHER_TIME = frozenset({"after", "before", "since", "until", "once"})
_NEXT = 2  # sentences after an event that still tell of it
_BACK = 6  # passages over which "the blast" is understood
_LEAD = 3  # sentences in which a report says what its headline is about


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
    """

    when: When
    passage: int
    sentence: int
    news: bool
    happens: bool
    again: frozenset[str]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a report dates, in reading order.

    Attributes
    ----------
    sentences
        The offsets where its sentences begin.
    events
        What is said to happen in each sentence ("quake").
    unresolved
        Dates counted from something whose day is not said.
    titled
        It opens with a headline.
    """

    dated: Sequence[Dated]
    sentences: Sequence[int]
    events: Sequence[frozenset[str]]
    unresolved: Sequence[When]
    titled: bool
    published: date | None

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that begins at an offset."""
        return bisect_left(self.sentences, offset)

    def named(self, sentence: int) -> frozenset[str]:
        """Return what is said to happen in a sentence."""
        return self.events[sentence]

    def is_news(self, when: When) -> bool:
        """Tell whether a date is that of a recent event and not of background."""
        if when.granularity != "day" or when.earliest is None or when.latest is None:
            return False
        if _WINDOWS.intersection(when.rule.split()):
            return False
        recent = self.published is None or self.published - when.latest <= _NEWS
        return recent and when.latest - when.earliest <= _LONGEST


def timeline(
    passages: Sequence[Passage], whens: Sequence[When], published: date | None
) -> Timeline:
    """Collect what a report dates; the days of statements and of plans are left out.

    Parameters
    ----------
    whens
        The dates of the report, in order.
    """
    first = [(p, p.doc[at]) for p in passages for at in sentence_starts(p.doc)]
    starts = [passage.start + token.idx for passage, token in first]
    events = [_events(sentence_of(token)) for _, token in first]
    titled = bool(passages) and _is_title(passages[0])
    open_ = [when for when in whens if when.edtf is None]
    line = Timeline((), starts, events, open_, titled, published)
    dated = [
        Dated(
            when=one.when,
            passage=number,
            sentence=line.sentence_at(passage.span(sentence_of(one.root))[0]),
            news=line.is_news(one.when),
            happens=_happens(one),
            again=_comes_back(sentence_of(one.root)),
        )
        for number, passage in enumerate(passages)
        for one in attached(whens, passage)
        if one.when.earliest and not _is_aside(one) and _is_done(one.verb)
    ]
    return replace(line, dated=tuple(dated))


def carried(
    quantity: Quantity,
    about: Topic,
    stance: Stance,
    passage: tuple[int, Passage],
    line: Timeline,
    earlier: Sequence[Claim],
    kin: Claim | None = None,
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
    title = line.titled and number == 0
    counted = _counted_back(anchor, here, line)
    if counted is not None:
        return counted
    if stance.status not in _TOLD or not _is_narrated(anchor, about, title):
        return None
    if kin is None and quantity.amount.hedge.increment and earlier:
        kin = earlier[-1]  # "four men died on Monday. Sixteen more were hurt"
    if kin is not None and kin.when is not None and line.is_news(kin.when):
        return kin.when
    if not _befalls(anchor, about):
        return None
    return _of_event(sentence_of(anchor), passage, line, earlier)


def _of_event(
    sentence: Span, passage: tuple[int, Passage], line: Timeline, earlier: Sequence[Claim]
) -> When | None:
    """Date a sentence by the event that it goes on about, or that is dated soon after it."""
    number, here = passage
    at = line.sentence_at(here.span(sentence)[0])
    if line.titled and number == 0:
        return _of_lead(line) or _told_later(at, line)
    if _is_elsewhere(sentence) or any(d.sentence == at and not d.news for d in line.dated):
        return None
    return _of_story(sentence, at, number, line, earlier) or _told_later(at, line)


def _counted_back(anchor: Token, here: Passage, line: Timeline) -> When | None:
    """Date what is told behind "it came a week after" by the event that came."""
    sentence = sentence_of(anchor)
    start, _ = here.span(sentence)
    at = line.sentence_at(start)
    spoken = [w for w in line.unresolved if start <= w.start < here.start + anchor.idx]
    before = [
        d for d in line.dated if d.sentence <= at and d.news and (d.happens or d.sentence == at)
    ]
    verbs = (t for t in (anchor, *anchor.ancestors) if t.pos_ in VERBAL)
    if not spoken or not before or not any(_is_at_other_time(verb) for verb in verbs):
        return None
    event = before[-1].when.earliest
    return back(spoken[-1], event) if event is not None else None


def _of_lead(line: Timeline) -> When | None:
    """Date a headline by the first sentences of the report."""
    first = bisect_left([d.passage for d in line.dated], 1)
    lead = (d for d in line.dated[first:] if d.sentence <= _LEAD)
    told = next(lead, None)
    return told.when if told is not None and told.news else None


def _of_story(
    sentence: Span, at: int, number: int, line: Timeline, earlier: Sequence[Claim]
) -> When | None:
    """Date a sentence by the last event told up to it, if it tells of that one."""
    before = [d for d in line.dated if d.sentence <= at and d.happens]
    if not before or not before[-1].news:
        return None
    last, again = before[-1], _comes_back(sentence)
    others = [c.when for c in earlier if c.when is not None and c.when.start > last.when.start]
    if others:
        return None
    if again and (number - last.passage <= _BACK or _share(again, line.named(last.sentence))):
        return last.when
    going_on = [last.sentence, *_sentences_dated(last.when, line, earlier)]
    return last.when if at - max(going_on) <= _NEXT else None


def _told_later(at: int, line: Timeline) -> When | None:
    """Date the opening of a report by a sentence soon after that comes back to the event."""
    if at > _LEAD:
        return None
    events = line.named(at) | set(lexicon("dates")["turning"]["events"])
    following = (d for d in line.dated if at < d.sentence <= at + _LEAD and d.happens)
    told = next(following, None)
    if told is None or not told.news:
        return None
    return told.when if _share(told.again, events) else None


def _share(some: frozenset[str], others: AbstractSet[str]) -> bool:
    """Whether two sentences name one event; "the quake" is the earthquake."""
    return any(one.endswith(other) or other.endswith(one) for one in some for other in others)


def _sentences_dated(when: When, line: Timeline, earlier: Sequence[Claim]) -> list[int]:
    """Give the sentences that went on about an event before."""
    return [
        line.sentence_at(claim.sentence_start)
        for claim in earlier
        if claim.when is not None and claim.when.start == when.start
    ]


def _says(token: Token | None, kind: str) -> bool:
    return token is not None and lemma(token) in happenings(kind)


def _is_title(passage: Passage) -> bool:
    return text_of(passage.doc).rstrip()[-1:] not in tuple(lexicon("dates")["closing"])


def _happens(one: Attached) -> bool:
    """Whether what a date belongs to is something that happens: "the quake came on Monday"."""
    if _says(one.noun, "nouns") or _says(one.verb, "verbs"):
        return True
    if one.verb is None or not _says(one.verb, "coming"):
        return False
    return any(_says(subject, "nouns") for subject in children(one.verb, *SUBJECTS))


def _is_aside(one: Attached) -> bool:
    """Whether a date is that of a statement, or only measures a record ("the worst since 2011")."""
    return is_statement(one) or ("since" in one.when.rule.split() and is_record(one.root))


def _is_done(verb: Token | None) -> bool:
    return verb is None or clause_tense(verb) in {*_DONE, None}


def _befalls(anchor: Token, about: Topic) -> bool:
    """Whether a figure counts whom or what something happened to."""
    if about.family in _FATES:
        return True
    if about.family == "geometry":
        return False
    counted = argument(anchor)
    is_victim = any(token.lower_ in _victims() for token in (counted, counted.head))
    return is_victim or _says(clause_verb(anchor), "verbs")


def _is_narrated(anchor: Token, about: Topic, title: bool) -> bool:  # noqa: FBT001 - told of the place
    """Whether a figure is told as something that happened, in the time of its sentence."""
    verbs = [t for t in (anchor, *anchor.ancestors) if t.pos_ in VERBAL]
    if not verbs or title:
        return title or about.event is not None
    if any(_is_at_other_time(verb) for verb in verbs):
        return False
    verb = verbs[0]
    if is_pluperfect(verb):
        said = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
        return said and lemma(verb.head) in words("speech", "say", "verbs")
    if about.family == "casualties" and lemma(verb) in _STANDING:
        return True  # "are dead", "are missing"
    return clause_tense(verb) in _DONE


def _is_at_other_time(verb: Token) -> bool:
    marks = {t.lower_ for t in children(verb, "mark", "prep")} if verb.dep_ == "advcl" else set()
    inside = verb.head.lower_ if verb.dep_ == "pcomp" else ""
    return bool(_OTHER_TIME & {*marks, inside})


def _is_elsewhere(sentence: Span) -> bool:
    """Whether a sentence turns to something else ("elsewhere"), or sums up."""
    text = f" {sentence.text.lower()} "
    return any(f" {cue} " in text for cue in lexicon("dates")["turning"]["words"])


def _comes_back(sentence: Span) -> frozenset[str]:
    """Return what a sentence speaks of again: "the blast", "the dead"."""
    known = happenings("nouns") | _victims()
    return frozenset(
        lemma(noun) if lemma(noun) in known else noun.lower_
        for noun in sentence
        if (lemma(noun) in known or noun.lower_ in known)
        and any(left.lower_ in _DEFINITE for left in children(noun, "det"))
    )


def _events(sentence: Span) -> frozenset[str]:
    return frozenset(lemma(t) for t in sentence if lemma(t) in happenings("nouns"))


def _victims() -> frozenset[str]:
    return frozenset(lexicon("dates")["turning"]["victims"])
