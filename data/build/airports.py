"""Airports and air bases that news may name, from OurAirports."""

import csv
import gzip
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from data.build.tables import write_table

COLUMNS = ("id", "name", "aliases", "serves", "country", "lat", "lon", "size")
SIZES = {"large_airport": 3, "medium_airport": 2, "small_airport": 1, "closed": 1}
KNOWN_SIZE = 2
"""From this size an airport is taken; a smaller or closed one only if an encyclopaedia has it."""
FULL = frozenset({"US", "CA"})
"""Countries where each field has an article; of their small ones only the military are taken."""
MILITARY = re.compile(r"\b(?:Air ?base|Air Force|Naval|Army|Marine|Military|RAF)\b", re.IGNORECASE)

Airport = dict[str, str]


def write_airports(source: Path, target: Path) -> None:
    """Write ``airports.csv`` from the gzipped table of OurAirports."""
    words = tomllib.loads(Path(__file__).with_name("airports.toml").read_text("utf-8"))
    typed = re.compile(rf"\b(?:{'|'.join(words['types'])})\b", re.IGNORECASE)
    plain = re.compile(rf"\b(?:{'|'.join(words['types'] + words['plain'])})\b", re.IGNORECASE)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        airports = [each for each in csv.DictReader(lines) if _is_known(each)]
    served = _first_of_each_town(airports)
    rows = (
        _row(airport, names, served)
        for airport in airports
        if (names := [name for name in _names(airport) if _is_name(name, typed, plain)])
    )
    write_table(target / "airports.csv", COLUMNS, sorted(rows))


def _is_known(airport: Airport) -> bool:
    size = SIZES.get(airport["type"], 0)
    military = MILITARY.search(airport["name"])
    told_of = airport["wikipedia_link"] and (military or airport["iso_country"] not in FULL)
    return size >= KNOWN_SIZE or bool(size and told_of)


def _names(airport: Airport) -> Iterator[str]:
    """Give what an airport is called: its names, the title of its article, and its keywords.

    A name that has that of the town in it is used without: "Stansted Airport" of London.
    """
    for name in (*_parts(airport["name"]), *_parts(_title(airport["wikipedia_link"]))):
        yield name
        town = _town(airport)
        within = re.search(rf"\b{re.escape(town)}[ –-]+(?!Air)(.+)", name) if town else None
        if within:
            yield within[1]
    for keyword in airport["keywords"].split(","):
        yield from _parts(keyword)


def _is_name(name: str, typed: re.Pattern[str], plain: re.Pattern[str]) -> bool:
    """Tell whether a name says that it is an airport's, and which."""
    return bool(typed.search(name)) and bool(re.search(r"\w", plain.sub("", name)))


def _parts(name: str) -> Iterator[str]:
    """Give the names in a cell, without quotation marks and what stands in brackets.

    >>> list(_parts('Sevastopol Airport / Belbek Air Base')), list(_parts('Severny (air base)'))
    (['Sevastopol Airport', 'Belbek Air Base'], ['Severny Air Base'])
    """
    for part in re.split(r"\s*/\s+|\s+/\s*", name):
        kind = re.search(r"\((air base|airport)\)$", part, re.IGNORECASE)
        plain = re.sub(r"\([^)]*\)?|[\"“”„«»|]", " ", part)
        words = f"{plain} {kind[1].title() if kind else ''}".split()
        if words:
            yield " ".join(words)


def _title(link: str) -> str:
    """Give the title of the English article behind a link, or nothing.

    >>> _title("https://en.wikipedia.org/wiki/Ume%C3%A5_Airport#Airlines")
    'Umeå Airport'
    """
    found = re.search(r"//en\.(?:m\.)?wikipedia\.org/wiki/([^#?]+)", link)
    return unquote(found[1]).replace("_", " ").partition(",")[0] if found else ""


def _first_of_each_town(airports: Iterable[Airport]) -> set[str]:
    """Give the idents of the airports that are meant by a town's name and "airport".

    That is the largest with scheduled flights; where two are equal, none is.
    """
    ranked: dict[tuple[str, str], list[tuple[tuple[int, bool], str]]] = {}
    for airport in airports:
        if airport["type"] == "closed" or not _town(airport):
            continue
        standing = SIZES[airport["type"]], airport["scheduled_service"] == "yes"
        key = airport["iso_country"], _town(airport)
        ranked.setdefault(key, []).append((standing, airport["ident"]))
    best = (sorted(rivals, reverse=True) for rivals in ranked.values())
    return {first[1] for first, *others in best if not others or first[0] > others[0][0]}


def _town(airport: Airport) -> str:
    return re.split(r"[(,/]", airport["municipality"])[0].strip()


def _row(airport: Airport, names: list[str], served: set[str]) -> tuple[str, ...]:
    name, *others = dict.fromkeys(names)
    return (
        f"oa:{airport['ident']}",
        name,
        "|".join(others),
        _town(airport) if airport["ident"] in served else "",
        airport["iso_country"],
        f"{float(airport['latitude_deg']):.4f}",
        f"{float(airport['longitude_deg']):.4f}",
        str(SIZES[airport["type"]]),
    )
