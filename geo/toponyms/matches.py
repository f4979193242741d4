"""Everything in a report that a gazetteer knows or the language model calls a place, unweighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from geo.index import Index
from geo.lexicon import lexicon, lines, meanings, words
from geo.names import normalise
from geo.place import Kind, Place
from geo.sentences import text_of
from geo.toponyms.surface import POSSESSIVES, datelines, glued, opens, surface
from geo.toponyms.typed import Typed, shared_places, typed
from geo.toponyms.unlisted import ARTICLES, unlisted

JOINTS = frozenset({"-", "–", "'s", "’s", "'", "’"})
LONGEST_DEMONYM = 3
ACRONYM = 4
METROPOLIS = 1_000_000
KNOWN = 100_000
"""People of a town that is known well enough to be meant in a longer name."""
SMALL_KINDS = frozenset({Kind.CITY, Kind.SITE, Kind.ADM2})
LONGEST_ABBREVIATION = 4


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
        The log-odds that it is a place.
    spelt
        The name of which this is taken for another spelling, if the gazetteer does not have it.
    """

    passage: int
    span: Span
    places: tuple[Place, ...]
    demonym: bool = False
    cues: frozenset[Kind] = frozenset()
    dateline: bool = False
    points: float = 0.0
    spelt: str = ""

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
        if name is None or (found and name.span.start < found[-1].span.end):
            at += 1
            continue
        found.append(replace(name, dateline=_inside(name.span, lines)))
        at = name.span.end
    everything = [*found, *_unlisted(number, doc, found)]
    return sorted(everything, key=lambda name: name.span.start)


def _inside(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start_char and span.end_char <= end for start, end in stretches)


def _match(number: int, doc: Doc, at: int, index: Index) -> Name | None:
    if not opens(doc[at]):
        return None
    state_end, state = _abbreviation(doc, at, index)
    if state:
        return Name(number, doc[at:state_end], state)
    end, whole, places = _longest(doc, at, index)
    people_end, countries = _demonym(doc, at, index)
    if max(end, people_end) == at + 1 and _plain(doc[at], places):
        return None
    if people_end > end or (people_end == end > at and not _sure_place(places)):
        return Name(number, doc[at:people_end], countries, demonym=True)
    return _listed(number, doc[at:end], doc[end:whole], places, index) if places else None


def _listed(number: int, span: Span, kind: Span, places: tuple[Place, ...], index: Index) -> Name:
    """Make a name of what the gazetteer has; ``kind`` was written small and left out of it."""
    doc = span.doc
    start, end = _whole(doc, span.start, span.end, places, index)
    if (start, end) != (span.start, span.end):
        return Name(number, doc[start:end], ())
    kinds = meanings("types", "after").get(kind[-1].lower_, ()) if len(kind) else ()
    found = typed(Typed(doc, start, end, places).called(kinds), index)
    return Name(number, doc[found.start : found.end], found.places, cues=found.cues)


def _whole(
    doc: Doc, start: int, end: int, places: tuple[Place, ...], index: Index
) -> tuple[int, int]:
    """Give the bounds of the longer name that a small place's is part of, unknown as it is.

    "Tel Amara" where the model sees a place and the gazetteer has Amara only; "Champs-Élysées".
    """
    if any(place.kind not in SMALL_KINDS or place.population >= KNOWN for place in places):
        return start, end
    opening = start
    while opening and doc[opening].ent_iob_ == "I":
        opening -= 1
    closing = end == len(doc) or doc[end].ent_iob_ != "I"
    if closing and doc[start].ent_type_ in {"GPE", "LOC"} and opening < start:
        while doc[opening].lower_ == "the":
            opening += 1
        if all(map(_bare, doc[opening:start])):
            return opening, end
    if end + 1 < len(doc) and doc[end].text == "-" and glued(doc[end]) and glued(doc[end + 1]):
        other = doc[end + 1]
        if opens(other) and not index.lookup(other.text) and not index.demonym(other.text):
            return start, end + 2
    return start, end


def _bare(token: Token) -> bool:
    """Tell whether a word may be part of a name: no everyday one, no kind of place, or a hyphen."""
    if token.text in ARTICLES or token.text == "-":
        return True
    others = (
        lines("common_words"),
        words("context", "directions"),
        meanings("types", "before"),
        meanings("types", "noun"),
    )
    return (
        opens(token)
        and token.pos_ == "PROPN"
        and not any(token.lower_ in listed for listed in others)
    )


def _plain(token: Token, places: tuple[Place, ...]) -> bool:
    """Tell whether a word is the grammar's ("On"), a direction or of offices ("Central")."""
    if token.lower_ in words("context", "directions"):
        return True
    if token.lower_ in lines("stoplist") and not _shared_kind(token):
        return True
    return token.is_stop and not (token.text.isupper() and _sure_place(places))


