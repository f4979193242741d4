"""Pleas: where a publisher asks its readers for money or to become members."""

from collections.abc import Iterator, Sequence

from reports.read.paragraphs import Span
from reports.read.phrases import QUOTE, padded, phrases, words_of

_NEAR = 2


def pleas(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Find runs of sentences that ask for money or members; quoted speech is never one.

    Parameters
    ----------
    text
        A paragraph.
    sentences
        Where its sentences stand.
    """
    asks = [_plea_cues(text[start:end]) for start, end in sentences]
    for run in _runs([number for number, cues in enumerate(asks) if cues]):
        found = set().union(*(asks[number] for number in run))
        if len(found) > 1 and not found.isdisjoint(phrases().pleas):
            own = [_speaks_for_itself(text[start:end]) for start, end in sentences]
            first, last = run[0], run[-1]
            while first > 0 and own[first - 1]:
                first -= 1
            while last + 1 < len(own) and own[last + 1]:
                last += 1
            yield sentences[first][0], sentences[last][1]


def _speaks_for_itself(sentence: str) -> bool:
    """Tell an outlet's own voice ("Our desk is small.") from a report and from quoted speech."""
    return not QUOTE.search(sentence) and not phrases().plea_voices.isdisjoint(words_of(sentence))


def _plea_cues(sentence: str) -> set[str]:
    if QUOTE.search(sentence):
        return set()
    folded = padded(sentence)
    known = phrases()
    found = {cue for cue in (*known.pleas, *known.plea_company) if cue in folded}
    return {cue for cue in found if not any(cue in other and cue != other for other in found)}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Group ascending numbers whose neighbours are at most one sentence apart."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number - runs[-1][-1] <= _NEAR:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
