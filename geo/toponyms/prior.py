"""How well known a place is, before a report says anything about it."""

import csv
from collections.abc import Mapping
from functools import cache
from math import log10

from geo.index import Index
from geo.lexicon import lexicon
from geo.names import normalise
from geo.place import Kind, Place
from geo.settings import data_dir
from geo.toponyms.usage import is_capital

COUNTRY_UNKNOWN = 1_000_000
DIGITS = 7
"""Those of ten million people: the strength of evidence is 1 there."""
NATION_DIGITS = 9
"""The same for the people of countries."""
USUAL_PROVINCES = 20
ALIKE = 0.5
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
ALIKE_IN_ENGLISH = 0.85


def standing(place: Place, index: Index) -> tuple[Mapping[str, float], str]:
    """Give the evidence of how well known a place is, and the reason in a few words."""
    if place.kind is Kind.ADM1:
        return {"adm1": 1.0, "people": _people(_share(place, index))}, "province"
    if place.kind is Kind.COUNTRY:
        nation = log10(max(place.population, 1)) / NATION_DIGITS
        return {"country": 1.0, "nation": nation}, "country"
    if place.kind is not Kind.CITY:
        return {place.kind.value: 1.0}, place.kind.value
    if is_capital(place):
        people = max(place.population, _share(place, index))
        return {"capital": 1.0, "people": _people(people)}, "capital"
    known = {"people": _people(place.population)}
    if lexicon("seats")["seats"].get(place.adm1) == place.id:
        return known | {"seat": 1.0}, f"the seat of its province, {place.population:,} people"
    return known, f"{place.population:,} people"


def name_fit(surface: str, place: Place) -> str:
    """Say how well a written name goes with a place: "usual_name", "strange_name" or "".

    Its usual name is best. A by-name that looks like the usual one, an abbreviation, and the name
    in another script are as good as any; one that looks like quite another name is doubtful: some
    list has Casablanca as White House.

    >>> from geo.place import Kind, Place
    >>> kyiv = Place("gn:703448", "Kyiv", Kind.CITY, 50.45, 30.52, "UA")
    >>> [name_fit(name, kyiv) for name in ("Kyiv", "Kiev", "Kænugarður")]
    ['usual_name', '', 'strange_name']
    """
    written, usual = normalise(surface), normalise(place.name)
    if written == usual:
        return "usual_name"
    if usual.startswith(f"{written} "):
        return "short_name"
    small = place.kind in {Kind.CITY, Kind.SITE, Kind.ADM2}
    alike = ALIKE_IN_ENGLISH if place.country in ENGLISH else ALIKE
    if not small or not written.isascii() or likeness(written, usual) >= alike:
        return ""
    return "strange_name"


def likeness(first: str, second: str) -> float:
    """Give the share of letters that two names have in common, order aside."""
    left, right = sorted(first.replace(" ", "")), sorted(second.replace(" ", ""))
    shared = 0
    for letter in set(left):
        shared += min(left.count(letter), right.count(letter))
    return 2 * shared / max(1, len(left) + len(right))


def _people(number: float) -> float:
    return log10(number + 10) / DIGITS


def _share(place: Place, index: Index) -> float:
    """Give the people of a usual province of the place's country."""
    try:
        people = index.place(f"ne:{place.country}").population
    except KeyError:
        people = 0
    return (people or COUNTRY_UNKNOWN) / _provinces().get(place.country or "", USUAL_PROVINCES)


@cache
def _provinces() -> Mapping[str, int]:
    path = data_dir() / "weights" / "provinces.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["country"]: int(row["provinces"]) for row in csv.DictReader(file)}
