"""Labels of a plate: no overlaps, leaders, names inside their areas."""

from itertools import combinations

import numpy as np
import pytest
import shapely

from layers.plate.labels import Label, Line, place
from layers.plate.room import Box, Room, overlap
from layers.plate.sheet import new_sheet


def line(words: str, size: float = 16) -> Line:
    return Line(words, size, 700, "#000000")


def crowd(count: int, spread: float) -> list[Label]:
    at = np.random.default_rng(7).normal((800, 500), spread, (count, 2))
    return [
        Label(float(x), float(y), [line(f"Place {n}"), line("reported", 13)], rank=n, leads=True)
        for n, (x, y) in enumerate(at)
    ]


@pytest.mark.parametrize(("count", "spread"), [(50, 220.0), (50, 60.0), (200, 200.0)])
def test_labels_overlap_nothing(count: int, spread: float) -> None:
    sheet, labels = new_sheet(1600, 1000, "#ffffff"), crowd(count, spread)
    room = Room(Box(0, 0, 1600, 1000))
    for label in labels:
        room.take_point(label.x, label.y, 5)
    dropped = place(sheet, room, labels, "#ffffff")
    assert len(room.labels) + len(dropped) == count
    assert not any(overlap(a, b) for a, b in combinations(room.labels, 2))
    points = [Box(label.x - 5, label.y - 5, label.x + 5, label.y + 5) for label in labels]
    assert not any(overlap(box, point) for box in room.labels for point in points)
    assert all(b.x0 >= 0 and b.y0 >= 0 and b.x1 <= 1600 and b.y1 <= 1000 for b in room.labels)


def test_nearly_all_of_fifty_labels_find_room() -> None:
    sheet, labels = new_sheet(1600, 1000, "#ffffff"), crowd(50, 220.0)
    room = Room(Box(0, 0, 1600, 1000))
    assert len(place(sheet, room, labels, "#ffffff")) <= 2


def test_the_first_in_rank_goes_first() -> None:
    sheet = new_sheet(120, 60, "#ffffff")
    room = Room(Box(0, 0, 120, 60))
    labels = [Label(5, 30, [line("Second")], rank=2), Label(5, 30, [line("First")], rank=1)]
    room.take(Box(0, 0, 120, 16))
    room.take(Box(0, 44, 120, 60))
    assert [label.name for label in place(sheet, room, labels, "#ffffff")] == ["Second"]


def test_an_area_holds_its_name() -> None:
    sheet, area = new_sheet(600, 400, "#ffffff"), shapely.box(100, 100, 400, 160)
    room = Room(Box(0, 0, 600, 400))
    place(sheet, room, [Label(250, 130, [line("Area")], rank=0, area=area)], "#ffffff")
    assert area.contains(shapely.box(*room.labels[0]))


def test_what_does_not_fit_keeps_its_name_whole() -> None:
    sheet = new_sheet(300, 44, "#ffffff")
    room = Room(Box(0, 0, 300, 44))
    lines = [line("Long name"), line("in two lines"), line("reported")]
    assert place(sheet, room, [Label(10, 22, lines, rank=0, least=2)], "#ffffff") == []
    assert [text.get_text() for text in sheet.page.texts[::2]] == ["Long name", "in two lines"]
