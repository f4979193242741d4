"""What a plate looks like: contrast of text, and signs that stay apart without colour."""

import io
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from matplotlib import image as picture
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from layers.plate.form import plate_colours
from layers.plate.sheet import new_sheet
from layers.plate.signs import HEIGHT, WIDTH, Row
from layers.style import style
from layers.visibility import STATUSES

GREY = dict.fromkeys(STATUSES, "#555555")
INK = ("ink", "ink2", "ink3", "town", "line", *STATUSES)


def luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return float(np.dot(parts, (0.2126, 0.7152, 0.0722)))


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["panel", "land"])
def test_text_can_be_read(theme: str, ground: str) -> None:
    colours = plate_colours(theme, style()[theme])
    faint = {ink for ink in INK if contrast(colours[ink], colours[ground]) < 4.5}
    assert faint == set()


def drawn_grey(sign: str, status: str) -> NDArray[np.int16]:
    """Draw a sign as a grey printer would if all colours came out alike."""
    colours = {**plate_colours("light", style()["light"]), **GREY}
    grey_fills: dict[str, Any] = {
        name: {**look, "fill": "#999999" if look["fill"] else None}
        for name, look in style()["status"].items()
    }
    sheet = new_sheet(WIDTH + 12, HEIGHT + 12, "#ffffff")
    Row(sign, status, "").draw(sheet, 6, 6, colours, {**style(), "status": grey_fills})
    png = io.BytesIO()
    sheet.figure.savefig(png, format="png")
    png.seek(0)
    red: NDArray[np.int16] = (255 * picture.imread(png)[..., 0]).astype(np.int16)
    return red


@pytest.mark.parametrize("sign", ["point", "area", "flow"])
def test_statuses_stay_apart_without_colour(sign: str) -> None:
    pictures = {status: drawn_grey(sign, status) for status in STATUSES}
    for a, b in combinations(STATUSES, 2):
        differing = (np.abs(pictures[a] - pictures[b]) > 60).sum()
        assert differing >= 12, f"{a} and {b} look alike as {sign}"
