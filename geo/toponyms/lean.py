"""Leaning on company: what the other names of a report, and its home, make likely."""

from collections.abc import Mapping, Sequence

import numpy as np

from geo.place import Place
from geo.toponyms.context import Company, likelihoods
from geo.toponyms.forms import written
from geo.toponyms.matches import Name
from geo.toponyms.option import Option

ROUNDS = 3
MOST_COMPARED = 1000
"""Candidates of a report that are compared with one another; a book has more."""
WORTH_SAYING = 0.3
"""From this strength up the company of a place is a reason."""
COMPANY = {
    "same_country": "the report is about its country",
    "same_province": "the report is about its province",
    "near": "near other places named",
    "country_named": "its country is named",
    "province_named": "its province is named",
    "county_named": "its county is named",
    "dateline": "near the place of the dateline",
    "home": "near where the report comes from",
}
"""What the company of a place may say for a place, in words."""


Weights = Mapping[str, float]


def lean(
    options: Sequence[Option], names: Sequence[Name], points: Weights, home: Sequence[Place] = ()
) -> None:
    """Add what the other names of the report make likely; equal names count as one.

    Parameters
    ----------
    options
        The candidates of all names; their evidence is added to.
    points
        The weight of each kind of evidence.
    home
        Where the publisher may sit: weighed with the names, and not one of them.
    """
    weighed = _weighed(options, names, points)
    numbers = {surface: at for at, surface in enumerate(dict.fromkeys(key[0] for key in weighed))}
    owners = np.array([numbers[surface] for surface, _ in weighed])
    dated = {written(name) for name in names if name.dateline}
    datelines = {at for surface, at in numbers.items() if surface in dated}
    company = Company([option.place for option in weighed.values()], owners, datelines, home)
    alone = np.array([option.score(points) for option in weighed.values()])
    shares = likelihoods(alone, owners)
    for _ in range(ROUNDS):
        said = company.evidence(shares)
        scores = alone + sum(points[kind] * strength for kind, strength in said.items())
        shares = likelihoods(scores, owners)
    rows = {key: row for row, key in enumerate(weighed)}
    for option in options:
        row = rows.get((written(names[option.name]), option.place.id))
        if row is None:
            continue
        for kind, strengths in said.items():
            strength = float(strengths[row])
            option.add(kind, COMPANY[kind] if strength > WORTH_SAYING else "", strength)


def _weighed(
    options: Sequence[Option], names: Sequence[Name], points: Weights
) -> dict[tuple[str, str], Option]:
    """Give the best option of each place of each name, name by name, few enough to compare all."""
    best: dict[tuple[str, str], Option] = {}
    for option in sorted(options, key=lambda option: -option.score(points)):
        best.setdefault((written(names[option.name]), option.place.id), option)
    each = max(1, MOST_COMPARED // max(1, len({surface for surface, _ in best})))
    grouped: dict[str, dict[tuple[str, str], Option]] = {}
    for (surface, place_id), option in best.items():
        own = grouped.setdefault(surface, {})
        if len(own) < each:
            own[surface, place_id] = option
    kept = [item for own in grouped.values() for item in own.items()]
    return dict(kept[:MOST_COMPARED])
