"""Sections of a deck: native tables, each over as many slides as its rows take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from layers.export.deck import caption, rows
from layers.export.deck.boxes import Box
from layers.export.deck.caption import Mark
from layers.export.deck.frame import FOOT
from layers.export.deck.grid import Column, Row, leading, pages
from layers.export.deck.slide import new_slide, numbered, swatch, table, text
from layers.export.deck.theme import MARGIN, WIDTH
from layers.export.story import Story, Told
from layers.export.terms import EMPTY, HEADS, terms, unknown_words
from layers.prose import SILENCE
from layers.prose.words import counted
from layers.style import style
from layers.visibility import STATUSES

TOP, BOTTOM = 92.0, FOOT - 32
HEAD_ROOM = 26.0
"""Height of a table's headings."""
ROOM = WIDTH - 2 * MARGIN
SIGNS_Y = FOOT - 24
LINES = Box(MARGIN, TOP, ROOM, 220)
"""Where the lines of a step stand that a section takes the place of."""
GAP = 14.0


@dataclass(frozen=True, slots=True)
class Section:
    """A table that may go on over several slides; ``empty`` is said when it has no row."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    empty: str = ""


def sections(told: Story, missing: Sequence[str]) -> Mapping[str, Section]:
    """Give the sections of a story by their names; sentences only where a line cites some.

    Parameters
    ----------
    missing
        Characters that the maps have boxes for.
    """
    said = told.brief
    count = counted(len(said.sources), "report")
    made = {
        "places": Section(
            f"Places that {count} name",
            rows.PLACES,
            list(rows.place_rows(said.places)),
            EMPTY["places"],
        ),
        "facts": _section("facts", rows.FIGURES, list(rows.figure_rows(said.facts))),
        "plans": _section("plans", rows.FIGURES, list(rows.figure_rows(said.plans))),
        "unknown": _section("unknown", rows.UNKNOWN, list(rows.word_rows(unknown_words(said)))),
        "sources": _section("sources", rows.SOURCES, list(rows.source_rows(said))),
        "terms": _section("terms", rows.TERMS, list(rows.word_rows(terms(said, missing)))),
    }
    if told.cited:
        made["sentences"] = _section(
            "sentences", rows.SENTENCES, list(rows.sentence_rows(told.cited))
        )
    return made


def before_and_now(step: Told) -> Section | None:
    """Give the table of what changed; None where no line of a step tells of a change."""
    found = list(rows.change_rows(step.lines))
    return Section(f"{step.heading}: before and now", rows.CHANGES, found) if found else None


def _section(name: str, columns: Sequence[Column], found: Sequence[Row]) -> Section:
    return Section(HEADS[name], columns, found, EMPTY.get(name, ""))


def add(
    made: Deck, section: Section, told: Story, step: Told | None
) -> tuple[list[Mark], dict[str, Slide]]:
    """Add the slides of a section, the first with the lines of the step that asked for it.

    Returns
    -------
    list of Mark
        The marks at the lines.
    dict
        The slide of each row, by the words of its first cell.
    """
    marks, notes, taken = list[Mark](), list[str](), 0.0
    captions = caption.captions(step.lines, told.cited, LINES) if step and step.lines else []
    if step:
        section = replace(section, title=step.heading)
        notes = [*step.notes.splitlines(), *caption.spoken(step.lines, told.cited)]
    if captions:
        taken = captions[-1].height(ROOM) + GAP
    parts = pages(section.rows, section.columns, BOTTOM - TOP - HEAD_ROOM, taken) or [[]]
    before = len(captions[:-1])
    count = before + len(parts)
    for number, each in enumerate(captions[:-1], 1):
        slide = new_slide(made, numbered(section.title, number, count), notes)
        marks += caption.draw(slide, LINES, each)
    slides = []
    for number, part in enumerate(parts, 1):
        spoken = [note for row in part for note in row.notes]
        title = numbered(section.title, before + number, count)
        slide = new_slide(made, title, [*(notes if number == 1 else []), *spoken])
        slides.append(slide)
        if part or not section.rows:
            _body(slide, TOP + (taken if number == 1 else 0.0), section, part)
    if captions:
        marks += caption.draw(slides[0], replace(LINES, height=taken - GAP), captions[-1])
    pairs = zip(slides, parts, strict=True)
    return marks, {row.cells[0].words: slide for slide, part in pairs for row in part}


def _body(slide: Slide, y: float, section: Section, part: Sequence[Row]) -> None:
    if part:
        table(slide, MARGIN, y, section.columns, part, section.title)
        _signs(slide, part)
    else:
        words = f"{section.empty} {SILENCE}"
        text(slide, Box(MARGIN, y, ROOM, 3 * leading(18)), words, 18, "ink2")


def _signs(slide: Slide, part: Sequence[Row]) -> None:
    """Explain the signs of statuses that a table has, in the map's own signs."""
    found = {sign for row in part for cell in row.cells for sign in cell.signs}
    x = MARGIN
    for status in STATUSES:
        if status in found:
            label = str(style()["status"][status]["label"])
            swatch(slide, x, SIGNS_Y + 2, status)
            text(slide, Box(x + 34, SIGNS_Y, 80, 16), label, 11, "ink2")
            x += 124
