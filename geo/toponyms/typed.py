"""Type words around a name: "Kursk Oblast", "the city of Kursk", "Lake Chad", "Gulf of Aden".

Some are part of the name and some only say what sort of place it is; both are cues to which place
of the name is meant.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from geo.index import Index
from geo.lexicon import lexicon, meanings, words
from geo.names import normalise
from geo.place import Kind, Place

FEATURES = frozenset({Kind.WATER, Kind.REGION, Kind.LINE})
"""Kinds whose type word makes another name: the Taiwan Strait is not Taiwan."""
LIST_WORDS = frozenset({",", "and", "or", "&"})
LIST_REACH = 30
"""Words of a list that are searched for the kind its names share."""


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
    whole = _without_organ(name, index)
    return _facing(_facility(_after(_of(_before(_within(whole), index), index), index)))


def facility_end(doc: Doc, at: int) -> int:
    """Give the end of a facility's name whose own words start at ``at``, or ``at``.

    "Stadium" after "Cairo", "International Airport" after "Tabqara".
    """
    end = at
    while end < len(doc) and doc[end].lower_ in words("types", "facilities", "between"):
        end += 1
    if end == len(doc) or not doc[end].text[0].isupper():
        return at
    return end + 1 if doc[end].lower_ in words("types", "facilities", "words") else at


def _facility(name: Typed) -> Typed:
    end = facility_end(name.doc, name.end)
    return name if end == name.end else replace(name, end=end)


def _without_organ(name: Typed, index: Index) -> Typed:
    """Leave "City" and "State" to the part of government they describe: "Kyiv City Council"."""
    doc, last = name.doc, name.end - 1
    if last == name.start or doc[last].lower_ not in {"city", "state"} or name.end == len(doc):
        return name
    usual = normalise(doc[name.start : name.end].text)
    if any(normalise(place.name) == usual for place in name.places):  # Mexico City police
        return name
    if not _is_organ(doc, name.end, state=doc[last].lower_ == "state"):
        return name
    places = index.lookup(doc[name.start : last].text)
    return replace(name, end=last, places=places) if places else name


def _is_organ(doc: Doc, at: int, *, state: bool) -> bool:
    """Tell whether a part of government starts here, or whatever else a State has: a patrol."""
    word = doc[at]
    if word.lower_ in words("carriers", "organs") | words("carriers", "local"):
        return True
    led = state and word.text.istitle() and word.pos_ == "PROPN"
    return led and word.lower_ not in words("carriers", "after")


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


def _after(name: Typed, index: Index) -> Typed:
    """Take in "Oblast"; note what is written small, as in "Gotland island", or is shared."""
    doc, end = name.doc, name.end
    kinds = meanings("types", "after").get(doc[end].lower_) if end < len(doc) else None
    if not kinds:
        return _sharing(name, index)
    if _opens_another(doc, end):
        return name
    word, found = doc[end], name.called(kinds)
    if not word.text[0].isupper() or word.lower_ not in words("types", "joined", "words"):
        return found
    if _organ_follows(doc, end + 1):
        return name
    if not FEATURES.isdisjoint(found.cues):
        fitting = tuple(place for place in name.places if place.kind in found.cues)
        return replace(found, end=end + 1, places=fitting)
    return replace(found, end=end + 1)


def _organ_follows(doc: Doc, at: int) -> bool:
    """Tell whether a type word is rather the first of an office: "China Coast Guard"."""
    return at < len(doc) and doc[at].text in {"Guard", "Guards", "Patrol"}


def after_list(doc: Doc, start: int) -> str:
    """Give the word after the rest of a list of names, in lower case: "counties"."""
    at = start
    while at < min(len(doc), start + LIST_REACH) and (
        doc[at].text[0].isupper() or doc[at].lower_ in LIST_WORDS
    ):
        at += 1
    return doc[at].lower_ if at < len(doc) else ""


def _sharing(name: Typed, index: Index) -> Typed:
    """Note a kind that the names of a list share: "Jackson and Barrow counties"."""
    kind = lexicon("types")["shared"].get(after_list(name.doc, name.end))
    if kind is None or (
        Kind(kind["kind"]) not in FEATURES and not _item(name.doc, name.start, name.end)
    ):
        return name
    longer = shared_places(name.doc, name.start, name.end, index)
    return replace(name, places=longer or name.places).called((kind["kind"],))


def shared_places(doc: Doc, start: int, end: int, index: Index) -> tuple[Place, ...]:
    """Look a name of a list up with the kind that its names share: Wilkin County.

    A name by itself holds them: "Indiana counties" are not Indiana County.
    """
    kind = lexicon("types")["shared"].get(after_list(doc, end))
    if kind is None or (Kind(kind["kind"]) not in FEATURES and not _item(doc, start, end)):
        return ()
    return index.lookup(f"{doc[start:end].text} {kind['word']}")


def _item(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name has another beside it in a list."""
    before = start > 1 and doc[start - 1].lower_ in LIST_WORDS
    after = end + 1 < len(doc) and doc[end].lower_ in LIST_WORDS
    named = [doc[start - 2]] * before + [doc[end + 1]] * after
    return any(word.text[0].isupper() or word.is_punct for word in named)


def _facing(name: Typed) -> Typed:
    """Take in the capitalised direction before a town: "North London"."""
    doc, start = name.doc, name.start
    town = bool(name.places) and name.places[0].kind is Kind.CITY
    if not town or not start or doc[start - 1].text not in words("types", "facing"):
        return name
    follows = start > 1 and doc[start - 2].text in {"-", "/", "–"}
    return name if follows else replace(name, start=start - 1)


def _opens_another(doc: Doc, at: int) -> bool:
    """Tell whether a type word belongs to what follows: "On Lake Chad"."""
    if doc[at].lower_ not in meanings("types", "before") or at + 1 == len(doc):
        return False
    return doc[at].text.istitle() and doc[at + 1].text[0].isupper()