def _shared_kind(token: Token) -> bool:
    """Tell whether a kind in the plural follows: "Mecklenburg and Union counties"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in lexicon("types")["shared"]


def _sure_place(places: tuple[Place, ...]) -> bool:
    return any(place.kind in {Kind.COUNTRY, Kind.ADM1} for place in places)


def _longest(doc: Doc, at: int, index: Index) -> tuple[int, int, tuple[Place, ...]]:
    """Give the end of the longest name that starts here, with and without its kind, and places."""
    first = surface(doc[at : at + 1])
    most = index.starts(normalise(_openings().get(first, first)).partition(" ")[0])
    ends = []
    for end in range(at + 1, len(doc) + 1):
        last = doc[end - 1]
        closes = opens(last) or last.text[0].isdigit() or (last.is_alpha and not last.is_stop)
        if last.is_punct and not closes and last.text not in JOINTS and not _stop(last):
            break
        if len(normalise(_written(doc[at:end])).split()) > most:
            break
        if (closes and (end > at + 1 or opens(last))) or last.text in POSSESSIVES:
            ends.append(end)
    for end in reversed(ends):
        places = _fitting(index.lookup(_written(doc[at:end])), doc[at:end])
        if places:
            short = _without_kind(doc, at, end, index)
            others = index.lookup(_written(doc[at:short])) if short < end else ()
            return short, end, (*places, *(place for place in others if place not in places))
    places = shared_places(doc, at, at + 1, index)
    return (at + 1, at + 1, places) if places else (at, at, ())


def _without_kind(doc: Doc, at: int, end: int, index: Index) -> int:
    """Leave a kind that is written small out of the name: "Helmand province"."""
    kinds = meanings("types", "after").get(doc[end - 1].lower_, ())
    if not kinds or _named_for_a_people(doc[at : end - 1], kinds, index):
        return end
    while end > at + 1 and doc[end - 1].text.islower():
        end -= 1
    return end


def _named_for_a_people(span: Span, kinds: Sequence[str], index: Index) -> bool:
    """Tell whether land or water has its name of a people: "the Korean peninsula"."""
    lies = Kind.REGION in kinds or Kind.WATER in kinds
    return lies and len(span) > 0 and bool(index.demonym(surface(span)))


def _stop(token: Token) -> bool:
    """Tell whether a full stop belongs to the short word before it: "Ft. Worth"."""
    return token.text == "." and glued(token) and token.nbor(-1).text + "." in _openings()


def _openings() -> dict[str, str]:
    openings: dict[str, str] = lexicon("abbreviations")["openings"]
    return openings


def _written(span: Span) -> str:
    """Give a name with a short first word written out: "Fort Worth" for "Ft. Worth"."""
    text = surface(span)
    first, gap, rest = text.partition(" ")
    return f"{_openings()[first]} {rest}" if gap and first in _openings() else text


def _fitting(places: tuple[Place, ...], span: Span) -> tuple[Place, ...]:
    """Keep the places that may be written like this: not "NIS" for Niš, nor "Us" for the States."""
    if span[0].lower_ == "the":
        return tuple(place for place in places if place.name.startswith("The "))
    if span[-1].text in POSSESSIVES:  # "St. John's" is called so, "Chad's" is not
        owner = normalise(span[:-1].text)
        places = tuple(place for place in places if normalise(place.name) != owner)
        return places if " " in owner else ()
    written = surface(span).replace(".", "")
    if len(written) > ACRONYM or not written.isascii():
        return places
    if written.isupper() and len(written) > 1 and not text_of(span.doc).isupper():
        dotted = "." in surface(span)  # L.A.
        return tuple(
            place
            for place in places
            if place.kind not in SMALL_KINDS or (dotted and place.population >= METROPOLIS)
        )
    normal = normalise(written)
    return tuple(place for place in places if normalise(place.name).startswith(normal))


def _abbreviation(doc: Doc, at: int, index: Index) -> tuple[int, tuple[Place, ...]]:
    """Look up the short form of a state: anywhere if unmistakable, else only after a name.

    The tokeniser may have it in pieces ("W. Va.", "Ind" and "." at the end of a sentence).
    """
    forms = lexicon("abbreviations")
    follows = at > 1 and doc[at - 1].text in {",", "("} and opens(doc[at - 2])
    dated = doc[at].ent_type_ == "DATE" or (at and doc[at - 1].like_num)  # 400 B.C.
    for end in range(min(len(doc), at + LONGEST_ABBREVIATION), at, -1):
        text = doc[at:end].text.replace(" ", "")
        code = None if dated else forms["anywhere"].get(text)
        if code is None and follows:
            code = forms["contained"].get(text)
        if code is not None:
            return end, _placed(code, index)
    return at, ()


def _placed(code: str, index: Index) -> tuple[Place, ...]:
    try:
        return (index.place(f"ne:{code}"),)
    except KeyError:
        return ()


def _demonym(doc: Doc, at: int, index: Index) -> tuple[int, tuple[Place, ...]]:
    """Look up a people or an adjective, of a country or of a smaller place ("Muscovites")."""
    for end in range(min(len(doc), at + LONGEST_DEMONYM), at, -1):
        if doc[end - 1].is_punct:
            continue
        countries = index.demonym(surface(doc[at:end])) or _regional(doc[at:end], index)
        if countries:
            return end, countries
    return at, ()


def _regional(span: Span, index: Index) -> tuple[Place, ...]:
    """Give the place of a people that is not a nation ("Sicilian"), or of a prefix ("Sino-")."""
    homes = meanings("peoples", "people").get(span.text, ())
    if span.end < len(span.doc) and span.doc[span.end].text == "-":
        homes = homes or meanings("peoples", "prefix").get(span.text, ())
    return tuple(place for home in homes for place in index.lookup(home)[:1])


def _unlisted(number: int, doc: Doc, found: Sequence[Name]) -> Iterator[Name]:
    """Give places that the gazetteer does not know: the model's, and those the text pins down."""
    taken = {token.i for name in found for token in name.span}
    starts, ends = {name.span.start for name in found}, {name.span.end for name in found}
    for span in unlisted(doc, starts, ends):
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield Name(number, span, ())
