"""Fifty labels in a crowd: what setting them costs, and whether any of them overlap."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bench.plates.measure import Cost, cost
from layers.plate.labels import Label, Line, place
from layers.plate.room import Box, Room, overlap
from layers.plate.sheet import new_sheet

LABELS, SEED, SPREAD = 50, 7, 160.0
SHEET = (1600.0, 1000.0)
POINT = 5.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """What setting the labels came to."""

    cost: Cost
    labels: int
    overlaps: int
    dropped: int


def crowd() -> Crowd:
    """Set the labels on an empty sheet, again and again."""
    kept: list[tuple[Room, int]] = []

    def make() -> bytes:
        kept.append(_set())
        return b""

    measured = cost(make)
    room, dropped = kept[-1]
    points = [_around(*spot) for spot in _spots()]
    overlaps = sum(overlap(a, b) for a, b in combinations(room.labels, 2))
    overlaps += sum(overlap(label, point) for label in room.labels for point in points)
    return Crowd(measured, LABELS, overlaps, dropped)


def _set() -> tuple[Room, int]:
    room = Room(Box(0, 0, *SHEET))
    labels = [
        Label(x, y, [_line(f"Place {n}"), _line("reported")], rank=n, leads=True)
        for n, (x, y) in enumerate(_spots())
    ]
    for label in labels:
        room.take_point(label.x, label.y, POINT)
    dropped = place(new_sheet(*SHEET, "#ffffff"), room, labels, "#ffffff")
    return room, len(dropped)


def _spots() -> list[tuple[float, float]]:
    middle = (SHEET[0] / 2, SHEET[1] / 2)
    at = np.random.default_rng(SEED).normal(middle, SPREAD, (LABELS, 2))
    return [(float(x), float(y)) for x, y in at]


def _line(words: str) -> Line:
    return Line(words, 16, 600, "#000000")


def _around(x: float, y: float) -> Box:
    return Box(x - POINT, y - POINT, x + POINT, y + POINT)
