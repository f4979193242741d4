"""What stands on a slide: title, text, tables, signs, picture, notes. All of it native."""

import io
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from layers.export.deck.boxes import Box
from layers.export.deck.grid import PAD_X, PAD_Y, Cell, Column, Row, leading, row_height
from layers.export.deck.theme import TITLE, layout, paint, rgb, tint
from layers.fonts.measure import fit, wrap
from layers.style import style

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without fills and rules: those are set cell by cell."""
Types = Sequence[tuple[float, int]]
TITLE_TYPES: Types = ((28, 1), (23, 2), (20, 2))
"""Sizes of a title, largest first, with the lines that it may take."""
DASH_UNIT = 100_000
RAISED = "30000"
"""Where a superscript stands: thousandths of a percent of its size."""
HEAD = 11.0
EDGE = 3.0


def new_slide(
    deck: Deck, title: str, notes: Sequence[str], box: Box = TITLE, types: Types = TITLE_TYPES
) -> Slide:
    """Add a slide with a title and notes; a title too long for its box is in the notes in full."""
    slide: Slide = deck.slides.add_slide(layout(deck))
    # The layout has a title and room for notes; python-pptx cannot know that.
    shape: Any = slide.shapes.title
    spoken: Any = slide.notes_slide.notes_text_frame
    shape.left, shape.top, shape.width, shape.height = box.emu
    words, size = fitted_title(title, box.width, types)
    frame = shape.text_frame
    still(frame)
    write(frame.paragraphs[0], words, size, bold=True)
    full = [f"Title in full: {title}"] if words != title else []
    spoken.text = "\n".join(dict.fromkeys([*full, *notes]))
    return slide


def numbered(title: str, number: int, count: int) -> str:
    """Say which of several slides under one title a slide is."""
    return f"{title} ({number} of {count})" if count > 1 else title


def fitted_title(title: str, room: float, types: Types) -> tuple[str, float]:
    """Choose the largest size that a title fits in; cut it where it fits in none."""
    for size, lines in types:
        if len(wrap(title, size, room, bold=True)) <= lines:
            return title, size
    size, lines = types[-1]
    return fit(title, size, room, lines, bold=True), size


def still(frame: Any) -> None:  # noqa: ANN401  python-pptx declares no type for it
    """Take a frame's insets and its habit of resizing: boxes are measured before."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP


def write(
    paragraph: Any,  # noqa: ANN401  python-pptx declares no type for it
    words: str,
    size: float,
    colour: str = "ink",
    *,
    bold: bool = False,
    struck: bool = False,
    raised: bool = False,
) -> Any:  # noqa: ANN401  python-pptx declares no type for it
    """Set words as one run; lines are a fixed distance apart, whatever font they come out in."""
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), bold
    paint(run.font.color, colour)
    # python-pptx has no words for these.
    if struck:
        run.font._element.set("strike", "sngStrike")  # noqa: SLF001
    if raised:
        run.font._element.set("baseline", RAISED)  # noqa: SLF001
    paragraph.line_spacing = Pt(leading(size))
    return run


def text(
    slide: Slide, box: Box, words: str, size: float, colour: str = "ink", *, bold: bool = False
) -> Any:  # noqa: ANN401  python-pptx declares no type for it
    """Add a box with one paragraph."""
    shape = slide.shapes.add_textbox(*box.emu)
    still(shape.text_frame)
    write(shape.text_frame.paragraphs[0], words, size, colour, bold=bold)
    return shape


def ground(slide: Slide, colour: str) -> None:
    """Fill the ground of a slide."""
    fill = slide.background.fill
    fill.solid()
    paint(fill.fore_color, colour)


