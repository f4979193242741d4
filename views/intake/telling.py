"""Telling what came of a report: in words, or as a line that machines read."""

import json
from collections.abc import Callable, Iterable, Mapping

import typer

from reports.intake import Outcome, places_found
from views.console import NOTES

Tell = Callable[[Outcome], None]


def as_words(outcome: Outcome) -> None:
    """Print a line a report, a failure on standard error, and its notes there."""
    (NOTES.print if outcome.problem else typer.echo)(outcome.sentence)
    print_notes(outcome.name, outcome.notes)


def as_line(outcome: Outcome) -> None:
    """Print a JSON object a report, failed or not, on one line."""
    typer.echo(json.dumps(plain(outcome), ensure_ascii=False, allow_nan=False))


def plain(outcome: Outcome) -> Mapping[str, object]:
    """Give an outcome as plain values; counts and day are None where nothing was searched."""
    found = outcome.extraction
    day = found.published if found else None
    return {
        "name": outcome.name,
        "report_id": outcome.report_id,
        "added": outcome.added,
        "published": day.isoformat() if day else None,
        "places": places_found(found) if found else None,
        "figures": len(found.claims) if found else None,
        "notes": list(outcome.notes),
        "problem": outcome.problem,
    }


def print_notes(name: str, notes: Iterable[str]) -> None:
    """Print what a reader should know of a report on standard error, after its name."""
    for note in notes:
        NOTES.print(note if note.startswith(name) else f"{name}: {note}")
