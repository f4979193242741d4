"""Confidence: how often a place chosen on such evidence has turned out right.

Evidence is weighed to one number, and a curve turns that into the share of mentions like it that
were right in marked corpora. Weights, curve and the confidence below which a place is not
identifiable stand in ``data/lexicons/geo/confidence.toml``, which ``bench.calibrate`` fits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, log1p

import numpy as np

from geo.lexicon import lexicon

LEAST, MOST = 0.05, 0.99
"""Agreement beyond these says no more."""
FAINT = 0.05
"""Nearness below which it makes little difference."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a mention and its place.

    Attributes
    ----------
    agreement
        Share of the chosen place, and of what lies at the same spot, among the candidates and
        none of them, 0 to 1.
    points
        Log-odds that the name is that of a place at all; the log of its probability is weighed,
        so that more than enough adds little.
    demonym
        Whether it is a people or an adjective: whose they are depends on agreement alone.
    nearness
        How well the report's other names place something near it, 0 to 1.
    alone
        Whether there are no other names, so that nothing can be near.
    """

    agreement: float
    points: float
    demonym: bool
    nearness: float
    alone: bool


def features(evidence: Evidence) -> Mapping[str, float]:
    """Give evidence as the numbers that are weighed, by the names of their weights."""
    agreement = min(MOST, max(LEAST, evidence.agreement))
    place = not evidence.demonym
    return {
        "constant": 1.0,
        "agreement": log(agreement / (1 - agreement)),
        "points": -place * log1p(exp(-evidence.points)),
        "demonym": float(evidence.demonym),
        "nearness": place * log(evidence.nearness + FAINT),
        "alone": float(evidence.alone),
    }


def confidence(evidence: Evidence) -> float:
    """Give how sure it is that the name means a place here and this one, in [0, 1].

    It never falls as agreement, points or nearness rise.
    """
    fitted = lexicon("confidence")
    weights, curve = fitted["weights"], fitted["curve"]
    weight = sum(weights[name] * value for name, value in features(evidence).items())
    return round(float(np.interp(weight, curve["weight"], curve["confidence"])), 3)


def identifiable(held: float) -> bool:
    """Tell whether a place held with this confidence may be called identified."""
    return held >= float(lexicon("confidence")["identifiable"])
