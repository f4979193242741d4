"""A view as a deck of slides: native text and tables, and every number's sentence in the notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from layers.export.brief import NOT_VERIFIED, SILENCE, Brief, brief
from layers.export.brief.terms import EMPTY, terms, unknown_words
from layers.export.brief.words import counted
from layers.export.deck import rows
from layers.export.deck.archive import archived
from layers.export.deck.boxes import Box
from layers.export.deck.grid import Column, Row, leading, pages
from layers.export.deck.slide import (
    bar,
    footer,
    ground,
    new_slide,
    picture,
    swatch,
    table,
    text,
)
from layers.export.deck.theme import HEIGHT, MARGIN, WIDTH, new_deck
from layers.export.measure import fit, wrap
from layers.plate.render import Plate, render
from layers.style import style
from layers.view import View
from layers.visibility import STATUSES

__all__ = ["deck"]

Json = Mapping[str, Any]

TOP, BOTTOM = 96.0, 478.0
HEAD_ROOM = 26.0
"""Height of a table's headings."""
LEFT, ROOM = 84.0, 800.0
TITLE_BOX = Box(LEFT, 102, ROOM, 164)
TITLE_SIZES = ((40, 3), (32, 3), (26, 4))
MAP = 2
"""The number of the slide that is the plate, which has small print of its own."""
SIGNS_Y = 486.0
OFF = Box(0, -70, WIDTH, 60)
"""Above the slide: a title for the outline and for those who listen; the picture has its own."""


@dataclass(frozen=True, slots=True)
class Section:
    """A table that may go on over several slides; ``empty`` is said when it has no row."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    empty: str


def deck(scene: Json, view: View, title: str | None = None) -> bytes:
    """Make a PPTX of a view; the same scene and view give the same bytes.

    Parameters
    ----------
    title
        Set by the user; otherwise one that names the places and says whose words these are.
    """
    said, plate, made = brief(scene, view, title), render(scene, view, title), new_deck()
    _title_slide(made, said)
    _map_slide(made, said, plate)
    for section in _sections(said):
        _section(made, section)
    for number, slide in enumerate(made.slides, 1):
        if number != MAP:
            footer(slide, f"As of {said.as_of}. {NOT_VERIFIED}", number, len(made.slides))
    title = "" if scene["meta"].get("bare") else said.title
    return archived(made, title, scene["meta"]["asOf"])


def _sections(said: Brief) -> Iterator[Section]:
    count = counted(len(said.sources), "report")
    places, facts = list(rows.place_rows(said.places)), list(rows.figure_rows(said.facts))
    plans, unknown = list(rows.figure_rows(said.plans)), list(rows.word_rows(unknown_words(said)))
    sources = list(rows.source_rows(said))
    yield Section(f"Places that {count} name", rows.PLACES, places, EMPTY["places"])
    yield Section("Figures as the reports state them", rows.FIGURES, facts, EMPTY["facts"])
    ahead = "Planned or possible, as the reports state it"
    yield Section(ahead, rows.FIGURES, plans, EMPTY["plans"])
    yield Section("What is not known", rows.UNKNOWN, unknown, "")
    yield Section("Sources", rows.SOURCES, sources, EMPTY["sources"])
    yield Section("Terms and limits", rows.TERMS, list(rows.word_rows(terms(said))), "")


def _title_slide(made: Deck, said: Brief) -> None:
    sources = [
        f"[{each.ref}] {each.title}. {each.publisher}, {each.published}" for each in said.sources
    ]
    notes = [said.window, *sources, *said.remarks]
    slide = new_slide(made, said.title, notes, TITLE_BOX, TITLE_SIZES)
    ground(slide, "paper")
    bar(slide, Box(0, 0, 16, HEIGHT), "ink")
    text(slide, Box(LEFT, 74, ROOM, 20), "BRIEFING FROM NEWS REPORTS", 14, "ink3", bold=True)
    names = list(dict.fromkeys(each.publisher for each in said.sources))
    facts = (
        ("Dates", said.window),
        ("As of", said.as_of),
        (
            "Sources",
            ": ".join(filter(None, (counted(len(said.sources), "report"), "; ".join(names)))),
        ),
        ("Please note", " ".join(said.remarks)),
    )
    y, size, column = 306.0, 17.0, 122.0
    for head, words in facts:
        shown = fit(words, size, ROOM - column, 2)
        height = leading(size) * len(wrap(shown, size, ROOM - column))
        text(slide, Box(LEFT, y, column - 10, leading(size)), head, size, "ink3")
        text(slide, Box(LEFT + column, y, ROOM - column, height), shown, size)
        y += height + 9


def _map_slide(made: Deck, said: Brief, plate: Plate) -> None:
    claims = (claim for group in (*said.facts, *said.plans) for claim in group.claims)
    notes = [plate.alt, *(rows.claim_note(claim) for claim in claims)]
    slide = new_slide(made, f"Map: {said.title}", notes, OFF)
    picture(slide, Box(0, 0, WIDTH, HEIGHT), plate.data, plate.alt)


def _section(made: Deck, section: Section) -> None:
    parts = pages(section.rows, section.columns, BOTTOM - TOP - HEAD_ROOM) or [[]]
    for number, part in enumerate(parts, 1):
        of = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        title = f"{section.title}{of}"
        slide = new_slide(made, title, [note for row in part for note in row.notes])
        if part:
            table(slide, MARGIN, TOP, section.columns, part, title)
            _signs(slide, part)
        else:
            text(
                slide,
                Box(MARGIN, TOP, ROOM, 3 * leading(18)),
                f"{section.empty} {SILENCE}",
                18,
                "ink2",
            )


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
