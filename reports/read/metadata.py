"""Metadata: what a web page says of itself, in its meta elements and its linked data."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reports.lexicon import lexicon, words
from reports.read.days import Doubt, day_in, unsure
from reports.read.html import Article
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
_MOST_NAMES = 10
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
    doubt: Doubt | None = None


def metadata(page: Page, found: Article, visible_day: date | None) -> Metadata:
    """Gather a page's own statements.

    Parameters
    ----------
    found
        The page's article: its headline, the signature and the times that stand with it.
    visible_day
        The day of publication that the page prints. It is the report's own; a machine-readable
        instant in UTC may fall on the day before or after.
    """
    headline = found.headline
    titles = [title for title in (headline, page.meta.get("og:title")) if title]
    linked = _linked(page.linked_data, titles)
    title = name_of(headline) or _stated(page, linked, "title", "headline")
    shown = "" if page.title.lower() in words("reading", "web", "not_titles") else page.title
    named = _SITE_SUFFIX.fullmatch(shown)
    return Metadata(
        title=title or name_of(named["title"] if named else shown),
        publisher=_stated(page, linked, "publisher", "publisher") or site(page.title, title),
        author=_stated(page, linked, "author", "author") or name_of(found.author),
        url=address(page.canonical) or address(page.meta.get("og:url")),
        published=_published(_days_said(page, linked), found.times, visible_day),
        doubt=next(filter(None, map(unsure, _days_said(page, linked))), None),
        lang=language_of(page.lang or page.meta.get("og:locale")),
    )


def _linked(texts: Sequence[str], titles: Sequence[str]) -> list[Mapping[str, Any]]:
    """Return the articles that a page's JSON-LD tells of, those with the page's own title first.

    What they name by its ``@id`` alone is filled in from where it is told.
    """
    items = [item for text in texts for item in _items(text)]
    known = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
    articles = [
        {key: _filled(value, known) for key, value in item.items()}
        for item in items
        if any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in _types(item))
    ]
    own = {title.casefold() for title in titles}
    return sorted(
        articles, key=lambda item: (name_of(item.get("headline")) or "").casefold() not in own
    )


def _items(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the items of a JSON-LD text; none if it is broken, and none that are only listed."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    elsewhere = words("reading", "web", "listed")
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extend(reversed([item[key] for key in item if key not in elsewhere]))


def _types(item: Mapping[str, Any]) -> Sequence[Any]:
    types = item.get("@type")
    return types if isinstance(types, list) else [types]


def _filled(value: object, known: Mapping[str, Any]) -> object:
    if isinstance(value, list):
        return [_filled(each, known) for each in value[:_MOST_NAMES]]
    if isinstance(value, dict) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return value


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
        return ", ".join(filter(None, map(name_of, value[:_MOST_NAMES]))) or None
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


def _days_said(page: Page, linked: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what a page's head says of its day of publication, best first."""
    known = lexicon("reading")["web"]["published"]
    texts = (*(item.get("datePublished") for item in linked), *map(page.meta.get, known))
    return [text for text in texts if isinstance(text, str)]


def event_days(page: Page) -> frozenset[date]:
    """Return the days on which something is that a page announces."""
    items = (item for text in page.linked_data for item in _items(text))
    starts = (item.get("startDate") for item in items)
    found = (moment(start) for start in starts if isinstance(start, str))
    return frozenset(day for day, _ in filter(None, found))


def _published(said: Sequence[str], times: Sequence[str], visible_day: date | None) -> date | None:
    """Choose the day of publication in the report's own zone.

    The first statement counts, but an instant in UTC gives way to a statement of the local day
    that lies no more than a day off, and anything gives way so to the day that the page prints.
    The times beside the article count where its head says nothing, after a day that is printed.
    """
    stated = [found for text in said if (found := moment(text))]
    if not stated:
        beside = next(filter(None, map(moment, times)), None)
        if not beside or visible_day:
            return visible_day
        stated = [beside]
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
