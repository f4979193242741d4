"""Fitting confidence: logistic slopes, and a monotone curve over them; numpy is enough."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RIDGE = 1.0
"""Pull of the slopes towards zero, in mentions; the constant, the first, is left free."""
STEPS = 50
KNOTS = 15
"""Groups of equal weight that the curve is drawn through, before it is made to rise."""
SLACK = 0.006
"""F1 that may be given up so as to leave out fewer places."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Slopes of the features, and the knots of the curve from weighed sum to confidence."""

    slopes: Floats
    sums: Floats
    confidences: Floats

    def __call__(self, features: Floats) -> Floats:
        """Give the confidence of each row of features (mentions × features)."""
        return np.interp(features @ self.slopes, self.sums, self.confidences)


def fit(features: Floats, right: Floats, weights: Floats) -> Fit:
    """Fit to judged mentions.

    Parameters
    ----------
    features
        Mentions × features; the first column is 1.
    right
        1 where the place was right, else 0.
    weights
        How much each mention counts.
    """
    slopes = logistic(features, right, weights)
    return Fit(slopes, *curve(features @ slopes, right, weights))


def logistic(features: Floats, right: Floats, weights: Floats) -> Floats:
    """Give the slopes of a logistic regression with a ridge, by Newton's method."""
    pull = np.full(features.shape[1], RIDGE)
    pull[0] = 0.0
    slopes = np.zeros(features.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-features @ slopes))
        gradient = features.T @ (weights * (right - likely)) - pull * slopes
        bend = (features.T * (weights * likely * (1 - likely))) @ features + np.diag(pull)
        slopes = slopes + np.linalg.solve(bend, gradient)
    return slopes


def curve(sums: Floats, right: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Draw a rising curve through groups of mentions: their mean sums, and shares of right ones.

    Neighbours that do not rise are pooled until they do (pool adjacent violators).
    """
    order = np.argsort(sums, kind="stable")
    passed = np.cumsum(weights[order])
    cuts = np.searchsorted(passed, np.linspace(0.0, passed[-1], KNOTS + 1)[1:-1], side="right")
    pooled: list[Floats] = []
    for group in filter(len, np.split(order, cuts)):
        weight = weights[group]
        pooled.append(np.array([weight @ sums[group], weight @ right[group], weight.sum()]))
        while len(pooled) > 1 and not (_knot(pooled[-2]) < _knot(pooled[-1])).all():
            pooled[-2:] = [pooled[-2] + pooled[-1]]
    knots = np.array([_knot(pool) for pool in pooled])
    return knots[:, 0], knots[:, 1]


def crosswise(features: Floats, right: Floats, weights: Floats, folds: Sequence[int]) -> Floats:
    """Give each mention the confidence of a fit that has not seen its fold."""
    number = np.array(folds)
    found = np.zeros(len(right))
    for fold in np.unique(number):
        inside = number == fold
        fitted = fit(features[~inside], right[~inside], weights[~inside])
        found[inside] = fitted(features[inside])
    return found


def threshold(confidences: Floats, right: Floats, weights: Floats, marked: float) -> float:
    """Give the confidence from which on places are worth naming.

    It is the lowest with an end-to-end F1 within ``SLACK`` of the highest: near its top the F1 is
    flat, and between two such places the one that leaves out fewer is better.

    Parameters
    ----------
    marked
        Names that people marked with a point, found or not, each counted with its weight.
    """
    order = np.argsort(-confidences, kind="stable")
    held = confidences[order]
    named = np.flatnonzero(np.append(held[1:] < held[:-1], True))  # the last of each confidence
    hits = np.cumsum((weights * right)[order])[named]
    f1 = 2 * hits / (np.cumsum(weights[order])[named] + marked)
    return float(held[named][np.flatnonzero(f1 >= f1.max() - SLACK)[-1]])


def _knot(pool: Floats) -> Floats:
    """Give the mean sum and the share of right ones of a pool of mentions."""
    return np.asarray(pool[:2] / pool[2])
