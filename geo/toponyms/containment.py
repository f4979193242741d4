"""What the text says of where a place lies: "Paju, South Korea", "Russia's Kursk Oblast"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from geo.lexicon import meanings, words
from geo.place import Kind, Place
from geo.toponyms.matches import Name


def within(place: Place, area: Place) -> bool:
    """Tell whether a place lies in a country or in a first-level division."""
    if place.id == area.id:
        return False
    if area.kind is Kind.COUNTRY:
        return place.country == area.country and place.kind is not Kind.COUNTRY
    if area.kind is not Kind.ADM1 or area.adm1 is None:
        return False
    return place.adm1 == area.adm1 and place.kind is not Kind.ADM1


def contained(inner: Name, outer: Name) -> bool:
    """Tell whether the text puts one name inside the next: "Walker County (Ga.)".

    The gazetteer must agree, so that a list ("France, Germany") puts nothing inside anything; and a
    name of a country is another place's only inside a first-level division ("Lebanon, Tennessee").
    """
    if outer.demonym or not _joined(inner.span, outer.span) or _possessive(outer.span):
        return False
    areas = outer.places
    if any(place.kind is Kind.COUNTRY for place in inner.places):
        areas = tuple(area for area in areas if area.kind is Kind.ADM1)
    return any(within(place, area) for area in areas for place in inner.places)


def listed(first: Name, second: Name) -> bool:
    """Tell whether two names are items of one list, whichever stands first."""
    early, late = sorted((first, second), key=lambda name: name.span.start)
    between = early.span.doc[early.span.end : late.span.start].text.strip().lower()
    return between in words("context", "list_joints")


def holders(names: Sequence[Name]) -> dict[int, list[tuple[int, str]]]:
    """Find which names the text puts inside which.

    Returns
    -------
    dict
        From the number of a name to (number of the name that holds it, the words that say so).
    """
    held: dict[int, list[tuple[int, str]]] = {}
    for at, name in enumerate(names):
        for other, reason in _holders(names, at, name):
            held.setdefault(at, []).append((other, reason))
    return held


def _holders(names: Sequence[Name], at: int, name: Name) -> Iterator[tuple[int, str]]:
    if name.demonym:
        return
    following = _adjacent(names, at + 1, name)
    if following is not None:
        if contained(name, following):
            yield at + 1, f"in {following.span.text}"
        elif following.demonym and _described_as(name.span, following.span):
            yield at + 1, f"called {following.span.text}"
    previous = _adjacent(names, at - 1, name)
    if previous is not None and _owns(previous, name):
        yield at - 1, f"{previous.span.text}'s"
    elif previous is not None and previous.demonym and _describes(previous.span, name.span):
        yield at - 1, f"called {previous.span.text}"


def _adjacent(names: Sequence[Name], at: int, name: Name) -> Name | None:
    there = 0 <= at < len(names) and names[at].passage == name.passage
    return names[at] if there else None


def _between(first: Span, second: Span) -> list[str]:
    doc: Doc = first.doc
    return [token.lower_ for token in doc[first.end : second.start]]


def _joined(inner: Span, outer: Span) -> bool:
    """Look for ",", "(" or "in" between two names, and for directions after it."""
    between = _between(inner, outer)
    passed = words("context", "directions") | {"the"}
    joint = " ".join(word for word in between if word not in passed)
    return joint in words("context", "inside_joints")


def _possessive(span: Span) -> bool:
    """Tell whether an owner is named: "took Toretsk, Ukraine's army said" places nothing."""
    return span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"


def _owns(owner: Name, name: Name) -> bool:
    return not owner.demonym and name.span.start == owner.span.end + 1 and _possessive(owner.span)


def _described_as(span: Span, demonym: Span) -> bool:
    """Look for "Odesa, the Ukrainian port" and "Birmingham in the English Midlands"."""
    between = _between(span, demonym)
    if between in (["in", "the"], ["in"]):
        return True
    doc = span.doc
    after = doc[demonym.end].lower_ if demonym.end < len(doc) else ""
    return between in ([",", "the"], [",", "a"], [",", "an"]) and after in _type_nouns()


def _describes(demonym: Span, span: Span) -> bool:
    """Look for "the Ukrainian port of Odesa" and "the Syrian city Daraa"."""
    between = [
        word for word in _between(demonym, span) if word not in words("context", "directions")
    ]
    nouns = [word for word in between if word in _type_nouns()]
    return len(nouns) == 1 and all(word in {*nouns, "of", "border", "capital"} for word in between)


def _type_nouns() -> frozenset[str]:
    return frozenset(meanings("types", "of")) | frozenset(meanings("types", "noun"))
