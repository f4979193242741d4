"""What stands on every slide: handling above and below, the day it speaks for, its number."""

from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide

from layers.export.deck.boxes import Box
from layers.export.deck.slide import bar, text
from layers.export.deck.theme import HEIGHT, MARGIN, WIDTH, paint
from layers.fonts.measure import fit

BAND, BAND_SIZE = 18.0, 10.5
FOOT = HEIGHT - BAND - 19.0
"""Where the footer starts; the room of the bands is kept free also where there are none."""
NUMBER = Box(WIDTH - MARGIN - 60, FOOT, 60, 15)
FOOT_SIZE = 10.5


def frame(slide: Slide, words: str, banner: str, number: int, of: int) -> None:
    """Say on a slide what holds of all of them; its number follows it when it is moved."""
    bar(slide, Box(MARGIN, FOOT - 5, WIDTH - 2 * MARGIN, 0.75), "rule")
    room = WIDTH - 2 * MARGIN - 70
    text(slide, Box(MARGIN, FOOT, room, 15), fit(words, FOOT_SIZE, room, 1), FOOT_SIZE, "ink3")
    shape = text(slide, NUMBER, f" / {of}", FOOT_SIZE, "ink3")
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _number(shape.text_frame.paragraphs[0].runs[0]._r, number)  # noqa: SLF001  python-pptx has no fields
    if banner:
        for y in (0.0, HEIGHT - BAND):
            _band(slide, Box(0, y, WIDTH, BAND), banner)


def _band(slide: Slide, box: Box, banner: str) -> None:
    room = box.width - 2 * MARGIN
    shape: Any = text(slide, box, fit(banner, BAND_SIZE, room, 1, bold=True), BAND_SIZE, bold=True)
    shape.name = "Handling"
    shape.fill.solid()
    paint(shape.fill.fore_color, "strip")
    paint(shape.text_frame.paragraphs[0].runs[0].font.color, "stripInk")
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _number(run: Any, number: int) -> None:  # noqa: ANN401  an element of the file
    """Put the slide's number before a run, as a field."""
    field = etree.Element(qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    field.append(etree.fromstring(etree.tostring(run.find(qn("a:rPr")))))
    etree.SubElement(field, qn("a:t")).text = str(number)
    run.addprevious(field)
