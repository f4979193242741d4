"""Everything in a report that a gazetteer knows or the language model calls a place, unweighed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from geo.index import Index
from geo.lexicon import lexicon
from geo.names import normalise
from geo.place import Kind, Place
from geo.sentences import text_of
from geo.toponyms.leads import pinned
from geo.toponyms.typed import Typed, typed

JOINTS = frozenset({"-", "–", "'s", "’s", "'", "’"})
LONGEST_DEMONYM = 3
ACRONYM = 4
SMALL_KINDS = frozenset({Kind.CITY, Kind.SITE, Kind.ADM2})
LEFT_ON = re.compile(r"(?:[,;:]+|(?<=\.)-[a-z]+)$")
DATELINE = re.compile(
    r"\(?[^\W\d_a-z][^\d_a-z]{2,40}?"  # WASHINGTON, or (NEW YORK)
    r"(?:,?\s+[\w. ,]{1,24})?"  # , 12 March 2025
    r"(?:\s*\([^)\n]{1,30}\))?\)?\s*(?:--|[-–—])\s"  # (own report) -
    r"|[A-Z][\w.,'’ -]{2,40}\((?:[A-Z]{2,6}|Reuters|Bloomberg)\)\s*(?:--|[-–—])?\s"  # Paris (AFP) -
)


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that may name a place.

    Attributes
    ----------
    passage
        Number of the passage.
    span
        The words, type words included ("Kursk Oblast").
    places
        What the gazetteer has for it, best known first; empty when the text alone says it is a
        place.
    demonym
        Whether it is a people or an adjective ("Russian").
    cues
        Kinds that the words around ask for ("the city of").
    dateline
        Whether it opens the passage as a dateline: evidence for other names, not a mention.
    points
        The weight of evidence that it is a place.
    """

    passage: int
    span: Span
    places: tuple[Place, ...]
    demonym: bool = False
    cues: frozenset[Kind] = frozenset()
    dateline: bool = False
    points: float = 0.0

    @property
    def surface(self) -> str:
        """Give the name as it is written, without what the tokeniser left on it."""
        return surface(self.span)


def matches(number: int, doc: Doc, index: Index) -> list[Name]:
    """Find the names in a passage, longest first, in order and without overlaps."""
    lines = datelines(doc)
    found: list[Name] = []
    at = 0
    while at < len(doc):
        name = _match(number, doc, at, index)
        if name is None:
            at += 1
            continue
        found.append(replace(name, dateline=_inside(name.span, lines)))
        at = name.span.end
    everything = [*found, *_unlisted(number, doc, found)]
    return sorted(everything, key=lambda name: name.span.start)


def datelines(doc: Doc) -> list[tuple[int, int]]:
    """Give the characters of wire datelines, at the start of a passage or after a headline.

    >>> import spacy
    >>> datelines(spacy.blank("en")("AMMAN, Dec 20 (own report) - Jordan said"))
    [(0, 29)]
    """
    starts = [sent.start_char for sent in doc.sents] if doc.has_annotation("SENT_START") else [0]
    found = (DATELINE.match(text_of(doc), start) for start in starts)
    return [match.span() for match in found if match]


def _inside(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start_char and span.end_char <= end for start, end in stretches)


def surface(span: Span) -> str:
    """Give a name without what the tokeniser left on it: "U.S." of "U.S.-led", no comma."""
    return LEFT_ON.sub("", span.text)


def opens(token: Token) -> bool:
    """Tell whether a word may open a name: it is capitalised, or its script has no capitals."""
    first = token.text[0]
    return first.isupper() or (first.isalpha() and first.upper() == first.lower())


def _match(number: int, doc: Doc, at: int, index: Index) -> Name | None:
    if not opens(doc[at]):
        return None
    state = _abbreviation(doc, at, index)
    if state:
        return Name(number, doc[at : at + 1], state)
    end, places = _longest(doc, at, index)
    if end == at + 1 and _plain(doc[at], places):
        return None
    people_end, countries = _demonym(doc, at, index)
    if people_end > end or (people_end == end > at and not _sure_place(places)):
        return Name(number, doc[at:people_end], countries, demonym=True)
    if not places:
        return None
    found = typed(Typed(doc, at, end, places), index)
    return Name(number, doc[found.start : found.end], found.places, cues=found.cues)


