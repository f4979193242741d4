"""Coverage on plates: tinted where reports speak of, hatched elsewhere, and said so."""

from typing import Any

import numpy as np

from layers.plate import coverage
from layers.plate.coverage import Covered, covered
from layers.plate.form import Form
from layers.plate.render import render
from layers.plate.signs import NO_REPORT
from layers.view import Camera, View
from layers.visibility import visible
from tests.layers.plate_cases import area, pixels, scene, town

CAMERA = Camera(50.9, 35.6, 6.2)
ON = View(camera=CAMERA, layers={"coverage": True})
OFF = View(camera=CAMERA)
OBLAST = area("Kursk", 36.2, 51.7, 1.0)
ROW = {"name": "Kursk Oblast", "country": "RU", "whole": False, "geometry": OBLAST["geometry"]}


def reported() -> dict[str, Any]:
    """Give a scene in which one province is spoken of by one report."""
    made = scene([town("Rylsk", 34.7, 51.6)])
    ids = [item["id"] for item in made["items"]]
    return made | {"coverage": [{"id": "RU-KRS", "items": ids, **ROW}]}


def svg(view: View) -> str:
    return render(reported(), view, form=Form("svg")).data.decode()


def test_it_is_drawn_and_explained_when_it_is_on() -> None:
    shown = svg(ON)
    assert f">{NO_REPORT}</text>" in shown
    assert ">1 report · 1 origin</text>" in shown
    assert "No report does not mean that nothing happened" in shown


def test_it_is_neither_drawn_nor_explained_when_it_is_off() -> None:
    assert NO_REPORT not in svg(OFF)
    assert "No report does not mean" not in svg(OFF)


def test_the_province_is_tinted_and_its_neighbours_are_hatched() -> None:
    on, off = (pixels(render(reported(), view).data)[..., :3] for view in (ON, OFF))
    changed = np.abs(on - off).max(axis=-1) > 0.02
    # Rylsk is left of the middle of the sheet, and land is everywhere around.
    assert 0.02 < changed[150:700, 60:1300].mean() < 0.9


def test_only_what_the_view_lets_through_covers() -> None:
    made = reported()
    nothing = View(reports={"r1": False})
    assert [each.code for each in covered(made, visible(made, OFF))] == ["RU-KRS"]
    assert covered(made, visible(made, nothing)) == []


def test_more_reports_are_darker() -> None:
    tints = [Covered("X", whole=False, reports=n, origins=0).tint for n in (1, 2, 4, 40)]
    assert tints == sorted(set(tints))


def test_it_is_said_in_words() -> None:
    assert Covered("X", whole=False, reports=2, origins=1).words == "2 reports · 1 origin"
    assert Covered("X", whole=False, reports=1, origins=0).words == "1 report"


def test_a_scene_without_coverage_has_none() -> None:
    made = {key: value for key, value in reported().items() if key != "coverage"}
    assert not coverage.is_on(made, ON)
