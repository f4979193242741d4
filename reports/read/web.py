"""Web pages: their characters, their article, and what they say of themselves."""

import re
from dataclasses import replace
from html import unescape

from reports.errors import EmptyReportError
from reports.read.compose import Stated, reading
from reports.read.decode import Decoded, decode
from reports.read.html import Article, article
from reports.read.markup import parse
from reports.read.metadata import event_days, metadata, moment
from reports.read.reading import Reading
from reports.read.sizes import bound, sizes
from reports.read.structure import structure

_MARKUP = re.compile(
    r"(?i)</?(?:p|div|br|span|a|b|i|strong|em|img|h[1-6]|ul|ol|li|table|article)\b[^>]{0,2000}>"
)
_DECLARED = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})")
_DECLARED_WITHIN = 4096


def read_html(data: bytes, name: str) -> Reading:
    """Read a web page."""
    bound(data, name, sizes().html)
    decoded = _decoded(data, name)
    page = parse(decoded.text, name)
    found = article(page)
    if not found.text:
        raise EmptyReportError(
            name, "has no article in it", "open it in a browser and paste the article's text"
        )
    parts, events = structure(found.text, found.headline), event_days(page)
    if parts.published in events:
        parts = replace(parts, published=None)
    own = [text for text in found.times if (day := moment(text)) and day[0] not in events]
    said = metadata(page, replace(found, times=own), parts.published)
    stated = Stated(
        said.title,
        said.publisher,
        said.author,
        said.url,
        said.published,
        said.lang,
        doubt=said.doubt,
    )
    return reading(data, name, found.text, parts, stated, decoded.warnings)


def fragment(markup: str, name: str) -> Article:
    """Find the article in markup that stands in another format: a mail, a feed, a table."""
    page = parse(f"<html><body><article>{markup}</article></body></html>", name)
    return article(page, alone=True)


def field_text(value: str, name: str) -> str:
    """Return the words of a field that may hold markup or none."""
    return fragment(value, name).text if _MARKUP.search(value) else unescape(value).strip()


def _decoded(data: bytes, name: str) -> Decoded:
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return decode(data, name, declared[1].decode("ascii") if declared else None)
