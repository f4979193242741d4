"""Occasions: events that others are counted from, or taken part in, and the last that was told."""

from collections.abc import Sequence
from datetime import timedelta

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import sentence_of
from reports.claim import When
from reports.claims.deeds import comes_back
from reports.claims.narrated import is_at_other_time
from reports.claims.timeline import Dated, Timeline
from reports.dates import EVENT_RELATIVE, back
from reports.dates.tense import Tense, clause_tense
from reports.syntax import VERBAL, lemma

REACH = 6
"""Passages over which "the blast" is understood."""

_WEEKS = timedelta(6)  # counted in weeks, the day of the news and that of the report are one


def due(
    sentence: Span, passage: tuple[int, Passage], line: Timeline, *, joining: bool
) -> When | None:
    """Take the days of what was said to be arranged, for those who are to take part in it.

    Parameters
    ----------
    passage
        The passage of the sentence, with its number.
    joining
        They are said to take part; otherwise the sentence has to come back to it: "the drill".
    """
    number, here = passage
    at = line.sentence_at(here.span(sentence)[0])
    occasion = next((one for one in reversed(line.ahead) if one.sentence <= at), None)
    if occasion is None or number - occasion.passage > REACH:
        return None
    if not joining and (occasion.sentence == at or not comes_back(sentence) & occasion.of):
        return None
    between = (one for one in line.up_to(at) if one.sentence > occasion.sentence and one.happens)
    return None if any(between) else occasion.when


def counted_back(anchor: Token, sentence: Span, here: Passage, line: Timeline) -> When | None:
    """Date what is told behind "it came a week after" by the event that came."""
    start, _ = here.span(sentence)
    spoken = line.open_between(start, here.start + anchor.idx)
    verbs = (t for t in (anchor, *anchor.ancestors) if t.pos_ in VERBAL)
    if not spoken or not any(is_at_other_time(verb) for verb in verbs):
        return None
    at = line.sentence_at(start)
    known = next((one for one in line.up_to(at) if one.when.start == spoken[-1].start), None)
    if known is not None:
        return known.when
    came = (
        one
        for one in reversed(line.up_to(at))
        if one.news and (one.happens or one.sentence == at) and one.when.earliest
    )
    event = next(came, None)
    if event is not None and event.when.earliest:
        return back(spoken[-1], event.when.earliest)
    return _back_from_report(anchor, spoken[-1], line)


def _back_from_report(anchor: Token, spoken: When, line: Timeline) -> When | None:
    """Count weeks and longer from the report, of news whose day it does not say.

    "It comes a week after 44 were killed".
    """
    main = sentence_of(anchor).root
    if line.published is None or clause_tense(main) is not Tense.PRESENT or lemma(main) != "come":
        return None
    found = back(spoken, line.published)
    far = found is not None and found.latest and line.published - found.latest >= _WEEKS
    return found if far else None


def last_told(told: Sequence[Dated]) -> Dated | None:
    """Return the last event told; what its sentence only sets beside it comes after that.

    "They clashed on Tuesday, a day after a boy was stabbed": that is the clash.
    """
    last = next((one for one in reversed(told) if one.happens), None)
    if last is None:
        return None
    here = (one for one in reversed(told) if one.sentence == last.sentence and one.happens)
    main = next((one for one in here if one.news and not _is_counted(one.when)), last)
    return last if main.aftermath else main


def _is_counted(when: When) -> bool:
    return when.rule.endswith((EVENT_RELATIVE, "running"))
