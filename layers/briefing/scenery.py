"""Which places a step is about, and the points that its camera has to show."""

from collections.abc import Sequence

from layers.briefing.captions import is_ahead
from layers.plate.choice import GAP_SHARE, clusters, overview, points_of
from layers.visibility import Drawn

Point = tuple[float, float]

SUBJECTS = ("places", "offsets")
"""Layers whose marks something is said to be at."""
MOST_MARKS = 80
"""So many places, those of which most is said, are looked at for what lies together."""


def main_places(drawn: Sequence[Drawn], most: int) -> list[tuple[Drawn, ...]]:
    """Choose places that something is said to be so of, together where they lie together.

    Returns
    -------
    list
        Clusters, and the places in each, those first of which most is said. Places too wide to be
        drawn are left out where there are others.
    """
    subjects = [one for one in drawn if _is_subject(one)]
    narrow = [one for one in subjects if not one.mark["wide"] and points_of(one)]
    if narrow:
        leading = _ranked(narrow)[:MOST_MARKS]
        gap = overview(leading, None, 1.0).width_m * GAP_SHARE
        found = [tuple(_ranked(cluster.drawn)) for cluster in clusters(leading, gap)]
    else:
        found = [(one,) for one in _ranked(subjects)]
    return sorted(found, key=lambda cluster: -sum(map(_weight, cluster)))[:most]


def near(cluster: Sequence[Drawn]) -> list[Point]:
    """Give the points of a cluster of places."""
    return [point for one in cluster for point in points_of(one) or _middle(one)]


def spots(drawn: Sequence[Drawn]) -> list[Point]:
    """Give the points of marks: places, and the ends of movements; wide places where all is."""
    narrow = [point for one in drawn for point in (_ends(one) or points_of(one))]
    return narrow or [point for one in drawn for point in _middle(one)]


def _is_subject(one: Drawn) -> bool:
    mark = one.mark
    return mark["layer"] in SUBJECTS and not mark.get("reference") and _weight(one) > 0


def _weight(one: Drawn) -> int:
    return sum(not is_ahead(item) for item in one.items)


def _ranked(marks: Sequence[Drawn]) -> list[Drawn]:
    return sorted(marks, key=lambda one: -_weight(one))


def _ends(one: Drawn) -> list[Point]:
    mark = one.mark
    if mark["layer"] != "flows":
        return []
    (west, south), (east, north) = mark["from"], mark["to"]
    return [(west, south), (east, north)]


def _middle(one: Drawn) -> list[Point]:
    return [(one.mark["lon"], one.mark["lat"])] if "lon" in one.mark else []
