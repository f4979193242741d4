"""Terms: the calendar words that a date is built on ("12 March", "last week", "the past year").

A term knows where it stands, and which periods it may mean once the day of publication and the
tense are known. What stands around it ("by", "late", "between … and") is the business of
``reports.dates.phrases``.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from reports.dates import neighbours, relative
from reports.dates import rules as read
from reports.dates.grammar import patterns
from reports.dates.rules import Clock, Periods, Reader
from reports.dates.tense import Tense

_NOT_PAST = frozenset({Tense.PRESENT, Tense.UNDER_WAY, Tense.FUTURE, None})
_PRESENT = frozenset({Tense.PRESENT, Tense.UNDER_WAY})
_FUTURE = frozenset({Tense.FUTURE})
_BEHIND = frozenset({Tense.PAST, Tense.PERFECT})
_SPELL = frozenset({Tense.FUTURE, Tense.PERFECT})

# Names of the groups by which a match says which year or week it means.
_ANCHORS = ("year", "year_which", "which", "week")


@dataclass(frozen=True, slots=True)
class Rule:
    """How the matches of one pattern of the grammar are read.

    Attributes
    ----------
    needs
        "nothing"; "prefix" for words too common to be a date by themselves ("in May"); "part" for
        those that are a date only as "the end of the year".
    floating
        The words may leave the year or week to the tense, or to a partner in a range.
    tenses
        The tenses it is read in, where it is no date in others ("in two weeks" is a span of time in
        the past).
    """

    name: str
    reader: Reader
    needs: str = "nothing"
    floating: bool = False
    tenses: frozenset[Tense | None] | None = None


# Most specific first: where two rules compete for the same words, the earlier one has them.
RULES = (
    Rule("iso-day", read.iso_day),
    Rule("numeric-day", read.numeric_day),
    Rule("days-month", read.calendar_day, floating=True),
    Rule("month-days", read.calendar_day, floating=True),
    Rule("day-month", read.calendar_day, floating=True),
    Rule("month-day", read.calendar_day, floating=True),
    Rule("day-of-month", neighbours.day_of_month, needs="prefix", floating=True),
    Rule("outer-of-month", relative.outer_part, floating=True),
    Rule("outer-of-year", relative.outer_part),
    Rule("part-of-year", read.part_of_year),
    Rule("quarter", read.part_of_year),
    Rule("month", read.calendar_month, needs="prefix", floating=True),
    Rule("season", read.season, needs="prefix", floating=True),
    Rule("holiday", read.holiday, needs="prefix", floating=True),
    Rule("anniversary", relative.anniversary),
    Rule("into-day", relative.into_day),
    Rule("deictic", relative.deictic),
    Rule("night-hours", relative.night, tenses=_BEHIND),
    Rule("event-relative", relative.unresolved),
    Rule("aged", relative.aged),
    Rule("nth-year", relative.nth_year),
    Rule("nth-year-of", relative.nth_year),
    Rule("ago", relative.ago),
    Rule("hence", relative.hence),
    Rule("since-then", neighbours.since_then),
    Rule("have-since", neighbours.since_then),
    Rule("neighbour", neighbours.neighbour),
    Rule("neighbouring", neighbours.neighbour),
    Rule("that-unit", neighbours.neighbour),
    Rule("that-stretch", neighbours.neighbour),
    Rule("in-that-day", neighbours.neighbour),
    Rule("next-day", neighbours.neighbour, tenses=_BEHIND),
    Rule("time-neighbour", neighbours.time_of_day),
    Rule("time-neighbouring", neighbours.time_of_day),
    Rule("that-time", neighbours.time_of_day),
    Rule("running", relative.running),
    Rule("few", relative.few),
    Rule("rolling", relative.rolling),
    Rule("ordinal-in", relative.rolling),
    Rule("coming", relative.coming, tenses=_NOT_PAST),
    Rule("in-units", relative.spell, tenses=_SPELL),
    Rule("within", relative.coming, tenses=_FUTURE),
    Rule("weekday", read.weekday, floating=True),
    Rule("unit", read.calendar_unit),
    Rule("side-unit", read.calendar_unit),
    Rule("weekend", read.calendar_unit, needs="prefix"),
    Rule("the-length", relative.unresolved, needs="part"),
    Rule("the-unit", read.calendar_unit, needs="part"),
    Rule("decade", read.decade),
    Rule("years", read.years),
    Rule("year", read.year),
    Rule("year-event", read.year),
    Rule("event-year", read.year),
    Rule("vague-past", relative.vague_past),
    Rule("so-far", relative.vague_past),
    Rule("vague-future", relative.vague_future, tenses=_NOT_PAST),
    Rule("present", relative.present, tenses=_NOT_PAST),
    Rule("continuing", relative.present, tenses=_PRESENT),
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a rule found at ``text[start:end]`` of a passage."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str] = field(compare=False)

    @property
    def floats(self) -> bool:
        """Whether the tense or a partner has to say which year or week is meant."""
        said = self.match.groupdict()
        return self.rule.floating and not any(said.get(name) for name in _ANCHORS)

    @property
    def needs(self) -> str:
        """What the words need to be a date; those that say their year stand by themselves."""
        return "nothing" if self.rule.floating and not self.floats else self.rule.needs

    def read(self, clock: Clock) -> Periods:
        """Give the periods that the words may mean, oldest first."""
        return self.rule.reader(self.match, clock)


def terms(text: str) -> list[Term]:
    """Find the terms of a text, in order and without overlaps."""
    found: list[Term] = []
    taken = bytearray(len(text))
    for rule in RULES:
        for match in _pattern(rule.name).finditer(text):
            start, end = match.span("span")
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(Term(start, end, rule, match))
    return sorted(found, key=lambda term: term.start)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return patterns()[name]
