"""What the places of a report say about one another.

Names that may mean several places lean on their neighbours: a report that names Rapides Parish and
Louisiana means the Alexandria there. Every candidate is weighed by how likely it is itself, so
nothing needs to be settled first.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.place import Kind, Place

Floats = NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 120.0
"""Distance at which the support of a neighbour has fallen to a third."""
BESIDE_KM = 250.0
"""The same for the point of a country, which says something of small ones only."""
SHARPNESS = 8.0
"""How strongly a higher score makes a candidate likelier."""


def likelihoods(scores: Floats, owners: NDArray[np.int64]) -> Floats:
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
    raw = np.exp(SHARPNESS * (scores - tops[owners]))
    return np.asarray(raw / np.bincount(owners, weights=raw)[owners])


def country_shares(places: Sequence[Place], owners: NDArray[np.int64], shares: Floats) -> Floats:
    """Give for each candidate the part of the other names that may lie in its country, 0 to 1."""
    countries = sorted({place.country or "" for place in places})
    number = np.array([countries.index(place.country or "") for place in places])
    table = np.zeros((owners.max(initial=-1) + 1, len(countries)))
    np.add.at(table, (owners, number), shares)
    if "" in countries:
        table[:, countries.index("")] = 0.0
    others = table.sum(axis=0)[number] - table[owners, number]
    return np.asarray(others / max(1, len(table) - 1))


def neighbours(places: Sequence[Place], owners: NDArray[np.int64], shares: Floats) -> Floats:
    """Give for each candidate how well other names place something close to it, 0 to 1.

    Close is within about ``NEAR_KM``, or in the same first-level division; for a country, anywhere
    in it.
    """
    distances = distances_km(places)
    closeness = np.exp(-distances / NEAR_KM)
    codes = np.array([place.adm1 or "" for place in places])
    same = (codes[:, None] == codes[None, :]) & (codes != "")[:, None]
    closeness = np.maximum(closeness, 0.6 * same)
    country = np.array([place.kind is Kind.COUNTRY for place in places])
    land = np.array([place.country or "" for place in places])
    inside = (land[:, None] == land[None, :]) & (land != "")[:, None]
    closeness = np.where(country[:, None], 0.8 * inside, closeness)
    closeness[:, country] = 0.5 * np.exp(-distances[:, country] / BESIDE_KM)
    weighted = closeness * shares[None, :]
    support = np.zeros((len(places), owners.max(initial=-1) + 1))
    for column, owner in enumerate(owners):
        np.maximum(support[:, owner], weighted[:, column], out=support[:, owner])
    support[np.arange(len(places)), owners] = 0.0
    return np.asarray(1.0 - np.exp(-support.sum(axis=1)))


def distances_km(places: Sequence[Place]) -> Floats:
    """Give great-circle distances between all places; the sphere is good enough to compare."""
    lats = np.radians([place.lat for place in places])
    lons = np.radians([place.lon for place in places])
    cosines = np.sin(lats)[:, None] * np.sin(lats) + np.cos(lats)[:, None] * np.cos(lats) * np.cos(
        lons[:, None] - lons
    )
    return np.asarray(EARTH_RADIUS_KM * np.arccos(np.clip(cosines, -1.0, 1.0)))
