"""Web pages: the article's own lines out of everything that a page carries around them.

The article is where the prose is: in an ``article`` element or articleBody with a good part of it,
or else in the innermost element with nearly all of it. Navigation, asides, captions and what their
classes call adverts or pleas are left out; if that leaves no prose, they are read after all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reports.lexicon import words
from reports.read.beside import Head, author, entitled, hints, is_stamp, times
from reports.read.markup import Element, Fragment, Page
from reports.read.notes import is_note_mark
from reports.read.paragraphs import SENTENCE_FINAL
from reports.read.stamps import date_line

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and joiners inside words
_UNNAMEABLE = frozenset({"html", "body", "main", "article"})
_TOO_SMALL = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "pre", "tr", "a", "span"})

_BRACKETS = "])} "
_PROSE_LENGTH = 20
_SURELY_PROSE = 100
_MOST_WEIGHT = 400
_MOSTLY_LINKS = 0.8
_FEWEST_LINK_WORDS = 5
_GOOD_PART = 0.4
_HALF = 0.5
_NEARLY_ALL = 0.9
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the page: its text, the number of its element, how much of it is links."""

    element: int
    text: str
    link_share: float

    @property
    def in_one(self) -> str:
        """Its text without line breaks."""
        return self.text.replace("\n", " ")

    @property
    def weight(self) -> int:
        """Its length if it is prose, else 0; no single paragraph outweighs an article."""
        sentence = self.text.endswith(SENTENCE_FINAL) and len(self.text) >= _PROSE_LENGTH
        prose = sentence or len(self.text) >= _SURELY_PROSE
        return min(len(self.text), _MOST_WEIGHT) if prose and self.link_share < _HALF else 0


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a page's article, and what the page says beside it.

    ``headline`` is there where a heading gives it, ``author`` where a byline does; ``times`` are
    the machine-readable ones of the article's head.
    """

    text: str
    headline: str | None
    author: str | None = None
    times: Sequence[str] = ()


def article(page: Page, *, alone: bool = False) -> Article:
    """Find the article in a page; its text is empty only when the page shows none.

    Parameters
    ----------
    alone
        Whether nothing else stands on it: a mail's headlines that are links are its own.
    """
    everything = list(_lines(page, [False] * len(page.elements)))
    gone = _furniture(page.elements, _sums(page.elements, everything))
    lines = list(_lines(page, gone))
    if not any(line.weight for line in lines):
        lines = everything if any(line.weight for line in everything) else lines or everything
    container = _container(page.elements, _sums(page.elements, lines))
    within = _within(page.elements, lambda number, _: container in {number, _NOWHERE})
    in_list = _within(page.elements, lambda _, element: element.tag == "li")
    headline = _headline(page, lines) or _entitled(page, lines, container)
    head = _head(lines, headline, container, within, gone)
    inside = [
        line
        for line in lines
        if line == headline
        or (within[line.element] and not _is_menu(line, listed=in_list[line.element], alone=alone))
        or (headline and head.has(line.element) and is_stamp(line.text))
    ]
    body = _body(inside, headline)
    every, own = _told(everything), _told(body)
    return Article(
        text="\n\n".join(line.in_one if line == headline else line.text for line in body),
        headline=headline.in_one if headline else None,
        author=author(page, head, _told(lines)),
        times=times(page, head, every, own),
    )


def _told(lines: Sequence[Line]) -> list[tuple[int, str]]:
    return [(line.element, line.text) for line in lines]


def _entitled(page: Page, lines: Sequence[Line], container: int) -> Line | None:
    found = entitled(page, container, _told(lines))
    return next((line for line in lines if line.text == found), None)


def _head(
    lines: Sequence[Line],
    headline: Line | None,
    container: int,
    within: Sequence[bool],
    gone: Sequence[bool],
) -> Head:
    """Find where the article's head stands: from its headline to its first paragraph."""
    start = headline.element if headline else max(container, 0)
    prose = (line.element for line in lines if line.weight and within[line.element])
    return Head(start, next((n for n in prose if n > start), start), gone)


def _lines(page: Page, gone: Sequence[bool]) -> Iterator[Line]:
    raised = _within(page.elements, lambda _, element: element.tag == "sup")
    for paragraph in page.paragraphs:
        kept = [fragment for fragment in paragraph if not gone[fragment.element]]
        kept = list(_without_marks(kept, raised))
        text = _text(kept)
        if text:
            links = sum(len(fragment.text.strip()) for fragment in kept if fragment.link)
            yield Line(kept[0].element, text, links / len(text))


def _without_marks(fragments: Sequence[Fragment], raised: Sequence[bool]) -> Iterator[Fragment]:
    before = ""
    for fragment in fragments:
        if not (raised[fragment.element] and is_note_mark(before, fragment.text)):
            before = fragment.text
            yield fragment


