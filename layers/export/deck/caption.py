"""Lines beside a map or over a table: what they say, and by small numbers who says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from layers.export.deck.boxes import Box
from layers.export.deck.grid import leading
from layers.export.deck.slide import still, write
from layers.export.story import GONE, GONE_NOTE, Said, caveats, spans
from layers.fonts.measure import fit, wrap
from layers.prose.quote import Quote

SIZES = (20.0, 18.5, 17.0, 16.0, 15.0, 14.0, 13.0)
"""Sizes of lines: the largest at which all of them fit."""
NOTE_SIZE = 10.0
APART, NOTES_APART = 7.0, 10.0
MOST_NOTES = 6


@dataclass(frozen=True, slots=True)
class Caption:
    """Lines in one size, and under them who says so."""

    lines: tuple[Said, ...]
    size: float
    notes: tuple[str, ...]

    def height(self, width: float) -> float:
        """Measure lines and notes (points)."""
        return self.lines_height(width) + NOTES_APART + self.notes_height(width)

    def lines_height(self, width: float) -> float:
        """Measure the lines, those of which the numbers are counted as if they were not small."""
        rows = sum(len(wrap(_text(line), self.size, width)) for line in self.lines)
        return rows * leading(self.size) + APART * len(self.lines)

    def notes_height(self, width: float) -> float:
        """Measure the notes."""
        rows = sum(len(wrap(note, NOTE_SIZE, width)) for note in self.notes)
        return rows * leading(NOTE_SIZE)


@dataclass(frozen=True, slots=True)
class Mark:
    """The small numbers at a line: the run that prints them, on its slide."""

    slide: Slide
    run: Any
    numbers: tuple[int, ...]


def captions(lines: Sequence[Said], cited: Sequence[Quote], *boxes: Box) -> list[Caption]:
    """Share lines out over boxes, the last of which is used as often as it takes."""
    box, *others = boxes
    for size in SIZES:
        whole = _caption(lines, cited, size)
        if whole.height(box.width) <= box.height:
            return [whole]
    least, kept = SIZES[-1], 1
    while _caption(lines[: kept + 1], cited, least).height(box.width) <= box.height:
        kept += 1
    first = _caption([_fitted(line, box) for line in lines[:kept]], cited, least)
    rest = lines[kept:]
    return [first, *(captions(rest, cited, *(others or [box])) if rest else [])]


def draw(slide: Slide, box: Box, caption: Caption) -> list[Mark]:
    """Set lines from the top of a box and notes from its foot; return the marks at the lines."""
    lines = replace(box, height=caption.lines_height(box.width))
    tall = caption.notes_height(box.width)
    marks = []
    for paragraph, line in zip(
        _paragraphs(slide, lines, len(caption.lines)), caption.lines, strict=True
    ):
        write(paragraph, line.text, caption.size)
        if words := _mark(line):
            run = write(paragraph, words, caption.size, "planned", bold=True, raised=True)
            marks.append(Mark(slide, run, line.numbers))
        paragraph.space_after = Pt(APART)
    under = Box(box.x, box.bottom - tall, box.width, tall)
    for paragraph, note in zip(
        _paragraphs(slide, under, len(caption.notes)), caption.notes, strict=True
    ):
        write(paragraph, note, NOTE_SIZE, "ink2")
    return marks


def link(marks: Iterable[Mark], pages: Mapping[int, Slide]) -> None:
    """Make each mark lead to the slide that has its first sentence in full."""
    for mark in marks:
        if mark.numbers:
            target = mark.slide.part.relate_to(pages[mark.numbers[0]].part, RELATIONSHIP_TYPE.SLIDE)
            properties = mark.run._r.get_or_add_rPr()  # noqa: SLF001  python-pptx links shapes only
            jump = {qn("r:id"): target, "action": "ppaction://hlinksldjump"}
            etree.SubElement(properties, qn("a:hlinkClick"), jump)


def _paragraphs(slide: Slide, box: Box, count: int) -> list[Any]:
    """Add a box with so many paragraphs, or none."""
    if not count:
        return []
    frame = slide.shapes.add_textbox(*box.emu).text_frame
    still(frame)
    return [frame.paragraphs[0], *(frame.add_paragraph() for _ in range(count - 1))]


def spoken(lines: Sequence[Said], cited: Sequence[Quote]) -> list[str]:
    """Give lines for the notes, in full, and under each the sentences it rests on."""
    return [
        words
        for line in lines
        for words in (
            line.text,
            *(f"  {number} {cited[number - 1].text}" for number in line.numbers),
            *([f"  {GONE_NOTE}"] if line.gone else []),
        )
    ]


def _caption(lines: Sequence[Said], cited: Sequence[Quote], size: float) -> Caption:
    return Caption(tuple(lines), size, tuple(_credits(lines, cited)))


def _credits(lines: Sequence[Said], cited: Sequence[Quote]) -> list[str]:
    """Name the reports that lines rest on, each with the numbers of its sentences."""
    numbers = sorted({number for line in lines for number in line.numbers})
    by_report: dict[str, list[int]] = {}
    for number in numbers:
        quote = cited[number - 1]
        by_report.setdefault(f"{quote.credit} [{quote.ref}]", []).append(number)
    notes = [f"{spans(each)}  {credit}" for credit, each in by_report.items()]
    if len(notes) > MOST_NOTES:
        notes[MOST_NOTES:] = [f"and {len(notes) - MOST_NOTES} more reports, named in the notes"]
    return [*notes, *caveats(lines)]


def _fitted(line: Said, box: Box) -> Said:
    """Cut a line that would fill more than its box."""
    notes = (MOST_NOTES + 2) * 2 * leading(NOTE_SIZE)
    most = max(1, int((box.height - notes) // leading(SIZES[-1])))
    return replace(line, text=fit(line.text, SIZES[-1], box.width, most))


def _text(line: Said) -> str:
    return f"{line.text}{_mark(line)}"


def _mark(line: Said) -> str:
    return spans(line.numbers) + GONE * line.gone
