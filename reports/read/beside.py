"""What stands beside a page's article and belongs to it: its signature, its times, its title.

Pages carry the times and titles of other articles, too; what is taken stands between the headline
and the first paragraph, or is the only one on the page.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reports.lexicon import words
from reports.read.markup import Element, Page
from reports.read.printed import byline
from reports.read.stamps import date_line, is_names, masthead, signature

_HINT = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_BY = re.compile(r"(?i)by\s+")
_NEAR = 3
_LONGEST_TITLE = 180
_FEWEST_WORDS_OF_A_CARD = 4

Lines = Sequence[tuple[int, str]]
"""The numbers of the elements that lines stand in, and their words."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article's head stands: the numbers of its headline's and first paragraph's elements.

    ``gone`` marks the page's furniture.
    """

    start: int
    end: int
    gone: Sequence[bool]

    def has(self, number: int) -> bool:
        """Whether an element is part of it."""
        return self.start <= number < self.end and not self.gone[number]


def hints(element: Element) -> set[str]:
    """Return the words of an element's classes and id."""
    return {word.lower() for word in _HINT.findall(element.hints)}


def is_stamp(text: str) -> bool:
    """Tell a line that says who wrote a report, or when it was published."""
    return bool(date_line(text) or byline(text) or masthead(text) or signature(text))


def author(page: Page, head: Head, lines: Lines) -> str | None:
    """Return the name in an element that is called a byline."""
    known = words("reading", "web", "signed")
    for number, text in lines:
        name = _BY.sub("", text, count=1)
        if head.has(number) and is_names(name) and _named(page, number, known, {"author"}):
            return name
    return None


def times(page: Page, head: Head, lines: Lines, own: Lines) -> list[str]:
    """Return the machine-readable times of the article, best first.

    Parameters
    ----------
    lines
        All of the page.
    own
        Those of the article.
    """
    elements, revised = page.elements, words("reading", "web", "revised")
    told = [(n, text) for n, text in page.times if not _named(page, n, revised, revised, most=1)]
    marked = [text for n, text in told if elements[n].role == "datepublished"]
    if len({text[:10] for text in marked}) == 1:
        return marked[:1]
    found = [text for number, text in told if head.has(number)]
    if not found and len(page.times) == 1 and told and not _in_card(page, told[0][0], lines, own):
        found = [told[0][1]]
    return found


def entitled(page: Page, container: int, lines: Lines) -> str | None:
    """Return the line before the article's element whose own element is called a title."""
    if container < 0:
        return None
    around = page.elements[container].parent
    known = words("reading", "web", "entitled")
    near = [
        text
        for number, text in lines
        if number < container
        and len(text) <= _LONGEST_TITLE
        and _named(page, number, known, known)
        and around in _around(page, number)
    ]
    return near[-1] if near else None


def _in_card(page: Page, number: int, lines: Lines, own: Lines) -> bool:
    """Tell the time of another article: words that are not this one's stand around it."""
    parent = page.elements[number].parent
    mine = {text for _, text in own}
    return any(
        parent in {at, *_around(page, at)} and len(text.split()) >= _FEWEST_WORDS_OF_A_CARD
        for at, text in lines
        if text not in mine
    )


def _named(
    page: Page, number: int, classes: AbstractSet[str], roles: AbstractSet[str], most: int = _NEAR
) -> bool:
    """Whether an element or one closely around it has a class or a role of these."""
    near = (page.elements[n] for n in [number, *_around(page, number)][:most])
    return any(each.role in roles or not hints(each).isdisjoint(classes) for each in near)


def _around(page: Page, number: int) -> list[int]:
    """Return the numbers of the closest elements around one, inmost first."""
    found: list[int] = []
    at = page.elements[number].parent
    while at >= 0 and len(found) < _NEAR:
        found.append(at)
        at = page.elements[at].parent
    return found
