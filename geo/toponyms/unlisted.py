"""Stretches that may name a place unknown to the gazetteer: the model's, and what the text pins."""

from calendar import day_name
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from geo.lexicon import lines, words
from geo.toponyms.leads import located, pinned, reached
from geo.toponyms.surface import glued, opens

ARTICLES = frozenset({"al", "el", "ash", "as", "ad", "ar", "an", "az", "et"})
"""Of Arabic, written small inside a name."""
DAYS = frozenset(day.lower() for day in day_name)
LIST_JOINTS = frozenset({",", "and", "or"})


def unlisted(doc: Doc, starts: Collection[int], ends: Collection[int]) -> Iterator[Span]:
    """Give the model's places, then the runs of proper nouns that the words around call places.

    Parameters
    ----------
    starts, ends
        The numbers of the first words of the names that are known, and of those after their last:
        what stands in a list with one of them may be a place too.
    """
    for span in (*_entities(doc), *_runs(doc, starts, ends)):
        if len(span) > 1 or span[0].lower_ not in words("context", "directions") | lines(
            "stoplist"
        ):
            yield span


def _entities(doc: Doc) -> Iterator[Span]:
    """Give the model's places, without articles, possessives and commas."""
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"}:
            continue
        start, end = entity.start, entity.end
        while start < end and not opens(doc[start]):
            start += 1
        while end > start and (not opens(doc[end - 1]) or doc[end - 1].lower_ in DAYS):
            end -= 1
        if start < end:
            yield doc[start : _grown(doc, end)]


def _grown(doc: Doc, end: int) -> int:
    """Take in what hyphens join to a name: "Pétion-Ville", "Aita al-Shaab"."""
    at = end
    if at < len(doc) and doc[at].text in ARTICLES:
        at += 1
    joined = at + 1 < len(doc) and doc[at].text == "-" and glued(doc[at]) and glued(doc[at + 1])
    return at + 2 if joined and opens(doc[at + 1]) else end


def _runs(doc: Doc, starts: Collection[int], ends: Collection[int]) -> Iterator[Span]:
    start = 0
    while start < len(doc):
        end = _run_end(doc, start)
        end = _grown(doc, end) if end > start else end
        span = doc[start:end]
        if end > start and doc[start].ent_type_ != "DATE":
            beside = (
                reached(span) or _list_start(doc, start) in ends or _list_end(doc, end) in starts
            )
            if beside or pinned(span) or located(span):
                yield span
        start = max(end, start + 1)


def _run_end(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN" and opens(doc[end]):
        end += 1
    return end


def _list_start(doc: Doc, start: int) -> int:
    """Give where a name before this one in a list would end."""
    at = start
    while at and doc[at - 1].lower_ in LIST_JOINTS:
        at -= 1
    return at if at < start else -1


def _list_end(doc: Doc, end: int) -> int:
    """Give where a name after this one in a list would start."""
    at = end
    while at < len(doc) and doc[at].lower_ in LIST_JOINTS:
        at += 1
    return at if at > end else -1