def _text(fragments: Sequence[Fragment]) -> str:
    """Join a paragraph's characters: single spaces, and line breaks where the page has them."""
    joined = _INVISIBLE.sub("", "".join(fragment.text for fragment in fragments))
    rows = (" ".join(row.split()).strip("| ") for row in joined.split("\n"))
    return "\n".join(row for row in rows if row)


def _sums(elements: Sequence[Element], lines: Sequence[Line]) -> list[int]:
    """Return the weight of the prose inside each element."""
    sums = [0] * len(elements)
    for line in lines:
        sums[line.element] += line.weight
    for number in range(len(elements) - 1, 0, -1):
        if elements[number].parent >= 0:
            sums[elements[number].parent] += sums[number]
    return sums


def _within(elements: Sequence[Element], chosen: Callable[[int, Element], bool]) -> list[bool]:
    """Mark the chosen elements and all that stand in them."""
    marks: list[bool] = []
    for number, element in enumerate(elements):
        marks.append(chosen(number, element) or (element.parent >= 0 and marks[element.parent]))
    return marks


def _furniture(elements: Sequence[Element], sums: Sequence[int]) -> list[bool]:
    """Mark the elements that carry the page's furniture, and all that stand in them."""
    holds_headline, links = _holding(elements, "h1"), _holding(elements, "a")
    half = max(sums, default=0) * _HALF

    def is_furniture(number: int, element: Element) -> bool:
        if element.hidden or element.tag in _web("furniture_tags"):
            return True
        if element.role in _web("furniture_roles"):
            return True
        if holds_headline[number] or element.tag in _UNNAMEABLE:
            return False
        named = hints(element)
        if not named.isdisjoint(_web("never_article_words")):
            return True
        if links[number] and not named.isdisjoint(_web("linked_furniture_words")):
            return sums[number] < half
        known = not named.isdisjoint(_web("furniture_words"))
        return (known or element.tag in {"header", "form"}) and sums[number] < half

    return _within(elements, is_furniture)


def _holding(elements: Sequence[Element], tag: str) -> list[bool]:
    """Mark the elements with this tag and all that hold one."""
    marks = [element.tag == tag for element in elements]
    for number in range(len(elements) - 1, -1, -1):
        if marks[number] and elements[number].parent >= 0:
            marks[elements[number].parent] = True
    return marks


@cache
def _web(name: str) -> frozenset[str]:
    return words("boilerplate", "web", name)


def _container(elements: Sequence[Element], sums: Sequence[int]) -> int:
    """Return the number of the element that holds the article; -1 for the whole page."""
    whole = max(sums, default=0)
    articles = sorted(_outermost_articles(elements), key=sums.__getitem__, reverse=True)
    if articles:
        best, rival = sums[articles[0]], sums[articles[1]] if len(articles) > 1 else 0
        if best >= whole * _GOOD_PART and rival < best * _HALF:
            return articles[0]
    container = _NOWHERE
    for number, element in enumerate(elements):  # a child's number is greater than its parent's
        descends = element.parent == container and element.tag not in _TOO_SMALL
        if descends and sums[number] >= max(whole * _NEARLY_ALL, 1):
            container = number
    return container


def _outermost_articles(elements: Sequence[Element]) -> Iterator[int]:
    within: list[bool] = []
    for number, element in enumerate(elements):
        enclosed = element.parent >= 0 and within[element.parent]
        named = element.tag == "article" or element.role == "articlebody"
        if named and not enclosed:
            yield number
        within.append(named or enclosed)


def _headline(page: Page, lines: Sequence[Line]) -> Line | None:
    """Choose the longest heading that the page's own title repeats, else the longest ``h1``."""
    first = _within(page.elements, lambda _, element: element.tag == "h1")
    second = _within(page.elements, lambda _, element: element.tag == "h2")
    titles = f"{page.title} {page.meta.get('og:title', '')}".casefold()
    headings = [line for line in lines if first[line.element] or second[line.element]]
    repeated = [line for line in headings if line.in_one.casefold() in titles]
    candidates = repeated or [line for line in headings if first[line.element]]
    return max(candidates, key=lambda line: len(line.text), default=None)


def _body(lines: Sequence[Line], headline: Line | None) -> list[Line]:
    """Leave out what stands above the headline, but for prose and dates."""
    start = lines.index(headline) if headline else 0
    above = [line for line in lines[:start] if line.weight or date_line(line.text)]
    return [*above, *lines[start:]]


def _is_menu(line: Line, *, listed: bool, alone: bool) -> bool:
    """Tell lists of links, and the headline of another article that stands between paragraphs."""
    few = len(line.text.split()) < _FEWEST_LINK_WORDS
    headline = not alone and not line.text.rstrip(_BRACKETS).endswith(SENTENCE_FINAL)
    return line.link_share > _MOSTLY_LINKS and (few or listed or headline)
