"""Word documents: paragraphs, headings and tables in their order, and credible properties.

python-docx opens the file; the paragraphs are walked here, since its own list passes over content
controls, inserted words and text boxes.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from reports.errors import BrokenReportError, EmptyReportError, OversizeReportError
from reports.read.compose import prose
from reports.read.notes import is_note_mark
from reports.read.properties import stated
from reports.read.reading import Reading
from reports.read.sizes import MEGABYTE, bound, sizes
from reports.read.zipped import opened, unpacked

Element = Any  # lxml ships no types

_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_BOX = qn("w:txbxContent")
# Deleted and moved-away words, and the second copy of what older programs draw otherwise.
_GONE = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_HIDDEN = f"{qn('w:rPr')}/{qn('w:vanish')}"
_RAISED = f"{qn('w:rPr')}/{qn('w:vertAlign')}"
_TITLES = re.compile(r"(?i)title|heading 1")
_NEAR_TOP = 10
_ASIDE = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "page headers",
    "footer": "page footers",
}
_EDGES = frozenset({"header", "footer"})
_RUN = re.compile(r"<w:t(?:\s[^>]{0,100})?>([^<]{1,1000})")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_QUOTE = 80


def read_docx(data: bytes, name: str) -> Reading:
    """Read a Word document.

    Raises
    ------
    ReportError
        When it is too large once unpacked, encrypted, broken, no Word document, or has no text.
    """
    bound(data, name, sizes().docx)
    _weigh(data, name)
    document = _opened(data, name)
    lines = list(_lines(document.element.body))
    if not any(lines):
        raise EmptyReportError(
            name, "has no text in it", "if it is a picture of a page, paste the page's text"
        )
    known = document.core_properties
    headline = _headline(document)
    return prose(
        data,
        name,
        "\n\n".join(line for line in lines if line),
        headline,
        stated(known.title, known.author, known.created),
        warnings=_left_out(document, name),
    )


def _weigh(data: bytes, name: str) -> None:
    """Unpack every part once, in chunks: what python-docx unpacks after it is known to be small."""
    with opened(data, name, sizes().docx_unpacked) as archive:
        for member in archive.infolist():
            length = len(unpacked(archive, member, name, sizes().docx_unpacked))
            if member.filename.endswith((".xml", ".rels")) and length > sizes().docx_text:
                raise OversizeReportError(
                    name,
                    f"holds {length / MEGABYTE:,.0f} MB of text and marks, more than the"
                    f" {sizes().docx_text / MEGABYTE:.0f} MB that are read",
                    "split it into its articles",
                )


def _opened(data: bytes, name: str) -> WordDocument:
    try:
        document = Document(BytesIO(data))
        has_body = document.element.find(qn("w:body")) is not None
    except (AttributeError, KeyError, ValueError, OpcError, ParseError, etree.LxmlError) as error:
        raise _broken(name, _first_line(error)) from error
    if not has_body:
        raise _broken(name, "it has no body")
    return document


def _broken(name: str, why: str) -> BrokenReportError:
    return BrokenReportError(
        name,
        f"is no Word document, or a damaged one ({why})",
        "open it in Word and save it as .docx or PDF",
    )


def _first_line(error: Exception) -> str:
    return str(error).strip("'\"").partition("\n")[0][:100]


def _lines(element: Element) -> Iterator[str]:
    """Yield the paragraphs in an element, a table's rows as one line each; empty ones too."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield _text(child)
            for box in child.iter(_BOX):
                if not _is_gone(box, child):
                    yield from _lines(box)
        elif child.tag == _TABLE:
            for row in child.iterchildren(_ROW):
                cells = (" ".join(filter(None, _lines(cell))) for cell in row.iterchildren(_CELL))
                yield " | ".join(filter(None, cells))
        elif child.tag not in _GONE:
            yield from _lines(child)


def _text(paragraph: Element) -> str:
    """Join the words that a paragraph shows, with single spaces and its own line breaks."""
    shown = "".join(_characters(paragraph))
    return "\n".join(filter(None, (" ".join(line.split()) for line in shown.split("\n"))))


def _characters(element: Element) -> Iterator[str]:
    raised, before = element.find(_RAISED) is not None, element.getprevious()
    for child in element:
        if child.tag == _TEXT:
            written = child.text or ""
            if not (raised and is_note_mark(_written(before), written)):
                yield written
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag not in _GONE and child.tag != _BOX and child.find(_HIDDEN) is None:
            yield from _characters(child)


def _written(run: Element | None) -> str:
    return "" if run is None else "".join(text.text or "" for text in run.iterchildren(_TEXT))


def _is_gone(element: Element, within: Element) -> bool:
    """Tell whether an element stands in deleted words, or in another text box."""
    around = element.getparent()
    while around is not within:
        if around.tag in _GONE or around.tag == _BOX:
            return True
        around = around.getparent()
    return False


def _headline(document: WordDocument) -> str | None:
    """Return the first of the upper paragraphs that is in the style of a title."""
    for paragraph in document.paragraphs[:_NEAR_TOP]:
        style = paragraph.style
        text = _text(paragraph._p)  # noqa: SLF001 - python-docx has no public way to the element
        if text and style is not None and _TITLES.fullmatch(style.name or ""):
            return text
    return None


def _left_out(document: WordDocument, name: str) -> list[str]:
    """Say which of the document's parts with words in them are not read."""
    said = []
    for kind, called in _ASIDE.items():
        related = (part for part in document.part.rels.values() if not part.is_external)
        parts = (part.target_part.blob for part in related if part.reltype.endswith(f"/{kind}"))
        words = next(filter(None, map(_shown, parts)), None)
        if words:
            quoted = f" (“{words[:_LONGEST_QUOTE]}”)" if kind in _EDGES else ""
            said.append(f"{name}: its {called} were not read{quoted}.")
    return said


def _shown(part: bytes) -> str | None:
    """Return the words in a part of the document, None where it has marks and numbers alone."""
    runs = (unescape(run) for run in _RUN.findall(part.decode("utf-8", errors="replace")))
    text = " ".join("".join(runs).split())
    return text if _LETTER.search(text) else None
