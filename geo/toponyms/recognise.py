"""Recognition: which stretches of a report name a place.

Names come from the gazetteer, longest first over capitalised words, and from the language model's
own place entities where the gazetteer is silent. The model is one witness among several, as a small
one takes Kursk for a product and Sumy for a person; :mod:`geo.toponyms.evidence` weighs them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from geo.index import Index
from geo.lexicon import meanings, words
from geo.passage import Passage
from geo.place import Kind, Place
from geo.toponyms.acronyms import with_acronyms
from geo.toponyms.evidence import accepted
from geo.toponyms.matches import Name, matches
from geo.toponyms.people import People, persons
from geo.toponyms.ships import ashore
from geo.toponyms.spellings import with_spellings
from geo.toponyms.surface import opens
from geo.toponyms.vetoes import vetoed

OPPOSITES = {"North": "South", "South": "North", "East": "West", "West": "East"}


def recognise(passages: Sequence[Passage], index: Index) -> list[Name]:
    """Find the names of places in a report, in order, without overlaps."""
    sure = accepted(candidates(passages, index))
    names = with_acronyms(with_spellings(sure, index), passages)
    names.extend([*_shared(names, index)])
    names.extend(_short_forms(names, passages, index))
    return sorted(names, key=lambda name: (name.passage, name.span.start))


def candidates(passages: Sequence[Passage], index: Index) -> list[Name]:
    """Give all that may be a place name, in order: what is left when the vetoes are heard."""
    people = People(
        persons(
            passages,
            lambda text: bool(index.lookup(text)),
            lambda word: bool(index.demonym(word)) or word in meanings("peoples", "people"),
        )
    )
    found = chain.from_iterable(
        matches(number, passage.doc, index) for number, passage in enumerate(passages)
    )
    return ashore([name for name in found if not vetoed(name, people)])


def _shared(names: Sequence[Name], index: Index) -> Iterator[Name]:
    """Give the first of "North and South Korea", "Eastern and Southern Europe"."""
    facing = words("context", "directions")
    for name in names:
        doc, start = name.span.doc, name.span.start
        joined = start > 1 and doc[start - 1].lower_ in {"and", "or"}
        if not joined or len(name.span) == 1 or doc[start].lower_ not in facing:
            continue
        first = doc[start - 2]
        places = index.lookup(f"{first.text} {name.span[1:].text}")
        if places and first.text[0].isupper() and first.lower_ in facing:
            yield replace(name, span=doc[first.i : first.i + 1], places=places)


def _short_forms(
    names: Sequence[Name], passages: Sequence[Passage], index: Index
) -> Iterator[Name]:
    """Give "the North" and "the South" in a report about a divided country."""
    countries = {place for name in names for place in name.places if place.kind is Kind.COUNTRY}
    short = _shortened(countries, index)
    taken = {(name.passage, token.i) for name in names for token in name.span}
    for number, passage in enumerate(passages):
        for token in passage.doc[1:]:
            places = short.get(token.text, frozenset())
            if len(places) == 1 and (number, token.i) not in taken and _stands_alone(token):
                yield Name(number, passage.doc[token.i : token.i + 1], tuple(places))


def _shortened(countries: Iterable[Place], index: Index) -> Mapping[str, frozenset[Place]]:
    """Give the countries that "North" and "South" may shorten: those named and their twins."""
    short: dict[str, frozenset[Place]] = {}
    for country in countries:
        first, _, rest = country.name.partition(" ")
        if first not in OPPOSITES:
            continue
        twins = index.lookup(f"{OPPOSITES[first]} {rest}")[:1]
        for place in (country, *(twin for twin in twins if twin.kind is Kind.COUNTRY)):
            word = place.name.partition(" ")[0]
            short[word] = short.get(word, frozenset()) | {place}
    return short


def _stands_alone(token: Token) -> bool:
    """Tell whether a word follows "the" and opens no longer name ("the South", "the South Sea")."""
    last = token.i + 1 == len(token.doc)
    return token.nbor(-1).lower_ == "the" and (last or not opens(token.nbor()))
