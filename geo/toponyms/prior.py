"""How well known a place is, before a report says anything about it."""

from math import log10

from geo.index import Index
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms.usage import is_capital

PER_DIGIT = 0.12
"""What each digit of its population adds to a place: a million people make 0.72."""
STANDING = {
    Kind.COUNTRY: 1.2,
    Kind.REGION: 0.75,
    Kind.LINE: 0.75,
    Kind.WATER: 0.75,
    Kind.SITE: 0.6,
    Kind.ADM2: 0.4,
}
CAPITAL = 0.25
PROVINCE = 0.05
PROVINCES = 20
"""A province is taken to hold this part of its country's people, and a capital to speak for one."""
COUNTRY_UNKNOWN = 1_000_000
OWN_NAME = 0.1
STRANGE_NAME = -0.3
ALIKE = 0.5


def standing(place: Place, index: Index) -> tuple[float, str]:
    """Give how well known a place is, 0 to about 1.2, and the reason in a few words."""
    if place.kind is Kind.ADM1:
        return PROVINCE + _people(_share(place, index)), "province"
    if place.kind is not Kind.CITY:
        return STANDING[place.kind], place.kind.value
    if is_capital(place):
        return CAPITAL + _people(max(place.population, _share(place, index))), "capital"
    return _people(place.population), f"{place.population:,} people"


def name_fit(surface: str, place: Place) -> float:
    """Say how well a written name goes with a place.

    Its usual name is best. A by-name that looks like the usual one, an abbreviation, and the name
    in another script are as good as any; one that looks like quite another name is doubtful: some
    list has Casablanca as White House.

    >>> from geo.place import Kind, Place
    >>> kyiv = Place("gn:703448", "Kyiv", Kind.CITY, 50.45, 30.52, "UA")
    >>> [name_fit(name, kyiv) for name in ("Kyiv", "Kiev", "Kænugarður")]
    [0.1, 0.0, -0.3]
    """
    written, usual = normalise(surface), normalise(place.name)
    if written == usual or usual.startswith(f"{written} "):
        return OWN_NAME
    small = place.kind in {Kind.CITY, Kind.SITE, Kind.ADM2}
    if not small or not written.isascii() or likeness(written, usual) >= ALIKE:
        return 0.0
    return STRANGE_NAME


def likeness(first: str, second: str) -> float:
    """Give the share of letters that two names have in common, order aside."""
    left, right = sorted(first.replace(" ", "")), sorted(second.replace(" ", ""))
    shared = 0
    for letter in set(left):
        shared += min(left.count(letter), right.count(letter))
    return 2 * shared / max(1, len(left) + len(right))


def _people(number: float) -> float:
    return PER_DIGIT * log10(number + 10)


def _share(place: Place, index: Index) -> float:
    """Give the people of a usual province of the place's country."""
    try:
        people = index.place(f"ne:{place.country}").population
    except KeyError:
        people = 0
    return (people or COUNTRY_UNKNOWN) / PROVINCES
