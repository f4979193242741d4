"""The bench of plates as a whole: drawing, printing, writing."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from rich.console import Console

from bench.map.corpora import countries
from bench.outputs import Outputs, told
from bench.plates import rival
from bench.plates.crowd import crowd
from bench.plates.measure import Cost, beside_plates, cost, cost_of_each
from bench.plates.results import Measured, Result
from bench.plates.tables import tables
from bench.results import Made
from bench.samples import sample_scene
from bench.writing import made
from layers.export.deck import deck
from layers.export.story import of_view
from layers.plate.form import Form
from layers.plate.render import render
from layers.view import Camera, View

Json = Mapping[str, Any]
Tell = Callable[[str], None]

PACKAGES = ("matplotlib", "shapely", "pyproj", "python-pptx", "folium", "playwright")
TITLE = "What a plate costs"
WHOLE, NEAR = View(), View(camera=Camera(50.6, 35.3, 6.2))
MOVES, STEP = 3, 0.7
"""A camera is moved so often, by so many degrees."""


def bench(outputs: Outputs, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its tables on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    outputs.prepare()
    with tempfile.TemporaryDirectory() as folder:
        result = _measure(Path(folder), made(today, PACKAGES), notes.print)
    told(result.made, asdict(result), tables(result), (TITLE, "plates"), outputs, out)


def _measure(folder: Path, run: Made, tell: Tell) -> Result:
    tell("reading the sample corpus")
    scene = sample_scene(folder)
    tell("plates")
    plates = (
        Measured("PNG 1920 × 1080, overview and details", _plate(scene, WHOLE, Form()), 1.5),
        Measured("PNG 1920 × 1080, one map", _plate(scene, NEAR, Form()), 1.5),
        Measured("the same, of places never drawn before", _moved(scene)),
        Measured("PNG 3840 × 2160", _plate(scene, WHOLE, Form(size="4k"))),
        Measured("PNG A4, 300 dpi", _plate(scene, WHOLE, Form(size="a4"))),
        Measured("PDF A4", _plate(scene, WHOLE, Form("pdf", "a4")), 3.0),
        Measured("SVG 1920 × 1080", _plate(scene, WHOLE, Form("svg"))),
    )
    tell("deck")
    slides = Presentation(BytesIO(deck(scene, of_view(WHOLE)))).slides
    beside = Measured(
        "Deck, beside its plates", beside_plates(lambda: deck(scene, of_view(WHOLE))), 1.0
    )
    tell("labels")
    labels = crowd()
    tell("folium through a browser")
    ground = countries(folder)
    other = cost(lambda: rival.png(rival.page(scene, ground), folder))
    return Result(run, plates, beside, len(slides), labels, other)


def _plate(scene: Json, view: View, form: Form) -> Cost:
    return cost(lambda: render(scene, view, form=form).data)


def _moved(scene: Json) -> Cost:
    """Draw views that move on, so that nothing kept of the last one helps with the next."""

    def drawn(step: int) -> Callable[[], bytes]:
        camera = Camera(50.6, 35.3 + (step + 1) * STEP, 6.2)
        return lambda: render(scene, replace(NEAR, camera=camera)).data

    return cost_of_each([drawn(step) for step in range(MOVES)], warm=drawn(-1))
