"""Markdown: its blocks as the article of a page, and the front matter that stands before them."""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt

from reports.errors import EmptyReportError
from reports.lexicon import lexicon
from reports.read.compose import Stated, prose, under_title
from reports.read.decode import decode
from reports.read.metadata import address, moment, name_of
from reports.read.reading import Reading
from reports.read.sizes import bound, sizes
from reports.read.web import fragment

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<lines>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40})\s*:\s*(?P<value>\S.*)")
_QUOTES = "\"'"


def read_markdown(data: bytes, name: str) -> Reading:
    """Read Markdown with tables; of front matter, the lines of a key and a value.

    Raises
    ------
    ReportError
        As for plain text.
    """
    bound(data, name, sizes().markdown)
    decoded = decode(data, name)
    front = _FRONT.match(decoded.text)
    said = _entries(front["lines"]) if front else {}
    source = decoded.text[front.end() :] if front else decoded.text
    markup = MarkdownIt("commonmark").enable("table").render(source)
    found = fragment(markup, name)
    if not found.text:
        raise EmptyReportError(name, "has no text in it", "choose a file with the article's text")
    title = name_of(said.get("title"))
    published = moment(said.get("published", ""))
    stated = Stated(
        title=title or found.headline,
        publisher=name_of(said.get("publisher")),
        author=name_of(said.get("author")),
        url=address(said.get("url")),
        published=published[0] if published else None,
    )
    text = under_title(title, found.text)
    return prose(data, name, text, found.headline or title, stated, warnings=decoded.warnings)


def _entries(lines: str) -> Mapping[str, str]:
    """Read front matter's entries under the names of the table columns that they stand for."""
    known = {
        form: field for field, forms in lexicon("reading")["columns"].items() for form in forms
    }
    matches = (_ENTRY.fullmatch(line.rstrip()) for line in lines.split("\n"))
    entries = ((match["key"].lower(), match["value"].strip(_QUOTES)) for match in matches if match)
    return {known[key]: value for key, value in entries if key in known}
