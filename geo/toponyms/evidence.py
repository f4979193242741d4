"""Evidence: what the witnesses for a name add up to.

The weights are log-odds, fitted by logistic regression over news with annotated places
(``data/build/evidence.py``) and kept in ``data/lexicons/geo/evidence.toml``. A name is taken for a
place from ``enough`` up. First every name is judged by its sentence; then the sure ones speak for
the rest of the report.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.lexicon import lexicon
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms.containment import listed
from geo.toponyms.matches import Name
from geo.toponyms.witnesses import MOST_COMPARED, Report, hearsay, witnesses


@dataclass(frozen=True, slots=True)
class Weights:
    """What witnesses are worth, and what is enough.

    Attributes
    ----------
    enough
        Log-odds from which a name is taken for a place.
    values
        Log-odds by name of the witness; "always" is the constant.
    """

    enough: float
    values: Mapping[str, float]

    def of(self, said: Iterable[str]) -> float:
        """Add up what witnesses are worth; an unknown one is worth nothing."""
        return sum(self.values.get(witness, 0.0) for witness in said)


SURE = 1.0
"""Log-odds from which a name speaks for others."""
DEMONYM = 4.0
"""Log-odds of a people or an adjective: the list of them leaves little doubt."""


def accepted(names: Sequence[Name]) -> list[Name]:
    """Keep the names that there is enough evidence for, with the log-odds as their points."""
    weights = _weights()
    local = testimony(names, weights)
    alone = [weights.of(said) for said in local]
    heard = rumours(names, alone)
    points = [
        DEMONYM if name.demonym else before + weights.of(more)
        for name, before, more in zip(names, alone, heard, strict=True)
    ]
    return [
        replace(name, points=total)
        for name, total in zip(names, points, strict=True)
        if total >= weights.enough
    ]


def testimony(names: Sequence[Name], weights: Weights) -> list[list[str]]:
    """Give for each name what its sentence says, from left to right: a list leans on its first."""
    told: list[list[str]] = []
    for at, name in enumerate(names):
        before = _neighbour(names, at - 1, name)
        if before is not None and not before.demonym and not _leans(told[-1], weights):
            before = None
        after = _neighbour(names, at + 1, name)
        told.append([] if name.demonym else ["always", *witnesses(name, before, after)])
    return told


def rumours(names: Sequence[Name], alone: Sequence[float]) -> list[list[str]]:
    """Give for each name what the sure names of the report say of it.

    Parameters
    ----------
    alone
        The log-odds of each name by its own sentence.
    """
    sure = [name.demonym or points >= SURE for name, points in zip(names, alone, strict=True)]
    report = _report([name for name, certain in zip(names, sure, strict=True) if certain])
    heard = [
        [] if name.demonym else list(hearsay(name, report, sure=certain))
        for name, certain in zip(names, sure, strict=True)
    ]
    for at, name in enumerate(names):
        beside = [other for other in (at - 1, at + 1) if 0 <= other < len(names) and sure[other]]
        if not name.demonym and any(_items(names[other], name) for other in beside):
            heard[at].append("listed with a sure one")
    return heard


def unmistakable(name: Name) -> bool:
    """Tell whether a name is that of a country."""
    return any(place.kind is Kind.COUNTRY for place in name.places)


def _leans(said: Sequence[str], weights: Weights) -> bool:
    """Tell whether the next item of a list may lean on one: it is sure, or leans on one itself."""
    return weights.of(said) >= (weights.enough if "listed" in said else SURE)


@cache
def _weights() -> Weights:
    table = lexicon("evidence")
    return Weights(table["enough"], table["weights"])


def _items(first: Name, second: Name) -> bool:
    return first.passage == second.passage and not first.demonym and listed(first, second)


def _neighbour(names: Sequence[Name], at: int, name: Name) -> Name | None:
    there = 0 <= at < len(names) and names[at].passage == name.passage
    return names[at] if there else None


def _report(sure: Sequence[Name]) -> Report:
    by_surface = {normalise(name.surface): name for name in sure if name.places}
    firsts = [name.places[0] for name in by_surface.values()]
    spots: list[Place] = [name.places[0] for name in by_surface.values() if not name.demonym][
        :MOST_COMPARED
    ]
    return Report(
        Counter(normalise(name.surface) for name in sure if not name.demonym),
        Counter(place.country for place in firsts if place.country),
        spots,
    )
