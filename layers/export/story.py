"""A briefing in words: its steps, the sentences that their lines cite, and what stands beneath.

Deck and handout tell the same story in the same order and under the same numbers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from layers.briefing.briefing import Briefing, Line, Step
from layers.export.terms import HEADS
from layers.prose import Brief, Claim, Quote, brief
from layers.prose.figures import figures
from layers.prose.headings import counts_text, window_text
from layers.prose.quote import Reports, key_of, quote
from layers.prose.words import plain
from layers.view import View
from layers.visibility import visible

Json = Mapping[str, Any]

MAP = "map"
SECTIONS = ("places", "facts", "plans", "unknown", "sentences", "sources", "terms")
"""What every document holds, in its order where no step asks for it earlier."""
SECTION_OF = {
    "figures": "facts",
    "planned": "plans",
    "unknown": "unknown",
    "sources": "sources",
}
"""The section that follows a kind of step."""
GONE = "†"
GONE_NOTE = f"{GONE} A sentence that this rests on is not in these reports any more."
OWN_NOTE = "Lines without a number quote no report."
SPAN = 3
"""So many numbers that follow each other are printed as a span."""
UNMAPPED = frozenset({"unknown", "sources"})
"""Kinds of steps that their section takes the place of: nothing of them is on a map."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a step: its words, the numbers of the sentences it cites, whether one is gone.

    ``row`` is that of a change (:class:`layers.briefing.briefing.Line`).
    """

    text: str
    numbers: tuple[int, ...] = ()
    gone: bool = False
    row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A step: what is said beside its map, and every figure that the map shows.

    ``numbers`` has the number by which the step cites the sentence of an item, by the item's id.
    ``heading`` is the title as no other step has it.
    """

    kind: str
    title: str
    view: View
    window: str
    counts: str
    lines: tuple[Said, ...]
    notes: str
    claims: tuple[Claim, ...]
    numbers: Mapping[str, int]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A briefing as documents tell it; the sentence with number *n* is the *n*-th of ``cited``."""

    brief: Brief
    banner: str
    steps: tuple[Told, ...]
    cited: tuple[Quote, ...]

    @property
    def outline(self) -> tuple[tuple[str, Told | None], ...]:
        """Give the parts of a document in their order: maps of steps, and sections.

        A section that a step asks for stands at that step; where the step has no map, the section
        comes with it.
        """
        return tuple(_outline(self.steps))

    @property
    def mapped(self) -> tuple[Told, ...]:
        """Give the steps that have a map, in their order."""
        return tuple(step for part, step in self.outline if part == MAP and step)


def of_view(view: View, title: str | None = None) -> Briefing:
    """Give the briefing that has one view and nothing to say beside it."""
    return Briefing("", title or "", (Step("1", "view", "", view.to_json()),), names=view.names)


def story(scene: Json, briefing: Briefing) -> Story:
    """Put a briefing into words.

    A line may cite an item that the scene has no longer; it is told as one whose source is gone.
    """
    views = [replace(View.from_json(step.view), names=briefing.names) for step in briefing.steps]
    said = brief(scene, views, briefing.title, briefing.as_of)
    reports = {report["id"]: report for report in scene["reports"]}
    items = {item["id"]: item for item in scene["items"]}
    lines = [line for step in briefing.steps for line in step.lines]
    cited = [items[id_] for line in lines for id_ in line.cites if id_ in items]
    first = {key_of(item): item for item in reversed(cited)}
    sentences = list(dict.fromkeys(map(key_of, cited)))
    numbers = {key: number for number, key in enumerate(sentences, 1)}
    known = {id_: numbers[key] for id_, item in items.items() if (key := key_of(item)) in numbers}
    steps = tuple(
        _told(scene, step, view, known, reports)
        for step, view in zip(briefing.steps, views, strict=True)
    )
    titled = tuple(replace(step, title=step.title or _heading(step.kind, said)) for step in steps)
    apart = tuple(_told_apart(titled))
    quotes = tuple(quote(first[key], reports) for key in sentences)
    return Story(said, plain(briefing.banner), apart, quotes)


def _heading(kind: str, said: Brief) -> str:
    return HEADS[SECTION_OF[kind]] if kind in UNMAPPED else said.title


def _told_apart(steps: Sequence[Told]) -> Iterator[Told]:
    """Let no two steps share a heading: those titled alike have their number beside it."""
    titles = Counter(step.title for step in steps)
    for number, step in enumerate(steps, 1):
        alike = titles[step.title] > 1
        yield replace(step, heading=f"{step.title} · step {number}" if alike else step.title)


def _outline(steps: Sequence[Told]) -> Iterator[tuple[str, Told | None]]:
    left = list(SECTIONS)
    for step in steps:
        section = SECTION_OF.get(step.kind)
        asked, mapped = section in left, step.kind not in UNMAPPED
        if mapped or not asked:
            yield MAP, step
        if section and asked:
            left.remove(section)
            yield section, None if mapped else step
    yield from ((section, None) for section in left)


def _told(scene: Json, step: Step, view: View, known: Mapping[str, int], reports: Reports) -> Told:
    shown = visible(scene, view)
    items = {item["id"]: item for item in shown.items}
    groups = [
        group
        for ahead in (False, True)
        for group in figures(scene["groups"], items, reports, ahead=ahead)
    ]
    lines = tuple(_said(line, known) for line in step.lines if line.text.strip())
    here = {number for line in lines for number in line.numbers}
    return Told(
        kind=step.kind,
        title=plain(step.title),
        view=view,
        window=window_text(scene, view),
        counts=counts_text(shown),
        lines=lines,
        notes="\n".join(map(plain, step.notes.splitlines())),
        claims=tuple(claim for group in groups for claim in group.claims),
        numbers={id_: number for id_, number in known.items() if number in here},
    )


def _said(line: Line, known: Mapping[str, int]) -> Said:
    numbers = sorted({known[id_] for id_ in line.cites if id_ in known})
    gone, row = not set(line.cites) <= known.keys(), tuple(map(plain, line.row))
    return Said(plain(line.text), tuple(numbers), gone, row)


def caveats(lines: Sequence[Said]) -> list[str]:
    """Say of lines that some cite nothing, or nothing that is still there."""
    gone = any(line.gone for line in lines)
    own = not all(line.numbers or line.gone for line in lines)
    return [GONE_NOTE] * gone + [OWN_NOTE] * own


def spans(numbers: Sequence[int]) -> str:
    """Print numbers, those that follow each other as spans.

    >>> spans([1, 2, 3, 5])
    '1–3, 5'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) >= SPAN else ", ".join(map(str, run)) for run in runs
    )
