"""Places, and how a report uses their names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of place a gazetteer entry is."""

    COUNTRY = "country"
    ADM1 = "adm1"
    ADM2 = "adm2"
    CITY = "city"
    SITE = "site"
    LINE = "line"
    REGION = "region"
    WATER = "water"


class Role(StrEnum):
    """How a report uses a place name; only a literal one says that something is there."""

    LITERAL = "literal"
    METONYM = "metonym"
    DEMONYM = "demonym"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer entry.

    Attributes
    ----------
    id
        Stable id with the authority it comes from: ``gn:538560``, ``ne:RU-KRS``, ``dl:korean-dmz``.
    name
        English display name ("Kursk Oblast").
    lat, lon
        Decimal degrees, WGS 84: the seat of a county, the label point of a polygon.
    country
        ISO 3166-1 alpha-2, or None for what lies in several countries or in none.
    adm1
        ISO 3166-2 code of the first-level division it lies in (or is), where known.
    population
        0 where not known.
    radius_m
        Radius that is sure to hold the place when there is no outline of it; None where an outline
        exists.
    names
        Names by language code ("ru", "uk", "ko", …); never the only place where ``name`` stands.
    attribution
        What must be printed beside it; None for what ships with Dateline, which credits its sources
        as a whole.
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    adm1: str | None = None
    population: int = 0
    radius_m: float | None = None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    attribution: str | None = None
