"""PDF files: the words of their pages, within bounds, and credible properties.

What stays hidden is said: pages that are pictures, pages whose streams unpack to more than any page
has, files that need a password.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from reports.errors import BrokenReportError, EmptyReportError, OversizeReportError, ReportError
from reports.read.compose import NOTHING, Stated, prose
from reports.read.notes import is_note_mark
from reports.read.page_lines import PageLine, body
from reports.read.properties import stated
from reports.read.reading import Reading
from reports.read.sizes import bound, sizes
from reports.read.zipped import locked

# What a damaged file makes the parser stumble over, besides its own errors.
_STUMBLES = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError,
             RecursionError, NotImplementedError, TypeError, ValueError)  # fmt: skip
_MOST_NAMED = 5
_MOST_QUOTED = 3
_LONGEST_QUOTE = 60
# A baseline that moves by less of the letters' height (an index, an accent) stays on its line.
_SAME_LINE = 0.5
# Letters of a footnote's mark, in heights of those beside it.
_SMALL = 0.8
_PICTURE = "only a picture, which was not read"
_ANEW = "get it again, or print it to a new PDF"
_SCAN = "it may be a scan; run text recognition on it or paste its text"

# The parser logs each thing it mends; what matters to the reader is said in the warnings.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, name: str) -> Reading:
    """Read a PDF file.

    Raises
    ------
    ReportError
        When it is too large, encrypted, broken, or holds only pictures of pages.
    """
    bound(data, name, sizes().pdf)
    try:
        with _bounded():
            document = _opened(data, name)
            pages, unread = _read(document)
            said = _stated(document)
    except (FileNotDecryptedError, DependencyError) as error:
        raise locked(name) from error
    if not any(pages):
        raise _textless(name, len(pages), unread)
    found = body(pages)
    return prose(
        data,
        name,
        found.text,
        found.headline,
        stated=replace(said, url=found.url),
        warnings=[
            *(f"{name}: {_pages(numbers)} {why}." for why, numbers in unread.items()),
            *_repeated(found.repeated, name),
        ],
    )


def _repeated(lines: Sequence[str], name: str) -> Iterator[str]:
    """Say what stands at the edges of pages and was left out."""
    if lines:
        quoted = ", ".join(f"“{line[:_LONGEST_QUOTE]}”" for line in lines[:_MOST_QUOTED])
        more = f" and {len(lines) - _MOST_QUOTED} more" if len(lines) > _MOST_QUOTED else ""
        yield f"{name}: what its pages repeat at their edges was left out ({quoted}{more})."


def _bounded() -> AbstractContextManager[Configuration]:
    """Bound what one stream of the file may unpack to, whatever it is packed with."""
    most = sizes().pdf_stream
    return apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        brotli_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        stream_parsing_work_maximum_count=sizes().pdf_operators,
        stream_decoding_work_maximum_length=4 * most,
        page_tree_maximum_entries=10 * sizes().pdf_pages,
        disable_legacy_handling=True,
    )


def _opened(data: bytes, name: str) -> PdfReader:
    """Open the file and count its pages."""
    try:
        document = PdfReader(BytesIO(data))
        count = len(document.pages)
    except FileNotDecryptedError:
        raise
    except _STUMBLES as error:
        raise BrokenReportError(name, "is no PDF, or a damaged one", _ANEW) from error
    if count > sizes().pdf_pages:
        raise OversizeReportError(
            name,
            f"has {count:,} pages, more than the {sizes().pdf_pages:,} that are read",
            "take out the pages of the article",
        )
    if not count:
        raise BrokenReportError(name, "has no pages", _ANEW)
    return document


def _read(document: PdfReader) -> tuple[list[list[PageLine]], dict[str, list[int]]]:
    """Read all pages; what keeps words from being read, with the numbers of its pages."""
    pages: list[list[PageLine]] = []
    unread: dict[str, list[int]] = {}
    for number, page in enumerate(document.pages, 1):
        lines: list[PageLine] = []
        why = None
        try:
            _unpack(page)
            lines = list(_lines(page))
            if not lines and _has_picture(page):
                why = _PICTURE
        except LimitReachedError:
            why = "left out: it unpacks to more than any page of text"
        except _STUMBLES:
            why = "damaged and left out"
        pages.append(lines)
        if why:
            unread.setdefault(why, []).append(number)
    return pages, unread


def _unpack(page: PageObject) -> None:
    """Unpack what the page draws with; extraction would pass over what it cannot unpack."""
    contents = page.get_contents()
    if contents is not None:
        contents.get_data()
    for drawn in _drawn(page):
        if drawn.get("/Subtype") == "/Form":
            drawn.get_data()


def _has_picture(page: PageObject) -> bool:
    return any(drawn.get("/Subtype") == "/Image" for drawn in _drawn(page))


def _drawn(page: PageObject) -> Iterator[Any]:
    """Yield the pictures and forms that the page names among its resources."""
    resources = page.get("/Resources")
    known = resources.get_object().get("/XObject") if resources is not None else None
    if known is not None:
        for drawn in known.get_object().values():
            yield drawn.get_object()


def _lines(page: PageObject) -> Iterator[PageLine]:
    """Yield the page's lines in the order in which the file draws them."""
    found: list[PageLine] = []

    def note(
        text: str, place: Sequence[float], local: Sequence[float], _: object, size: float
    ) -> None:
        words = text.strip("\n")
        if not words:
            return
        height = place[1] * local[4] + place[3] * local[5] + place[5]
        letters = abs(size * (local[3] or local[1]) * (place[3] or place[1])) or 1.0
        last = found[-1] if found else None
        same = last and abs(last.height - height) < _SAME_LINE * max(last.size, letters)
        if last and same and letters < last.size * _SMALL and is_note_mark(last.text, words):
            return
        if last and same and last.size < letters * _SMALL and is_note_mark("", last.text):
            found[-1] = PageLine(height, letters, words)
        elif last and same and "\n" not in text:
            found[-1] = PageLine(last.height, max(last.size, letters), last.text + words)
        else:
            found.extend(PageLine(height, letters, line) for line in words.split("\n"))

    page.extract_text(visitor_text=note)
    return (line.tidy() for line in found if line.text.strip())


