"""Which panels a plate has: one map, or an overview with details of what lies far apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import Any

from pyproj import Geod
from shapely.geometry import shape

from layers.plate.layout import Rect, panels
from layers.plate.projection import Frame, frame_of_camera, frame_of_points
from layers.view import Camera
from layers.visibility import Drawn

Json = Mapping[str, Any]
Point = tuple[float, float]

GEOD = Geod(ellps="WGS84")
# Places fall apart into details where the map is at least so wide, and the gap this share of it.
SPLIT_FROM_M = 2_500_000.0
GAP_SHARE = 1 / 7
DETAILS = 2
# The overview has the first letter.
LETTERS = "ABC"
# A detail has to show more than the overview can: so much larger, and at least two places.
LARGER = 2.5
PLACES = 2
# Of countries alone, this much of the world is shown.
COUNTRIES_M = 4_000_000.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that lie together: what is drawn of them, and the points to frame."""

    drawn: tuple[Drawn, ...]
    points: tuple[Point, ...]


def overview(drawn: Sequence[Drawn], camera: Camera | None, aspect: float) -> Frame:
    """Frame what a camera shows, or else all that is drawn."""
    if camera:
        return frame_of_camera(camera, aspect)
    places = [point for one in drawn for point in points_of(one)]
    if places:
        return frame_of_points(places, aspect)
    wide = [point for one in drawn for point in _wide_points(one)]
    return frame_of_points(wide, aspect, COUNTRIES_M)


def details(drawn: Sequence[Drawn], frame: Frame) -> list[Cluster]:
    """Choose up to two details of an overview, the one of which most is said first.

    There are none where the overview is narrow or what it shows hangs together.
    """
    if frame.width_m < SPLIT_FROM_M:
        return []
    inside = [one for one in drawn if _inside(one, frame)]
    apart = clusters(inside, frame.width_m * GAP_SHARE)
    ranked = sorted(apart, key=lambda found: -sum(len(one.items) for one in found.drawn))
    return [
        found
        for found in ranked
        if len({one.mark.get("placeId", one.mark["id"]) for one in found.drawn}) >= PLACES
        and frame_of_points(found.points, 1.0).width_m * LARGER < frame.width_m
    ][:DETAILS]


def arranged(maps: Rect, clusters: Sequence[Cluster], *, wide: bool = False) -> list[Rect]:
    """Divide the room of the maps, details stacked or in a row: whichever shows them larger.

    Beside a ``wide`` overview, such as the world, they are stacked.
    """
    ways = [
        panels(maps, len(clusters), stacked=stacked)
        for stacked in ((True,) if wide else (True, False))
    ]
    return min(ways, key=lambda places: _ground(clusters, places[1:]))


def _ground(clusters: Sequence[Cluster], places: Sequence[Rect]) -> float:
    """Multiply what a unit of each detail covers."""
    frames = zip(framed(clusters, places), places, strict=True)
    return prod(frame.width_m / place.width for frame, place in frames)


def framed(clusters: Sequence[Cluster], places: Sequence[Rect]) -> list[Frame]:
    """Frame each detail for its place."""
    pairs = zip(clusters, places, strict=True)
    return [frame_of_points(cluster.points, place.aspect) for cluster, place in pairs]


def points_of(one: Drawn) -> list[Point]:
    """Give the points that a plate without a camera has to show; countries do not stretch it."""
    mark = one.mark
    if mark["layer"] == "offsets" or (mark["layer"] == "places" and mark["shape"] == "polygon"):
        if mark["wide"]:
            return []
        left, bottom, right, top = shape(mark["geometry"]).bounds
        # What crosses 180° has no bounds that say anything.
        return [(left, bottom), (right, top)] if right - left < 90 else [_at(mark)]  # noqa: PLR2004
    return [_at(mark)] if mark["layer"] == "places" and not mark["wide"] else []


def _at(mark: Json) -> Point:
    return (mark["lon"], mark["lat"])


def _wide_points(one: Drawn) -> list[Point]:
    if one.mark["layer"] == "flows":
        return [tuple(one.mark["from"]), tuple(one.mark["to"])]
    return [] if one.mark["layer"] == "distances" else [_at(one.mark)]


def _inside(one: Drawn, frame: Frame) -> bool:
    points = points_of(one)
    return bool(points) and all(frame.contains(*frame.point(*point)) for point in points)


def clusters(drawn: Sequence[Drawn], gap_m: float) -> list[Cluster]:
    """Join places that are nearer to each other than a gap."""
    root = list(range(len(drawn)))
    spots = [_at(one.mark) if "lon" in one.mark else points_of(one)[0] for one in drawn]

    def top(n: int) -> int:
        while root[n] != n:
            n = root[n]
        return n

    for a, b in combinations(range(len(drawn)), 2):
        if top(a) != top(b) and GEOD.inv(*spots[a], *spots[b])[2] < gap_m:
            root[top(b)] = top(a)
    return [
        Cluster(tuple(members), tuple(p for one in members for p in points_of(one)))
        for head in sorted({top(n) for n in range(len(drawn))})
        if (members := [one for n, one in enumerate(drawn) if top(n) == head])
    ]
