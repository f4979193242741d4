"""City or province: what a bare "Kursk" means when both carry the name.

A city is meant unless the report speaks of the land around it: it calls the province by its full
name elsewhere and says "in" or "across" here, it reports fighting in it, or it names it in one
breath with a country. Capitals and cities of a million are always meant themselves, and a city
known as "Gaza City" is not meant by a bare "Gaza".
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Span, Token

from geo.index import Index
from geo.lexicon import words
from geo.names import normalise
from geo.place import Kind, Place
from geo.sentences import sentence_of
from geo.toponyms.matches import Name
from geo.toponyms.option import Option
from geo.toponyms.prior import likeness
from geo.toponyms.usage import is_capital

METROPOLIS = 1_000_000
TOWN = 20_000
SAME_ROMANISED = 0.65


def city_or_province(
    name: Name, options: Sequence[Option], names: Sequence[Name], index: Index
) -> tuple[Place, str]:
    """Choose between a city and the province of its name, when either is the best candidate.

    Parameters
    ----------
    options
        Candidates, best first.
    names
        All names of the report.

    Returns
    -------
    tuple
        The chosen place, and the reason; the best candidate and "" when there is no such pair.
    """
    best = options[0].place
    city, province = _pair(name, [option.place for option in options])
    if city is None or province is None or name.cues & {Kind.ADM1}:
        return best, ""
    holds = any("holds" in option.evidence for option in options if option.place is province)
    reason = _means_province(name, city, names, index, holds=holds)
    return (province, reason) if reason else (city, "the city, not its province")


def _pair(name: Name, places: Sequence[Place]) -> tuple[Place | None, Place | None]:
    """Give the best candidate and its namesake as city and province."""
    best = places[0]
    if best.kind not in {Kind.CITY, Kind.ADM1} or best.adm1 is None:
        return None, None
    own = [place for place in places if place.adm1 == best.adm1]
    cities = (p for p in own if p.kind is Kind.CITY and _called(name, p))
    provinces = (p for p in own if p.kind is Kind.ADM1)
    city = best if best.kind is Kind.CITY else next(cities, None)
    return city, best if best.kind is Kind.ADM1 else next(provinces, None)


def _called(name: Name, city: Place) -> bool:
    """Tell whether a city goes by a name, in one romanisation or another ("Daraa", "Dar'a")."""
    surface, own = normalise(name.surface), normalise(city.name)
    alike = likeness(surface, own) >= SAME_ROMANISED and city.population >= TOWN
    return own in {surface, f"{surface} city"} or alike


def _means_province(
    name: Name, city: Place, names: Sequence[Name], index: Index, *, holds: bool
) -> str:
    """Say why a bare name means the province rather than the city; "" when it means the city.

    ``holds`` tells whether the text puts another place of the province in it.
    """
    surface, root = name.surface, name.span.root
    if name.cues & {Kind.CITY} or is_capital(city):
        return ""
    if _provincial(name.span):
        return "an organ of the province follows"
    if city.population >= METROPOLIS or _urban(root):
        return ""
    preposition = root.head.lower_ if root.dep_ == "pobj" else ""
    across = preposition in words("context", "regional_prepositions") or root.dep_ == "poss"
    tests: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("another place lies in it", lambda: holds),
        (f"the city is called {surface} City", lambda: city in index.lookup(f"{surface} City")),
        ("named with a country or province", lambda: _listed_with_area(name, names)),
        ("the report names the province", lambda: across and _spelt_out(name, names)),
        ("fighting across the land", lambda: across and _fighting(root)),
    )
    return next((reason for reason, holds in tests if holds()), "")


def _spelt_out(name: Name, names: Sequence[Name]) -> bool:
    """Tell whether the report names the province with its type somewhere ("Kursk Oblast")."""
    spelt = {f"{normalise(name.surface)} {word}" for word in words("context", "province_types")}
    return any(
        any(place.kind is Kind.ADM1 for place in other.places) and normalise(other.surface) in spelt
        for other in names
    )


def _provincial(span: Span) -> bool:
    """Tell whether an organ that provinces have and cities have not follows or is owned.

    "New York Gov.", "Rostov's acting governor".
    """
    if span.root.dep_ == "poss" and span.root.head.lower_ in words("context", "provincial"):
        return True
    following = span.doc[span.end].lower_.rstrip(".") if span.end < len(span.doc) else ""
    return following in words("context", "provincial")


def _urban(root: Token) -> bool:
    near = [root.head, root.head.head, *root.head.children]
    return any(token.lemma_.lower() in words("context", "urban") for token in near)


def _fighting(root: Token) -> bool:
    return any(token.lemma_.lower() in words("context", "fighting") for token in sentence_of(root))


def _listed_with_area(name: Name, names: Sequence[Name]) -> bool:
    """Tell whether the name shares a list with a country or a province spelt out."""
    listed = {token.i for token in name.span.root.conjuncts}
    return any(
        other.passage == name.passage and other.span.root.i in listed and _is_area(other)
        for other in names
    )


def _is_area(name: Name) -> bool:
    kinds = {place.kind for place in name.places}
    return Kind.COUNTRY in kinds or (Kind.ADM1 in kinds and len(name.span) > 1)
