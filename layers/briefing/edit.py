"""Edits of a briefing: functions from a briefing to the next one; none changes what it was given.

A step that is not there any more was taken out in another window: an edit of it changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from layers.briefing.briefing import Briefing, Line, Step
from layers.names import NAMINGS
from layers.prose.words import plain
from layers.window import day

Json = Mapping[str, Any]
Each = TypeVar("Each")

DESK_ONLY = frozenset({"hover", "theme", "sheet", "opened"})
"""What a view holds of the desk around the map, and is none of a step's."""


def kept_view(view: Json) -> Json:
    """Give what a step keeps of a desk's view: filter, camera, selection, language."""
    return {key: value for key, value in view.items() if key not in DESK_ONLY}


def clean(briefing: Briefing) -> Briefing:
    """Take out of all words what no document can carry, as every edit does."""
    steps = tuple(map(clean_step, briefing.steps))
    title, banner = plain(briefing.title), plain(briefing.banner)
    return replace(briefing, title=title, banner=banner, steps=steps)


def clean_step(step: Step) -> Step:
    """Take out of a step's words what no document can carry."""
    lines = tuple(
        replace(line, text=plain(line.text), row=tuple(map(plain, line.row))) for line in step.lines
    )
    return replace(step, title=plain(step.title), lines=lines, notes=_several(step.notes))


def add(briefing: Briefing, step: Step, after: str | None = None) -> Briefing:
    """Put a step behind another one, or at the end; it is given an id of its own."""
    ids = [each.id for each in briefing.steps]
    at = ids.index(after) + 1 if after in ids else len(ids)
    new = clean_step(replace(step, id=_new_id(ids)))
    return _with(briefing, _inserted(briefing.steps, at, new))


def duplicate(briefing: Briefing, step_id: str) -> Briefing:
    """Put a copy of a step behind it."""
    found = next((step for step in briefing.steps if step.id == step_id), None)
    if found is None:
        return briefing
    return add(briefing, replace(found, title=f"{found.title} (copy)"), after=step_id)


def move(briefing: Briefing, step_id: str, to: int) -> Briefing:
    """Give a step another position, counted from 0; beyond an end is at that end."""
    moved = [step for step in briefing.steps if step.id == step_id]
    others = [step for step in briefing.steps if step.id != step_id]
    if not moved:
        return briefing
    return _with(briefing, _inserted(others, max(0, min(to, len(others))), moved[0]))


def remove(briefing: Briefing, step_id: str) -> Briefing:
    """Take a step out."""
    return _with(briefing, [step for step in briefing.steps if step.id != step_id])


def rename(briefing: Briefing, step_id: str, title: str) -> Briefing:
    """Give a step another title; a briefing that goes by its first step's title follows."""
    after = _changed(briefing, step_id, lambda step: replace(step, title=plain(title)))
    first, *_ = briefing.steps or (None,)
    named = first and first.id == step_id and first.title == briefing.title
    return replace(after, title=plain(title)) if named else after


def set_view(briefing: Briefing, step_id: str, view: Json) -> Briefing:
    """Let a step show another view; its words stay."""
    return _changed(briefing, step_id, lambda step: replace(step, view=kept_view(view)))


def annotate(briefing: Briefing, step_id: str, notes: str) -> Briefing:
    """Give a step other notes for the presenter."""
    return _changed(briefing, step_id, lambda step: replace(step, notes=_several(notes)))


def reword(briefing: Briefing, step_id: str, at: int, text: str) -> Briefing:
    """Say a line otherwise; it goes on citing what it cited, in these words alone."""
    return _lined(
        briefing,
        step_id,
        at,
        lambda lines: [
            replace(line, text=plain(text), row=()) if n == at else line
            for n, line in enumerate(lines)
        ],
    )


def add_line(briefing: Briefing, step_id: str, text: str = "") -> Briefing:
    """Put a line of the briefer's own behind the others: it cites nothing."""

    def longer(step: Step) -> Step:
        return replace(step, lines=(*step.lines, Line(plain(text))))

    return _changed(briefing, step_id, longer)


def move_line(briefing: Briefing, step_id: str, at: int, to: int) -> Briefing:
    """Give a line another position."""

    def moved(lines: Sequence[Line]) -> list[Line]:
        others = [*lines[:at], *lines[at + 1 :]]
        return _inserted(others, max(0, min(to, len(others))), lines[at])

    return _lined(briefing, step_id, at, moved)


def remove_line(briefing: Briefing, step_id: str, at: int) -> Briefing:
    """Take a line out, with what it cites."""
    return _lined(briefing, step_id, at, lambda lines: [*lines[:at], *lines[at + 1 :]])


def set_title(briefing: Briefing, title: str) -> Briefing:
    """Give the briefing another title."""
    return replace(briefing, title=plain(title))


def set_banner(briefing: Briefing, banner: str) -> Briefing:
    """Set the handling banner; empty for none."""
    return replace(briefing, banner=plain(banner))


def set_names(briefing: Briefing, names: str) -> Briefing:
    """Set the language of the map's labels; ValueError where there is none of that name."""
    if names not in NAMINGS:
        raise ValueError(f"{names} is no language of labels: use {', '.join(NAMINGS)}")
    return replace(briefing, names=names)


def set_as_of(briefing: Briefing, as_of: str) -> Briefing:
    """Set the day that the briefing speaks for; ValueError where it is no ISO day."""
    day(as_of)
    return replace(briefing, as_of=as_of)


def _several(text: str) -> str:
    return "\n".join(map(plain, text.splitlines()))


def _new_id(ids: Sequence[str]) -> str:
    taken = frozenset(ids)
    number = len(ids) + 1
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"


def _changed(briefing: Briefing, step_id: str, change: Callable[[Step], Step]) -> Briefing:
    steps = [change(step) if step.id == step_id else step for step in briefing.steps]
    return _with(briefing, steps)


def _lined(
    briefing: Briefing, step_id: str, at: int, change: Callable[[Sequence[Line]], list[Line]]
) -> Briefing:
    """Change the lines of a step, where it has the line that is meant."""

    def changed(step: Step) -> Step:
        has = 0 <= at < len(step.lines)
        return replace(step, lines=tuple(change(step.lines))) if has else step

    return _changed(briefing, step_id, changed)


def _inserted(rows: Sequence[Each], at: int, new: Each) -> list[Each]:
    return [*rows[:at], new, *rows[at:]]


def _with(briefing: Briefing, steps: Sequence[Step]) -> Briefing:
    return replace(briefing, steps=tuple(steps))
