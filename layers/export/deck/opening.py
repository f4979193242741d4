"""The title slide: what it is, of when, whose words, and what to mind."""

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from layers.export.deck.boxes import Box
from layers.export.deck.frame import FOOT
from layers.export.deck.grid import leading
from layers.export.deck.slide import bar, ground, new_slide, text
from layers.export.deck.theme import HEIGHT
from layers.fonts.measure import fit, wrap
from layers.prose import Brief
from layers.prose.figures import NOT_STATED
from layers.prose.words import counted

LEFT, ROOM = 84.0, 800.0
TITLE = Box(LEFT, 94, ROOM, 164)
TITLE_TYPES = ((40, 3), (32, 3), (26, 4))
FACTS_Y, FACTS_END = 286.0, FOOT - 12
HEAD = 136.0
"""Width of the headings beside the facts."""
SIZES = (17.0, 15.0, 13.0)
APART, LINES = 8.0, 2
Facts = Sequence[tuple[str, str]]


def opening(made: Deck, said: Brief) -> None:
    """Add the title slide."""
    sources = [
        f"[{each.ref}] {each.title}. {each.publisher}, {each.published}" for each in said.sources
    ]
    notes = [said.window, *sources, *said.remarks]
    slide = new_slide(made, said.title, notes, TITLE, TITLE_TYPES)
    ground(slide, "paper")
    bar(slide, Box(0, 0, 16, HEIGHT), "ink")
    text(slide, Box(LEFT, 66, ROOM, 20), "BRIEFING FROM NEWS REPORTS", 14, "ink3", bold=True)
    facts = list(_facts(said))
    size = next((size for size in SIZES if _height(facts, size) <= FACTS_END - FACTS_Y), SIZES[-1])
    y = FACTS_Y
    for head, words in facts:
        shown = _shown(words, size)
        height = leading(size) * len(wrap(shown, size, ROOM - HEAD))
        text(slide, Box(LEFT, y, HEAD - 10, leading(size)), head, size, "ink3")
        text(slide, Box(LEFT + HEAD, y, ROOM - HEAD, height), shown, size)
        y += height + APART


def _facts(said: Brief) -> Iterator[tuple[str, str]]:
    publishers = dict.fromkeys(each.publisher for each in said.sources)
    counted_ = counted(len(said.sources), "report")
    groups = (*said.facts, *said.plans)
    origins = dict.fromkeys(origin for group in groups for origin in group.origins)
    yield "Dates", said.window
    yield "As of", said.as_of
    yield "Sources", ": ".join(filter(None, (counted_, "; ".join(publishers))))
    if named := [origin for origin in origins if origin != NOT_STATED]:
        rest = "" if len(named) == len(origins) else "; of some the origin is not stated"
        yield "Whose words", f"Figures by {', '.join(named)}, as reported{rest}"
    yield "Please note", " ".join(said.remarks)


def _height(facts: Facts, size: float) -> float:
    return sum(
        leading(size) * len(wrap(_shown(words, size), size, ROOM - HEAD)) + APART
        for _, words in facts
    )


def _shown(words: str, size: float) -> str:
    return fit(words, size, ROOM - HEAD, LINES)