def _plain(token: Token, places: tuple[Place, ...]) -> bool:
    """Tell whether a word is one of the grammar's ("On", "But") rather than a name."""
    return token.is_stop and not (token.text.isupper() and _sure_place(places))


def _sure_place(places: tuple[Place, ...]) -> bool:
    return any(place.kind in {Kind.COUNTRY, Kind.ADM1} for place in places)


def _longest(doc: Doc, at: int, index: Index) -> tuple[int, tuple[Place, ...]]:
    """Give the end and the places of the longest name that starts here."""
    most = index.starts(normalise(surface(doc[at : at + 1])).partition(" ")[0])
    ends = []
    for end in range(at + 1, len(doc) + 1):
        last = doc[end - 1]
        closes = opens(last) or last.text[0].isdigit() or (last.is_alpha and not last.is_stop)
        if last.is_punct and not closes and last.text not in JOINTS:
            break
        if len(normalise(surface(doc[at:end])).split()) > most:
            break
        if closes and (end > at + 1 or opens(last)):
            ends.append(end)
    for end in reversed(ends):
        places = _fitting(index.lookup(surface(doc[at:end])), doc[at:end])
        if places:
            return end, places
    return at, ()


def _fitting(places: tuple[Place, ...], span: Span) -> tuple[Place, ...]:
    """Keep the places that may be written like this: not "NIS" for Niš, nor "Us" for the States."""
    if span[0].lower_ == "the":
        return tuple(place for place in places if place.name.startswith("The "))
    written = surface(span).replace(".", "")
    if len(written) > ACRONYM or not written.isascii():
        return places
    if written.isupper() and len(written) > 1 and not text_of(span.doc).isupper():
        return tuple(place for place in places if place.kind not in SMALL_KINDS)
    normal = normalise(written)
    return tuple(place for place in places if normalise(place.name).startswith(normal))


def _abbreviation(doc: Doc, at: int, index: Index) -> tuple[Place, ...]:
    """Look up the short form of a state: anywhere if unmistakable, else only after a name."""
    text = doc[at].text
    dated = doc[at].ent_type_ == "DATE"  # 400 B.C.
    code = None if dated else lexicon("abbreviations")["anywhere"].get(text)
    if code is None and at > 1 and doc[at - 1].text in {",", "("} and opens(doc[at - 2]):
        code = lexicon("abbreviations")["contained"].get(text)
    if code is None:
        return ()
    try:
        return (index.place(f"ne:{code}"),)
    except KeyError:
        return ()


def _demonym(doc: Doc, at: int, index: Index) -> tuple[int, tuple[Place, ...]]:
    for end in range(min(len(doc), at + LONGEST_DEMONYM), at, -1):
        countries = index.demonym(surface(doc[at:end]))
        if countries:
            return end, countries
    return at, ()


def _unlisted(number: int, doc: Doc, found: Sequence[Name]) -> Iterator[Name]:
    """Give places that the gazetteer does not know: the model's, and those the text pins down."""
    taken = {token.i for name in found for token in name.span}
    for span in (*_entities(doc), *_runs(doc)):
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield Name(number, span, ())


def _entities(doc: Doc) -> Iterator[Span]:
    """Give the model's places, without articles, possessives and commas."""
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"}:
            continue
        start, end = entity.start, entity.end
        while start < end and not opens(doc[start]):
            start += 1
        while end > start and not opens(doc[end - 1]):
            end -= 1
        if start < end:
            yield doc[start:end]


def _runs(doc: Doc) -> Iterator[Span]:
    """Give runs of proper nouns that the words around pin down as places."""
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and doc[end].pos_ == "PROPN" and opens(doc[end]):
            end += 1
        if end > start and doc[start].ent_type_ != "DATE" and pinned(doc[start:end]):
            yield doc[start:end]
        start = max(end, start + 1)
