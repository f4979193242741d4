"""What has changed since a briefing or a day, printed: as text, as Markdown, as JSON."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from layers.briefing.briefing import from_json
from layers.briefing.changes import Changes, changes
from layers.briefing.compared import KINDS, Change
from layers.prose import SILENCE
from layers.prose.words import counted
from reports.errors import InputError

Json = Mapping[str, Any]

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
"""Characters that Markdown may read as its own."""
QUOTES = 3
"""So many sentences are printed of a change; JSON has all."""
NOTHING = "Nothing in these reports has changed."


class SinceError(InputError):
    """There is nothing to compare with."""


def before(since: str) -> Json | date:
    """Read what is compared with: a day (ISO), or the file of a briefing.

    Raises
    ------
    SinceError
        When it is neither, or the briefing has no note of what the reports said.
    """
    if ISO_DAY.fullmatch(since):
        try:
            return date.fromisoformat(since)
        except ValueError as error:
            raise SinceError(since, "is no day", "write it as 2025-06-26") from error
    try:
        briefing = from_json(json.loads(Path(since).read_bytes()))
    except OSError as error:
        way_out = "give a day as 2025-06-26, or the file of a briefing"
        raise SinceError(since, f"cannot be read ({error.strerror})", way_out) from error
    except (ValueError, RecursionError) as error:
        way_out = "give a day as 2025-06-26, or a briefing as Dateline exports it"
        raise SinceError(since, f"is no briefing ({error})", way_out) from error
    return briefing.basis


def compared(scene: Json, since: str) -> Changes:
    """Compare a scene with a day or a briefing's file.

    Raises
    ------
    SinceError
        As `before` does.
    """
    try:
        return changes(scene, before(since))
    except ValueError as error:
        raise SinceError(since, f"cannot be compared with ({error})", "give a day") from error


def as_text(found: Changes) -> str:
    """Print the changes as lines, each with its sentences beneath."""

    def told(change: Change) -> Iterator[str]:
        yield f"  {change.text}"
        yield from (f"      {quote}" for quote in _some(change.quotes))

    return _printed(found, str, lambda title: f"\n{title}", told)


def as_markdown(found: Changes) -> str:
    """Print the changes as Markdown; words of reports are escaped."""

    def told(change: Change) -> Iterator[str]:
        yield f"- {escaped(change.text)}"
        yield from (f"  - {escaped(quote)}" for quote in _some(change.quotes))

    return _printed(found, lambda title: f"# {title}", lambda title: f"\n## {title}\n", told)


def as_json(found: Changes) -> str:
    """Print the changes as JSON."""
    return json.dumps({"title": found.title, **asdict(found)}, ensure_ascii=False, indent=1)


def escaped(text: str) -> str:
    r"""Keep Markdown from reading signs of its own in a text.

    >>> escaped("[x](y) *z*")
    '\\[x\\]\\(y\\) \\*z\\*'
    """
    return MARKDOWN.sub(r"\\\1", text)


def _some(quotes: Sequence[str]) -> Iterator[str]:
    """Go through the first sentences, and say how many there are besides."""
    yield from quotes[:QUOTES]
    more = len(quotes) - QUOTES
    if more > 0:
        yield f"… and {counted(more, 'more sentence')}"


def _printed(
    found: Changes,
    head: Callable[[str], str],
    section: Callable[[str], str],
    told: Callable[[Change], Iterator[str]],
) -> str:
    lines = [head(found.title.replace("\u00a0", " "))]
    for kind, some in groupby(found.changes, lambda change: change.kind):
        lines.append(section(KINDS[kind]))
        for change in some:
            lines += told(change)
    if not found.changes:
        lines += ["", NOTHING]
    return "\n".join([*lines, "", *found.remarks, SILENCE])


FORMS: Mapping[str, Callable[[Changes], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
"""What prints the changes, by the name of the format."""
