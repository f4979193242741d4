"""Reading decks back: slides, their tables and notes, and what does not fit its box."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from layers.fonts.measure import wrap

SLIDE = (960, 540)


def slides(made: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(made)).slides)


def tables(slide: Any) -> Iterator[list[list[str]]]:  # noqa: ANN401  python-pptx's own
    for shape in slide.shapes:
        if shape.has_table:
            yield [[cell.text for cell in row.cells] for row in shape.table.rows]


def notes(slide: Any) -> str:  # noqa: ANN401  python-pptx's own
    return str(slide.notes_slide.notes_text_frame.text)


def overflows(slide: Any) -> Iterator[str]:  # noqa: ANN401  python-pptx's own
    """Name what does not fit its box, or stands off the slide."""
    for shape in slide.shapes:
        left, top, width, height = (
            length.pt for length in (shape.left, shape.top, shape.width, shape.height)
        )
        if top >= 0 and (left < 0 or left + width > SLIDE[0] + 1 or top + height > SLIDE[1] + 1):
            yield shape.name
        if shape.has_table:
            for row in shape.table.rows:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    room = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
                    tall = _tall(cell.text_frame, room) + cell.margin_top.pt + cell.margin_bottom.pt
                    if tall > row.height.pt + 0.1:
                        yield cell.text
        elif shape.has_text_frame and _tall(shape.text_frame, width) > height + 0.1:
            yield shape.text_frame.text


def _tall(frame: Any, room: float) -> float:  # noqa: ANN401  python-pptx's own
    return sum(_paragraph(each, room) for each in frame.paragraphs if each.runs)


def _paragraph(paragraph: Any, room: float) -> float:  # noqa: ANN401  python-pptx's own
    font, after = paragraph.runs[0].font, paragraph.space_after
    broken = wrap(paragraph.text, font.size.pt, room, bold=font.bold)
    return len(broken) * float(paragraph.line_spacing.pt) + (after.pt if after else 0.0)
