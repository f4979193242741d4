"""Whole plates as they are seen: without colours, on a grey printer, against their ground."""

import io
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.text import Text
from numpy.typing import NDArray

from layers.plate.form import Form, plate_colours, settings
from layers.plate.layout import LEGEND_ROW, legend_columns
from layers.plate.panel import Panel
from layers.plate.plan import plan_of
from layers.plate.render import render
from layers.plate.sheet import Sheet, new_sheet
from layers.plate.signs import HEIGHT, WIDTH
from layers.style import style
from layers.view import Camera, View
from layers.visibility import STATUSES, visible
from tests.layers.plate_cases import every_status, fixture, pixels
from tests.layers.vision import SIGHTS, contrast, differing

Floats = NDArray[np.float64]
EVERYTHING = View(camera=Camera(46.5, 70.0, 4.6))
# Enough of a sign for two to be told apart.
LEAST = 12


def legend_signs(picture: Floats) -> dict[tuple[str, str], Floats]:
    """Cut the signs out of a plate's legend, by sign and status."""
    sheet = new_sheet(1920, 1080, "#ffffff")
    shown = visible(every_status(), EVERYTHING)
    plan = plan_of(sheet, every_status(), shown, EVERYTHING, Form())
    columns = legend_columns(plan.laid.legend.width)
    found = {}
    for n, row in enumerate(plan.rows):
        x = int(plan.laid.legend.x + n % columns * plan.laid.legend.width / columns)
        y = int(plan.laid.legend.y + n // columns * LEGEND_ROW)
        found[row.sign, row.status] = picture[
            y - 3 : y + int(HEIGHT) + 3, x - 3 : x + int(WIDTH) + 3
        ]
    return found


def map_points(picture: Floats) -> dict[str, Floats]:
    """Cut the points out of a plate's map, by status."""
    sheet = new_sheet(1920, 1080, "#ffffff")
    shown = visible(every_status(), EVERYTHING)
    plan = plan_of(sheet, every_status(), shown, EVERYTHING, Form())
    panel = Panel(sheet, plan.frames[0], plan.places[0], plate_colours("light", style()["light"]))
    found = {}
    for one in shown.drawn:
        if one.mark.get("shape") == "point":
            x, y = panel.to_sheet(*panel.frame.point(one.mark["lon"], one.mark["lat"]))
            found[one.status] = picture[round(y) - 8 : round(y) + 9, round(x) - 8 : round(x) + 9]
    return found


def alike(signs: Mapping[Any, Floats], sight: str) -> set[frozenset[Any]]:
    """Find the signs that cannot be told apart."""
    return {
        frozenset((a, b))
        for a, b in combinations(signs, 2)
        if differing(signs[a], signs[b], sight) < LEAST
    }


@pytest.fixture(scope="module")
def plate() -> Floats:
    picture: Floats = pixels(render(every_status(), EVERYTHING).data)[..., :3].astype(np.float64)
    return picture


@pytest.mark.parametrize("sight", SIGHTS)
def test_statuses_are_told_apart_whoever_looks(plate: Floats, sight: str) -> None:
    signs = legend_signs(plate)
    for sign in ("point", "area", "flow"):
        of_status = {status: signs[sign, status] for status in STATUSES}
        assert alike(of_status, sight) == set()
    assert alike(map_points(plate), sight) == set()


def test_signs_that_differ_in_red_and_green_alone_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A control: were two statuses equal but for colour, the tests above would fail."""
    monkeypatch.setitem(settings()["signs"]["planned"], "point", "disc")
    monkeypatch.setitem(style()["light"], "planned", "#6F6B0B")
    picture = pixels(render(every_status(), EVERYTHING).data)[..., :3].astype(np.float64)
    pair = frozenset(("reported", "planned"))
    assert pair in alike(map_points(picture), "deutan")
    assert pair not in alike(map_points(picture), "tritan")


def drawn(monkeypatch: pytest.MonkeyPatch, scene: Any, view: View, theme: str) -> Sheet:  # noqa: ANN401  JSON
    """Draw a plate and give its sheet instead of a file."""
    sheets: list[Sheet] = []

    def kept(sheet: Sheet, *_: object, **__: object) -> bytes:
        sheets.append(sheet)
        return b""

    monkeypatch.setattr("layers.plate.render.written", kept)
    render(scene, view, theme=theme)
    return sheets[0]


def faint(sheet: Sheet) -> dict[str, float]:
    """Give the texts of a sheet whose contrast with what they stand on is under 4.5."""
    plain = [text for text in sheet.page.texts if not text.get_path_effects()]
    above = photographed(sheet)
    for text in plain:
        text.set_visible(False)
    below = photographed(sheet)
    for text in plain:
        text.set_visible(True)
    found = {text.get_text(): least_contrast(text, above, below) for text in plain}
    return {words: value for words, value in found.items() if value < 4.5}


def photographed(sheet: Sheet) -> Floats:
    out = io.BytesIO()
    sheet.figure.savefig(out, format="png")
    picture: Floats = pixels(out.getvalue())[..., :3].astype(np.float64)
    return picture


def least_contrast(text: Text, above: Floats, below: Floats) -> float:
    """Give the contrast of a text with the ground under its letters, where it is least."""
    box = text.get_window_extent()
    rows = slice(int(above.shape[0] - box.y1), int(above.shape[0] - box.y0) + 1)
    columns = slice(int(box.x0), int(box.x1) + 1)
    ink = np.array(to_rgb(text.get_color()))
    inked = np.abs(above[rows, columns] - ink).max(axis=-1) < 0.1
    changed = np.abs(above[rows, columns] - below[rows, columns]).max(axis=-1) > 0.1
    ground = below[rows, columns][inked & changed]
    return float(np.quantile(contrast(ink, ground), 0.02)) if len(ground) else np.inf


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", [View(), View(camera=Camera(50.6, 35.3, 6.2))])
def test_text_can_be_read_on_what_it_stands_on(
    monkeypatch: pytest.MonkeyPatch, theme: str, view: View
) -> None:
    assert faint(drawn(monkeypatch, fixture(), view, theme)) == {}


def test_faint_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A control for the test above."""
    sheet = drawn(monkeypatch, fixture(), View(), "light")
    sheet.text(60, 300, "Too faint to read", 20, color="#9AA5B1", zorder=9)
    assert list(faint(sheet)) == ["Too faint to read"]