def _stated(document: PdfReader) -> Stated:
    """Keep what the file's properties say, those in XML where the others are silent."""
    try:
        said, more = document.metadata, document.xmp_metadata
        title, author, made = None, None, None
        programs: tuple[str | None, ...] = ()
        if said is not None:
            title, author, made = said.title, said.author, said.creation_date
            programs = (said.creator, said.producer)
        if more is not None:
            title = title or next(iter((more.dc_title or {}).values()), None)
            author = author or ", ".join(more.dc_creator or ())
            made = made or more.xmp_create_date
    except _STUMBLES:  # broken ones say nothing
        return NOTHING
    return stated(title, author, made, *programs)


def _textless(name: str, count: int, unread: dict[str, list[int]]) -> ReportError:
    reasons = "; ".join(f"{_pages(numbers)} {why}" for why, numbers in unread.items())
    within = f" ({reasons})" if reasons else ""
    pages = f"{count:,} page{'' if count == 1 else 's'} but no text{within}"
    if reasons and set(unread) != {_PICTURE}:
        return BrokenReportError(name, f"has {pages}", _ANEW)
    return EmptyReportError(name, f"has {pages}", _SCAN)


def _pages(numbers: Sequence[int]) -> str:
    """Name pages ("page 3 is", "pages 1, 2 and 9 more are")."""
    if len(numbers) == 1:
        return f"page {numbers[0]} is"
    if len(numbers) <= _MOST_NAMED:
        return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
    named = ", ".join(map(str, numbers[:_MOST_NAMED]))
    return f"pages {named} and {len(numbers) - _MOST_NAMED} more are"
