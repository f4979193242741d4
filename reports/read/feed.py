"""Feeds: an RSS, Atom or RDF file of one entry as a report, and the entries of longer ones."""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from reports.errors import EmptyReportError, UnknownFormatError
from reports.lexicon import lexicon
from reports.read.compose import Stated, prose, under_title
from reports.read.dates_stated import day_stated
from reports.read.days import unsure
from reports.read.feed_file import Element, Feed, alone, local, parse
from reports.read.metadata import address, language_of, name_of
from reports.read.parts import LeftOut, Piece
from reports.read.reading import Reading
from reports.read.sizes import count
from reports.read.web import field_text

_NAMED = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SLUG_WORDS = 6
_TEASER = 120  # words


def entries(data: bytes, name: str) -> Iterator[Piece | LeftOut]:
    """Yield each entry as a feed of its own; a feed of one entry is itself.

    Raises
    ------
    ReportError
        When it is too large, no feed, or has no entries.
    """
    feed = _filled(data, name)
    if len(feed.entries) == 1 and not feed.broken:
        yield Piece(name, data)
        return
    for number, (entry, data_of_one) in enumerate(zip(feed.entries, alone(feed), strict=True), 1):
        title = "-".join(_NAMED.findall(_value(entry, "title") or "")[:_SLUG_WORDS]).lower()
        inner = f"{name}/{number}{f'-{title}' if title else ''}.xml"
        yield Piece(inner, data_of_one)
    if feed.broken:
        yield LeftOut(name, feed.broken)


def read_feed(data: bytes, name: str) -> Reading:
    """Read a feed of one entry.

    Raises
    ------
    ReportError
        When it has several entries, or none with a word in it.
    """
    feed = _filled(data, name)
    if len(feed.entries) > 1:
        raise UnknownFormatError(
            name, f"holds {len(feed.entries):,} entries", "add it whole, each is read by itself"
        )
    entry = feed.entries[0]
    title = name_of(field_text(_value(entry, "title") or "", name))
    text, is_summary = _text(entry, name)
    if not text and not title:
        raise EmptyReportError(name, "has an entry without text", "give the article's page")
    warnings = [f"{name}: the feed gives only a summary; the article's page may say more."]
    return prose(
        data,
        name,
        under_title(title, text),
        title,
        _stated(feed, entry, title),
        warnings=[] if text and not (is_summary and len(text.split()) < _TEASER) else warnings,
    )


def _filled(data: bytes, name: str) -> Feed:
    feed = parse(data, name)
    if not feed.entries:
        raise EmptyReportError(name, "has no entries", "give the articles' pages")
    count(len(feed.entries), "entries", name)
    return feed


def _stated(feed: Feed, entry: Element, title: str | None) -> Stated:
    author = next(_elements(entry, "author"), None)
    said = _value(entry, "published") or _value(entry, "updated") or ""
    return Stated(
        title=title,
        publisher=name_of(_source(entry) or _value(feed.head, "title")),
        author=_author(author) if author is not None else None,
        url=_link(entry),
        published=day_stated(said),
        doubt=unsure(said),
        lang=language_of(
            entry.get(_XML_LANG) or feed.root.get(_XML_LANG) or _value(feed.head, "lang")
        ),
    )


def _elements(parent: Element, kind: str) -> Iterator[Element]:
    """Yield the children that say a thing, by the names that formats have for it, best first."""
    for known in lexicon("reading")["feed"][kind]:
        yield from (child for child in parent if local(child) == known)


def _value(parent: Element, kind: str) -> str | None:
    texts = ("".join(child.itertext()).strip() for child in _elements(parent, kind))
    return next(filter(None, texts), None)


def _text(entry: Element, name: str) -> tuple[str, bool]:
    """Return an entry's words, and whether they come from where summaries stand."""
    for kind in ("text", "summary"):
        for element in _elements(entry, kind):
            found = field_text(_markup(element), name)
            if found:
                return found, kind == "summary"
    return "", False


def _markup(element: Element) -> str:
    """Return what stands in an element, as markup if it has elements of its own."""
    if not len(element):
        return element.text or ""
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return escape(element.text or "") + "".join(inner)


def _author(element: Element) -> str | None:
    named = next((child.text for child in element if local(child) == "name"), None)
    value = named or "".join(element.itertext())
    match = _MAIL_AND_NAME.fullmatch(value.strip())
    return name_of(match["name"] if match else value)


def _source(entry: Element) -> str | None:
    """Return whom an entry was taken over from."""
    source = next(_elements(entry, "source"), None)
    if source is None:
        return None
    return _value(source, "title") or source.text


def _link(entry: Element) -> str | None:
    links = [
        child.get("href") or child.text
        for child in _elements(entry, "link")
        if child.get("rel", "alternate") == "alternate"
    ]
    return next(filter(None, map(address, links)), None)
