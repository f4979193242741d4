"""Events whose day stands elsewhere in the report: "since the vote", "the day after the takeover".

"The officers seized power on 26 July. … Since the coup, 600 foreigners have left." An event is
known again by its noun, by the verb that tells of it ("was attacked", "the attack"), or by what the
lexicon calls such a deed ("seize power", "the coup"); what "it began" speaks of is what was said to
begin last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.claim import When
from reports.dates import edtf_time as time
from reports.dates.clauses import SUBJECTS
from reports.dates.counted import EVENT_RELATIVE, after_told
from reports.dates.edtf_time import Granularity, Period
from reports.dates.hanging import Attached, attached, is_statement
from reports.dates.words import happenings, lexicon

_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUNS = frozenset({"it", "they"})
_BEGUN = "begun"  # what "since it began" goes back to
_NAMED = 4  # words behind "two days after" in which the event is named
_RULE = "since event-told"


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated event, with the words that it may be called by."""

    start: int
    names: frozenset[str]
    period: Period


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
    known = [event for passage in passages for event in _events(whens, passage)]
    if not known or published is None:
        return list(whens)
    counted = [_counted(when, passages, known) if when.edtf is None else when for when in whens]
    opened = [when for passage in passages for when in _openings(passage, whens, known, published)]
    return sorted([*counted, *opened], key=lambda when: when.start)


def _events(whens: Sequence[When], passage: Passage) -> Iterator[_Event]:
    for one in attached(whens, passage):
        when = one.when
        dated = when.edtf is not None and when.earliest is not None
        if (
            dated
            and when.granularity in {Granularity.DAY, Granularity.MONTH}
            and not is_statement(one)
        ):
            yield _Event(when.start, frozenset(_names(one)), _beginning(when))


def _names(one: Attached) -> Iterator[str]:
    """Give the words that an event may be called by later on."""
    if one.noun is not None:
        yield from _called(one.noun)
    verb = one.verb
    if verb is None:
        return
    yield verb.lemma_
    begins = _begins(verb)
    if begins:
        yield _BEGUN
    for child in verb.children:
        lasts = child.lemma_ in lexicon()["turning"]["lasting"]
        if child.dep_ == "dobj" or (child.dep_ in SUBJECTS and (begins or not lasts)):
            yield from _called(child)
    phrases = {verb.lemma_, *(f"{verb.lemma_} {c.lemma_}" for c in verb.children)}
    for name, deeds in lexicon()["turning"]["called"].items():
        if phrases & set(deeds):
            yield name


def _begins(verb: Token) -> bool:
    """Tell whether a verb says that something began: "broke out", "took effect"."""
    phrases = {f"{verb.lemma_} {child.lemma_}" for child in verb.children}
    return verb.lemma_ in happenings("beginning") or bool(phrases & happenings("taking_effect"))


def _called(noun: Token) -> Iterator[str]:
    if noun.lemma_ in _nouns():
        yield noun.lemma_


def _nouns() -> frozenset[str]:
    turning = lexicon()["turning"]
    return happenings("nouns") | {*turning["lasting"], *turning["milestones"]}


def _beginning(when: When) -> Period:
    """Return when an event was, or began."""
    begin = (when.edtf or "").partition("/")[0]
    open_ = "since" in when.rule.split()
    last = (when.core_to or when.earliest) if open_ else when.latest
    return Period(when.earliest, last, begin, begin, Granularity(when.granularity))


def _openings(
    passage: Passage, whens: Sequence[When], known: Sequence[_Event], published: date
) -> Iterator[When]:
    """Find "since the vote" and "since the truce began"."""
    for token in passage.doc:
        named = _named_under(token) if token.lower_ == "since" else None
        if named is None:
            continue
        name, last = named
        start, end = passage.start + token.idx, passage.span(last)[1]
        event = _last_before(start, name, known)
        taken = any(when.start < end and start < when.end for when in whens)
        if event is None or taken or event.period.first is None or event.period.first > published:
            continue
        text = text_of(passage.doc)[token.idx : end - passage.start]
        yield _since(event.period, start, text, published)


def _since(begun: Period, start: int, text: str, published: date) -> When:
    period = time.onward(begun, published)
    core = period.core or (None, None)
    return When(
        start=start,
        end=start + len(text),
        text=text,
        edtf=period.edtf,
        earliest=period.first,
        latest=period.last,
        core_from=core[0],
        core_to=core[1],
        granularity=period.granularity,
        rule=_RULE,
    )


def _named_under(since: Token) -> tuple[str, Token] | None:
    """Return the name of the event under "since", and the last word of it."""
    if since.dep_ == "mark":
        verb = since.head
        subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
        if subject is None or not _begins(verb):
            return None
        name = _BEGUN if subject.lower_ in _PRONOUNS else subject.lemma_
        return name, verb
    noun = next((t for t in since.children if t.dep_ == "pobj"), None)
    return (noun.lemma_, noun) if noun is not None and _is_definite(noun) else None


def _is_definite(noun: Token) -> bool:
    told = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children)
    # "Since the attack of 2011" is another one.
    return told and noun.lemma_ in _nouns() and not any(c.dep_ == "prep" for c in noun.children)


def _last_before(at: int, name: str, known: Sequence[_Event]) -> _Event | None:
    """Return the event of that name: the last one before, else the first one after."""
    same = [event for event in known if any(_same(name, other) for other in event.names)]
    before = [event for event in same if event.start < at]
    return before[-1] if before else next(iter(same), None)


def _same(name: str, other: str) -> bool:
    return name == other or other.endswith(name) or name.endswith(other)


def _counted(when: When, passages: Sequence[Passage], known: Sequence[_Event]) -> When:
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
    noun = next((t for t in ahead if t.lemma_ in _nouns()), None)
    event = _last_before(when.start, noun.lemma_, known) if noun and _is_definite(noun) else None
    return (after_told(when, event.period) if event else None) or when