def bar(slide: Slide, box: Box, colour: str) -> None:
    """Add a filled rectangle that is only decoration."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    shape.fill.solid()
    paint(shape.fill.fore_color, colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def picture(slide: Slide, box: Box, png: bytes, alt: str) -> None:
    """Add a picture with its alternative text."""
    shape = slide.shapes.add_picture(io.BytesIO(png), *box.emu)
    shape.name = "Map"
    _describe(shape, alt)


def _describe(shape: Any, words: str) -> None:  # noqa: ANN401  python-pptx's own
    """Set alternative text, for which python-pptx has no word."""
    shape.element.find(f".//{qn('p:cNvPr')}").set("descr", words)


def swatch(slide: Slide, x: float, y: float, status: str) -> None:
    """Draw a status as the map's legend does: filled or hollow, solid, dashed, dotted or struck."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(x, y, 26, 13).emu)
    shape.shadow.inherit = False
    fill = tint(status)
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = fill
    sign = style()["status"][status]
    paint(shape.line.color, status)
    shape.line.width = Pt(sign["width"])
    _dash(shape.line._get_or_add_ln(), sign["dash"])  # noqa: SLF001  python-pptx has fixed dashes only
    if sign.get("strike"):
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(y + 13), Pt(x + 26), Pt(y)
        )
        paint(line.line.color, status)
        line.line.width = Pt(sign["width"])


def _dash(line: Any, dash: Sequence[float] | None) -> None:  # noqa: ANN401  an element of the file
    if not dash:
        return
    custom = etree.SubElement(line, qn("a:custDash"))
    for on, off in zip(dash[::2], dash[1::2], strict=True):
        # Lengths are in widths of the line; a dot of no length would not be drawn by all.
        lengths = {"d": max(on, 1.0) / 2, "sp": off / 2}
        etree.SubElement(
            custom, qn("a:ds"), {key: str(round(each * DASH_UNIT)) for key, each in lengths.items()}
        )


def table(
    slide: Slide, x: float, y: float, columns: Sequence[Column], rows: Sequence[Row], name: str
) -> float:
    """Add a native table; return where it ends."""
    head = Row(tuple(Cell(each.head, HEAD, bold=True, colour="ink3") for each in columns))
    whole = [head, *rows]
    heights = [row_height(row, columns) for row in whole]
    box = Box(x, y, sum(column.width for column in columns), sum(heights))
    frame = slide.shapes.add_table(len(whole), len(columns), *box.emu)
    frame.name = name
    _describe(frame, name)
    grid = frame.table
    grid.horz_banding = False
    frame.element.find(f".//{qn('a:tableStyleId')}").text = NO_STYLE
    for number, column in enumerate(columns):
        grid.columns[number].width = Pt(column.width)
    for number, (row, height) in enumerate(zip(whole, heights, strict=True)):
        grid.rows[number].height = Pt(height)
        strong = (
            number == 0 or row.lead or (number + 1 < len(whole) and not whole[number + 1].under)
        )
        for place, cell in enumerate(row.cells):
            _cell(grid.cell(number, place), cell, strong=strong)
    return box.bottom


def _cell(shape: Any, cell: Cell, *, strong: bool) -> None:  # noqa: ANN401  python-pptx's own
    shape.margin_left = shape.margin_right = Pt(PAD_X)
    shape.margin_top = shape.margin_bottom = Pt(PAD_Y)
    shape.vertical_anchor = MSO_ANCHOR.TOP
    write(
        shape.text_frame.paragraphs[0],
        cell.words,
        cell.size,
        cell.colour,
        bold=cell.bold,
        struck=cell.struck,
    )
    shape.fill.background()
    properties = shape._tc.get_or_add_tcPr()  # noqa: SLF001  python-pptx has no borders
    edges = []
    for status in cell.signs[:1]:
        dash = style()["status"][status]["dash"]
        edges += [_edge("lnL", str(rgb(status)), EDGE, dash), _no_edge("lnR")]
    edges.append(_edge("lnB", str(rgb("rule" if strong else "rule2")), 0.75, None))
    for place, edge in enumerate(edges):
        properties.insert(place, edge)


def _no_edge(name: str) -> Any:  # noqa: ANN401  an element
    """Say that there is none: some readers repeat the other side's."""
    line = etree.Element(qn(f"a:{name}"))
    etree.SubElement(line, qn("a:noFill"))
    return line


def _edge(name: str, colour: str, width: float, dash: Sequence[float] | None) -> Any:  # noqa: ANN401  an element
    line = etree.Element(qn(f"a:{name}"), w=str(Pt(width)), cap="flat", cmpd="sng", algn="ctr")
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=colour)
    _dash(line, dash)
    return line
