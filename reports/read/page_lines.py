"""Lines of pages made paragraphs again: what repeats on pages dropped, broken words joined.

A page knows no paragraphs, only lines in places. Where one ends is told by the space below it, by
the size of letters, and by lines that stop short of the column's edge.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import ceil
from operator import itemgetter
from statistics import median, quantiles

from reports.lexicon import words
from reports.read.paragraphs import SENTENCE_FINAL
from reports.read.stamps import date_line, masthead

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page|p\.|pg\.?)?\s*\d{1,4}\s*(?:(?:of|/|\|)\s*\d{1,4})?\W*")
_ADDRESS = re.compile(r"https?://[^\s…]+")
# What browsers print around a page: the hour and its title, its address and its number.
_BROWSER_FOOT = re.compile(r"(?:https?|file)://\S+(?:\s*…\S*)?\s+\d{1,4}\s?/\s?\d{1,4}")
_BROWSER_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}:\d\d\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD_START = re.compile(r"[^\W\d_]+")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SOFT_HYPHEN = "\u00ad"

_AT_EDGE = 3
_REPEATED_SHARE = 1 / 3
_SAME_HEIGHT = 3.0  # points
_WIDER_GAP = 1.25
_APART = 1.6
_OVERLAP = 0.8
_USUAL_LEADING = 1.2
_OTHER_SIZE = 1.08
_SHORT = 0.6
_HEADLINE_SIZE = 1.2
_NEAR_TOP = 8
_LONGEST_HEADLINE = 180
_NEARLY_FULL = 0.85


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its baseline above the page's foot and its letters' size, in points."""

    height: float
    size: float
    text: str

    def tidy(self) -> "PageLine":
        """Return it with single spaces and letters; a hyphen drawn inside a line is one."""
        text = " ".join(self.text.translate(_LIGATURES).split())
        return replace(self, text=text[:-1].replace(_SOFT_HYPHEN, "-") + text[-1:])


@dataclass(frozen=True, slots=True)
class Body:
    """The text of pages, its headline, and the address that a browser printed on them.

    ``repeated`` is what pages repeat and is not in the text, but for numbers and what a browser
    prints. The day among it is: it stands before the text, once.
    """

    text: str
    headline: str | None
    url: str | None
    repeated: tuple[str, ...] = ()


def body(pages: Sequence[Sequence[PageLine]]) -> Body:
    """Make one text of pages, without what they repeat and without their numbers."""
    furniture = _furniture(pages)
    own = [
        line for page, gone in zip(pages, furniture, strict=True) for line in _without(page, gone)
    ]
    dropped = [line.text for gone in furniture for line in gone]
    address = next((match[0] for text in dropped if (match := _ADDRESS.search(text))), None)
    printed = any(map(_is_from_browser, pages))
    edges = [] if printed else [text for text in dropped if not _PAGE_NUMBER.fullmatch(text)]
    day = next((text for text in edges if date_line(text) or masthead(text)), None)
    found = list(_paragraphs(own))
    text = "\n\n".join([*filter(None, [day]), *(text for text, _ in found)])
    return Body(text, _headline(found), address, tuple(_different(edges, day)))


def _different(edges: Sequence[str], kept: str | None) -> Iterator[str]:
    """Yield the lines that differ by more than their numbers, but for the one that is kept."""
    known = {_unnumbered(kept or "")}
    for text in edges:
        if _unnumbered(text) not in known:
            known.add(_unnumbered(text))
            yield text


def _headline(found: Sequence[tuple[str, float]]) -> str | None:
    """Choose the first of the upper paragraphs in the largest letters, if they stand out."""
    usual = median(size for _, size in found) if found else 0.0
    upper = [(text, size) for text, size in found[:_NEAR_TOP] if len(text) <= _LONGEST_HEADLINE]
    text, size = max(upper, key=itemgetter(1), default=("", 0.0))
    return text if text and size >= usual * _HEADLINE_SIZE else None


def _without(page: Sequence[PageLine], gone: Sequence[PageLine]) -> Iterator[PageLine]:
    return (line for line in page if line not in gone)


def _furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """List each page's headers, footers and numbers, which stand at its edges."""
    ordered = [sorted(page, key=lambda line: line.height) for page in pages]
    keys = [{_key(line) for line in (*page[:_AT_EDGE], *page[-_AT_EDGE:])} for page in ordered]
    counts = Counter(key for page in keys for key in page)
    fewest = max(2, ceil(len(pages) * _REPEATED_SHARE))
    repeated = {key for key, count in counts.items() if count >= fewest}
    return [[*_peeled(page, repeated), *_peeled(page[::-1], repeated)] for page in ordered]


