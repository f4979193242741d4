"""Memory: the dates that a reader has in mind, from which "the day before" is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.passage import Passage
from reports.claim import When
from reports.dates.edtf_time import Granularity, Period
from reports.dates.hanging import attached, is_statement

_NEAR = 1  # sentences for which any date is remembered, be it only that of a statement
_FAR = 4  # passages for which the day of an event is
# Stretches that end at the report are those of a count ("since Monday"), not of an event.
_WINDOWS = frozenset({"rolling", "few", "running", "since", "since-then", "have-since"})


@dataclass(frozen=True, slots=True)
class Named:
    """A date that was named, in a sentence of a passage; both are counted in the report.

    ``happened`` is False for the days of statements and for stretches that end at the report.
    """

    period: Period
    passage: int
    sentence: int
    happened: bool = True


@dataclass(frozen=True, slots=True)
class Memory:
    """What was named last, and the day that was named last of an event and not of a statement."""

    last: Named | None = None
    event: Named | None = None

    def near(self, passage: int, sentence: int) -> Period | None:
        """Give the date named in this sentence or the one before it, in one paragraph.

        That of an event comes before that of a statement.
        """
        return next((one.period for one in self._near(passage, sentence)), None)

    def context(self, passage: int, sentence: int) -> Period | None:
        """Give the date that "the day before" is counted from.

        It is named near by, else it is the last day of an event that the report told of.
        """
        near = self.near(passage, sentence)
        event = self.event
        if near is not None or event is None or passage - event.passage > _FAR:
            return near
        return event.period

    def since(self, passage: int, sentence: int) -> Period | None:
        """Give the date that "since then" goes back to: the last that something was told of."""
        last = self.last
        if last is None or not last.happened or passage - last.passage > _NEAR:
            return self.context(passage, sentence)
        return last.period

    def _near(self, passage: int, sentence: int) -> Iterator[Named]:
        for one in (self.event, self.last):
            if one and one.passage == passage and sentence - one.sentence <= _NEAR:
                yield one

    def after(self, when: When, period: Period, here: Passage, at: tuple[int, int]) -> "Memory":
        """Return the memory once a date was read, in a passage and sentence of these numbers."""
        stretch = period.first is None or bool(_WINDOWS.intersection(when.rule.split()))
        background = period.granularity is not Granularity.DAY
        told = any(is_statement(one) for one in attached([when], here))
        aside = stretch or background or told
        named = Named(period, *at, happened=not (stretch or told))
        return replace(self, last=named) if aside else Memory(named, named)
