"""Scores of geoparsing: names found, places right, and both at once.

A found name counts when its span is exactly the marked one; a place is right within 161 km (100
miles) of the marked point, the usual measure since Leidner (2007) and in Gritta et al. (2018).
End-to-end asks for both. Names that the annotators gave no point are left out of it: they are in
neither denominator.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.corpora import Toponym
from bench.prediction import Prediction

RIGHT_KM = 161.0
EARTH_RADIUS_KM = 6371.0088
DRAWS = 1000
SURE = (2.5, 97.5)
"""Percentiles of the draws that the interval runs between."""
SEED = 161


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one document.

    ``located`` means with coordinates; ``predicted_located`` leaves out predictions that match a
    toponym without. ``distances_km`` are those of matched names with two points.
    """

    gold: int
    predicted: int
    matched: int
    gold_located: int
    predicted_located: int
    matched_located: int
    right: int
    distances_km: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares in [0, 1] over some documents; ``median_km`` is None when nothing was resolved."""

    precision: float
    recall: float
    f1: float
    accuracy: float
    end_precision: float
    end_recall: float
    end_f1: float
    median_km: float | None


def paired(
    gold: Sequence[Toponym], predicted: Sequence[Prediction]
) -> list[tuple[Toponym, Prediction]]:
    """Pair marked and found names of the same span, each at most once."""
    by_span: dict[tuple[int, int], Prediction] = {}
    for prediction in predicted:
        by_span.setdefault((prediction.start, prediction.end), prediction)
    found = ((name, by_span.pop((name.start, name.end), None)) for name in gold)
    return [(name, prediction) for name, prediction in found if prediction is not None]


def tally(gold: Sequence[Toponym], predicted: Sequence[Prediction]) -> Tally:
    """Count one document; of predictions with the same span the first counts."""
    distinct = list({(p.start, p.end): p for p in reversed(predicted)}.values())
    pairs = paired(gold, distinct)
    located = [(name.point, found.point) for name, found in pairs if name.point]
    distances = [distance_km(here, there) for here, there in located if there]
    unlocated = sum(1 for name, found in pairs if not name.point and found.point)
    return Tally(
        gold=len(gold),
        predicted=len(distinct),
        matched=len(pairs),
        gold_located=sum(1 for name in gold if name.point),
        predicted_located=sum(1 for found in distinct if found.point) - unlocated,
        matched_located=len(located),
        right=sum(distance <= RIGHT_KM for distance in distances),
        distances_km=tuple(distances),
    )


def scores(tallies: Sequence[Tally]) -> Scores:
    """Add up documents and give their scores; a share of nothing is 0."""

    def total(count: str) -> int:
        return sum(getattr(each, count) for each in tallies)

    precision = share(total("matched"), total("predicted"))
    recall = share(total("matched"), total("gold"))
    end_precision = share(total("right"), total("predicted_located"))
    end_recall = share(total("right"), total("gold_located"))
    distances = sorted(km for each in tallies for km in each.distances_km)
    return Scores(
        precision=precision,
        recall=recall,
        f1=harmonic(precision, recall),
        accuracy=share(total("right"), total("matched_located")),
        end_precision=end_precision,
        end_recall=end_recall,
        end_f1=harmonic(end_precision, end_recall),
        median_km=distances[len(distances) // 2] if distances else None,
    )


def interval(tallies: Sequence[Tally]) -> tuple[float, float]:
    """Give the 95 % interval of the end-to-end F1, by drawing documents with replacement.

    Names of one document stand or fall together, so documents are drawn rather than names. The
    draws are always the same.
    """
    if not tallies:
        return 0.0, 0.0
    counts = np.array(
        [(each.right, each.predicted_located + each.gold_located) for each in tallies], dtype=float
    )
    draws = np.random.default_rng(SEED).integers(len(tallies), size=(DRAWS, len(tallies)))
    right, both = counts[draws].sum(axis=1).T
    f1 = 2 * right / np.maximum(both, 1)
    low, high = np.percentile(f1, SURE)
    return float(low), float(high)


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Give the great-circle distance between two points, as the published figures use it.

    >>> round(distance_km((0.0, 0.0), (0.0, 180.0)))
    20015
    """
    lat, lon, other_lat, other_lon = np.radians([*here, *there])
    half = (
        np.sin((other_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    )
    return float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(min(1.0, half))))


def share(part: float, whole: float) -> float:
    """Divide; a share of nothing is 0."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """Give the F1 of a precision and a recall."""
    return share(2 * precision * recall, precision + recall)
