"""Markup: a web page as a flat record of elements and paragraphs, read in one pass.

The page is streamed through libxml2's HTML parser, which never runs a script and never follows an
address. No tree is built: trees stop at some depth and lose what lies below, a stream has no depth.
"""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reports.errors import OversizeReportError

_CHUNK = 65_536
_LONGEST_JSON = 1_000_000
_MOST_ELEMENTS = 300_000

# Elements whose content is never an article's text.
_MUTE: Final = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "frameset", "iframe", "map", "math"}
    | {"noframes", "noscript", "object", "script", "select", "style", "svg", "template"}
    | {"textarea", "video"}
)
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu"}
    | {
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_CELLS: Final = frozenset({"td", "th"})


@dataclass(slots=True)
class Element:
    """An element of the page.

    ``parent`` is the number of the element around it, -1 for none; ``hints`` are its classes and
    id; ``role`` is its itemprop or ARIA role; ``link`` is whether it leads somewhere.
    """

    parent: int
    tag: str
    hints: str
    role: str
    hidden: bool
    link: bool


@dataclass(slots=True)
class Fragment:
    """A run of characters, the number of the element it stands in, and whether it is a link."""

    element: int
    text: str
    link: bool


@dataclass(slots=True)
class Page:
    """All that is kept of a page, in document order.

    ``paragraphs`` are the runs of text between block boundaries; ``meta`` maps names and properties
    in lower case to their first content; ``times`` are the machine-readable ones of time elements
    and ``datePublished`` items, each with its element's number.
    """

    elements: list[Element] = field(default_factory=list)
    paragraphs: list[list[Fragment]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    times: list[tuple[int, str]] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    title: str = ""
    canonical: str | None = None
    lang: str | None = None


def parse(markup: str, name: str) -> Page:
    """Read a page, however broken; time and memory grow with its length and nothing else.

    Raises
    ------
    OversizeReportError
        When it has more elements than any article's page.
    """
    collector = _Collector()
    parser = etree.HTMLParser(target=collector)
    for start in range(0, len(markup), _CHUNK):
        parser.feed(markup[start : start + _CHUNK])
        if len(collector.page.elements) > _MOST_ELEMENTS:
            raise OversizeReportError(
                name, f"has more than {_MOST_ELEMENTS:,} elements", "paste the article's text"
            )
    page: Page = parser.close()
    return page


class _Collector:
    """Takes the parser's events (lxml's target interface) and keeps a Page."""

    def __init__(self) -> None:
        self.page = Page()
        self._open: list[int] = []
        self._current: list[Fragment] = []
        self._muted = 0
        self._links = 0
        self._preformatted = 0
        self._kept: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._muted:
            self._muted += 1
            return
        self._note(tag, attributes)
        if tag in _MUTE:
            self._muted = 1
            if attributes.get("type", "").lower() == "application/ld+json":
                self._kept = []
        elif tag == "title":
            self._muted, self._kept = 1, []
        else:
            self._enter(tag, attributes)

    def end(self, tag: str) -> None:
        if self._muted:
            self._muted -= 1
            if not self._muted and self._kept is not None:
                self._keep(tag, "".join(self._kept))
                self._kept = None
            return
        if tag in _BLOCKS:
            self._flush()
        if self._open:
            closed = self.page.elements[self._open.pop()]
            self._links -= closed.link
            self._preformatted -= closed.tag == "pre"

    def data(self, text: str) -> None:
        if self._muted:
            if self._kept is not None:
                self._kept.append(text)
        elif self._open:
            text = text if self._preformatted else text.replace("\n", " ").replace("\r", " ")
            self._current.append(Fragment(self._open[-1], text, self._links > 0))

    def comment(self, text: str) -> None:
        """Leave comments out."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave processing instructions out."""

    def close(self) -> Page:
        self._flush()
        return self.page

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BLOCKS:
            self._flush()
        parent = self._open[-1] if self._open else -1
        self._open.append(len(self.page.elements))
        element = _element(parent, tag, attributes)
        self.page.elements.append(element)
        self._links += element.link
        self._preformatted += tag == "pre"
        if tag == "br":
            self._current.append(Fragment(self._open[-1], "\n", link=False))
        elif tag in _CELLS and self._current:
            self._current.append(Fragment(self._open[-1], " | ", link=False))

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep what the element says of the whole page."""
        page = self.page
        if tag == "html":
            page.lang = page.lang or attributes.get("lang") or attributes.get("xml:lang")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or attributes.get("href")
        elif tag == "meta":
            for key in ("property", "name", "itemprop"):
                if attributes.get(key) and attributes.get("content"):
                    page.meta.setdefault(attributes[key].lower(), attributes["content"])
        instant = attributes.get("datetime") or attributes.get("content")
        published = attributes.get("itemprop", "").lower() == "datepublished"
        if instant and (tag == "time" or (published and tag != "meta")):
            page.times.append((len(page.elements), instant))

    def _keep(self, tag: str, text: str) -> None:
        if tag == "title":
            self.page.title = self.page.title or " ".join(text.split())
        elif len(text) <= _LONGEST_JSON:
            self.page.linked_data.append(text)

    def _flush(self) -> None:
        if any(not fragment.text.isspace() for fragment in self._current):
            self.page.paragraphs.append(self._current)
        self._current = []


def _element(parent: int, tag: str, attributes: dict[str, str]) -> Element:
    hints = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    style = attributes.get("style", "").replace(" ", "").lower()
    hidden = (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
    role = attributes.get("itemprop" if "itemprop" in attributes else "role", "").lower()
    return Element(
        parent, tag, hints.strip(), role, hidden, link=tag == "a" and "href" in attributes
    )
