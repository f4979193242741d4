"""Type words around a name: "Kursk Oblast", "the city of Kursk", "Lake Chad", "Gulf of Aden".

Some are part of the name and some only say what sort of place it is; both are cues to which place
of the name is meant.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from geo.index import Index
from geo.lexicon import meanings, words
from geo.place import Kind, Place

FEATURES = frozenset({Kind.WATER, Kind.REGION, Kind.LINE})
"""Kinds whose type word makes another name: the Taiwan Strait is not Taiwan."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A name with its type words: token numbers (``end`` exclusive), places, kinds asked for."""

    doc: Doc
    start: int
    end: int
    places: tuple[Place, ...]
    cues: frozenset[Kind] = frozenset()

    def called(self, kinds: tuple[str, ...]) -> "Typed":
        """Add kinds that the words around ask for."""
        return replace(self, cues=self.cues | {Kind(kind) for kind in kinds})


def typed(name: Typed, index: Index) -> Typed:
    """Add what the words around a name say of its kind, and take in those that belong to it."""
    return _after(_of(_before(_within(name), index), index))


def _within(name: Typed) -> Typed:
    """Note a type word that is part of the gazetteer's name: "Pope County", "Lake Chad"."""
    if name.end - name.start == 1:
        return name
    first, last = name.doc[name.start].lower_, name.doc[name.end - 1].lower_
    kinds = (*meanings("types", "before").get(first, ()), *meanings("types", "after").get(last, ()))
    return name.called(kinds)


def _before(name: Typed, index: Index) -> Typed:
    """Take in "Lake" and "Mount"; note "port" in "the Ukrainian port Odesa"."""
    if not name.start:
        return name
    word = name.doc[name.start - 1]
    kinds = meanings("types", "before").get(word.lower_)
    if kinds and word.text.istitle():
        return _widened(name, name.start - 1, index).called(kinds)
    if word.text.islower():
        return name.called(meanings("types", "noun").get(word.lower_, ()))
    return name


def _of(name: Typed, index: Index) -> Typed:
    """Take in "Gulf of"; note "the city of"."""
    if name.start <= 1 or name.doc[name.start - 1].lower_ != "of":
        return name
    head = name.doc[name.start - 2]
    kinds = meanings("types", "of").get(head.lower_, ())
    feature = head.text.istitle() and not FEATURES.isdisjoint(map(Kind, kinds))
    return (_widened(name, name.start - 2, index) if feature else name).called(kinds)


def _widened(name: Typed, start: int, index: Index) -> Typed:
    places = index.lookup(name.doc[start : name.end].text)
    return replace(name, start=start, places=places)


def _after(name: Typed) -> Typed:
    """Take in "Oblast" and "region"; note what is written small, as in "Gotland island"."""
    doc, end = name.doc, name.end
    kinds = meanings("types", "after").get(doc[end].lower_) if end < len(doc) else None
    if not kinds or _opens_another(doc, end):
        return name
    word, found = doc[end], name.called(kinds)
    if word.text in words("types", "joined", "lower"):
        return replace(found, end=end + 1)
    if not word.text[0].isupper() or word.lower_ not in words("types", "joined", "words"):
        return found
    if not FEATURES.isdisjoint(found.cues):
        fitting = tuple(place for place in name.places if place.kind in found.cues)
        return replace(found, end=end + 1, places=fitting)
    return replace(found, end=end + 1)


def _opens_another(doc: Doc, at: int) -> bool:
    """Tell whether a type word belongs to what follows: "On Lake Chad"."""
    if doc[at].lower_ not in meanings("types", "before") or at + 1 == len(doc):
        return False
    return doc[at].text.istitle() and doc[at + 1].text[0].isupper()
