"""Reliability: of the places held with a confidence, the share that is right.

A confidence that is meant well says how often it is right: of those held with 0.9, nine in ten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.corpora import Document
from bench.prediction import Prediction
from bench.scoring import RIGHT_KM, distance_km, paired, share

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A confidence, and whether the place was right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Those with ``low <= confidence < high`` (1 belongs to the last): how many, how good."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that are not empty, and the expected calibration error.

    The error is the mean distance of a bin's confidence from its share of right ones, weighed by
    its count (Naeini et al. 2015).
    """

    count: int
    error: float
    bins: tuple[Bin, ...]


def places(document: Document, predicted: Sequence[Prediction]) -> Iterator[Judged]:
    """Judge the places of names that people marked, too, and gave a point."""
    for name, found in paired(document.toponyms, predicted):
        if found.confidence is not None and found.point and name.point:
            right = distance_km(name.point, found.point) <= RIGHT_KM
            yield Judged(found.confidence, right)


def pins(document: Document, predicted: Sequence[Prediction]) -> Iterator[Judged]:
    """Judge every place given: one on what nobody marked is wrong."""
    for found in predicted:
        right = judge_pin(document, found)
        if found.confidence is not None and right is not None:
            yield Judged(found.confidence, right)


def judge_pin(document: Document, found: Prediction) -> bool | None:
    """Tell whether a place is right; None when it has none, or the names there have no point.

    A name that overlaps a marked one is not false for a word more or less in its span ("Kursk" in
    "Kursk Oblast"): what counts is whether the pin is where the text means.
    """
    over = [name for name in document.toponyms if name.start < found.end and found.start < name.end]
    points = [name.point for name in over if name.point]
    if found.point is None or (over and not points):
        return None
    return any(distance_km(point, found.point) <= RIGHT_KM for point in points)


def reliability(judged: Sequence[Judged]) -> Reliability:
    """Sort judged places into ten bins of confidence.

    >>> reliability([Judged(0.95, True), Judged(0.85, False)]).error
    0.45
    """
    sorted_in: dict[int, list[Judged]] = {}
    for each in judged:
        sorted_in.setdefault(min(BINS - 1, int(each.confidence * BINS)), []).append(each)
    bins = tuple(_bin(number, sorted_in[number]) for number in sorted(sorted_in))
    apart = sum(each.count * abs(each.confidence - each.right) for each in bins)
    return Reliability(len(judged), round(share(apart, len(judged)), 4), bins)


def _bin(number: int, inside: Sequence[Judged]) -> Bin:
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=len(inside),
        confidence=sum(each.confidence for each in inside) / len(inside),
        right=sum(each.right for each in inside) / len(inside),
    )
