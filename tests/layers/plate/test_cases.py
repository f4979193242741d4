"""Plates of views that ask much: none, one, all, across 180°, at a pole, crowded, long, foreign."""

import os
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from layers.fonts import named
from layers.plate import panels
from layers.plate.form import Form, SizeName
from layers.plate.panel import Panel
from layers.plate.render import Plate, render
from layers.plate.room import overlap
from layers.plate.sheet import new_sheet
from layers.style import style
from layers.view import View
from tests.layers.plate_cases import country, crowd, digests, flow, pixels, scene, town

Json = Mapping[str, Any]

ROOT = Path(__file__).parents[3]
CLUSTERS = [(36.0, 51.0), (127.0, 38.5)]


def svg(made: Json, title: str | None = None) -> tuple[str, Plate]:
    plate = render(made, View(), title, form=Form("svg"))
    return plate.data.decode(), plate


def drawn_panels(monkeypatch: pytest.MonkeyPatch, made: Json, size: SizeName) -> list[Panel]:
    drawn: list[Panel] = []

    def kept(*parts: Any) -> Panel:  # noqa: ANN401  a panel's own
        drawn.append(Panel(*parts))
        return drawn[-1]

    monkeypatch.setattr(panels, "Panel", kept)
    render(made, View(), form=Form(size=size))
    return drawn


@pytest.mark.parametrize("size", ["hd", "a4"])
def test_nothing_lies_on_a_label(monkeypatch: pytest.MonkeyPatch, size: SizeName) -> None:
    made = crowd(100, CLUSTERS, 1.2)
    made["marks"] += scene([flow(CLUSTERS[0], CLUSTERS[1])])["marks"]
    drawn = drawn_panels(monkeypatch, made, size)
    assert len(drawn) == 3
    for panel in drawn:
        room, place = panel.room, panel.place
        assert not any(overlap(a, b) for a, b in combinations(room.labels, 2))
        inside = (place.x, place.y, place.x + place.width, place.bottom)
        for label in room.labels:
            assert inside[0] <= label.x0
            assert inside[1] <= label.y0
            assert label.x1 <= inside[2]
            assert label.y1 <= inside[3]


def test_what_has_no_label_is_listed() -> None:
    text, plate = svg(crowd(200, CLUSTERS, 0.8))
    names = {f"Town {n}" for n in range(200)}
    assert set(plate.dropped) == {name for name in names if f">{name}</text>" not in text}
    assert plate.dropped
    assert "Not labelled for want of room: " in text


def test_nothing_is_an_honest_plate_of_the_world() -> None:
    text, plate = svg(scene([]))
    assert "What 0 reports say" in text
    assert "Equal Earth" in text
    assert plate.dropped == ()


def test_one_place_is_seen_in_its_surroundings() -> None:
    text, _ = svg(scene([town("Lonely", 12.0, 48.0)]))
    assert "Transverse Mercator" in text
    assert ">Lonely</text>" in text


def test_a_country_alone_is_named_in_its_surroundings() -> None:
    text, _ = svg(scene([country("France", 2.5, 46.5)]))
    assert ">France</text>" in text
    assert "FRANCE" not in text
    assert ">SPAIN</text>" in text


def test_a_story_across_the_antimeridian_is_in_one_piece() -> None:
    made = scene([town("East", 178.0, 64.0), town("West", -176.0, 65.0)])
    text, _ = svg(made)
    assert ">East</text>" in text
    assert ">West</text>" in text
    assert "Equal Earth" not in text


def test_a_movement_across_the_antimeridian_is_drawn_to_its_end() -> None:
    """It is the only thing in the colour of its status."""
    start, end = (177.5, 64.7), (194.6, 64.5)
    ends = [town("East", *start, "planned"), town("West", end[0] - 360, end[1], "planned")]
    picture = pixels(render(scene([*ends, flow(start, end)]), View()).data)[..., :3]
    orange = np.abs(picture - np.array(to_rgb(style()["light"]["reported"]))).max(axis=-1) < 0.1
    columns = np.flatnonzero(orange[130:850, 60:1360].any(axis=0))
    assert columns.max() - columns.min() > 700


@pytest.mark.parametrize("lat", [89.0, -88.0])
def test_a_pole_is_a_place_like_others(lat: float) -> None:
    text, _ = svg(scene([town("One", 0.0, lat), town("Two", 120.0, lat)]))
    assert ">One</text>" in text
    assert ">Two</text>" in text
    assert ">N</text>" not in text, "north is everywhere, or nowhere"


def test_the_whole_world_is_shown_whole() -> None:
    text, _ = svg(scene([town("A", -120.0, 40.0), town("B", 0.0, 0.0), town("C", 150.0, -30.0)]))
    assert "Equal Earth" in text


def test_a_long_title_is_cut_between_words_and_says_so() -> None:
    words = "A title that goes on and on, " * 20
    text, _ = svg(scene([town("Lonely", 12.0, 48.0)]), title=words)
    assert " …</text>" in text


def test_names_from_right_to_left_are_shaped() -> None:
    sheet = new_sheet(100, 100, "#ffffff")
    joined, letters = "بيروت", [sheet.measure(each, 20) for each in "بيروت"]
    assert sheet.measure(joined, 20) < 0.95 * sum(letters), "letters join"
    made = scene(
        [town("Beirut", 35.5, 33.9, local=joined), town("Haifa", 35.0, 32.8, local="חיפה")]
    )
    text, plate = svg(made)
    assert f">{joined}</text>" in text
    assert ">חיפה</text>" in text
    assert plate.missing == ()


def test_a_character_that_no_font_has_is_named() -> None:
    assert render(scene([]), View(), "Kursk \u0f40").missing == ("\u0f40",)
    assert named("\u0f40") == "\u0f40 (U+0F40 TIBETAN LETTER KA)"
    assert named("\ue000") == "\ue000 (U+E000)"


def test_another_process_makes_the_same_bytes() -> None:
    code = "from tests.layers.plate_cases import digests\nprint(*digests())\n"
    there = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert there == digests()
    assert len(set(there)) == 3
