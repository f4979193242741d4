"""What is said of a case beside its name."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from reports.case import Case

KB, MB = 1e3, 1e6


def about(case: Case) -> str:
    """Say how much is in a case.

    >>> about(Case("main", "My reports", None, None, 3, "2025-06-27", None))
    '3 reports, newest 27 Jun 2025'
    """
    if not case.reports:
        return "No reports yet"
    count = _reports(case)
    return f"{count}, newest {day_text(case.newest)}" if case.newest else count


def last_words(case: Case) -> str:
    """Say what goes with a case that is deleted.

    >>> last_words(Case("kursk-1f2e", "Kursk", None, None, 3, None, 188_416))
    'This deletes “Kursk” for good, with its 3 reports, its briefings, own layers and decisions.'
    """
    count = f"its {_reports(case)}, " if case.reports else ""
    return (
        f"This deletes “{case.name}” for good, with {count}its briefings, own layers and decisions."
    )


def _reports(case: Case) -> str:
    return "1 report" if case.reports == 1 else f"{case.reports:,} reports"


def made(case: Case) -> str:
    """Say when a case was made and what it takes on the disk."""
    made_on = f"Made {day_text(case.created)}" if case.created else None
    size = None if case.size is None else size_text(case.size)
    return " · ".join(filter(None, (made_on, size)))


def unreadable_text(files: Sequence[Path]) -> str | None:
    """Say which files in the folder of cases are not listed, and why; None where all are.

    >>> unreadable_text([Path("store.cases/kursk-1f2e.sqlite")])
    'store.cases/kursk-1f2e.sqlite is no case that can be read, and is not listed: it may be \
damaged; put a copy in its place, or take it out of the folder.'
    """
    if not files:
        return None
    named = ", ".join(map(str, files))
    if len(files) == 1:
        return (
            f"{named} is no case that can be read, and is not listed: it may be damaged; put a copy"
            " in its place, or take it out of the folder."
        )
    return (
        f"{len(files)} files are no cases that can be read, and are not listed: {named}. They may"
        " be damaged; put copies in their place, or take them out of the folder."
    )


def day_text(text: str) -> str:
    """Print a day or a time that a case notes, or what stands in its place.

    >>> day_text("2025-06-27T12:00:00+00:00"), day_text("soon")
    ('27 Jun 2025', 'soon')
    """
    try:
        day: date = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:%b %Y}"


def size_text(size: int) -> str:
    """Print a size.

    >>> size_text(188_416), size_text(25_000_000)
    ('188 kB', '25.0 MB')
    """
    return f"{size / KB:.0f} kB" if size < MB else f"{size / MB:.1f} MB"
