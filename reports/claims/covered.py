"""The period that a report covers by its own words: "Situation report no. 4, 1-7 May"."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from spacy.tokens import Span

from geo.passage import Passage
from geo.sentences import text_of
from reports.claim import When
from reports.claims.timing import dates_in
from reports.lexicon import lexicon, words

_OPENING = 4  # passages in which a report says what it covers
_LONGEST = timedelta(366)
_FINE = frozenset({"day", "month"})


def covered(passages: Sequence[Passage], whens: Sequence[When]) -> When | None:
    """Return the days or months that a report of a period is about; None for other reports.

    Parameters
    ----------
    whens
        The dates of the report, in order.
    """
    for passage in islice(passages, _OPENING):
        stretches = [when for when in dates_in(passage, whens) if _is_stretch(when)]
        if len(stretches) == 1 and _announces(text_of(passage.doc)):
            return stretches[0]
    return None


def speaks_of_period(sentence: Span) -> bool:
    """Tell whether a sentence says that it is of the whole period: "during the month"."""
    said = f" {sentence.text.casefold()} "
    return any(f" {own} " in said.replace(",", " ") for own in words("dates", "covering", "whole"))


def _is_stretch(when: When) -> bool:
    if when.earliest is None or when.latest is None or when.granularity not in _FINE:
        return False
    closed = "since" not in when.rule.split()
    return closed and timedelta(0) < when.latest - when.earliest <= _LONGEST


def _announces(text: str) -> bool:
    """Tell whether a block is the heading of a periodical report, or says what one covers."""
    said = f" {text.casefold()} "
    if any(cue in said for cue in words("dates", "covering", "phrases")):
        return True
    heading = said.rstrip()[-1:] not in tuple(lexicon("dates")["closing"])
    return heading and any(f" {kind}" in said for kind in words("dates", "covering", "reports"))
