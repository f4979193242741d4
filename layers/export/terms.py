"""What stands under a briefing: what is not known, and on which terms it may be used."""

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import name

from layers.prose import SILENCE, Brief

HEADS: Mapping[str, str] = {
    "places": "Places",
    "facts": "Figures as the reports state them",
    "plans": "Planned or possible, as the reports state it",
    "unknown": "What is not known",
    "sentences": "The sentences that the numbers name",
    "sources": "Sources",
    "terms": "Terms and limits",
}
"""Headings of the sections."""
MOST = 8
"""So many characters are named."""
EMPTY: Mapping[str, str] = {
    "places": "No place is in view.",
    "facts": "No figure is in view.",
    "plans": "No plan and no possibility with a figure is in view.",
    "sources": "No report is in view.",
}
"""What is said where a section has nothing."""
REPORTS_LICENCE = (
    "Their texts belong to their publishers. No licence is recorded for them here:"
    " quote them as quotations."
)


def unknown_words(brief: Brief) -> Iterator[tuple[str, str]]:
    """Pair counts of what is not known with what they count; then what is doubtful or vague."""
    for count, words in brief.unknown:
        yield f"{count:,}", words
    for claim in (claim for group in (*brief.facts, *brief.plans) for claim in group.claims):
        for flag in claim.flags:
            yield "doubtful", f"{claim.figure}, {flag}: {claim.quote.text}"
    for words, quote in brief.unnumbered:
        yield "no number", f"“{words}” in: {quote.text}"
    yield "silence", SILENCE


def letters(missing: Sequence[str]) -> str:
    """Warn of characters that are printed as boxes, each by its name: it cannot be shown.

    >>> letters("க")
    'No font of Dateline draws U+0B95 (tamil letter ka): where it draws, boxes stand instead.'
    """
    named = [f"U+{ord(each):04X} ({name(each, 'no name').lower()})" for each in missing[:MOST]]
    if more := len(missing) - len(named):
        named.append(f"{more} more")
    return f"No font of Dateline draws {', '.join(named)}: where it draws, boxes stand instead."


def terms(brief: Brief, missing: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Say under which terms figures, reports, boundaries and map data stand, and of when all is.

    Parameters
    ----------
    missing
        Characters that no shipped font can draw.
    """
    yield "Figures", " ".join(brief.remarks)
    yield "Reports", REPORTS_LICENCE
    yield "Boundaries", brief.policy
    yield "Map data", "; ".join(brief.credits)
    yield "As of", brief.as_of
    yield "Dates", brief.window
    if missing:
        yield "Letters", letters(missing)
