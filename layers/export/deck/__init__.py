"""A briefing as a deck of slides: native text and tables, every number's sentence in the notes."""

from collections.abc import Mapping
from typing import Any

from pptx.slide import Slide

from layers.briefing.briefing import Briefing
from layers.export.deck import caption, sections, steps
from layers.export.deck.archive import archived
from layers.export.deck.frame import frame
from layers.export.deck.opening import opening
from layers.export.deck.theme import new_deck
from layers.export.plates import Plates
from layers.export.story import MAP, story
from layers.prose import NOT_VERIFIED

Json = Mapping[str, Any]


def deck(scene: Json, briefing: Briefing, plates: Plates | None = None) -> bytes:
    """Make a PPTX of a briefing; the same scene and briefing give the same bytes.

    Parameters
    ----------
    plates
        The scene's, where another document of the same briefing is made beside this one.
    """
    told, made, drawn = story(scene, briefing), new_deck(), plates or Plates(scene)
    maps = [drawn.inset(step) if step.lines else drawn.whole(step) for step in told.mapped]
    tables = sections.sections(told, sorted({each for plate in maps for each in plate.missing}))
    opening(made, told.brief)
    left, marks, sentences = iter(maps), list[caption.Mark](), dict[str, Slide]()
    for part, step in told.outline:
        if part == MAP and step:
            marks += steps.add(made, step, told, next(left))
            if table := sections.before_and_now(step):
                sections.add(made, table, told, None)
        elif part in tables:
            more, slides = sections.add(made, tables[part], told, step)
            marks += more
            sentences = slides if part == "sentences" else sentences
    caption.link(marks, {int(number): slide for number, slide in sentences.items()})
    footer = f"As of {told.brief.as_of}. {NOT_VERIFIED}"
    for number, slide in enumerate(made.slides, 1):
        frame(slide, footer, told.banner, number, len(made.slides))
        if told.banner:
            notes = slide.notes_slide.notes_text_frame
            notes.text = f"{told.banner}\n{notes.text}"
    title = "" if scene["meta"].get("bare") else told.brief.title
    return archived(made, title, scene["meta"]["asOf"])
