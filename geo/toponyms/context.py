"""What the places of a report say about one another.

Names that may mean several places lean on their neighbours: a report that names Rapides Parish and
Louisiana means the Alexandria there. Every candidate is weighed by how likely it is itself, so
nothing needs to be settled first.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.place import Kind, Place

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 120.0
"""Distance at which the support of a neighbour has fallen to a third."""
COUNTY_KM = 60.0
"""A town this close to a county's seat may well lie in the county."""
COUNTRY_KM = 250.0
"""The same for the point of a country, which says something of small ones only."""
PULL = 3.0
"""How much likelier it is that two names of a report stand for places close to each other."""
IN_PROVINCE, IN_COUNTRY, BESIDE_COUNTRY = 0.6, 0.8, 0.5
HOME_COUNTRY = 0.4
"""How close places count that share no more than that."""


def likelihoods(scores: Floats, owners: Numbers) -> Floats:
    """Turn scores into shares that add up to one for each name.

    Parameters
    ----------
    scores
        One for each candidate.
    owners
        Number of the name each candidate belongs to.
    """
    tops = np.full(owners.max(initial=-1) + 1, -np.inf)
    np.maximum.at(tops, owners, scores)
    raw = np.exp(scores - tops[owners])
    return np.asarray(raw / np.bincount(owners, weights=raw)[owners])


class Company:
    """The candidates of a report beside one another; equal names count as one.

    Parameters
    ----------
    places
        The candidates, those of one name together.
    owners
        Number of the name each belongs to, ascending from 0 without gaps.
    datelines
        Numbers of the names that stand in a dateline.
    home
        Where the publisher may sit.
    """

    def __init__(
        self,
        places: Sequence[Place],
        owners: Numbers,
        datelines: Collection[int] = (),
        home: Sequence[Place] = (),
    ) -> None:
        self.owners = owners
        self._starts = np.flatnonzero(np.diff(owners, prepend=-1))
        self._dateline = np.array([owner in datelines for owner in range(len(self._starts))])
        away = distances_km(places)
        land = _codes([place.country for place in places])
        province = _codes([place.adm1 for place in places])
        kinds = np.array([place.kind for place in places])
        others = owners[:, None] != owners[None, :]
        self._land = others & _alike(land)
        self._province = others & _alike(province)
        country, adm1, adm2 = (kinds == kind for kind in (Kind.COUNTRY, Kind.ADM1, Kind.ADM2))
        close = np.where(others, _closeness(away, self._land, self._province, country), 0.0)
        self._close = _pull(close)
        self._in_land = _pull(self._land & country)
        self._in_province = _pull(self._province & adm1)
        self._in_county = _pull(self._province & adm2 & (away <= COUNTY_KM))
        self._home = _at_home(places, home)

    def evidence(self, shares: Floats) -> Mapping[str, Floats]:
        """Give what each candidate's company says for it, given how likely each of them is."""
        count = max(1, len(self._starts) - 1)
        near = self._by_name(self._close, shares)
        return {
            "same_country": (self._land * shares).sum(axis=1) / count,
            "same_province": (self._province * shares).sum(axis=1) / count,
            "near": 1.0 - np.exp(-near.sum(axis=1)),
            "country_named": self._by_name(self._in_land, shares).max(axis=1),
            "province_named": self._by_name(self._in_province, shares).max(axis=1),
            "county_named": self._by_name(self._in_county, shares).max(axis=1),
            "dateline": np.where(self._dateline[None, :], near, 0.0).max(axis=1),
            "home": self._at(shares),
        }

    def _at(self, shares: Floats) -> Floats:
        """Give how close each candidate is to the home that the report's names speak for most."""
        if not self._home.shape[1]:
            return np.zeros(len(shares))
        return np.asarray(self._home[:, np.argmax(shares @ self._home)])

    def _by_name(self, relation: Floats, shares: Floats) -> Floats:
        """Give for each candidate what each name says for it, 0 to 1.

        A name that surely stands for something so related says 1; one of several readings that are
        alike says a good deal less, but much more than its share: two names that fit each other in
        one place only are seldom there by chance.
        """
        return np.asarray(np.log1p(np.add.reduceat(relation * shares, self._starts, axis=1)) / PULL)


def _pull(relation: NDArray[np.bool_] | Floats) -> Floats:
    """Say how much likelier than by chance two names are to stand in a relation, less one."""
    return np.asarray(np.expm1(PULL * relation))


def _at_home(places: Sequence[Place], home: Sequence[Place]) -> Floats:
    """Give how close candidates (rows) are to the places (columns) where a publisher may sit."""
    away = distances_km([*places, *home])[: len(places), len(places) :]
    near = np.where([place.kind == Kind.COUNTRY for place in home], 0.0, np.exp(-away / NEAR_KM))
    pairs = [(place, other) for place in places for other in home]
    province = [bool(a.adm1) and a.adm1 == b.adm1 for a, b in pairs]
    land = [bool(a.country) and a.country == b.country for a, b in pairs]
    shared = np.maximum(IN_PROVINCE * np.array(province), HOME_COUNTRY * np.array(land))
    return np.asarray(np.maximum(near, shared.reshape(near.shape)))


def _closeness(
    away: Floats, land: NDArray[np.bool_], province: NDArray[np.bool_], country: NDArray[np.bool_]
) -> Floats:
    """Say how much a candidate (row) gains from another (column) at a distance, 0 to 1.

    A province helps all that lies in it; a country is close to all in it, and little to others.
    """
    close = np.maximum(np.exp(-away / NEAR_KM), IN_PROVINCE * province)
    close = np.where(country[:, None], IN_COUNTRY * land, close)
    beside = BESIDE_COUNTRY * np.exp(-away / COUNTRY_KM)
    return np.asarray(np.where(country[None, :], beside, close))


def _codes(codes: Sequence[str | None]) -> NDArray[np.str_]:
    return np.array([code or "" for code in codes])


def _alike(codes: NDArray[np.str_]) -> NDArray[np.bool_]:
    return np.asarray((codes[:, None] == codes[None, :]) & (codes != "")[:, None])


def distances_km(places: Sequence[Place]) -> Floats:
    """Give great-circle distances between all places; the sphere is good enough to compare."""
    lats = np.radians([place.lat for place in places])
    lons = np.radians([place.lon for place in places])
    cosines = np.sin(lats)[:, None] * np.sin(lats) + np.cos(lats)[:, None] * np.cos(lats) * np.cos(
        lons[:, None] - lons
    )
    return np.asarray(EARTH_RADIUS_KM * np.arccos(np.clip(cosines, -1.0, 1.0)))
