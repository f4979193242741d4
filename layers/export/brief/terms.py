"""What stands under a briefing: what is not known, and on which terms it may be used."""

from collections.abc import Iterator, Mapping

from layers.export.brief import SILENCE, Brief

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


def terms(brief: Brief) -> Iterator[tuple[str, str]]:
    """Say under which terms figures, reports, boundaries and map data stand, and of when all is."""
    yield "Figures", " ".join(brief.remarks)
    yield "Reports", REPORTS_LICENCE
    yield "Boundaries", brief.policy
    yield "Map data", "; ".join(brief.credits)
    yield "As of", brief.as_of
    yield "Dates", brief.window
