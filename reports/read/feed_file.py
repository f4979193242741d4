"""A feed's file: its entries as XML, each cut out as a feed of one.

The file is read as a stream, so that one that breaks off gives the entries before the break. It may
declare no entities, and nothing is fetched.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import Any

from lxml import etree

from reports.errors import BrokenReportError, UnknownFormatError
from reports.lexicon import words
from reports.read.sizes import bound, sizes

_CHUNK = 1 << 16
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_KINDS = frozenset({"rss", "feed", "rdf"})
_WAY_OUT = "save the feed again, or give its articles' pages"

Element = Any  # lxml ships no types


@dataclass(slots=True)
class Feed:
    """A feed as far as it is whole.

    ``head`` is the element that says what the feed is; ``broken`` a sentence where it breaks off.
    """

    root: Element
    head: Element = None
    entries: list[Element] = field(default_factory=list)
    broken: str | None = None


def parse(data: bytes, name: str) -> Feed:
    """Read a feed.

    Raises
    ------
    ReportError
        When it is too large, no XML, no feed, or declares entities.
    """
    bound(data, name, sizes().feed)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    feed: Feed | None = None
    try:
        for part in _parts(_ENTITY.sub(_character, data)):
            parser.feed(part)
            feed = _noted(parser, feed, name)
        parser.close()
    except etree.XMLSyntaxError as error:
        feed = _noted(parser, feed, name)
        if feed is None or not feed.entries:
            raise BrokenReportError(
                name, f"is no XML, or breaks off ({error.msg})", _WAY_OUT
            ) from error
        feed.broken = f"{name} breaks off after {len(feed.entries):,} entries ({error.msg})."
    if feed is None:
        raise BrokenReportError(name, "is no XML", _WAY_OUT)
    return feed


def alone(feed: Feed) -> Iterator[bytes]:
    """Write each entry as a feed of its own, with what says where it is from."""
    kept = [child for child in feed.head if local(child) in words("reading", "feed", "kept")]
    return (_alone(feed, kept, entry) for entry in feed.entries)


def _alone(feed: Feed, kept: Sequence[Element], entry: Element) -> bytes:
    root = etree.Element(feed.root.tag, dict(feed.root.attrib), nsmap=feed.root.nsmap)
    head = root
    if feed.head is not feed.root:
        head = etree.SubElement(root, feed.head.tag, dict(feed.head.attrib), nsmap=feed.head.nsmap)
    head.extend(map(_copy, kept))
    (head if entry.getparent() is feed.head else root).append(_copy(entry))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written


def local(element: Element) -> str:
    """Return an element's name without its namespace, in lower case."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _parts(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))


def _character(match: re.Match[bytes]) -> bytes:
    """Write the characters that pages have names for, and feeds often copy, as numbers."""
    number = name2codepoint.get(match[1].decode("ascii"))
    return match[0] if number is None or match[1] in _OF_XML else b"&#%d;" % number


def _noted(parser: Element, feed: Feed | None, name: str) -> Feed | None:
    """Take the parser's events: the root, the head and each entry that is whole."""
    for event, element in parser.read_events():
        if feed is None:
            feed = Feed(_checked(element, name))
        elif event == "start" and feed.head is None and local(element) == "channel":
            feed.head = element
        elif event == "end" and local(element) in {"item", "entry"} and _is_entry(element, feed):
            feed.entries.append(element)
        if feed.head is None and local(feed.root) == "feed":
            feed.head = feed.root
    return feed


def _is_entry(element: Element, feed: Feed) -> bool:
    around = element.getparent()
    return feed.head is not None and (around is feed.head or around is feed.root)


def _checked(root: Element, name: str) -> Element:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise BrokenReportError(name, "declares entities of its own, as no feed has to", _WAY_OUT)
    if local(root) not in _KINDS:
        raise UnknownFormatError(
            name,
            f"is XML, but no feed (its first element is “{local(root)[:40]}”)",
            "save it as .docx, PDF or text",
        )
    return root


def _copy(element: Element) -> Element:
    copied = deepcopy(element)
    copied.tail = None
    return copied
