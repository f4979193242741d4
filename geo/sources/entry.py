"""A place on its way into the gazetteer."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from geo.names import normalise, spellings
from geo.place import Kind

OWN, ALTERNATE = 1.0, 0.2
"""How much of a town's population counts for a name of its own, and for an alternate one.

Hong Kong was once Victoria; that must not make it the first Victoria.
"""
FAMOUS = 1_000_000
"""A city of so many people is better known than the province of its name."""
_TIERS = {Kind.COUNTRY: 0, Kind.ADM1: 2, Kind.REGION: 3, Kind.LINE: 3, Kind.WATER: 3, Kind.SITE: 3}
_FAMOUS_TIER, _LAST_TIER = 1, 4
_TIER = 10**11  # more people, or square metres of a million km², than any town or province has
_LATIN = re.compile(r"[A-Za-z]")
_CODE = re.compile(r"[A-Z]{1,3}")  # airport codes: PAR, HAS, LON
SHORTEST_ALTERNATE = 3


@dataclass
class Entry:
    """A gazetteer entry with all its names as they are written.

    Attributes are those of :class:`geo.place.Place`. Besides, ``own`` are further main names and
    ``aliases`` lesser ones; ``withheld`` are normal forms by which the place is shown but not
    found, because they belong to a better known one; ``weight`` orders places of kinds without
    population (area of a province in km², radius of a region in metres).
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
    names: dict[str, str] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    withheld: AbstractSet[str] = frozenset()
    weight: float = 0.0

    def spelt(self) -> list[str]:
        """Give every name once, the display name first."""
        every = [self.name, *self.own, *self.names.values(), *self.aliases]
        return list(dict.fromkeys(filter(None, every)))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Give the normal forms of all names, each with its place in line: 0 is the best known.

        Countries come first, then cities of a million and more, provinces, regions with lines,
        waters and sites, and then towns and districts by population.
        """
        main = {self.name, *self.own, *self.names.values()}
        ranks: dict[str, int] = {}
        for name in self.spelt():
            rank = self._rank(OWN if name in main else ALTERNATE)
            for normal in spellings(normalise(name)):
                if normal and normal not in self.withheld:
                    ranks.setdefault(normal, rank)
        return ranks

    def _rank(self, share: float) -> int:
        famous = self.kind is Kind.CITY and self.population >= FAMOUS and share == OWN
        tier = _FAMOUS_TIER if famous else _TIERS.get(self.kind, _LAST_TIER)
        return (1 + tier) * _TIER - int((self.weight or self.population) * share)


def is_name(text: str) -> bool:
    """Say whether an alternate name of a source may be a name in a report.

    Airport codes, links, single letters and the lower-case romanisations that GeoNames adds for its
    own search ("mo si ke") are none.

    >>> [is_name(text) for text in ("Kursk", "URS", "ku er si ke", "쿠르스크", "http://x.org")]
    [True, False, False, True, False]
    """
    if not _LATIN.search(text):
        return bool(text.strip())
    if "://" in text or _CODE.fullmatch(text) or len(normalise(text)) < SHORTEST_ALTERNATE:
        return False
    return any(char.isupper() for char in text)
