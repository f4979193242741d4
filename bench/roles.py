"""Scores of roles: what a map of literal names alone would show.

Only corpora that flag each name as literal or not can tell. A pin is right when a literal name is
marked at its very span and its place within 161 km.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.corpora import Document, Toponym
from bench.prediction import Prediction
from bench.scoring import RIGHT_KM, distance_km, paired, share


@dataclass(frozen=True, slots=True)
class RoleTally:
    """Counts of one document; ``pins`` leaves out those on names without a point or a flag."""

    pins: int
    right_pins: int
    literal: int
    judged: int
    agreed: int


@dataclass(frozen=True, slots=True)
class RoleScores:
    """Precision and recall of the map of literal names; share of found names with the right use."""

    map_precision: float
    map_recall: float
    accuracy: float


def role_tally(document: Document, predicted: Sequence[Prediction]) -> RoleTally | None:
    """Count one document; None when it has no flags."""
    if all(name.literal is None for name in document.toponyms):
        return None
    pairs = paired(document.toponyms, predicted)
    flagged = [(name, found) for name, found in pairs if name.literal is not None]
    unclear = sum(
        1
        for name, found in pairs
        if _pinned(found) and (name.literal is None or (name.literal and not name.point))
    )
    return RoleTally(
        pins=sum(map(_pinned, predicted)) - unclear,
        right_pins=sum(_right(name, found) for name, found in flagged),
        literal=sum(1 for name in document.toponyms if name.literal and name.point),
        judged=len(flagged),
        agreed=sum(name.literal == found.literal for name, found in flagged),
    )


def role_scores(tallies: Sequence[RoleTally | None]) -> RoleScores | None:
    """Add up documents; None when none has flags."""
    counted = [each for each in tallies if each is not None]
    if not counted:
        return None
    right = sum(each.right_pins for each in counted)
    return RoleScores(
        map_precision=share(right, sum(each.pins for each in counted)),
        map_recall=share(right, sum(each.literal for each in counted)),
        accuracy=share(sum(each.agreed for each in counted), sum(each.judged for each in counted)),
    )


def _pinned(found: Prediction) -> bool:
    return found.literal and found.point is not None


def _right(name: Toponym, found: Prediction) -> bool:
    if not (name.literal and found.literal and name.point and found.point):
        return False
    return distance_km(name.point, found.point) <= RIGHT_KM