def _peeled(page: Sequence[PageLine], repeated: Container[object]) -> Sequence[PageLine]:
    """Take furniture off one edge of a page, given from that edge inwards.

    A line of the report may stand on several pages at the same height, too; what is furniture has a
    wider space between itself and the text, or says itself what it is.
    """
    printed = _is_from_browser(page)
    most, told = 0, True
    for number, line in enumerate(page[:_AT_EDGE], 1):
        sure = _is_sure(line, printed=printed)
        if not sure and _key(line) not in repeated:
            break
        rest = page[number : number + 1]
        apart = bool(rest) and abs(rest[0].height - line.height) > line.size * _APART
        told = apart or (sure and told)
        most = number if told else most
    return page[:most]


def _is_sure(line: PageLine, *, printed: bool) -> bool:
    """Tell a number of a page, and what a browser prints around one."""
    if printed and _BROWSER_HEAD.match(line.text):
        return True
    return bool(_PAGE_NUMBER.fullmatch(line.text) or _BROWSER_FOOT.fullmatch(line.text))


def _key(line: PageLine) -> tuple[str, int]:
    """Return what lines have in common that are repeated, but for the number of the page."""
    return _unnumbered(line.text), round(line.height / _SAME_HEIGHT)


def _unnumbered(text: str) -> str:
    return _NUMBER.sub("#", text.casefold())


def _is_from_browser(page: Sequence[PageLine]) -> bool:
    return any(_BROWSER_FOOT.fullmatch(line.text) for line in page)


def _paragraphs(lines: Sequence[PageLine]) -> Iterator[tuple[str, float]]:
    """Join the lines of each paragraph, with the size of its letters."""
    leading, width = _leading(lines), _width(lines)
    known = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
    paragraph = ""
    for line, following in zip_longest(lines, lines[1:]):
        paragraph = _joined(paragraph, line.text, known)
        if following is None or _ends(line, following, leading, width):
            yield paragraph, line.size
            paragraph = ""


def _ends(line: PageLine, following: PageLine, leading: float, width: float) -> bool:
    """Tell whether a paragraph ends between two lines that follow each other in the file."""
    size = max(line.size, following.size)
    goes_on = following.text[:1].islower() or _BROKEN_WORD.search(line.text) is not None
    if size > min(line.size, following.size) * _OTHER_SIZE:
        return True
    gap = line.height - following.height
    if gap > size * leading * _WIDER_GAP:
        return True
    final = line.text.endswith(SENTENCE_FINAL)
    if gap <= 0:  # the next column or page
        return final and not goes_on
    short = _SHORT if not final else _NEARLY_FULL
    return not goes_on and len(line.text) < width * short


def _leading(lines: Sequence[PageLine]) -> float:
    """Return the distance of baselines within paragraphs, in heights of their letters."""
    gaps = [
        (line.height - following.height) / line.size
        for line, following in pairwise(lines)
        if line.size == following.size and line.height - following.height > line.size * _OVERLAP
    ]
    return quantiles(gaps, n=4, method="inclusive")[0] if len(gaps) > 1 else _USUAL_LEADING


def _width(lines: Sequence[PageLine]) -> float:
    """Return how many characters a full line has."""
    lengths = [len(line.text) for line in lines]
    return quantiles(lengths, n=10, method="inclusive")[-1] if len(lengths) > 1 else 0.0


def _joined(paragraph: str, line: str, known: Container[str]) -> str:
    """Add a line; a hyphen goes unless the word is written with it elsewhere."""
    broken = _BROKEN_WORD.search(paragraph)
    rest = _WORD_START.match(line)
    if not paragraph or not broken or not rest:
        return f"{paragraph} {line}".lstrip()
    if paragraph.endswith(_SOFT_HYPHEN) and not line[:1].isupper():
        return paragraph[:-1] + line
    head, tail = broken[1].casefold(), rest[0].casefold()
    compound = f"{head}-{tail}" in known or head in words("reading", "pages", "prefixes")
    kept = line[:1].isupper() or (compound and head + tail not in known)
    return (paragraph[:-1] + ("-" if kept else "")) + line
