"""Metadata: what a web page says of itself, in its meta elements and its linked data."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reports.lexicon import lexicon
from reports.read.days import day_in
from reports.read.markup import Page

_ARTICLE_TYPE = re.compile(r"\w*(?:Article|Report|Posting|WebPage)")
_ADDRESS = re.compile(r"https?://\S{1,2000}")
_LANGUAGE = re.compile(r"(?i)([a-z]{2})(?:[-_].*)?")
_INSTANT = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d[\d:.,]*\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_SITE_SUFFIX = re.compile(r"(?P<title>.{15,}?)\s+(?:[|–—·•»-]|::)\s+(?P<site>[^|–—·•»]{2,60})")
_LONGEST_NAME = 300
_MOST_ITEMS = 10_000
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it says nothing."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: date | None
    lang: str | None


def metadata(page: Page, headline: str | None, visible_day: date | None) -> Metadata:
    """Gather a page's own statements.

    Parameters
    ----------
    headline
        The article's headline, if the page shows one.
    visible_day
        The day of publication that the page prints. It is the report's own; a machine-readable
        instant in UTC may fall on the day before or after.
    """
    linked = [item for text in page.linked_data for item in _articles(text)]
    title = name_of(headline) or _stated(page, linked, "title", "headline")
    named = _SITE_SUFFIX.fullmatch(page.title)
    return Metadata(
        title=title or name_of(named["title"] if named else page.title),
        publisher=_stated(page, linked, "publisher", "publisher") or site(page.title, title),
        author=_stated(page, linked, "author", "author"),
        url=address(page.canonical) or address(page.meta.get("og:url")),
        published=_published(page, linked, visible_day),
        lang=language_of(page.lang or page.meta.get("og:locale")),
    )


def _articles(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the items of a JSON-LD text that are articles; none if it is broken."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            types = item.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in named):
                yield item
            waiting.extend(reversed(item.values()))


def _stated(page: Page, linked: Sequence[Mapping[str, Any]], kind: str, key: str) -> str | None:
    """Return the first usable name, from the meta elements of a kind or from the linked data."""
    known: Sequence[str] = lexicon("reading")["web"][kind]
    from_meta = (name_of(page.meta.get(name)) for name in known)
    from_linked = (name_of(item.get(key)) for item in linked)
    return next(filter(None, (*from_meta, *from_linked)), None)


def name_of(value: object) -> str | None:
    """Read a name out of a string, an item with a name, or a list of either; addresses are none."""
    if isinstance(value, dict):
        return name_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_of, value[:10]))) or None
    if not isinstance(value, str) or _ADDRESS.match(value.strip()):
        return None
    return " ".join(value[:_LONGEST_NAME].split()) or None


def site(page_title: str, title: str | None) -> str | None:
    """Take the outlet from a page title such as "Headline | The Outlet", if it begins so."""
    if not title or not page_title.casefold().startswith(title.casefold()):
        return None
    return name_of(page_title[len(title) :].strip(" |–—·•»:-"))


def address(value: str | None) -> str | None:
    """Return a web address, None for anything else."""
    return value.strip() if value and _ADDRESS.fullmatch(value.strip()) else None


def language_of(value: str | None) -> str | None:
    """Read an ISO 639-1 code out of a language tag ("pt-BR")."""
    match = _LANGUAGE.fullmatch(value.strip()) if value else None
    return match[1].lower() if match else None


def _published(
    page: Page, linked: Sequence[Mapping[str, Any]], visible_day: date | None
) -> date | None:
    """Choose the day of publication in the report's own zone.

    The first statement counts, but an instant in UTC gives way to a statement of the local day
    that lies no more than a day off, and anything gives way so to the day that the page prints.
    """
    texts = (
        *(item.get("datePublished") for item in linked),
        *(page.meta.get(name) for name in lexicon("reading")["web"]["published"]),
        *(text for _, text in page.times[:1]),
    )
    stated = [found for text in texts if isinstance(text, str) and (found := moment(text))]
    if not stated:
        return visible_day
    day, is_local = stated[0]
    if not is_local:
        near = (other for other, local in stated if local and abs(other - day) <= _ONE_DAY)
        day = next(near, day)
    printed_near = visible_day is not None and abs(visible_day - day) <= _ONE_DAY
    return visible_day if printed_near else day


def moment(text: str) -> tuple[date, bool] | None:
    """Read a day as written, and whether it is a local day rather than an instant's in UTC."""
    match = _INSTANT.match(text)
    if not match:
        day = day_in(text[:_LONGEST_NAME])
        return (day, True) if day else None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    zone = (match["zone"] or "").replace(":", "")
    return day, zone not in {"Z", "+0000", "-0000"}
