"""The slides of a step: its map with lines beside it, or a plate that says all by itself."""

from pptx.presentation import Presentation as Deck

from layers.export.deck import caption
from layers.export.deck.boxes import Box
from layers.export.deck.caption import Mark
from layers.export.deck.frame import BAND, FOOT
from layers.export.deck.grid import leading
from layers.export.deck.rows import claim_note
from layers.export.deck.slide import new_slide, numbered, picture, text
from layers.export.deck.theme import MARGIN, WIDTH
from layers.export.plates import beneath
from layers.export.story import Story, Told
from layers.fonts.measure import fit
from layers.plate.form import Form, size_of
from layers.plate.render import Plate

TOP = 90.0
MAP_WIDTH = 560.0
INSET = Box(MARGIN, TOP, MAP_WIDTH, MAP_WIDTH / size_of("inset").aspect)
LINES = Box(MARGIN + MAP_WIDTH + 20, TOP, WIDTH - 2 * MARGIN - MAP_WIDTH - 20, INSET.height)
MORE = Box(MARGIN, TOP, WIDTH - 2 * MARGIN, FOOT - 16 - TOP)
"""Where lines go on for which there is no room beside the map."""
SMALL = 9.0
SMALL_LINES = 2
PLATE_HEIGHT = FOOT - 6 - BAND - 2
PLATE_WIDTH = PLATE_HEIGHT * size_of(Form().size).aspect
PLATE = Box((WIDTH - PLATE_WIDTH) / 2, BAND + 2, PLATE_WIDTH, PLATE_HEIGHT)
OFF = Box(0, -70, WIDTH, 60)
"""Above the slide: a title for the outline and for those who listen; the picture has its own."""


def add(made: Deck, step: Told, told: Story, plate: Plate) -> list[Mark]:
    """Add a step; who speaks finds in the notes every sentence that the slide rests on.

    Returns
    -------
    list of Mark
        The marks at its lines.
    """
    lines, claims = caption.spoken(step.lines, told.cited), map(claim_note, step.claims)
    notes = [*step.notes.splitlines(), *lines, plate.alt, *claims, *plate.small.sentences]
    if not step.lines:
        slide = new_slide(made, f"Map: {step.heading}", notes, OFF)
        picture(slide, PLATE, plate.data, plate.alt)
        return []
    beside, *more = caption.captions(step.lines, told.cited, LINES, MORE)
    slide = new_slide(made, numbered(step.heading, 1, len(more) + 1), notes)
    picture(slide, INSET, plate.data, plate.alt)
    marks = caption.draw(slide, LINES, beside)
    box = Box(MARGIN, INSET.bottom + 6, WIDTH - 2 * MARGIN, SMALL_LINES * leading(SMALL))
    text(slide, box, fit(beneath(step, plate), SMALL, box.width, SMALL_LINES), SMALL, "ink2")
    for number, each in enumerate(more, 2):
        title = numbered(step.heading, number, len(more) + 1)
        marks += caption.draw(new_slide(made, title, notes), MORE, each)
    return marks
